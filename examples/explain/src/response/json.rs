//! The diagnosis for programs: one object, with the same keys whatever came.

use obs_codes::response::{ObjectError, Redacted};
use obs_codes::table::{AnyCase, AnyCategory, AnyCause, AnyErrorCode, AnyStatusCode};
use obs_codes::{Diagnosis, ErrorResponse, RankedCase, RankedCause};
use serde::Serialize;

use super::diagnosis_of;

pub(super) fn answer<E: AnyErrorCode>(response: &ErrorResponse<'_>, diagnosis: &Diagnosis<'_, E>) -> String {
    let report = Report::of(response, diagnosis);
    serde_json::to_string_pretty(&report).expect("texts, numbers and lists of them always have a JSON form") + "\n"
}

#[derive(Serialize)]
struct Report<'a> {
    status: u16,
    reason: Option<&'static str>,
    category: Option<&'static str>,
    error_code: Option<&'a str>,
    /// Whether the table has the error code, or without one the status.
    known: bool,
    message: Option<String>,
    request_id: Option<&'a str>,
    description: Option<&'static str>,
    remedy: Option<&'static str>,
    /// None where the response reports no error.
    retry: Option<&'static str>,
    causes: Vec<PossibleCause>,
    cases: Vec<Case>,
    /// The objects that a multi-object delete did not delete.
    errors: Vec<Failure>,
}

#[derive(Serialize)]
struct PossibleCause {
    cause: &'static str,
    confidence: &'static str,
    signalled: bool,
    because: String,
    description: &'static str,
    remedy: Option<&'static str>,
}

#[derive(Serialize)]
struct Case {
    matched: bool,
    description: &'static str,
    remedy: Option<&'static str>,
}

#[derive(Serialize)]
struct Failure {
    key: Option<String>,
    version_id: Option<String>,
    error_code: Option<String>,
    known: bool,
    message: Option<String>,
    description: Option<&'static str>,
    remedy: Option<&'static str>,
    retry: &'static str,
}

impl<'a> Report<'a> {
    fn of<E: AnyErrorCode>(response: &'a ErrorResponse<'_>, diagnosis: &Diagnosis<'_, E>) -> Self {
        Self {
            status: response.status().unwrap_or_default(),
            reason: diagnosis.status().map(|status| status.canonical_reason()),
            category: diagnosis.category().map(|category| category.as_str()),
            error_code: response.code(),
            known: if response.code().is_some() { diagnosis.error_code().is_some() } else { diagnosis.status().is_some() },
            message: response.message().map(|message| message.to_string()),
            request_id: response.request_id(),
            description: diagnosis.description(),
            remedy: diagnosis.remedy(),
            retry: response.is_error().then(|| diagnosis.retry().as_str()),
            causes: diagnosis.causes().map(|ranked| PossibleCause::of(&ranked)).collect(),
            cases: diagnosis.cases().map(|ranked| Case::of(&ranked)).collect(),
            errors: response.errors().map(|error| Failure::of::<E>(&error)).collect(),
        }
    }
}

impl PossibleCause {
    fn of<E: AnyErrorCode>(ranked: &RankedCause<'_, E>) -> Self {
        let cause = ranked.cause();
        Self {
            cause: cause.as_str(),
            confidence: ranked.confidence().as_str(),
            signalled: ranked.is_signalled(),
            because: ranked.evidence().to_string(),
            description: cause.description(),
            remedy: cause.remedy(),
        }
    }
}

impl Case {
    fn of<E: AnyErrorCode>(ranked: &RankedCase<'_, E>) -> Self {
        let case = ranked.case();
        Self { matched: ranked.is_matched(), description: case.description(), remedy: case.remedy() }
    }
}

impl Failure {
    fn of<E: AnyErrorCode>(error: &ObjectError<'_>) -> Self {
        let diagnosis = diagnosis_of::<E>(error);
        let text = |text: Option<Redacted<'_>>| text.map(|text| text.to_string());
        Self {
            key: text(error.key()),
            version_id: error.version_id().map(str::to_owned),
            error_code: error.code().map(str::to_owned),
            known: diagnosis.error_code().is_some(),
            message: text(error.message()),
            description: diagnosis.description(),
            remedy: diagnosis.remedy(),
            retry: diagnosis.retry().as_str(),
        }
    }
}
