//! Statuses and their causes.

use std::collections::{BTreeMap, BTreeSet};

use super::at_most;
use super::cases::cases;
use super::categories::Classes;
use super::references::Listed;
use super::values::{optional, required, retry};
use super::variants::Variants;
use crate::errors::{Errors, Place};
use crate::raw::{RawTable, Row, Text};
use crate::spec;
use crate::table::{Case, Category, Cause, ErrorCode, Owner, StatusCode};
use crate::words::shown;

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

pub(super) fn statuses<'r>(raw: &'r RawTable, categories: &[Category], errors: &mut Errors) -> Rows<'r> {
    let mut rows = Rows { raw_statuses: raw.file.rows(spec::STATUS).iter().collect(), ..Rows::default() };
    let numbers: Vec<Option<u16>> = rows.raw_statuses.iter().map(|row| number(&row.key, errors)).collect();
    if numbers.contains(&None) {
        errors.set_incomplete(spec::STATUS);
    }
    let mut variants = Variants::new(Some(spec::VARIANT));
    let mut classes = Classes::of(categories);
    for (index, number) in numbers.into_iter().enumerate() {
        let row = rows.raw_statuses[index];
        rows.by_number.insert(&row.key.value, index);
        rows.statuses.push(status(row, number, categories, &mut classes, &mut variants, errors));
    }
    rows.add_causes(errors);
    for (index, row) in rows.raw_statuses.clone().into_iter().enumerate() {
        rows.statuses[index].cases = cases(row, Owner::StatusCode(index), &Listed::only(index), &spec::LIKELY, raw, &mut rows, errors);
    }
    rows
}

fn status(
    row: &Row,
    number: Option<u16>,
    categories: &[Category],
    classes: &mut Classes,
    variants: &mut Variants,
    errors: &mut Errors,
) -> StatusCode {
    let key = row_key(row, spec::STATUS, errors);
    let description = required(row, spec::DESCRIPTION, &key, errors);
    let reason = required(row, spec::REASON, &key, errors);
    let explicit = row.text(spec::VARIANT);
    let variant = match row.text(spec::REASON).or(explicit) {
        Some(named) => variants.derived(&key.value, explicit, "reason", named, errors),
        None => Variants::unknown(errors),
    };
    let category = number.and_then(|number| classes.category_of(number, &row.key, errors)).unwrap_or_default();
    let inherited = categories.get(category).map_or(&spec::FIX, |category| category.retry);
    StatusCode {
        variant,
        // 0 stands for a number that is wrong, which is reported.
        number: number.unwrap_or_default(),
        reason,
        description,
        remedy: optional(row, spec::REMEDY, errors),
        category,
        causes: Vec::new(),
        errors: Vec::new(),
        cases: Vec::new(),
        retry: retry(row, errors).unwrap_or(inherited),
        deprecated: optional(row, spec::DEPRECATED, errors),
    }
}

/// Where a row lacks what it needs. A row of an incomplete section that only holds other rows lacks its own header, and nothing else
/// is missing.
pub(super) fn row_key(row: &Row, section: &'static str, errors: &Errors) -> Text {
    let is_headless = row.is_bare() && errors.is_incomplete(section);
    Text { value: row.key.value.clone(), place: if is_headless { Place::Reported } else { row.key.place.clone() } }
}

/// A status code is a whole number from 100 to 599, as HTTP writes it.
pub(super) fn number(code: &Text, errors: &mut Errors) -> Option<u16> {
    let found = shown(&code.value);
    let message = match code.value.parse::<u16>() {
        Ok(number @ 100..=599) if number.to_string() == code.value => return Some(number),
        Ok(number @ 100..=599) => format!("status must be three digits, found `{found}`; write `{number}`"),
        _ if !code.value.is_empty() && code.value.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("status must be between 100 and 599, found `{found}`")
        }
        _ => format!("status must be three digits between 100 and 599, found `{found}`"),
    };
    errors.at(&code.place, message);
    None
}

impl Rows<'_> {
    /// The causes of all statuses, those of the extended table first: they keep their order, whatever the file adds.
    fn add_causes(&mut self, errors: &mut Errors) {
        let statuses = self.raw_statuses.iter().enumerate();
        let all = statuses.flat_map(|(status, row)| row.rows(spec::CAUSES).iter().map(move |cause| (status, cause)));
        let (shipped, own): (Vec<_>, Vec<_>) = all.partition(|(_, cause)| matches!(cause.key.place, Place::Shipped));
        let of_status: Vec<usize> = shipped.iter().chain(&own).map(|(status, _)| *status).collect();
        self.raw_causes = at_most("causes", shipped.into_iter().chain(own).map(|(_, cause)| cause), errors);
        let mut variants = Variants::new(None);
        for (index, status) in (0..self.raw_causes.len()).zip(of_status) {
            let row = self.raw_causes[index];
            let owner = format!("{}.causes.{}", self.raw_statuses[status].key.value, row.key.value);
            let variant = variants.named(&owner, &row.key, errors);
            for name in BTreeSet::from([variant.to_string(), row.key.value.clone()]) {
                self.by_cause.entry(name).or_default().push(index);
            }
            self.statuses[status].causes.push(index);
            self.causes.push(Cause {
                variant,
                description: required(row, spec::DESCRIPTION, &row.key, errors),
                remedy: optional(row, spec::REMEDY, errors),
                status,
                errors: Vec::new(),
                deprecated: optional(row, spec::DEPRECATED, errors),
            });
        }
    }
}
