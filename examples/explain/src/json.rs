//! The answer for programs. An object has the same keys whatever was asked for; what does not apply is `null` or empty.

use obs_codes::table::{AnyCategory, AnyCause, AnyErrorCode, AnyStatusCode};
use serde::Serialize;

use crate::question::Question;
use crate::subject::{Code, Status, Subject};

/// One object about a subject, or a list with one for each status of the table.
pub(crate) fn answer<S: AnyStatusCode>(question: &Question<S>) -> String {
    let json = match question {
        Question::Table => {
            let statuses = S::ALL.iter().map(|&status| Subject::of_status(status)).collect::<Vec<_>>();
            serde_json::to_string_pretty(&statuses.iter().map(Explanation::of).collect::<Vec<_>>())
        }
        Question::About(subject) => serde_json::to_string_pretty(&Explanation::of(subject)),
    };
    json.expect("texts, numbers and lists of them always have a JSON form") + "\n"
}

#[derive(Serialize)]
struct Explanation<'a> {
    status: Option<u16>,
    reason: Option<&'a str>,
    category: Option<&'a str>,
    error_code: Option<&'a str>,
    /// Whether the table has the error code, or without one the status.
    known: bool,
    /// The statuses that the error code is documented with.
    statuses: Vec<u16>,
    /// For an error code that the table does not have, those that are spelled most like it.
    closest: Vec<&'a str>,
    /// What happened, by the error code, else the status, else the category.
    description: Option<&'a str>,
    remedy: Option<&'a str>,
    retry: Option<&'a str>,
    causes: Vec<PossibleCause<'a>>,
}

#[derive(Serialize)]
struct PossibleCause<'a> {
    cause: &'a str,
    /// Whether the error code points to this cause.
    signalled: bool,
    description: &'a str,
    remedy: Option<&'a str>,
}

impl<'a> Explanation<'a> {
    fn of<S: AnyStatusCode>(subject: &'a Subject<S>) -> Self {
        let (error_code, closest) = match &subject.code {
            Some(Code::Known(code)) => (Some(code.as_str()), Vec::new()),
            Some(Code::Unknown { text, closest }) => (Some(text.as_str()), closest.iter().map(|&code| code.as_str()).collect()),
            None => (None, Vec::new()),
        };
        let statuses = subject.known_code().map_or(&[][..], |code| code.statuses());
        let causes = subject.causes();
        let signalled = causes.signalled.into_iter().map(|cause| PossibleCause::of(cause, true));
        let other = causes.other.into_iter().map(|cause| PossibleCause::of(cause, false));
        Self {
            status: subject.status.map(Status::number),
            reason: subject.known_status().map(|status| status.canonical_reason()),
            category: subject.category().map(|category| category.as_str()),
            error_code,
            known: subject.is_known(),
            statuses: statuses.iter().map(|&status| status.as_u16()).collect(),
            closest,
            description: subject.description(),
            remedy: subject.remedy(),
            retry: subject.retry().map(|retry| retry.as_str()),
            causes: signalled.chain(other).collect(),
        }
    }
}

impl PossibleCause<'static> {
    fn of<C: AnyCause>(cause: C, signalled: bool) -> Self {
        Self { cause: cause.as_str(), signalled, description: cause.description(), remedy: cause.remedy() }
    }
}
