//! Checks statuses and their causes.

use std::collections::BTreeSet;

use super::at_most;
use super::cases::cases;
use super::categories::Classes;
use super::references::Listed;
use super::rows::Rows;
use super::values::{number, optional, required, retry, row_key};
use super::variants::Variants;
use crate::errors::{Errors, Place};
use crate::raw::{RawTable, Row};
use crate::spec;
use crate::table::{Category, Cause, Owner, StatusCode};

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
        rows.statuses[index].cases =
            cases(row, Owner::StatusCode(index), &Listed::only(index), &spec::LIKELY, raw, &mut rows, errors);
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
        // A wrong number has been reported, and becomes 0.
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

impl Rows<'_> {
    /// Adds the causes of all statuses. Those of the extended table come first, so that their order does not depend on this file.
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
