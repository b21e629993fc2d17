//! The rows of the table while they are checked.

use std::collections::BTreeMap;

use crate::raw::Row;
use crate::table::{Case, Cause, ErrorCode, StatusCode};

/// The rows of the table, and how the rows of the file refer to them.
#[derive(Default)]
pub(super) struct Rows<'r> {
    pub(super) statuses: Vec<StatusCode>,
    pub(super) causes: Vec<Cause>,
    pub(super) errors: Vec<ErrorCode>,
    pub(super) cases: Vec<Case>,
    /// What the file says of each row.
    pub(super) raw_statuses: Vec<&'r Row>,
    pub(super) raw_causes: Vec<&'r Row>,
    pub(super) raw_errors: Vec<&'r Row>,
    /// The row of each status code, as it is spelled.
    pub(super) by_number: BTreeMap<&'r str, usize>,
    /// The rows of each cause, by its name and by its variant.
    pub(super) by_cause: BTreeMap<String, Vec<usize>>,
}
