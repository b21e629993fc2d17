//! Categories, statuses and their causes.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};

use super::names::Variants;
use super::{few_enough, present, required, retry, text};
use crate::errors::Errors;
use crate::keys;
use crate::parse::{Place, RawCause, RawTable, Text, shown};
use crate::table::{Category, Cause, Retry, StatusCode};

/// Which classes the table's categories cover.
#[derive(Default)]
pub(super) struct Classes {
    /// The row of each class by its first digit, none where the row has no usable name.
    rows: BTreeMap<u16, Option<usize>>,
    /// Some category could not be read; then none is missed.
    unclear: bool,
}

/// Statuses and causes, and how the rows of the file refer to them.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) statuses: Vec<StatusCode>,
    pub(super) causes: Vec<Cause>,
    /// By status code, none where the row could not become a variant.
    pub(super) by_number: BTreeMap<u16, Option<usize>>,
    /// By name: the status code that it belongs to, and its row.
    pub(super) by_cause: BTreeMap<String, (u16, Option<usize>)>,
}

pub(super) fn categories(raw: &RawTable, errors: &mut Errors) -> (Vec<Category>, Classes) {
    let mut categories = Vec::new();
    let mut classes = Classes::default();
    let mut variants = Variants::default();
    for row in &raw.categories {
        let class = class(&row.key, errors);
        let description = required(row.description.as_ref(), keys::DESCRIPTION, &row.key, errors);
        let remedy = text::checked(row.remedy.as_ref(), errors);
        let retry = retry(row.retry.as_ref(), errors).unwrap_or(Retry::Fix);
        let name = present(row.name.as_ref(), keys::NAME, &row.key, errors);
        let variant = name.and_then(|name| variants.named(name, errors));
        let Some(class) = class else {
            classes.unclear = true;
            continue;
        };
        classes.rows.insert(class, variant.is_some().then_some(categories.len()));
        if let Some(variant) = variant {
            categories.push(Category { variant, class, description, remedy, retry });
        }
    }
    (categories, classes)
}

/// A category is `1XX`, `2XX`, `3XX`, `4XX` or `5XX`.
fn class(key: &Text, errors: &mut Errors) -> Option<u16> {
    let class = key.value.strip_suffix("XX").and_then(|digit| digit.parse().ok());
    let class = class.filter(|class| key.value.len() == 3 && (1..=5).contains(class));
    if class.is_none() {
        errors.at(&key.place, format!("category must be one of `1XX` to `5XX`, found `{}`", shown(&key.value)));
    }
    class
}

pub(super) fn statuses(raw: &RawTable, categories: &mut Vec<Category>, classes: &Classes, errors: &mut Errors) -> Rows {
    let mut rows = Rows::default();
    let mut variants = Variants::default();
    let mut causes = Vec::new();
    let mut missed = BTreeMap::new();
    for row in &raw.statuses {
        let number = number(&row.key, errors);
        let description = required(row.description.as_ref(), keys::DESCRIPTION, &row.key, errors);
        let reason = required(row.reason.as_ref(), keys::REASON, &row.key, errors);
        let remedy = text::checked(row.remedy.as_ref(), errors);
        let own_retry = retry(row.retry.as_ref(), errors);
        let named = row.reason.as_ref().or(row.variant.as_ref());
        let variant = named.and_then(|named| variants.derived(row.variant.as_ref(), "reason", named, errors));
        let Some(number) = number else { continue };
        let category = category(number, &row.key, categories, classes, &mut missed, errors);
        rows.by_number.insert(number, variant.is_some().then_some(rows.statuses.len()));
        for cause in &row.causes {
            causes.push((&cause.key, (cause, number)));
        }
        let inherited = categories.get(category).map_or(Retry::Fix, |category| category.retry);
        if let Some(variant) = variant {
            rows.statuses.push(StatusCode {
                variant,
                number,
                reason,
                description,
                remedy,
                category,
                causes: Vec::new(),
                errors: Vec::new(),
                retry: own_retry.unwrap_or(inherited),
            });
        }
    }
    // Causes of the extended table keep their place, whatever statuses the file adds causes to.
    let (mut causes, own): (Vec<_>, Vec<_>) = causes.into_iter().partition(|(key, _)| matches!(key.place, Place::Shipped));
    causes.extend(own);
    few_enough("causes", &mut causes, errors);
    rows.add_causes(&causes, errors);
    rows
}

/// A status code is a whole number from 100 to 599, as HTTP writes it.
pub(super) fn number(code: &Text, errors: &mut Errors) -> Option<u16> {
    let number = code.value.parse().ok().filter(|number: &u16| (100..=599).contains(number));
    let canonical = number.filter(|number| number.to_string() == code.value);
    if canonical.is_none() {
        let found = shown(&code.value);
        errors.at(&code.place, format!("status must be between 100 and 599, in three digits, found `{found}`"));
    }
    canonical
}

/// Every status has a category. One that is missing is missed once, however many statuses it should hold.
fn category(
    number: u16,
    key: &Text,
    categories: &mut Vec<Category>,
    classes: &Classes,
    missed: &mut BTreeMap<u16, usize>,
    errors: &mut Errors,
) -> usize {
    let class = number / 100;
    let known = classes.rows.get(&class);
    if let Some(Some(row)) = known {
        return *row;
    }
    *missed.entry(class).or_insert_with(|| {
        if known.is_none() && !classes.unclear {
            errors.at(&key.place, format!("status {number} has no category; add `[category.{class}XX]`"));
        }
        let variant = Ident::new(&format!("Class{class}Xx"), Span::call_site());
        categories.push(Category { variant, class, description: String::new(), remedy: None, retry: Retry::Fix });
        categories.len() - 1
    })
}

impl Rows {
    fn add_causes(&mut self, causes: &[(&Text, (&RawCause, u16))], errors: &mut Errors) {
        let mut variants = Variants::default();
        for (key, (row, number)) in causes {
            let description = required(row.description.as_ref(), keys::DESCRIPTION, key, errors);
            let remedy = text::checked(row.remedy.as_ref(), errors);
            let variant = variants.named(key, errors);
            let status = self.by_number.get(number).copied().flatten();
            let index = variant.is_some().then_some(self.causes.len()).filter(|_| status.is_some());
            self.by_cause.entry(key.value.clone()).or_insert((*number, index));
            let (Some(variant), Some(status)) = (variant, status) else { continue };
            if let Some(owner) = self.statuses.get_mut(status) {
                owner.causes.push(self.causes.len());
            }
            self.causes.push(Cause { variant, description, remedy, status, errors: Vec::new() });
        }
    }
}
