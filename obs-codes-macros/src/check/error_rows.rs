//! Error codes and what they refer to.

use super::names::Variants;
use super::status_rows::{Rows, number};
use super::{few_enough, required, retry, text, word};
use crate::errors::{Errors, Mistake};
use crate::keys;
use crate::parse::{Place, RawError, RawTable, Text, shown};
use crate::suggest::closest;
use crate::table::{Case, Confidence, ErrorCode, Retry};

pub(super) fn errors(raw: &RawTable, rows: &mut Rows, cases: &mut Vec<Case>, errors: &mut Errors) -> Vec<ErrorCode> {
    let mut codes: Vec<ErrorCode> = Vec::new();
    let mut variants = Variants::default();
    let mut entries: Vec<(&Text, &RawError)> = raw.errors.iter().map(|row| (&row.key, row)).collect();
    few_enough("error codes", &mut entries, errors);
    for (key, row) in entries {
        let code = text::checked(Some(key), errors).unwrap_or_default();
        let description = required(row.description.as_ref(), keys::DESCRIPTION, key, errors);
        let remedy = text::checked(row.remedy.as_ref(), errors);
        let source = text::checked(row.source.as_ref(), errors);
        let own_retry = retry(row.retry.as_ref(), errors);
        let listed = listed_statuses(row.status.as_deref().unwrap_or_default(), rows, errors);
        let causes = linked_causes(row.causes.as_deref().unwrap_or_default(), &listed, rows, errors);
        let confidence = word("confidence", row.confidence.as_ref(), keys::CONFIDENCES, errors);
        let own_cases = super::cases::cases(row, codes.len(), &listed, rows, errors);
        let Some(variant) = variants.derived(row.variant.as_ref(), "error code", key, errors) else { continue };
        let statuses: Vec<usize> = listed.iter().filter_map(|number| rows.by_number.get(number).copied().flatten()).collect();
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
        cases.extend(own_cases);
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

/// The statuses that a row lists are rows of the table, and each is listed once.
fn listed_statuses(listed: &[Text], rows: &Rows, errors: &mut Errors) -> Vec<u16> {
    let mut numbers = Vec::new();
    once("status", listed, errors);
    for code in listed {
        let Some(number) = number(code, errors) else { continue };
        if !rows.by_number.contains_key(&number) {
            let known: Vec<String> = rows.statuses.iter().map(|status| status.number.to_string()).collect();
            let found = code.value.as_str();
            let cure = match closest(found, known.iter().map(String::as_str)) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("add `[status.{number}]`"),
            };
            errors.at(&code.place, format!("the table has no status `{found}`; {cure}"));
        }
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}

/// The causes that a row names are documented for a status that the row lists, and each is named once.
pub(super) fn linked_causes(named: &[Text], listed: &[u16], rows: &Rows, errors: &mut Errors) -> Vec<usize> {
    let mut causes = Vec::new();
    once("cause", named, errors);
    for name in named {
        let Some((status, cause)) = rows.by_cause.get(&name.value) else {
            unknown_cause(name, rows, errors);
            continue;
        };
        if !listed.contains(status) {
            // A row of the extended table that this file gave another status leaves its causes behind.
            if matches!(name.place, Place::Own(_)) {
                let message = format!("cause `{}` belongs to status {status}, which the row does not list", name.value);
                errors.at(&name.place, message);
            }
            continue;
        }
        if let Some(cause) = cause.filter(|cause| !causes.contains(cause)) {
            causes.push(cause);
        }
    }
    causes
}

fn unknown_cause(name: &Text, rows: &Rows, errors: &mut Errors) {
    let cure = match closest(&name.value, rows.by_cause.keys().map(String::as_str)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "a cause is a row such as `[status.403.causes.ClockSkew]`".to_owned(),
    };
    errors.at(&name.place, format!("the table has no cause `{}`; {cure}", shown(&name.value)));
}

/// Nothing is named twice in a list.
fn once(what: &str, list: &[Text], errors: &mut Errors) {
    for (index, name) in list.iter().enumerate() {
        let first = list.iter().take(index).find(|earlier| earlier.value == name.value);
        let Some(first) = first else { continue };
        if let (Place::Own(at), Place::Own(first)) = (&name.place, &first.place) {
            let message = format!("{what} `{}` is named twice", shown(&name.value));
            errors.push(Mistake::new(message, at.clone()).and("named again here", first.clone(), "first named here"));
        }
    }
}
