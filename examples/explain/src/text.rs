//! The answer for people.

use obs_codes::table::{AnyCategory, AnyCause, AnyErrorCode, AnyStatusCode, Row};

use crate::page::Page;
use crate::question::Question;
use crate::subject::{Code, Status, Subject};

/// A page about a subject, or a line for each status of the table.
pub(crate) fn answer<S: AnyStatusCode>(question: &Question<S>) -> String {
    let mut page = Page::default();
    match question {
        Question::Table => page.table(S::ALL, |status| [status.as_str(), status.canonical_reason(), status.description()]),
        Question::About(subject) => match subject.known_code() {
            Some(code) => about_code(&mut page, subject, code),
            None => about_status(&mut page, subject),
        },
    }
    page.finish()
}

/// An error code of the table: what it says, then the causes that it signals, then the others of the status.
fn about_code<S: AnyStatusCode>(page: &mut Page, subject: &Subject<S>, code: S::ErrorCode) {
    page.title(code.as_str());
    if let Some(note) = undocumented_status(subject, code) {
        page.note(&note);
    }
    page.gap();
    page.field("Status", &statuses(subject, code));
    page.field("What happened", code.description());
    if let Some(remedy) = code.remedy() {
        page.field("What to do", remedy);
    }
    page.field("Retry", code.retry().description());

    let causes = subject.causes();
    if !causes.signalled.is_empty() {
        page.heading(&format!("Causes signalled by {code}"));
        entries(page, subject, &causes.signalled);
    }
    let Some(status) = subject.known_status().filter(|_| !causes.other.is_empty()) else { return };
    if causes.signalled.is_empty() {
        page.heading(&format!("Documented causes of {status}"));
        page.remark(&format!("The table links none of them to {code}."));
    } else {
        page.heading(&format!("Other documented causes of {status}"));
    }
    entries(page, subject, &causes.other);
}

/// A status, or what its category says of it: also for an error code that the table does not have.
fn about_status<S: AnyStatusCode>(page: &mut Page, subject: &Subject<S>) {
    if let Some(status) = subject.status {
        page.title(&status.title());
    }
    if let Some(note) = unknown(subject) {
        page.note(&note);
    }
    page.gap();
    if let Some(status) = subject.known_status() {
        page.field("Meaning", status.description());
    }
    if let Some(category) = subject.category() {
        page.field("Category", &category.to_string());
        page.field("", category.description());
    }
    if let Some(remedy) = subject.remedy() {
        page.field("What to do", remedy);
    }
    if let Some(retry) = subject.retry() {
        page.field("Retry", retry.description());
    }
    let causes = subject.causes().other;
    if !causes.is_empty() {
        page.heading("Possible causes");
        entries(page, subject, &causes);
    }
}

fn entries<S: AnyStatusCode>(page: &mut Page, subject: &Subject<S>, causes: &[S::Cause]) {
    for &cause in causes {
        page.entry(cause.as_str(), cause.description(), cause.remedy(), remark(subject, cause).as_deref());
    }
}

/// What links the cause to what the page is not about: error codes, or another status.
fn remark<S: AnyStatusCode>(subject: &Subject<S>, cause: S::Cause) -> Option<String> {
    if subject.known_code().is_some() {
        let elsewhere = subject.known_status() != Some(cause.status());
        elsewhere.then(|| format!("Documented as a cause of {}.", cause.status()))
    } else {
        let codes = cause.error_codes();
        (!codes.is_empty()).then(|| format!("Signalled by {}.", list(codes, "and")))
    }
}

/// The status and, where it is one of several that the error code is documented with, the others.
fn statuses<S: AnyStatusCode>(subject: &Subject<S>, code: S::ErrorCode) -> String {
    let Some(status) = subject.status else { return "none is documented".to_owned() };
    let further: Vec<S> = code.statuses().iter().copied().filter(|&other| Some(other) != subject.known_status()).collect();
    if further.is_empty() || further.len() == code.statuses().len() {
        return status.title();
    }
    format!("{}; documented also with {}", status.title(), list(&further, "and"))
}

/// That the table does not know the error code together with the status.
pub(crate) fn undocumented_status<S: AnyStatusCode>(subject: &Subject<S>, code: S::ErrorCode) -> Option<String> {
    let status = subject.status?;
    if subject.known_status().is_some_and(|status| code.statuses().contains(&status)) {
        return None;
    }
    let documented = if code.statuses().is_empty() {
        format!("{code} is documented without a status")
    } else {
        format!("{code} is documented with {}, not with {}", list(code.statuses(), "and"), status.title())
    };
    Some(match status {
        Status::Known(_) => format!("{documented}."),
        Status::Unknown { number, .. } => format!("{documented}; the table has no status {number}."),
    })
}

/// What of the subject the table does not have, and what the page says instead.
pub(crate) fn unknown<S: AnyStatusCode>(subject: &Subject<S>) -> Option<String> {
    let status = match subject.status {
        Some(Status::Unknown { number, .. }) => Some(format!("status {number}")),
        _ => None,
    };
    let (code, closest) = match &subject.code {
        Some(Code::Unknown { text, closest }) => (Some(format!("error code `{}`", text.escape_debug())), closest.as_slice()),
        _ => (None, [].as_slice()),
    };
    let mut sentences = vec![match (&status, &code) {
        (None, None) => return None,
        (Some(one), None) | (None, Some(one)) => format!("The table has no {one}."),
        (Some(status), Some(code)) => format!("The table has neither {status} nor {code}."),
    }];
    if !closest.is_empty() {
        sentences.push(format!("Did you mean {}?", list(closest, "or")));
    }
    if let Some(status) = subject.known_status() {
        sentences.push(format!("What follows is about {status} alone."));
    } else if let Some(category) = subject.category() {
        sentences.push(format!("What follows is about its category, {category}."));
    }
    Some(sentences.join(" "))
}

/// `A`, `A or B`, `A, B or C`.
fn list<T: Row>(rows: &[T], conjunction: &str) -> String {
    match rows {
        [] => String::new(),
        [row] => row.to_string(),
        [rows @ .., last] => {
            let rows: Vec<String> = rows.iter().map(T::to_string).collect();
            format!("{} {conjunction} {last}", rows.join(", "))
        }
    }
}
