//! A diagnosis as text.

use core::fmt::{Debug, Display, Formatter, Result, Write};

use super::{Diagnosis, RetryBasis};
use crate::table::{AnyCase, AnyCause, AnyErrorCode};

impl<E: AnyErrorCode> Diagnosis<'_, E> {
    /// What the diagnosis is of: `403 Forbidden, AccessDenied`.
    #[inline]
    fn subject(&self, f: &mut Formatter<'_>) -> Result {
        match self.status {
            Some(status) => write!(f, "{status}")?,
            None => write!(f, "{}", self.number)?,
        }
        match self.text {
            Some(text) => write!(f, ", {}", Printable(text)),
            None => Ok(()),
        }
    }
}

/// One line for a log; with `{:#}`, all that there is to say. The server's message is not in it.
impl<E: AnyErrorCode> Display for Diagnosis<'_, E> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.subject(f)?;
        if !f.alternate() {
            return match self.description() {
                Some(description) => write!(f, ": {description}"),
                None => Ok(()),
            };
        }
        for text in [self.description(), self.remedy()].into_iter().flatten() {
            write!(f, "\n{text}")?;
        }
        let chosen = self.case();
        if let Some(evidence) = chosen.and_then(|ranked| ranked.evidence()) {
            write!(f, "\nThis is so because {evidence}.")?;
        }
        write!(f, "\n\nretry: {:#} ({})", self.retry(), self.retry_basis())?;
        let mut heading = "\n\ncauses:";
        for ranked in self.causes() {
            f.write_str(heading)?;
            heading = "";
            let cause = ranked.cause();
            write!(f, "\n- {}: {}\n  because {}", ranked.confidence(), cause.description(), ranked.evidence())?;
            if let Some(remedy) = cause.remedy() {
                write!(f, "\n  {remedy}")?;
            }
        }
        let mut heading = "\n\nit may also be:";
        for ranked in self.cases().filter(|ranked| Some(ranked.case()) != chosen.map(|chosen| chosen.case())) {
            f.write_str(heading)?;
            heading = "";
            write!(f, "\n- {}", ranked.case().description())?;
            if let Some(remedy) = ranked.case().remedy() {
                write!(f, "\n  {remedy}")?;
            }
        }
        Ok(())
    }
}

/// What is known, without the server's message, which may name what is nobody else's business.
impl<E: AnyErrorCode> Debug for Diagnosis<'_, E> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_struct("Diagnosis")
            .field("status", &self.number)
            .field("error_code", &self.text)
            .field("retry", &self.retry())
            .field("clock_difference", &self.clock_difference())
            .finish_non_exhaustive()
    }
}

/// A text of the server's on one line: what would garble a log or a terminal is escaped.
pub(super) struct Printable<'a>(pub(super) &'a str);

impl Display for Printable<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for letter in self.0.chars() {
            let turns_direction = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            if letter.is_control() || turns_direction {
                write!(f, "{}", letter.escape_unicode())?;
            } else {
                f.write_char(letter)?;
            }
        }
        Ok(())
    }
}

impl Display for RetryBasis {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.pad(match self {
            Self::ErrorCode => "the verdict on the error code",
            Self::Status => "the verdict on the status",
            Self::Category => "the verdict on the category of the status",
            Self::Nothing => "neither the error code nor the status is known",
        })
    }
}
