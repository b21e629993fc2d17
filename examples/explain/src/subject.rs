//! What the table says about a status, an error code or both.

use obs_codes::table::{AnyCategory, AnyErrorCode, AnyStatusCode};
use obs_codes::{ErrorResponse, Retry};

use crate::closest::closest;

/// A status, an error code or both. The status of a code that came alone is the one that it usually comes with.
pub(crate) struct Subject<S: AnyStatusCode> {
    pub(crate) status: Option<Status<S>>,
    pub(crate) code: Option<Code<S::ErrorCode>>,
}

/// A status, in the table or not.
#[derive(Clone, Copy)]
pub(crate) enum Status<S: AnyStatusCode> {
    Known(S),
    Unknown { number: u16, category: Option<S::Category> },
}

/// An error code, in the table or not.
pub(crate) enum Code<E> {
    Known(E),
    Unknown { text: String, closest: Vec<E> },
}

/// The causes to show, those that the error code signals apart from the other documented ones of the status.
pub(crate) struct Causes<C> {
    pub(crate) signalled: Vec<C>,
    pub(crate) other: Vec<C>,
}

impl<S: AnyStatusCode> Subject<S> {
    /// A status without an error code.
    pub(crate) fn of_status(status: S) -> Self {
        Self { status: Some(Status::Known(status)), code: None }
    }

    /// The error code, if the table has it.
    pub(crate) fn known_code(&self) -> Option<S::ErrorCode> {
        match self.code {
            Some(Code::Known(code)) => Some(code),
            _ => None,
        }
    }

    /// The status, if the table has it.
    pub(crate) fn known_status(&self) -> Option<S> {
        match self.status {
            Some(Status::Known(status)) => Some(status),
            _ => None,
        }
    }

    /// Whether the table has what was asked for: the error code, or without one the status.
    pub(crate) fn is_known(&self) -> bool {
        match self.code {
            Some(Code::Known(_)) => true,
            Some(Code::Unknown { .. }) => false,
            None => self.known_status().is_some(),
        }
    }

    pub(crate) fn category(&self) -> Option<S::Category> {
        self.status.and_then(Status::category)
    }

    /// What happened, as exactly as the table knows it: by the error code, the status or the category.
    pub(crate) fn description(&self) -> Option<&'static str> {
        (self.known_code().map(|code| code.description()))
            .or_else(|| self.known_status().map(|status| status.description()))
            .or_else(|| self.category().map(|category| category.description()))
    }

    /// What to do, as exactly as the table knows it: about the error code, the status or the category.
    pub(crate) fn remedy(&self) -> Option<&'static str> {
        (self.known_code().and_then(|code| code.remedy()))
            .or_else(|| self.known_status().and_then(|status| status.remedy()))
            .or_else(|| self.category().and_then(|category| category.remedy()))
    }

    /// The verdict of the error code, else of the status, else of the category; none where nothing failed.
    pub(crate) fn retry(&self) -> Option<Retry> {
        if let Some(code) = self.known_code() {
            return Some(code.retry());
        }
        match self.status.filter(|status| Status::is_failure(*status))? {
            Status::Known(status) => Some(status.retry()),
            Status::Unknown { category, .. } => category.map(|category| category.retry()),
        }
    }

    pub(crate) fn causes(&self) -> Causes<S::Cause> {
        let signalled = self.known_code().map_or(&[][..], |code| code.causes());
        let documented = self.known_status().map_or(&[][..], |status| status.causes());
        let other = documented.iter().filter(|cause| !signalled.contains(cause));
        Causes { signalled: signalled.to_vec(), other: other.copied().collect() }
    }
}

impl<S: AnyStatusCode> Status<S> {
    pub(crate) fn of(number: u16) -> Self {
        match S::from_u16(number) {
            Some(status) => Self::Known(status),
            None => Self::Unknown { number, category: S::Category::of(number) },
        }
    }

    pub(crate) fn number(self) -> u16 {
        match self {
            Self::Known(status) => status.as_u16(),
            Self::Unknown { number, .. } => number,
        }
    }

    /// Whether an answer with it, and without a body, reports a failure: only then is there something to repeat.
    pub(crate) fn is_failure(self) -> bool {
        ErrorResponse::from_body(self.number(), b"").is_error()
    }

    pub(crate) fn category(self) -> Option<S::Category> {
        match self {
            Self::Known(status) => Some(status.category()),
            Self::Unknown { category, .. } => category,
        }
    }

    /// `403 Forbidden`, or the number alone.
    pub(crate) fn title(self) -> String {
        match self {
            Self::Known(status) => status.to_string(),
            Self::Unknown { number, .. } => number.to_string(),
        }
    }
}

impl<E: AnyErrorCode> Code<E> {
    pub(crate) fn of(text: &str) -> Self {
        match E::from_code(text) {
            Some(code) => Self::Known(code),
            None => Self::Unknown { text: text.to_owned(), closest: closest(text) },
        }
    }
}
