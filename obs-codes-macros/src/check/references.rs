//! How rows refer to statuses and causes.

use std::collections::BTreeMap;

use super::rows::Rows;
use super::values::number;
use crate::errors::{Errors, Place};
use crate::raw::{RawTable, Text};
use crate::spec;
use crate::words::{closest, did_you_mean, shown};

/// The statuses that a row lists.
#[derive(Default)]
pub(super) struct Listed {
    pub(super) rows: Vec<usize>,
    /// Some of them are wrong, which is reported; then none is missing.
    pub(super) is_unclear: bool,
    /// The numbers are the row's own `status`, which can be extended.
    is_list: bool,
}

impl Listed {
    /// The status itself, for its own cases.
    pub(super) fn only(status: usize) -> Self {
        Listed { rows: vec![status], is_unclear: false, is_list: false }
    }

    /// The statuses that a row lists are rows of the table, and each is listed once.
    pub(super) fn of(codes: &[Text], rows: &Rows<'_>, errors: &mut Errors) -> Self {
        let mut listed = Listed { is_list: true, ..Listed::default() };
        once("status", codes, errors);
        for code in codes {
            let row = rows.by_number.get(code.value.as_str());
            match (number(code, errors), row) {
                (Some(_), Some(row)) if listed.rows.contains(row) => {}
                (Some(_), Some(row)) => listed.rows.push(*row),
                (found, _) => {
                    listed.is_unclear = true;
                    if found.is_some() {
                        unknown_status(code, rows, errors);
                    }
                }
            }
        }
        listed
    }
}

fn unknown_status(code: &Text, rows: &Rows<'_>, errors: &mut Errors) {
    if errors.is_incomplete(spec::STATUS) {
        return;
    }
    let number = code.value.as_str();
    let known: Vec<&str> = rows.raw_statuses.iter().map(|row| row.key.value.as_str()).collect();
    let meant = closest(number, &known).map(|meant| format!("{} if not, ", did_you_mean(meant))).unwrap_or_default();
    errors.at(&code.place, format!("the table has no status `{number}`; {meant}add `[status.{number}]`"));
}

/// The causes that a row names are documented for a status that the row lists, and each is named once.
pub(super) fn causes(named: &[Text], listed: &Listed, raw: &RawTable, rows: &Rows<'_>, errors: &mut Errors) -> Vec<usize> {
    once("cause", named, errors);
    let mut causes = Vec::new();
    for name in named {
        // Causes that share a name are reported; here the one that belongs to a listed status is meant.
        let called = rows.by_cause.get(&name.value).map_or(&[][..], Vec::as_slice);
        match (called, called.iter().find(|cause| listed.rows.contains(&rows.causes[**cause].status))) {
            ([], _) => unknown_cause(name, raw, errors),
            ([first, ..], None) => foreign_cause(name, *first, listed, rows, errors),
            (_, Some(cause)) if causes.contains(cause) => {}
            (_, Some(cause)) => causes.push(*cause),
        }
    }
    causes
}

/// A cause of another status than those listed. A row of the extended table that got another status from this file leaves its causes
/// behind, which is not a mistake.
fn foreign_cause(name: &Text, cause: usize, listed: &Listed, rows: &Rows<'_>, errors: &mut Errors) {
    let status = &rows.statuses[rows.causes[cause].status];
    if !matches!(name.place, Place::Own(_)) || listed.is_unclear || status.number == 0 {
        return;
    }
    let status = status.number;
    let fix = match (listed.is_list, listed.rows.is_empty()) {
        (false, _) => "name a cause of this status".to_owned(),
        (true, true) => format!("add `status = {status}`"),
        (true, false) => format!("add to `status` the number `{status}`"),
    };
    let message = format!("cause `{}` belongs to status {status}; {fix}", shown(&name.value));
    errors.at_both(message, (&name.place, "named here"), (&rows.raw_causes[cause].key.place, "defined here"));
}

fn unknown_cause(name: &Text, raw: &RawTable, errors: &mut Errors) {
    if errors.is_incomplete(spec::CAUSES) {
        return;
    }
    let statuses = raw.file.rows(spec::STATUS).iter();
    let known: Vec<&str> = statuses.flat_map(|status| status.rows(spec::CAUSES)).map(|cause| cause.key.value.as_str()).collect();
    let fix = match closest(&name.value, &known) {
        Some(meant) => did_you_mean(meant),
        None => "a cause is a row such as `[status.403.causes.ClockSkew]`".to_owned(),
    };
    errors.at(&name.place, format!("the table has no cause `{}`; {fix}", shown(&name.value)));
}

/// Nothing is named twice in a list.
pub(super) fn once(what: &str, list: &[Text], errors: &mut Errors) {
    let mut first: BTreeMap<&str, &Text> = BTreeMap::new();
    for name in list {
        if let Some(earlier) = first.get(name.value.as_str()) {
            let message = format!("{what} `{}` is named twice; remove one", shown(&name.value));
            errors.at_both(message, (&name.place, "named again here"), (&earlier.place, "first named here"));
        } else {
            first.insert(&name.value, name);
        }
    }
}
