//! A report as a page for a person.

use core::fmt::{Display, Formatter, Result};
use std::string::String;
use std::vec::Vec;

use super::{Report, ReportedCase, ReportedCause, ReportedObject};
use crate::Confidence;
use crate::escape::Escaped;

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}", Escaped(&self.title()))?;
        self.notes.iter().try_for_each(|note| write!(f, "\n{}", Escaped(note)))?;
        f.write_str("\n")?;
        self.write_fields(f)?;
        self.write_causes(f)?;
        for (index, case) in self.cases.iter().enumerate() {
            let heading = if self.evidence.is_some() { "\n\nit may also be:" } else { "\n\nit may be:" };
            write!(f, "{}{case}", if index == 0 { heading } else { "" })?;
        }
        for (index, object) in self.objects.iter().enumerate() {
            write!(f, "{}{object}", if index == 0 { "\n\nobjects that were not deleted:" } else { "" })?;
        }
        Ok(())
    }
}

impl Report {
    fn write_fields(&self, f: &mut Formatter<'_>) -> Result {
        let fields = [
            ("message", self.message.as_deref()),
            ("request ID", self.request_id.as_deref()),
            ("what happened", self.description),
            ("what to do", self.remedy),
            ("retry", self.retry.map(|retry| retry.description())),
            ("retry after", self.retry_after.as_deref()),
            ("evidence", self.evidence.as_deref()),
        ];
        let known = fields.into_iter().filter_map(|(name, text)| Some((name, text?)));
        known.into_iter().try_for_each(|(name, text)| write!(f, "\n{name}: {}", Escaped(text)))
    }

    /// The causes that something points to, and the names of the others. All of them in full if nothing is known that could tell them
    /// apart, or with `{:#}`.
    fn write_causes(&self, f: &mut Formatter<'_>) -> Result {
        let is_full = f.alternate() || self.error_code.is_none() || !self.is_known;
        let (shown, others): (Vec<_>, Vec<_>) =
            self.causes.iter().partition(|cause| is_full || cause.confidence > Confidence::Possible);
        for (index, cause) in shown.iter().enumerate() {
            write!(f, "{}{cause}", if index == 0 { "\n\ncauses:" } else { "" })?;
        }
        let names: Vec<&str> = others.iter().map(|cause| cause.name).collect();
        if names.is_empty() { Ok(()) } else { write!(f, "\n\nother documented causes: {}", names.join(", ")) }
    }
}

impl Display for ReportedCause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "\n- {} ({}): {}\n  because {}", self.name, self.confidence, self.description, self.evidence)?;
        write_remedy(self.remedy, f)
    }
}

impl Display for ReportedCase {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "\n- {}", self.description)?;
        write_remedy(self.remedy, f)
    }
}

/// The key once, then why.
impl Display for ReportedObject {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let key = self.key.as_deref().unwrap_or("an object without a key");
        write!(f, "\n- {}: {}", Escaped(key), Escaped(&self.report.title()))?;
        if let Some(description) = self.report.description {
            write!(f, ": {description}")?;
        }
        write_remedy(self.report.remedy, f)
    }
}

fn write_remedy(remedy: Option<&str>, f: &mut Formatter<'_>) -> Result {
    remedy.map_or(Ok(()), |remedy| write!(f, "\n  -> {remedy}"))
}
