//! Checks categories.

use std::collections::BTreeMap;

use super::values::{optional, present, required, retry};
use super::variants::Variants;
use crate::errors::Errors;
use crate::raw::{RawTable, Text};
use crate::spec;
use crate::table::Category;
use crate::words::{closest, did_you_mean, shown};

const CLASSES: &[&str] = &["1XX", "2XX", "3XX", "4XX", "5XX"];

pub(super) fn categories(raw: &RawTable, errors: &mut Errors) -> Vec<Category> {
    let mut variants = Variants::new(Some(spec::NAME));
    let rows = raw.file.rows(spec::CATEGORY).iter();
    let categories = rows.map(|row| {
        let class = class(&row.key, errors);
        Category {
            class: class.unwrap_or_default(),
            description: required(row, spec::DESCRIPTION, &row.key, errors),
            remedy: optional(row, spec::REMEDY, errors),
            retry: retry(row, errors).unwrap_or(&spec::FIX),
            variant: match present(row.text(spec::NAME), spec::NAME, &row.key, errors) {
                Some(name) => variants.named(&row.key.value, name, errors),
                None => Variants::unknown(errors),
            },
        }
    });
    categories.collect()
}

/// A category is `1XX`, `2XX`, `3XX`, `4XX` or `5XX`.
fn class(key: &Text, errors: &mut Errors) -> Option<u16> {
    let class = CLASSES.iter().zip(1..).find(|(name, _)| **name == key.value).map(|(_, class)| class);
    if class.is_none() {
        // A wrong digit is not a typing mistake, so it gets no suggestion.
        let meant = closest(&key.value, CLASSES).filter(|meant| meant.get(..1) == key.value.get(..1));
        let fix = meant.map(|meant| format!("; {}", did_you_mean(meant))).unwrap_or_default();
        errors.at(&key.place, format!("category must be one of `1XX` to `5XX`, found `{}`{fix}", shown(&key.value)));
        errors.set_incomplete(spec::CATEGORY);
    }
    class
}

/// The categories by their class, and which of the missing ones have been reported.
pub(super) struct Classes {
    rows: BTreeMap<u16, usize>,
    missing: Vec<u16>,
}

impl Classes {
    pub(super) fn of(categories: &[Category]) -> Self {
        let rows = categories.iter().enumerate().map(|(row, category)| (category.class, row)).collect();
        Classes { rows, missing: Vec::new() }
    }

    /// Every status has a category. A missing category is reported once, for the first of its statuses.
    pub(super) fn category_of(&mut self, number: u16, key: &Text, errors: &mut Errors) -> Option<usize> {
        let class = number / 100;
        let row = self.rows.get(&class).copied();
        if row.is_none() {
            if !errors.is_incomplete(spec::CATEGORY) && !self.missing.contains(&class) {
                errors.at(&key.place, format!("status {number} has no category; add `[category.{class}XX]`"));
            }
            self.missing.push(class);
            errors.set_unnamed();
        }
        row
    }
}
