//! Error codes and what they refer to.

use std::collections::BTreeMap;

use super::names::Variants;
use super::status_rows::{Rows, number};
use super::{MOST_ROWS, few_enough, required, retry, text, word};
use crate::errors::{Errors, shown};
use crate::keys;
use crate::parse::{Place, RawError, RawTable, Text};
use crate::suggest::{closest, did_you_mean};
use crate::table::{Case, Confidence, ErrorCode, Retry};

pub(super) fn errors(raw: &RawTable, rows: &mut Rows, cases: &mut Vec<Case>, errors: &mut Errors) -> Vec<ErrorCode> {
    let mut codes: Vec<ErrorCode> = Vec::new();
    let mut variants = Variants::new("give this row another `variant`");
    let mut entries: Vec<(&Text, &RawError)> = raw.errors.iter().map(|row| (&row.key, row)).collect();
    few_enough("error codes", &mut entries, errors);
    for (key, row) in entries {
        let code = text::code(key, errors);
        let variant = variants.derived(row.variant.as_ref(), "error code", key, errors);
        let is_headless = row.is_bare() && raw.lost.contains(&keys::ERROR);
        let row_key = Text { place: key.place.unless(is_headless), ..key.clone() };
        let description = required(row.description.as_ref(), keys::DESCRIPTION, &row_key, errors);
        let remedy = text::checked(keys::REMEDY, row.remedy.as_ref(), errors);
        let source = text::checked(keys::SOURCE, row.source.as_ref(), errors);
        let own_retry = retry(row.retry.as_ref(), errors);
        let mut listed = Listed::of(row.status.as_deref().unwrap_or_default(), raw, rows, errors);
        listed.unclear |= is_headless;
        let causes = linked_causes(row.causes.as_deref().unwrap_or_default(), &listed, raw, rows, errors);
        let confidence = word("confidence", row.confidence.as_ref(), keys::CONFIDENCES, errors);
        let own_cases = super::cases::cases(row, codes.len(), &listed, raw, rows, errors);
        let statuses = listed.rows;
        let inherited = statuses.first().and_then(|row| rows.statuses.get(*row)).map_or(Retry::Fix, |status| status.retry);
        for status in &statuses {
            if let Some(status) = rows.statuses.get_mut(*status) {
                status.errors.push(codes.len());
            }
        }
        for cause in &causes {
            if let Some(cause) = rows.causes.get_mut(*cause) {
                cause.errors.push(codes.len());
            }
        }
        if cases.len() + own_cases.len() > MOST_ROWS {
            errors.at(&key.place, format!("a table may hold {MOST_ROWS} cases, and those of `{}` are more", shown(&key.value)));
        } else {
            cases.extend(own_cases);
        }
        codes.push(ErrorCode {
            variant,
            code,
            statuses,
            causes,
            confidence: confidence.unwrap_or(Confidence::Certain),
            description,
            remedy,
            source,
            retry: own_retry.unwrap_or(inherited),
        });
    }
    codes
}

/// The statuses that a row lists.
#[derive(Default)]
pub(super) struct Listed {
    numbers: Vec<u16>,
    rows: Vec<usize>,
    /// Some of them could not be read; then none is missed.
    unclear: bool,
}

impl Listed {
    /// The statuses that a row lists are rows of the table, and each is listed once.
    fn of(codes: &[Text], raw: &RawTable, rows: &Rows, errors: &mut Errors) -> Self {
        let mut listed = Listed::default();
        once("status", codes, errors);
        for code in codes {
            let Some(number) = number(code, errors) else {
                listed.unclear = true;
                continue;
            };
            match rows.by_number.get(&code.value) {
                Some(row) if listed.rows.contains(row) => {}
                Some(row) => {
                    listed.numbers.push(number);
                    listed.rows.push(*row);
                }
                None => {
                    listed.unclear = true;
                    unknown_status(code, raw, rows, errors);
                }
            }
        }
        listed
    }
}

fn unknown_status(code: &Text, raw: &RawTable, rows: &Rows, errors: &mut Errors) {
    let number = code.value.as_str();
    if raw.lost.contains(&keys::STATUS) || closest(number, &rows.unreadable()).is_some() {
        return;
    }
    let known: Vec<&str> = rows.by_number.keys().map(String::as_str).collect();
    let meant = closest(number, &known).map(|meant| format!("{} if not, ", did_you_mean(meant))).unwrap_or_default();
    errors.at(&code.place, format!("the table has no status `{number}`; {meant}add `[status.{number}]`"));
}

/// The causes that a row names are documented for a status that the row lists, and each is named once.
pub(super) fn linked_causes(named: &[Text], listed: &Listed, raw: &RawTable, rows: &Rows, errors: &mut Errors) -> Vec<usize> {
    let mut causes = Vec::new();
    once("cause", named, errors);
    for name in named {
        let Some(cause) = rows.by_cause.get(&name.value) else {
            unknown_cause(name, raw, rows, errors);
            continue;
        };
        let foreign = rows.status_of(*cause).filter(|status| !listed.numbers.contains(status));
        if let Some(status) = foreign {
            // A row of the extended table that this file gave another status leaves its causes behind.
            if matches!(name.place, Place::Own(_)) && !listed.unclear {
                let name_text = shown(&name.value);
                let cure = if listed.numbers.is_empty() { "add `status = " } else { "add to `status` the number `" };
                let message = format!("cause `{name_text}` belongs to status {status}; {cure}{status}`");
                let defined = rows.cause_places.get(*cause).unwrap_or(&name.place);
                errors.at_odds(message, (&name.place, "named here"), (defined, "defined here"));
            }
            continue;
        }
        if !causes.contains(cause) {
            causes.push(*cause);
        }
    }
    causes
}

fn unknown_cause(name: &Text, raw: &RawTable, rows: &Rows, errors: &mut Errors) {
    if raw.lost.contains(&keys::STATUS) || raw.lost.contains(&keys::CAUSES) {
        return;
    }
    let known: Vec<&str> = rows.by_cause.keys().map(String::as_str).collect();
    let closest = closest(&name.value, &known);
    let cure = closest.map_or_else(|| "a cause is a row such as `[status.403.causes.ClockSkew]`".to_owned(), did_you_mean);
    errors.at(&name.place, format!("the table has no cause `{}`; {cure}", shown(&name.value)));
}

/// Nothing is named twice in a list.
fn once(what: &str, list: &[Text], errors: &mut Errors) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (index, name) in list.iter().enumerate() {
        let earlier = first.get(&name.value).and_then(|row| list.get(*row));
        if let Some(earlier) = earlier {
            let message = format!("{what} `{}` is named twice; remove one", shown(&name.value));
            errors.at_odds(message, (&name.place, "named again here"), (&earlier.place, "first named here"));
            continue;
        }
        first.insert(name.value.clone(), index);
    }
}
