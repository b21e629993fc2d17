//! Categories, statuses and their causes.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};

use super::names::Variants;
use super::{is_numbered, optional, present, required, retry};
use crate::errors::{Errors, shown};
use crate::keys;
use crate::parse::{Place, RawTable, Row, Text};
use crate::suggest::{closest, did_you_mean};
use crate::table::{Category, Cause, StatusCode};

/// Rows whose number cannot be read get one from here on, which no status has; for categories, the class.
const UNREADABLE: u16 = 600;

pub(super) struct Categories {
    pub(super) rows: Vec<Category>,
    /// Some category could not be read; then none is missed.
    unclear: bool,
}

/// Statuses and causes, and how the rows of the file refer to them.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) statuses: Vec<StatusCode>,
    pub(super) causes: Vec<Cause>,
    /// The row of each status code, as it is spelt.
    pub(super) by_number: BTreeMap<String, usize>,
    /// The row of each cause.
    pub(super) by_cause: BTreeMap<String, usize>,
    /// Where each cause stands.
    pub(super) cause_places: Vec<Place>,
}

pub(super) fn categories(raw: &RawTable, errors: &mut Errors) -> Categories {
    let mut categories = Categories { rows: Vec::new(), unclear: raw.lost(keys::CATEGORY) };
    let mut variants = Variants::new("give this row another `name`");
    for row in raw.file.rows(keys::CATEGORY) {
        let class = class(&row.key, errors);
        categories.unclear |= class.is_none();
        let description = required(row, keys::DESCRIPTION, &row.key, errors);
        let remedy = optional(row, keys::REMEDY, errors);
        let retry = retry(row, errors).unwrap_or(&keys::FIX);
        let variant = match present(row.text(keys::NAME), keys::NAME, &row.key, errors) {
            Some(name) => variants.named(name, errors),
            None => variants.unknown(errors),
        };
        let class = class.unwrap_or_else(|| unreadable(categories.rows.len()));
        categories.rows.push(Category { variant, class, description, remedy, retry });
    }
    categories
}

/// A category is `1XX`, `2XX`, `3XX`, `4XX` or `5XX`.
fn class(key: &Text, errors: &mut Errors) -> Option<u16> {
    const CLASSES: &[&str] = &["1XX", "2XX", "3XX", "4XX", "5XX"];
    for (class, name) in (1..).zip(CLASSES) {
        if *name == key.value {
            return Some(class);
        }
    }
    let cure = match closest(&key.value, CLASSES) {
        // Another digit is no slip of the pen.
        Some(meant) if meant.get(..1) == key.value.get(..1) => format!("; {}", did_you_mean(meant)),
        _ => String::new(),
    };
    errors.at(&key.place, format!("category must be one of `1XX` to `5XX`, found `{}`{cure}", shown(&key.value)));
    None
}

pub(super) fn statuses(raw: &RawTable, categories: &mut Categories, errors: &mut Errors) -> Rows {
    let mut rows = Rows::default();
    let mut variants = Variants::new("give this row another `variant`");
    let status_rows = raw.file.rows(keys::STATUS);
    let (_, misspelt) = status_names(raw);
    for row in status_rows {
        let number = number(&row.key, errors);
        let is_unclear = row.is_bare() && (raw.lost(keys::STATUS) || closest(&row.key.value, &misspelt).is_some());
        let key = Text { place: row.key.place.unless(is_unclear), value: row.key.value.clone() };
        let description = required(row, keys::DESCRIPTION, &key, errors);
        let reason = required(row, keys::REASON, &key, errors);
        let remedy = optional(row, keys::REMEDY, errors);
        let own_retry = retry(row, errors);
        let explicit = row.text(keys::VARIANT);
        let variant = match row.text(keys::REASON).or(explicit) {
            Some(named) => variants.derived(explicit, "reason", named, errors),
            None => variants.unknown(errors),
        };
        let category = categories.of(number, &row.key, errors);
        let inherited = categories.rows.get(category).map_or(&keys::FIX, |category| category.retry);
        let index = rows.statuses.len();
        rows.by_number.insert(row.key.value.clone(), index);
        rows.statuses.push(StatusCode {
            variant,
            number: number.unwrap_or_else(|| unreadable(index)),
            reason,
            description,
            remedy,
            category,
            causes: Vec::new(),
            errors: Vec::new(),
            cases: Vec::new(),
            retry: own_retry.unwrap_or(inherited),
            deprecated: None,
        });
    }
    let mut variants = Variants::new("rename this cause");
    // Causes of the extended table keep their place, whatever statuses the file adds causes to.
    rows.add_causes(status_rows, true, &mut variants, errors);
    rows.add_causes(status_rows, false, &mut variants, errors);
    rows
}

/// A status code is a whole number from 100 to 599, as HTTP writes it.
pub(super) fn number(code: &Text, errors: &mut Errors) -> Option<u16> {
    if let Some(number) = read(&code.value) {
        return Some(number);
    }
    let found = shown(&code.value);
    let message = match code.value.parse::<u16>() {
        Ok(number @ 100..=599) => format!("status must be three digits, found `{found}`; write `{number}`"),
        _ if !code.value.is_empty() && code.value.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("status must be between 100 and 599, found `{found}`")
        }
        _ => format!("status must be three digits between 100 and 599, found `{found}`"),
    };
    errors.at(&code.place, message);
    None
}

fn read(code: &str) -> Option<u16> {
    code.parse().ok().filter(|number: &u16| (100..=599).contains(number) && number.to_string() == code)
}

/// A number for a row that has none.
fn unreadable(row: usize) -> u16 {
    UNREADABLE.saturating_add(u16::try_from(row).unwrap_or(u16::MAX))
}

impl Categories {
    /// Every status has a category. One that is missing is missed once, however many statuses it should hold.
    fn of(&mut self, number: Option<u16>, key: &Text, errors: &mut Errors) -> usize {
        let class = number.map_or(UNREADABLE - 1, |number| number / 100);
        for (row, category) in self.rows.iter().enumerate() {
            if category.class == class {
                return row;
            }
        }
        if let Some(number) = number
            && !self.unclear
        {
            errors.at(&key.place, format!("status {number} has no category; add `[category.{class}XX]`"));
        }
        errors.lose_names();
        let variant = Ident::new(&format!("__Category{class}"), Span::call_site());
        self.rows.push(Category { variant, class, description: String::new(), remedy: None, retry: &keys::FIX });
        self.rows.len() - 1
    }
}

impl Rows {
    /// The causes of the extended table, or those of the file.
    fn add_causes(&mut self, status_rows: &[Row], shipped: bool, variants: &mut Variants, errors: &mut Errors) {
        for (status, row) in status_rows.iter().enumerate() {
            for cause in row.rows(keys::CAUSES) {
                if matches!(cause.key.place, Place::Shipped) == shipped {
                    self.add_cause(cause, status, variants, errors);
                }
            }
        }
    }

    fn add_cause(&mut self, row: &Row, status: usize, variants: &mut Variants, errors: &mut Errors) {
        let index = self.causes.len();
        if !is_numbered("causes", index, row, errors) {
            return;
        }
        let description = required(row, keys::DESCRIPTION, &row.key, errors);
        let remedy = optional(row, keys::REMEDY, errors);
        let variant = variants.named(&row.key, errors);
        // Under its name, and under what that should be.
        self.name_cause(variant.to_string(), index);
        self.name_cause(row.key.value.clone(), index);
        self.cause_places.push(row.key.place.clone());
        if let Some(owner) = self.statuses.get_mut(status) {
            owner.causes.push(index);
        }
        self.causes.push(Cause { variant, description, remedy, status, errors: Vec::new(), deprecated: None });
    }

    fn name_cause(&mut self, name: String, index: usize) {
        // The first of two keeps the name.
        if let Some(first) = self.by_cause.insert(name.clone(), index) {
            self.by_cause.insert(name, first);
        }
    }

    /// The status code that a cause belongs to, if it could be read.
    pub(super) fn status_of(&self, cause: usize) -> Option<u16> {
        let status = self.statuses.get(self.causes.get(cause)?.status)?;
        (status.number < UNREADABLE).then_some(status.number)
    }
}

/// The status codes of the table as they are spelt, and those of them that cannot be read.
pub(super) fn status_names(raw: &RawTable) -> (Vec<&str>, Vec<&str>) {
    let (mut all, mut unreadable) = (Vec::new(), Vec::new());
    for row in raw.file.rows(keys::STATUS) {
        let name = row.key.value.as_str();
        all.push(name);
        if read(name).is_none() {
            unreadable.push(name);
        }
    }
    (all, unreadable)
}

/// The causes of the table as they are spelt.
pub(super) fn cause_names(raw: &RawTable) -> Vec<&str> {
    let mut names = Vec::new();
    for status in raw.file.rows(keys::STATUS) {
        for cause in status.rows(keys::CAUSES) {
            names.push(cause.key.value.as_str());
        }
    }
    names
}
