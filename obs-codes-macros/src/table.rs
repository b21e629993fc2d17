//! The validated model: nothing in it can be wrong, so `expand` never meets a mistake.
//!
//! Rows refer to each other by their index, which is the order of the file and of the variants. A text that a row may do without is
//! empty where it does.

use proc_macro2::Ident;

use crate::keys::Word;

pub(crate) struct Table {
    pub(crate) categories: Vec<Category>,
    pub(crate) statuses: Vec<StatusCode>,
    pub(crate) causes: Vec<Cause>,
    pub(crate) errors: Vec<ErrorCode>,
    pub(crate) cases: Vec<Case>,
    /// What the table extends, if it does: its rows stand first, in their own order.
    pub(crate) extends: Option<Extended>,
}

pub(crate) struct Category {
    pub(crate) variant: Ident,
    /// The first digit of its status codes.
    pub(crate) class: u16,
    pub(crate) description: String,
    pub(crate) remedy: String,
    pub(crate) retry: &'static Word,
}

pub(crate) struct StatusCode {
    pub(crate) variant: Ident,
    pub(crate) number: u16,
    pub(crate) reason: String,
    pub(crate) description: String,
    pub(crate) remedy: String,
    pub(crate) category: usize,
    pub(crate) causes: Vec<usize>,
    pub(crate) errors: Vec<usize>,
    pub(crate) retry: &'static Word,
}

pub(crate) struct Cause {
    pub(crate) variant: Ident,
    pub(crate) description: String,
    pub(crate) remedy: String,
    pub(crate) status: usize,
    pub(crate) errors: Vec<usize>,
}

pub(crate) struct ErrorCode {
    pub(crate) variant: Ident,
    /// The spelling on the wire.
    pub(crate) code: String,
    pub(crate) statuses: Vec<usize>,
    pub(crate) causes: Vec<usize>,
    pub(crate) confidence: &'static Word,
    pub(crate) cases: Vec<usize>,
    pub(crate) description: String,
    pub(crate) remedy: String,
    pub(crate) source: String,
    pub(crate) retry: &'static Word,
}

/// One of the cases of an error code.
pub(crate) struct Case {
    pub(crate) error: usize,
    pub(crate) message: String,
    pub(crate) clock: Option<&'static Word>,
    pub(crate) description: String,
    pub(crate) remedy: String,
    pub(crate) causes: Vec<usize>,
    /// Whether it says which causes it has, if only that there are none.
    pub(crate) names_causes: bool,
}

/// How many rows of each type come from the extended table.
pub(crate) struct Extended {
    pub(crate) categories: usize,
    pub(crate) statuses: usize,
    pub(crate) causes: usize,
    pub(crate) errors: usize,
}
