//! The diagnosis for people.

use obs_codes::table::{AnyCase, AnyCause, AnyErrorCode};
use obs_codes::{Diagnosis, ErrorResponse};

use super::{diagnosis_of, subject};
use crate::page::Page;
use crate::subject::Status;
use crate::text::{undocumented_status, unknown};

pub(super) fn answer<E: AnyErrorCode>(response: &ErrorResponse<'_>, diagnosis: &Diagnosis<'_, E>) -> String {
    let mut page = Page::default();
    title(&mut page, response, diagnosis);
    page.gap();
    for (label, text) in [
        ("Message", response.message().map(|message| message.to_string())),
        ("Request ID", response.request_id().map(|id| id.escape_debug().to_string())),
        ("What happened", diagnosis.description().map(str::to_owned)),
        ("What to do", diagnosis.remedy().map(str::to_owned)),
        ("Retry", response.is_error().then(|| diagnosis.retry().description().to_owned())),
        ("Because", diagnosis.case().and_then(|ranked| ranked.evidence()).map(|evidence| format!("{evidence}."))),
    ] {
        if let Some(text) = text {
            page.field(label, &text);
        }
    }
    causes(&mut page, diagnosis);
    cases(&mut page, diagnosis);
    failures::<E>(&mut page, response);
    page.finish()
}

/// What the response is, and what is odd about it.
fn title<E: AnyErrorCode>(page: &mut Page, response: &ErrorResponse<'_>, diagnosis: &Diagnosis<'_, E>) {
    let subject = subject::<E>(response);
    let status = subject.status.map(Status::title).unwrap_or_default();
    match response.code() {
        Some(code) => page.title(&format!("{status}, {}", code.escape_debug())),
        None => page.title(&status),
    }
    let documented = diagnosis.error_code().and_then(|code| undocumented_status(&subject, code));
    let disagreement = response.header_code().filter(|_| response.codes_disagree());
    let disagreement = disagreement.map(|code| format!("The header names another error code: {}.", code.escape_debug()));
    let unread = response.unread().map(|unread| format!("{unread}."));
    let no_error = (!response.is_error()).then(|| "The response reports no error.".to_owned());
    for note in [unknown(&subject), documented, disagreement, unread, no_error].into_iter().flatten() {
        page.note(&note);
    }
}

fn causes<E: AnyErrorCode>(page: &mut Page, diagnosis: &Diagnosis<'_, E>) {
    for (index, ranked) in diagnosis.causes().enumerate() {
        if index == 0 {
            page.heading("Causes, the most likely first");
        }
        let cause = ranked.cause();
        let name = format!("{}: {}", cause.as_str(), ranked.confidence());
        let because = format!("Because {}.", ranked.evidence());
        page.entry(&name, cause.description(), cause.remedy(), Some(&because));
    }
}

/// What the error code can mean besides what is said above.
fn cases<E: AnyErrorCode>(page: &mut Page, diagnosis: &Diagnosis<'_, E>) {
    let chosen = diagnosis.case().map(|ranked| ranked.case());
    for (index, ranked) in diagnosis.cases().filter(|ranked| Some(ranked.case()) != chosen).enumerate() {
        if index == 0 {
            page.heading(if chosen.is_some() { "What else it may be" } else { "What it may be" });
        }
        page.item(ranked.case().description(), ranked.case().remedy());
    }
}

fn failures<E: AnyErrorCode>(page: &mut Page, response: &ErrorResponse<'_>) {
    for (index, error) in response.errors().enumerate() {
        if index == 0 {
            page.heading("Objects that were not deleted");
        }
        let diagnosis = diagnosis_of::<E>(&error);
        let what = diagnosis.description().map_or_else(|| error.to_string(), |text| format!("{error}. {text}"));
        let key = error.key().map_or_else(|| "without a key".to_owned(), |key| key.to_string());
        page.entry(&key, &what, diagnosis.remedy(), None);
    }
}
