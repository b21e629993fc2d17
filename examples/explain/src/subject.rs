//! What the words on the command line mean.

use std::path::{Path, PathBuf};

use obs_codes::{Category, Cause, ErrorCode, StatusCode};

use crate::words::{folded, is_same};

/// The subject of a page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// All statuses.
    Statuses,
    /// A status, an error code, or both. The table may lack either.
    Failure {
        status: Option<u16>,
        code: Option<String>,
    },
    Cause(Cause),
    Category(Category),
    /// The failed responses on standard input.
    StandardInput,
    /// The failed responses in a file.
    File(PathBuf),
    /// The rows that mention these words.
    Words,
}

impl Subject {
    pub(crate) fn of(words: &[String]) -> Self {
        match words {
            [] => Self::Statuses,
            [word] if word == "-" => Self::StandardInput,
            [word] => Self::named(word).or_else(|| Self::file(word)).unwrap_or(Self::Words),
            _ => Self::named(&words.join(" ")).or_else(|| Self::status_and_code(words)).unwrap_or(Self::Words),
        }
    }

    /// The row of the table with this name. Letter case, blanks and punctuation matter only if the name fits several rows without them.
    fn named(name: &str) -> Option<Self> {
        if let Some(status) = status(name) {
            return Some(Self::Failure { status: Some(status), code: None });
        }
        let of_code =
            |code: ErrorCode| Self::Failure { status: code.status().map(|status| status.as_u16()), code: Some(code.to_string()) };
        let of_status = |status: &StatusCode| Self::Failure { status: Some(status.as_u16()), code: None };
        let reason = |is_reason: fn(&str, &str) -> bool| {
            StatusCode::ALL.iter().find(|status| is_reason(status.canonical_reason(), name)).map(of_status)
        };
        let cause = || Cause::ALL.iter().find(|cause| is_same(cause.as_str(), name)).copied().map(Self::Cause);
        let exact = ErrorCode::from_code(name).map(of_code).or_else(|| reason(str::eq_ignore_ascii_case));
        let alike = || code(name).map(of_code).or_else(|| reason(is_same)).or_else(cause);
        exact.or_else(alike).or_else(|| category(name).map(Self::Category))
    }

    fn file(name: &str) -> Option<Self> {
        let path = Path::new(name);
        (path.exists() && !path.is_dir()).then(|| Self::File(path.to_owned()))
    }

    /// `403 AccessDenied`, `AccessDenied 403` or `403 Forbidden`.
    fn status_and_code(words: &[String]) -> Option<Self> {
        let place = words.iter().position(|word| status(word).is_some())?;
        let number = status(&words[place])?;
        let rest: Vec<&str> =
            words.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, word)| word.as_str()).collect();
        let rest = rest.join(" ");
        let is_reason = StatusCode::from_u16(number).is_some_and(|status| is_same(status.canonical_reason(), &rest));
        let code = (!is_reason).then(|| code(&rest).map_or(rest, |code| code.to_string()));
        Some(Self::Failure { status: Some(number), code })
    }
}

/// A number that can be a status, whether the table has it or not.
fn status(word: &str) -> Option<u16> {
    word.parse().ok().filter(|number| (100..=599).contains(number))
}

fn code(name: &str) -> Option<ErrorCode> {
    ErrorCode::from_code(name).or_else(|| ErrorCode::ALL.iter().find(|code| is_same(code.as_str(), name)).copied())
}

/// A category by its name: `4XX`, `Client Error` or both.
fn category(name: &str) -> Option<Category> {
    let name = folded(name);
    let is_name = |category: &Category| {
        let (key, whole) = (folded(category.as_str()), folded(&category.to_string()));
        name == key || name == whole || whole.strip_prefix(&key) == Some(&name)
    };
    Category::ALL.iter().copied().find(is_name)
}
