//! The validated model: nothing in it can be wrong, so `expand` never meets a mistake.
//!
//! Rows refer to each other by their index, which is the order of the file and of the variants.

use proc_macro2::Ident;
use quote::format_ident;

pub(crate) struct Table {
    pub(crate) categories: Vec<Category>,
    pub(crate) statuses: Vec<StatusCode>,
    pub(crate) causes: Vec<Cause>,
    pub(crate) errors: Vec<ErrorCode>,
    pub(crate) cases: Vec<Case>,
    /// What the table extends, if it does: its rows stand first, in their own order.
    pub(crate) extends: Option<Extended>,
}

impl Table {
    pub(crate) fn statuses_at<'a>(&'a self, rows: &'a [usize]) -> impl Iterator<Item = &'a StatusCode> {
        rows.iter().filter_map(|row| self.statuses.get(*row))
    }

    pub(crate) fn causes_at<'a>(&'a self, rows: &'a [usize]) -> impl Iterator<Item = &'a Cause> {
        rows.iter().filter_map(|row| self.causes.get(*row))
    }

    pub(crate) fn errors_at<'a>(&'a self, rows: &'a [usize]) -> impl Iterator<Item = &'a ErrorCode> {
        rows.iter().filter_map(|row| self.errors.get(*row))
    }
}

pub(crate) struct Category {
    pub(crate) variant: Ident,
    /// The first digit of its status codes.
    pub(crate) class: u16,
    pub(crate) description: String,
    pub(crate) remedy: Option<String>,
    pub(crate) retry: Retry,
}

pub(crate) struct StatusCode {
    pub(crate) variant: Ident,
    pub(crate) number: u16,
    pub(crate) reason: String,
    pub(crate) description: String,
    pub(crate) remedy: Option<String>,
    pub(crate) category: usize,
    pub(crate) causes: Vec<usize>,
    pub(crate) errors: Vec<usize>,
    pub(crate) retry: Retry,
}

pub(crate) struct Cause {
    pub(crate) variant: Ident,
    pub(crate) description: String,
    pub(crate) remedy: Option<String>,
    pub(crate) status: usize,
    pub(crate) errors: Vec<usize>,
}

pub(crate) struct ErrorCode {
    pub(crate) variant: Ident,
    /// The spelling on the wire.
    pub(crate) code: String,
    pub(crate) statuses: Vec<usize>,
    pub(crate) causes: Vec<usize>,
    pub(crate) confidence: Confidence,
    pub(crate) description: String,
    pub(crate) remedy: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) retry: Retry,
}

/// One of the cases of an error code. Those of a code stand together, in the order of the codes.
pub(crate) struct Case {
    pub(crate) error: usize,
    pub(crate) message: Option<String>,
    pub(crate) clock: Option<Clock>,
    pub(crate) description: String,
    pub(crate) remedy: Option<String>,
    pub(crate) causes: Option<Vec<usize>>,
}

/// How many rows of each type come from the extended table.
pub(crate) struct Extended {
    pub(crate) categories: usize,
    pub(crate) statuses: usize,
    pub(crate) causes: usize,
    pub(crate) errors: usize,
}

/// What to do with the same request: the variants of `obs_codes::Retry`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    Backoff,
    Resign,
    Redirect,
    Fix,
}

impl Retry {
    /// The letter that stands for it in a column.
    pub(crate) fn letter(self) -> u8 {
        match self {
            Retry::Backoff => b'b',
            Retry::Resign => b's',
            Retry::Redirect => b'r',
            Retry::Fix => b'f',
        }
    }
}

/// How surely an error code signals its causes: variants of `obs_codes::Confidence`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Confidence {
    Certain,
    Likely,
}

impl Confidence {
    /// The letter that stands for it in a column.
    pub(crate) fn letter(self) -> u8 {
        match self {
            Confidence::Certain => b'c',
            Confidence::Likely => b'l',
        }
    }
}

/// What the times say: the variants of `obs_codes::Clock`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    Ahead,
    Behind,
    Delayed,
}

/// The variant of the enum of the same name in `obs_codes`.
pub(crate) fn variant(value: impl std::fmt::Debug) -> Ident {
    format_ident!("{value:?}")
}
