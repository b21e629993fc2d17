//! Checks the references of rows to statuses and causes.

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
    /// Whether a mistake in them has been reported. Then a cause of another status is not reported.
    pub(super) is_unclear: bool,
    /// Whether the row lists them in its key `status`, where it can list more.
    is_list: bool,
}

impl Listed {
    /// Only the status itself, for its own cases.
    pub(super) fn only(status: usize) -> Self {
        Listed { rows: vec![status], is_unclear: false, is_list: false }
    }

    /// The statuses that a row lists are rows of the table, and each is listed once.
    pub(super) fn of(codes: &[Text], rows: &Rows<'_>, errors: &mut Errors) -> Self {
        let mut listed = Listed { is_list: true, ..Listed::default() };
        no_duplicates("status", codes, errors);
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
    no_duplicates("cause", named, errors);
    let mut causes = Vec::new();
    for name in named {
        // Causes that share a name are reported elsewhere. Here the name means the one of a listed status.
        let candidates = rows.by_cause.get(&name.value).map_or(&[][..], Vec::as_slice);
        match (candidates, candidates.iter().find(|cause| listed.rows.contains(&rows.causes[**cause].status))) {
            ([], _) => unknown_cause(name, raw, errors),
            ([first, ..], None) => foreign_cause(name, *first, listed, rows, errors),
            (_, Some(cause)) if causes.contains(cause) => {}
            (_, Some(cause)) => causes.push(*cause),
        }
    }
    causes
}

/// Reports a cause of a status that the row does not list. If this file changes the status of a shipped row, the row loses its shipped
/// causes, which is not a mistake.
fn foreign_cause(name: &Text, cause: usize, listed: &Listed, rows: &Rows<'_>, errors: &mut Errors) {
    let status = &rows.statuses[rows.causes[cause].status];
    if !matches!(name.place, Place::Own(_)) || listed.is_unclear || status.number == 0 {
        return;
    }
    let status = status.number;
    let fix = match (listed.is_list, listed.rows.is_empty()) {
        (false, _) => "name a cause of the status that has this case".to_owned(),
        (true, true) => format!("add `status = {status}`"),
        (true, false) => format!("add `{status}` to `status`"),
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
        None => "add it as a row such as `[status.403.causes.ClockSkew]`".to_owned(),
    };
    errors.at(&name.place, format!("the table has no cause `{}`; {fix}", shown(&name.value)));
}

/// A list does not name anything twice.
pub(super) fn no_duplicates(what: &str, list: &[Text], errors: &mut Errors) {
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
