//! The rows of the table while they are checked.

use std::collections::BTreeMap;

use crate::raw::Row;
use crate::table::{Case, Cause, ErrorCode, StatusCode};

/// The rows of the table, and their indices by the names that the file uses.
#[derive(Default)]
pub(super) struct Rows<'r> {
    pub(super) statuses: Vec<StatusCode>,
    pub(super) causes: Vec<Cause>,
    pub(super) errors: Vec<ErrorCode>,
    pub(super) cases: Vec<Case>,
    /// The raw row of each checked row.
    pub(super) raw_statuses: Vec<&'r Row>,
    pub(super) raw_causes: Vec<&'r Row>,
    pub(super) raw_errors: Vec<&'r Row>,
    /// The index of each status, by its number as the file spells it.
    pub(super) by_number: BTreeMap<&'r str, usize>,
    /// The indices of the causes with a name, by their key and by their variant.
    pub(super) by_cause: BTreeMap<String, Vec<usize>>,
}
