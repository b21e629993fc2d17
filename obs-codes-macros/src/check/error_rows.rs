//! Error codes and what they refer to.

use std::collections::BTreeMap;

use super::names::Variants;
use super::status_rows::{Rows, cause_names, number, status_names};
use super::{MOST_ROWS, is_numbered, optional, required, retry, text, word};
use crate::errors::{Errors, shown};
use crate::keys;
use crate::parse::{Place, RawTable, Text};
use crate::suggest::{closest, did_you_mean};
use crate::table::{Case, ErrorCode};

pub(super) fn errors(raw: &RawTable, rows: &mut Rows, cases: &mut Vec<Case>, errors: &mut Errors) -> Vec<ErrorCode> {
    let mut codes: Vec<ErrorCode> = Vec::new();
    let mut variants = Variants::new("give this row another `variant`");
    for row in raw.file.rows(keys::ERROR) {
        if !is_numbered("error codes", codes.len(), row, errors) {
            break;
        }
        let key = &row.key;
        let code = text::code(key, errors);
        let variant = variants.derived(row.text(keys::VARIANT), "error code", key, errors);
        let is_headless = row.is_bare() && raw.lost(keys::ERROR);
        let row_key = Text { place: key.place.unless(is_headless), value: key.value.clone() };
        let description = required(row, keys::DESCRIPTION, &row_key, errors);
        let remedy = optional(row, keys::REMEDY, errors);
        optional(row, keys::SOURCE, errors);
        let own_retry = retry(row, errors);
        let mut listed = Listed::of(row.list(keys::STATUS).unwrap_or_default(), raw, rows, errors);
        listed.unclear |= is_headless;
        let causes = linked_causes(row.list(keys::CAUSES).unwrap_or_default(), &listed, raw, rows, errors);
        let confidence = word("confidence", row.text(keys::CONFIDENCE), keys::CONFIDENCES, errors);
        let confidence = confidence.unwrap_or(&keys::CERTAIN);
        let own_cases = super::cases::cases(row, codes.len(), confidence, &listed, raw, rows, errors);
        let statuses = listed.rows;
        let inherited = statuses.first().and_then(|row| rows.statuses.get(*row)).map_or(&keys::FIX, |status| status.retry);
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
        let mut case_rows = Vec::new();
        if cases.len() + own_cases.len() > MOST_ROWS {
            let code = shown(&key.value);
            errors
                .at(&key.place, format!("a table may hold {MOST_ROWS} cases, and those of `{code}` are more; join some of them"));
        } else {
            for case in own_cases {
                case_rows.push(cases.len());
                cases.push(case);
            }
        }
        codes.push(ErrorCode {
            variant,
            code,
            aliases: Vec::new(),
            statuses,
            causes,
            confidence,
            cases: case_rows,
            description,
            remedy,
            retry: own_retry.unwrap_or(inherited),
            deprecated: None,
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
                    unknown_status(code, raw, errors);
                }
            }
        }
        listed
    }
}

fn unknown_status(code: &Text, raw: &RawTable, errors: &mut Errors) {
    let number = code.value.as_str();
    let (known, unreadable) = status_names(raw);
    if raw.lost(keys::STATUS) || closest(number, &unreadable).is_some() {
        return;
    }
    let meant = match closest(number, &known) {
        Some(meant) => format!("{} if not, ", did_you_mean(meant)),
        None => String::new(),
    };
    errors.at(&code.place, format!("the table has no status `{number}`; {meant}add `[status.{number}]`"));
}

/// The causes that a row names are documented for a status that the row lists, and each is named once.
pub(super) fn linked_causes(named: &[Text], listed: &Listed, raw: &RawTable, rows: &Rows, errors: &mut Errors) -> Vec<usize> {
    let mut causes = Vec::new();
    once("cause", named, errors);
    for name in named {
        let Some(cause) = rows.by_cause.get(&name.value) else {
            unknown_cause(name, raw, errors);
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

fn unknown_cause(name: &Text, raw: &RawTable, errors: &mut Errors) {
    if raw.lost(keys::STATUS) || raw.lost(keys::CAUSES) {
        return;
    }
    let cure = match closest(&name.value, &cause_names(raw)) {
        Some(meant) => did_you_mean(meant),
        None => "a cause is a row such as `[status.403.causes.ClockSkew]`".to_owned(),
    };
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
