//! Prints a diagnosis.

use core::fmt::{Debug, Display, Formatter, Result};

use super::{Diagnosis, RetryBasis};
use crate::escape::Escaped;
use crate::table::{AnyCase, AnyCause, AnyErrorCode};

/// Prints one line for a log, and everything that is known with `{:#}`. The server's message is not printed.
impl<E: AnyErrorCode> Display for Diagnosis<'_, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.write_subject(f)?;
        if f.alternate() { self.write_page(f) } else { self.write_line(f) }
    }
}

impl<E: AnyErrorCode> Diagnosis<'_, E> {
    /// Prints `403 Forbidden, AccessDenied`, or without a status `AccessDenied (documented with 403 Forbidden)`.
    fn write_subject(&self, f: &mut Formatter<'_>) -> Result {
        match (self.status, self.number, self.text) {
            (Some(status), ..) => write!(f, "{status}")?,
            (None, Some(number), _) => write!(f, "{number}")?,
            (None, None, None) => f.write_str("unknown status")?,
            (None, None, Some(_)) => {}
        }
        if let Some(text) = self.text {
            let separator = if self.number.is_some() { ", " } else { "" };
            write!(f, "{separator}{}", Escaped(text))?;
        }
        if self.number.is_some() {
            return Ok(());
        }
        for (index, status) in self.documented_statuses().iter().enumerate() {
            write!(f, "{}{status}", if index == 0 { " (documented with " } else { ", " })?;
        }
        f.write_str(if self.documented_statuses().is_empty() { "" } else { ")" })
    }

    fn write_line(&self, f: &mut Formatter<'_>) -> Result {
        if let Some(sender) = self.other_sender() {
            return write!(f, ": something other than OBS seems to have answered, because {sender}");
        }
        self.description().map_or(Ok(()), |description| write!(f, ": {description}"))
    }

    fn write_page(&self, f: &mut Formatter<'_>) -> Result {
        if let Some(sender) = self.other_sender() {
            write!(f, "\nSomething other than OBS seems to have answered: {sender}.")?;
        }
        for text in [self.description(), self.remedy()].into_iter().flatten() {
            write!(f, "\n{text}")?;
        }
        let answer = self.case();
        if let Some(evidence) = answer.and_then(|ranked| ranked.evidence()) {
            write!(f, "\nEvidence: {evidence}.")?;
        }
        if self.is_failure() {
            write!(f, "\n\nretry: {:#} ({})", self.retry(), self.retry_basis())?;
        }
        for (index, ranked) in self.causes().enumerate() {
            let (cause, heading) = (ranked.cause(), if index == 0 { "\n\ncauses:" } else { "" });
            write!(f, "{heading}\n- {}: {}\n  because {}", ranked.confidence(), cause.description(), ranked.evidence())?;
            write_remedy(cause.remedy(), f)?;
        }
        let others = self.cases().filter(|ranked| answer.is_none() || !ranked.is_matched());
        for (index, ranked) in others.enumerate() {
            let heading = if index > 0 {
                ""
            } else if answer.is_some() {
                "\n\nother possible explanations:"
            } else {
                "\n\npossible explanations:"
            };
            write!(f, "{heading}\n- {}", ranked.case().description())?;
            write_remedy(ranked.case().remedy(), f)?;
        }
        Ok(())
    }
}

fn write_remedy(remedy: Option<&str>, f: &mut Formatter<'_>) -> Result {
    remedy.map_or(Ok(()), |remedy| write!(f, "\n  {remedy}"))
}

/// Prints no facts, because they may contain things that do not belong in a log.
impl<E: AnyErrorCode> Debug for Diagnosis<'_, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_struct("Diagnosis")
            .field("status", &self.number)
            .field("error_code", &self.text)
            .field("retry", &self.retry())
            .field("clock_difference", &self.clock_difference())
            .finish_non_exhaustive()
    }
}

impl Display for RetryBasis {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(match self {
            Self::ErrorCode => "the verdict on the error code",
            Self::Status => "the verdict on the status",
            Self::Category => "the verdict on the category of the status",
            Self::Nothing => "neither the error code nor the status is known",
        })
    }
}
