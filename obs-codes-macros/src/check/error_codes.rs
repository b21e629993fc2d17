//! Checks error codes.

use std::collections::BTreeMap;

use super::cases::cases;
use super::references::{Listed, causes, no_duplicates};
use super::rows::Rows;
use super::values::{line, optional, required, retry, row_key, word};
use super::variants::Variants;
use super::{MOST_ROWS, at_most};
use crate::errors::{Errors, Place};
use crate::raw::{RawTable, Row, Text};
use crate::spec;
use crate::table::{ErrorCode, Owner};
use crate::words::shown;

/// Adds the error codes and their cases to `rows`.
pub(super) fn error_codes<'r>(raw: &'r RawTable, rows: &mut Rows<'r>, errors: &mut Errors) {
    rows.raw_errors = at_most("error codes", raw.file.rows(spec::ERROR).iter(), errors);
    let mut variants = Variants::new(Some(spec::VARIANT));
    let mut spellings: BTreeMap<&str, &Text> = rows.raw_errors.iter().map(|row| (row.key.value.as_str(), &row.key)).collect();
    for (index, row) in rows.raw_errors.clone().into_iter().enumerate() {
        let code = error_code(row, index, &mut variants, &mut spellings, raw, rows, errors);
        for status in &code.statuses {
            rows.statuses[*status].errors.push(index);
        }
        for cause in &code.causes {
            rows.causes[*cause].errors.push(index);
        }
        rows.errors.push(code);
    }
    // The lookup numbers all spellings with 16 bits.
    if let Some(last) = rows.raw_errors.last().filter(|_| spellings.len() > MOST_ROWS) {
        let message = format!("a table may have at most {MOST_ROWS} error codes and aliases together; remove some aliases");
        errors.at(&last.key.place, message);
    }
}

fn error_code<'r>(
    row: &'r Row,
    index: usize,
    variants: &mut Variants,
    spellings: &mut BTreeMap<&'r str, &'r Text>,
    raw: &RawTable,
    rows: &mut Rows<'_>,
    errors: &mut Errors,
) -> ErrorCode {
    let key = row_key(row, spec::ERROR, errors);
    let code = spelling("the error code", &row.key, errors);
    let variant = variants.derived(&key.value, row.text(spec::VARIANT), "error code", &row.key, errors);
    let mut listed = Listed::of(row.list(spec::STATUS).unwrap_or_default(), rows, errors);
    listed.is_unclear |= matches!(key.place, Place::Reported);
    let confidence = word("confidence", row.text(spec::CONFIDENCE), spec::CONFIDENCES, errors).unwrap_or(&spec::CERTAIN);
    let inherited = listed.rows.first().map_or(&spec::FIX, |status| rows.statuses[*status].retry);
    ErrorCode {
        variant,
        code,
        aliases: aliases(row, spellings, errors),
        causes: causes(row.list(spec::CAUSES).unwrap_or_default(), &listed, raw, rows, errors),
        confidence,
        cases: cases(row, Owner::ErrorCode(index), &listed, confidence, raw, rows, errors),
        description: required(row, spec::DESCRIPTION, &key, errors),
        remedy: optional(row, spec::REMEDY, errors),
        retry: retry(row, errors).unwrap_or(inherited),
        deprecated: optional(row, spec::DEPRECATED, errors),
        statuses: listed.rows,
    }
}

/// The spelling of a code is a [`line()`].
fn spelling(what: &str, code: &Text, errors: &mut Errors) -> String {
    line(what, "write it as in `<Code>`", &code.value, &code.place, errors)
}

/// Two codes never share a spelling. If the extended table has an alias that is a code of this file, the spelling stays with the
/// code.
fn aliases<'r>(row: &'r Row, spellings: &mut BTreeMap<&'r str, &'r Text>, errors: &mut Errors) -> Vec<String> {
    let list = row.list(spec::ALIASES).unwrap_or_default();
    no_duplicates("alias", list, errors);
    let mut aliases = Vec::new();
    for alias in list {
        match spellings.get(alias.value.as_str()) {
            None => {
                spellings.insert(&alias.value, alias);
                aliases.push(spelling("the alias", alias, errors));
            }
            Some(first) if matches!((&alias.place, &first.place), (Place::Shipped, _)) => {}
            Some(first) if aliases.contains(&first.value) => {}
            Some(first) => {
                let message =
                    format!("`{}` is already the spelling of an error code; remove one of the two", shown(&alias.value));
                errors.at_both(message, (&alias.place, "also an alias here"), (&first.place, "first used here"));
            }
        }
    }
    aliases
}
