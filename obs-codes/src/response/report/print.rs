//! Prints a report as a page for a person.

use core::fmt::{Display, Formatter, Result};
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

use super::{Report, ReportedCase, ReportedCause, ReportedObject};
use crate::Confidence;
use crate::escape::Escaped;

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&self.title())?;
        self.notes.iter().try_for_each(|note| write!(f, "\n{note}"))?;
        f.write_str("\n")?;
        self.fields().iter().try_for_each(|(label, text)| write!(f, "\n{label}: {text}"))?;
        // If nothing distinguishes the causes, all of them are printed in full.
        let is_narrowed = self.evidence.is_some() || self.other_sender.is_some() || (self.error_code.is_some() && self.is_known);
        let (causes, others): (Vec<_>, Vec<_>) =
            self.causes.iter().partition(|cause| f.alternate() || !is_narrowed || cause.confidence > Confidence::Possible);
        write_list("causes", &causes, f)?;
        let (matched, open): (Vec<_>, Vec<_>) = self.cases.iter().partition(|case| case.evidence.is_some());
        write_list("possible explanations", &matched, f)?;
        write_list(
            if self.evidence.is_some() || !matched.is_empty() { "other possible explanations" } else { "possible explanations" },
            &open,
            f,
        )?;
        write_list("objects that were not deleted", &self.objects, f)?;
        let others: Vec<&str> = others.iter().map(|cause| cause.name).collect();
        if others.is_empty() { Ok(()) } else { write!(f, "\n\nother documented causes: {}", others.join(", ")) }
    }
}

impl Report {
    /// The first line: status and error code, such as `403 Forbidden, AccessDenied`. Characters that could garble a terminal are escaped.
    pub fn title(&self) -> String {
        let status = self.status.map(|number| match self.reason {
            Some(reason) => format!("{number} {reason}"),
            None => number.to_string(),
        });
        let code = self.error_code.as_deref().map(|code| Escaped(code).to_string());
        let parts: Vec<String> = status.into_iter().chain(code).collect();
        if parts.is_empty() { "unknown status".to_string() } else { parts.join(", ") }
    }

    /// The parts of the report that fit on a line, each with its label, such as `what to do`. What a person wants to know first comes
    /// first. Characters that could garble a terminal are escaped.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let body = b"<Error><Code>NoSuchBucket</Code></Error>";
    /// let report = ErrorResponse::from_body(404, body).report();
    /// for (label, text) in report.fields() {
    ///     println!("{label:>15}  {text}");
    /// }
    /// ```
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let escaped = |text: &Option<String>| text.as_deref().map(|text| Escaped(text).to_string());
        let known = |text: Option<&str>| text.map(String::from);
        // A case that fits the facts explains more than the signs of another sender.
        let sender = self.other_sender.as_ref().filter(|_| self.evidence.is_none());
        let (happened, to_do) = match sender {
            Some(signs) => (Some(other_sender(signs)), Some(CHECK_THE_HOST.to_string())),
            None => (known(self.description), known(self.remedy)),
        };
        let fields = [
            ("what happened", happened),
            ("what to do", to_do),
            ("if OBS answered", sender.and(known(self.description))),
            ("what to do then", sender.and(known(self.remedy))),
            ("retry", self.retry.map(|retry| retry.description().to_string())),
            ("retry after", escaped(&self.retry_after)),
            ("evidence", self.evidence.clone()),
            ("message", escaped(&self.message)),
            ("request ID", escaped(&self.request_id)),
        ];
        fields.into_iter().filter_map(|(label, text)| Some((label, text?))).collect()
    }
}

/// What happened if something other than OBS answered.
pub(super) fn other_sender(signs: &str) -> String {
    format!("Something other than OBS seems to have answered: {signs}.")
}

/// What to do if something other than OBS answered.
const CHECK_THE_HOST: &str = "Check the host and the port of the request, and any proxy on the way.";

/// Prints a heading and its entries, if there are any.
fn write_list<T: Display>(heading: &str, entries: &[T], f: &mut Formatter<'_>) -> Result {
    if entries.is_empty() {
        return Ok(());
    }
    write!(f, "\n\n{heading}:")?;
    entries.iter().try_for_each(|entry| write!(f, "\n- {entry}"))
}

impl Display for ReportedCause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} ({}): {}\n  because {}", self.name, self.confidence, self.description, self.evidence)?;
        write_remedy(self.remedy, f)
    }
}

impl Display for ReportedCase {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}", self.description)?;
        write_remedy(self.remedy, f)
    }
}

impl ReportedObject {
    /// The key, and the version if one was named. Characters that could garble a terminal are escaped.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let body = b"<DeleteResult><Error><Key>b.txt</Key><VersionId>G001</VersionId>\
    ///     <Code>AccessDenied</Code></Error></DeleteResult>";
    /// let report = ErrorResponse::from_body(200, body).report();
    /// assert_eq!(report.objects[0].name(), "b.txt (version G001)");
    /// ```
    pub fn name(&self) -> String {
        let key = Escaped(self.key.as_deref().unwrap_or("an object without a key"));
        match &self.version_id {
            Some(version) => format!("{key} (version {})", Escaped(version)),
            None => key.to_string(),
        }
    }
}

/// Prints the key, and why the object was not deleted.
impl Display for ReportedObject {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}: {}", self.name(), self.report.title())?;
        if let Some(description) = self.report.description {
            write!(f, ": {description}")?;
        }
        write_remedy(self.report.remedy, f)
    }
}

fn write_remedy(remedy: Option<&str>, f: &mut Formatter<'_>) -> Result {
    remedy.map_or(Ok(()), |remedy| write!(f, "\n  -> {remedy}"))
}
