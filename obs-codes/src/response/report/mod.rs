//! A diagnosis and its response as one owned value.

mod print;
mod problem;

use core::error::Error;
use std::string::{String, ToString};
use std::vec::Vec;
use std::{format, vec};

use super::print::LOSSY;
use super::redacted::Unescaped;
use super::{ErrorResponse, ObjectError, Redacted};
use crate::escape::Escaped;
use crate::table::{AnyCase, AnyCause, AnyErrorCode, AnyStatusCode};
use crate::{Confidence, Diagnosis, ErrorCode, RankedCase, RankedCause, Retry};

/// Everything that is known about a failure, and what to do about it.
///
/// It owns its texts, contains no secrets, and is an error that a function can return. `Display` prints a page for a person; `{:#}` prints
/// every documented cause in full. With the feature `serde` it serializes, and [`problem`](Self::problem) returns it as
/// `application/problem+json`.
///
/// Texts from the server may contain control characters. `Display` escapes them.
///
/// ```
/// use std::error::Error;
///
/// use obs_codes::ErrorResponse;
///
/// fn get(key: &str) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
///     let body = b"<Error><Code>NoSuchKey</Code></Error>";
///     Err(ErrorResponse::from_body(404, body).report().into())
/// }
///
/// assert!(get("a.txt").unwrap_err().to_string().starts_with("404 Not Found, NoSuchKey\n"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Report {
    /// The number of the status. `None` if it is not known.
    pub status: Option<u16>,
    /// The reason phrase of the status, if the table has it.
    pub reason: Option<&'static str>,
    /// The error code as it was sent.
    pub error_code: Option<String>,
    /// Whether the table has the error code or, without one, the status.
    pub is_known: bool,
    /// The statuses that the error code is documented with, the usual one first.
    pub documented_statuses: Vec<u16>,
    /// The server's message.
    pub message: Option<String>,
    /// The bucket or object that the request was about.
    pub resource: Option<String>,
    /// The ID of the request, to give to support.
    pub request_id: Option<String>,
    /// The ID of the server that answered.
    pub host_id: Option<String>,
    /// What suggests that something other than OBS answered: a clause such as `the body is HTML and there is no request ID`. The
    /// description, the remedy and the causes are those of OBS and then less likely.
    pub other_sender: Option<String>,
    /// Remarks on the response, such as that its error code is not in the table.
    pub notes: Vec<String>,
    /// What happened.
    pub description: Option<&'static str>,
    /// What to do about it.
    pub remedy: Option<&'static str>,
    /// The evidence for the description and the remedy, if they are those of a case: a clause such as `the message says so`.
    pub evidence: Option<String>,
    /// Whether the request may be sent again, and what must happen before. `None` if the response as a whole reports no failure;
    /// each object of a multi-object delete has a verdict of its own.
    pub retry: Option<Retry>,
    /// When to send the request again: `Retry-After` as it was sent.
    pub retry_after: Option<String>,
    /// Every possible cause, the most likely first.
    pub causes: Vec<ReportedCause>,
    /// The cases that may explain the failure. If `evidence` is set, the matching case is not among them.
    pub cases: Vec<ReportedCase>,
    /// The objects that a multi-object delete did not delete.
    pub objects: Vec<ReportedObject>,
}

/// A cause in a [`Report`].
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ReportedCause {
    /// The name of the cause.
    pub name: &'static str,
    /// What the cause is.
    pub description: &'static str,
    /// What to do about it.
    pub remedy: Option<&'static str>,
    /// How likely this cause is.
    pub confidence: Confidence,
    /// The evidence for it: a clause such as `AccessDenied signals it`.
    pub evidence: String,
}

/// A case in a [`Report`].
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ReportedCase {
    /// What happened, if it is this case.
    pub description: &'static str,
    /// What to do about it.
    pub remedy: Option<&'static str>,
    /// The evidence for the case, if the known facts fit it.
    pub evidence: Option<String>,
}

/// An object that a multi-object delete did not delete, in a [`Report`].
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ReportedObject {
    /// The key of the object.
    pub key: Option<String>,
    /// The version of the object, if one was named.
    pub version_id: Option<String>,
    /// Why it was not deleted.
    pub report: Report,
}

impl Error for Report {}

impl Report {
    /// The report on a response and a diagnosis that [`ErrorResponse::diagnose`] started.
    ///
    /// ```
    /// use obs_codes::{ErrorResponse, Report};
    ///
    /// let response = ErrorResponse::from_body(403, b"<Error><Code>AccessDenied</Code></Error>");
    /// let diagnosis = response.diagnose().facts(&[("request.host", "obs.example.com")]);
    /// let report = Report::new(&response, &diagnosis);
    /// assert_eq!(report.causes[0].name, "PermissionDenied");
    /// ```
    pub fn new<E: AnyErrorCode>(response: &ErrorResponse<'_>, diagnosis: &Diagnosis<'_, E>) -> Self {
        let objects: Vec<_> = response.errors().map(|error| ReportedObject::new::<E>(&error)).collect();
        // The code and the message of such a response are those of its first object, which has a report of its own.
        let whole = Diagnosis::of(response.status(), None);
        let report = Self::from(if objects.is_empty() { diagnosis } else { &whole });
        let plain = |text: Option<&str>| text.map(str::to_string);
        Self {
            message: response.message().filter(|_| objects.is_empty()).map(redacted),
            resource: response.resource().map(redacted),
            request_id: plain(response.request_id()),
            host_id: plain(response.host_id()),
            notes: report.notes.iter().cloned().chain(notes(response)).collect(),
            retry: report.retry.filter(|_| response.is_error()),
            retry_after: response.header("retry-after").map(redacted),
            objects,
            ..report
        }
    }

    /// The causes that something points to. Those that are merely documented for the status are not among them.
    pub fn likely_causes(&self) -> impl Iterator<Item = &ReportedCause> {
        self.causes.iter().filter(|cause| cause.confidence > Confidence::Possible)
    }
}

impl ErrorResponse<'_> {
    /// The report on this response, made with the shipped table. [`Report::new`] takes another table or further facts.
    pub fn report(&self) -> Report {
        Report::new::<ErrorCode>(self, &self.diagnose())
    }
}

/// The report on a diagnosis alone, without a response.
///
/// ```
/// use obs_codes::{Diagnosis, Report};
///
/// let report = Report::from(&Diagnosis::new(404, "NoSuchBucket"));
/// assert_eq!(report.title(), "404 Not Found, NoSuchBucket");
/// ```
impl<E: AnyErrorCode> From<&Diagnosis<'_, E>> for Report {
    fn from(diagnosis: &Diagnosis<'_, E>) -> Self {
        let answer = diagnosis.case();
        let sender = diagnosis.other_sender().map(|sender| sender.to_string());
        let note_of_sender = sender.as_deref().filter(|_| answer.is_some()).map(print::other_sender);
        let cases = diagnosis.cases().filter(|ranked| answer.is_none() || !ranked.is_matched());
        Self {
            status: diagnosis.number(),
            reason: diagnosis.status().map(|status| status.canonical_reason()),
            error_code: diagnosis.error_code_text().map(str::to_string),
            is_known: match diagnosis.error_code_text() {
                Some(_) => diagnosis.error_code().is_some(),
                None => diagnosis.status().is_some(),
            },
            documented_statuses: diagnosis.documented_statuses().iter().map(AnyStatusCode::as_u16).collect(),
            message: None,
            resource: None,
            request_id: None,
            host_id: None,
            notes: note_of_sender.into_iter().chain(note_of_code(diagnosis)).collect(),
            other_sender: sender,
            description: diagnosis.description(),
            remedy: diagnosis.remedy(),
            evidence: answer.and_then(|ranked| ranked.evidence()).map(|evidence| evidence.to_string()),
            retry: diagnosis.is_failure().then(|| diagnosis.retry()),
            retry_after: None,
            causes: list(diagnosis.causes().map(ReportedCause::new)),
            cases: list(cases.map(ReportedCase::new)),
            objects: vec![],
        }
    }
}

impl ReportedCause {
    fn new<E: AnyErrorCode>(ranked: RankedCause<'_, E>) -> Self {
        let cause = ranked.cause();
        Self {
            name: cause.as_str(),
            description: cause.description(),
            remedy: cause.remedy(),
            confidence: ranked.confidence(),
            evidence: ranked.evidence().to_string(),
        }
    }
}

impl ReportedCase {
    fn new<E: AnyErrorCode>(ranked: RankedCase<'_, E>) -> Self {
        let case = ranked.case();
        let evidence = ranked.evidence().map(|evidence| evidence.to_string());
        Self { description: case.description(), remedy: case.remedy(), evidence }
    }
}

impl ReportedObject {
    fn new<E: AnyErrorCode>(error: &ObjectError<'_>) -> Self {
        let report = Report::from(&error.diagnose_as::<E>());
        Self {
            key: error.key().map(redacted),
            version_id: error.version_id().map(str::to_string),
            report: Report { message: error.message().map(redacted), ..report },
        }
    }
}

/// A list without spare room, because each of very many objects may have a report.
fn list<T>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = items.collect();
    list.shrink_to_fit();
    list
}

/// A text without its secrets, otherwise as it was sent.
fn redacted(text: Redacted<'_>) -> String {
    Unescaped(text).to_string()
}

/// The remark on an error code that is unknown or not documented with the status.
fn note_of_code<E: AnyErrorCode>(diagnosis: &Diagnosis<'_, E>) -> Option<String> {
    let text = Escaped(diagnosis.error_code_text()?);
    let statuses: Vec<String> = diagnosis.documented_statuses().iter().map(ToString::to_string).collect();
    let statuses = statuses.join(" and ");
    match (diagnosis.error_code(), diagnosis.number()) {
        (None, _) => Some(format!("{text} is not in the table of error codes.")),
        (Some(_), _) if statuses.is_empty() => None,
        (Some(_), None) => Some(format!("The status is not known. {text} is documented with {statuses}.")),
        // With a status below 300, only the body reports a failure, so the code may come with any such status.
        (Some(_), Some(number)) if number >= 300 && !is_documented(diagnosis, number) => {
            Some(format!("{text} is documented with {statuses}, not with {number}."))
        }
        _ => None,
    }
}

fn is_documented<E: AnyErrorCode>(diagnosis: &Diagnosis<'_, E>, number: u16) -> bool {
    diagnosis.documented_statuses().iter().any(|status| status.as_u16() == number)
}

/// Remarks on everything that is odd about a response.
fn notes(response: &ErrorResponse<'_>) -> impl Iterator<Item = String> {
    let other_code = response.header_code().filter(|_| response.codes_disagree());
    let objects = match response.errors().len() {
        0 => None,
        1 => Some("1 object was not deleted.".to_string()),
        count => Some(format!("{count} objects were not deleted.")),
    };
    let notes = [
        objects,
        other_code.map(|code| format!("The header names another error code: {}.", Escaped(code))),
        response.unread().map(|unread| format!("{unread}.")),
        response.has_replacements().then(|| format!("{LOSSY}.")),
        (!response.is_error()).then(|| "The response reports no failure.".to_string()),
    ];
    notes.into_iter().flatten()
}
