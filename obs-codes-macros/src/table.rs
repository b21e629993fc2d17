//! The validated model. It is expanded only if every row has a variant.
//!
//! Rows refer to each other by index, in the order of the file, which is also the order of the variants.

use proc_macro2::Ident;

use crate::spec::Word;

pub(crate) struct Table {
    pub(crate) categories: Vec<Category>,
    pub(crate) statuses: Vec<StatusCode>,
    pub(crate) causes: Vec<Cause>,
    pub(crate) errors: Vec<ErrorCode>,
    pub(crate) cases: Vec<Case>,
    pub(crate) columns: Columns,
    /// The size of the extended table, if there is one. Its rows come first, in their own order.
    pub(crate) extends: Option<Extended>,
}

pub(crate) struct Category {
    pub(crate) variant: Ident,
    /// The first digit of its status codes.
    pub(crate) class: u16,
    pub(crate) description: String,
    pub(crate) remedy: Option<String>,
    pub(crate) retry: &'static Word,
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
    pub(crate) cases: Vec<usize>,
    pub(crate) retry: &'static Word,
    pub(crate) deprecated: Option<String>,
}

pub(crate) struct Cause {
    pub(crate) variant: Ident,
    pub(crate) description: String,
    pub(crate) remedy: Option<String>,
    pub(crate) status: usize,
    pub(crate) errors: Vec<usize>,
    pub(crate) deprecated: Option<String>,
}

pub(crate) struct ErrorCode {
    pub(crate) variant: Ident,
    /// The spelling in a response.
    pub(crate) code: String,
    /// Other spellings of the same code.
    pub(crate) aliases: Vec<String>,
    pub(crate) statuses: Vec<usize>,
    pub(crate) causes: Vec<usize>,
    pub(crate) confidence: &'static Word,
    pub(crate) cases: Vec<usize>,
    pub(crate) description: String,
    pub(crate) remedy: Option<String>,
    pub(crate) retry: &'static Word,
    pub(crate) deprecated: Option<String>,
}

/// A possible meaning of an error code, or of a status without an error code.
pub(crate) struct Case {
    pub(crate) owner: Owner,
    /// All of them must hold.
    pub(crate) conditions: Vec<Condition>,
    pub(crate) clock: Option<&'static Word>,
    pub(crate) description: String,
    pub(crate) remedy: Option<String>,
    /// `None` if the case has the causes of its owner.
    pub(crate) causes: Option<Vec<usize>>,
    pub(crate) confidence: &'static Word,
}

/// The row that a case belongs to.
#[derive(Clone, Copy)]
pub(crate) enum Owner {
    ErrorCode(usize),
    StatusCode(usize),
}

/// A fact and its patterns, of which one must fit.
pub(crate) struct Condition {
    pub(crate) fact: String,
    pub(crate) patterns: Vec<String>,
}

/// The columns that the table adds to each type.
#[derive(Default)]
pub(crate) struct Columns {
    pub(crate) status: Vec<Column>,
    pub(crate) cause: Vec<Column>,
    pub(crate) error: Vec<Column>,
}

pub(crate) struct Column {
    pub(crate) name: Ident,
    pub(crate) doc: Option<String>,
    /// Whether every row has a value, because the column has a default.
    pub(crate) is_total: bool,
    pub(crate) values: ColumnValues,
}

/// A value for each row.
pub(crate) enum ColumnValues {
    Strings(Vec<Option<String>>),
    Integers(Vec<Option<i64>>),
    Booleans(Vec<Option<bool>>),
}

/// How many rows of each type come from the extended table.
pub(crate) struct Extended {
    pub(crate) categories: usize,
    pub(crate) causes: usize,
    pub(crate) errors: usize,
}
