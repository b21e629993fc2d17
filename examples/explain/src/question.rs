//! What the words on the command line ask for.

use obs_codes::table::{AnyErrorCode, AnyStatusCode};

use crate::closest::closest;
use crate::subject::{Code, Status, Subject};

/// What is asked, looked up in the table.
pub(crate) enum Question<S: AnyStatusCode> {
    /// Which statuses there are.
    Table,
    /// What there is to say about one.
    About(Subject<S>),
}

impl<S: AnyStatusCode> Question<S> {
    /// Understands `[STATUS] [CODE]`, where a code may stand alone; or says what is accepted.
    pub(crate) fn read(status: Option<&str>, code: Option<&str>) -> Result<Self, String> {
        let subject = match (status, code) {
            (None, None) => return Ok(Self::Table),
            (Some(word), None) => alone(word)?,
            (Some(status), Some(code)) => {
                let number = number(status).ok_or_else(|| not_a_status(status) + "; the error code comes after it")?;
                Subject { status: Some(Status::of(number)), code: Some(Code::of(code)) }
            }
            (None, Some(code)) => alone(code)?,
        };
        Ok(Self::About(subject))
    }
}

fn alone<S: AnyStatusCode>(word: &str) -> Result<Subject<S>, String> {
    if let Some(number) = number(word) {
        return Ok(Subject { status: Some(Status::of(number)), code: None });
    }
    if let Some(code) = S::ErrorCode::from_code(word) {
        return Ok(Subject { status: code.status().map(Status::Known), code: Some(Code::Known(code)) });
    }
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(not_a_status(word));
    }
    let tip = match closest::<S::ErrorCode>(word).first() {
        Some(code) => format!("\n\n  tip: a similar error code exists: `{code}`"),
        None => String::new(),
    };
    Err(format!("`{}` is neither a status from 100 to 599 nor a known error code{tip}", word.escape_debug()))
}

fn number(word: &str) -> Option<u16> {
    word.parse().ok().filter(|number| (100..=599).contains(number))
}

fn not_a_status(word: &str) -> String {
    format!("status must be a number from 100 to 599, found `{}`", word.escape_debug())
}
