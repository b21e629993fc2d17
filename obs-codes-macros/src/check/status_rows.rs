//! Categories, statuses and their causes.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};

use super::names::Variants;
use super::{few_enough, present, required, retry, text};
use crate::errors::{Errors, shown};
use crate::keys;
use crate::parse::{Place, RawCause, RawTable, Text};
use crate::suggest::{closest, did_you_mean};
use crate::table::{Category, Cause, Retry, StatusCode};

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
    let mut categories = Categories { rows: Vec::new(), unclear: raw.lost.contains(&keys::CATEGORY) };
    let mut variants = Variants::new("give this row another `name`");
    for row in &raw.categories {
        let class = class(&row.key, errors);
        categories.unclear |= class.is_none();
        let description = required(row.description.as_ref(), keys::DESCRIPTION, &row.key, errors);
        let remedy = text::checked(keys::REMEDY, row.remedy.as_ref(), errors);
        let retry = retry(row.retry.as_ref(), errors).unwrap_or(Retry::Fix);
        let variant = match present(row.name.as_ref(), keys::NAME, &row.key, errors) {
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
    let class = (1..).zip(CLASSES).find(|(_, class)| **class == key.value);
    if class.is_none() {
        // Another digit is no slip of the pen.
        let meant = closest(&key.value, CLASSES).filter(|meant| meant.get(..1) == key.value.get(..1));
        let cure = meant.map(|meant| format!("; {}", did_you_mean(meant))).unwrap_or_default();
        errors.at(&key.place, format!("category must be one of `1XX` to `5XX`, found `{}`{cure}", shown(&key.value)));
    }
    class.map(|(class, _)| class)
}

pub(super) fn statuses(raw: &RawTable, categories: &mut Categories, errors: &mut Errors) -> Rows {
    let mut rows = Rows::default();
    let mut variants = Variants::new("give this row another `variant`");
    let mut causes = Vec::new();
    let misspelt: Vec<&str> = raw.statuses.iter().map(|row| row.key.value.as_str()).filter(|key| read(key).is_none()).collect();
    for row in &raw.statuses {
        let number = number(&row.key, errors);
        let is_unclear = raw.lost.contains(&keys::STATUS) || closest(&row.key.value, &misspelt).is_some();
        let key = Text { place: row.key.place.unless(row.is_bare() && is_unclear), ..row.key.clone() };
        let description = required(row.description.as_ref(), keys::DESCRIPTION, &key, errors);
        let reason = required(row.reason.as_ref(), keys::REASON, &key, errors);
        let remedy = text::checked(keys::REMEDY, row.remedy.as_ref(), errors);
        let own_retry = retry(row.retry.as_ref(), errors);
        let variant = match row.reason.as_ref().or(row.variant.as_ref()) {
            Some(named) => variants.derived(row.variant.as_ref(), "reason", named, errors),
            None => variants.unknown(errors),
        };
        let category = categories.of(number, &row.key, errors);
        let inherited = categories.rows.get(category).map_or(Retry::Fix, |category| category.retry);
        let index = rows.statuses.len();
        rows.by_number.insert(row.key.value.clone(), index);
        for cause in &row.causes {
            causes.push((&cause.key, (cause, index)));
        }
        rows.statuses.push(StatusCode {
            variant,
            number: number.unwrap_or_else(|| unreadable(index)),
            reason,
            description,
            remedy,
            category,
            causes: Vec::new(),
            errors: Vec::new(),
            retry: own_retry.unwrap_or(inherited),
        });
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
    if let Some(number) = read(&code.value) {
        return Some(number);
    }
    let found = shown(&code.value);
    let message = match code.value.parse() {
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
        if let Some(row) = self.rows.iter().position(|category| category.class == class) {
            return row;
        }
        if let Some(number) = number.filter(|_| !self.unclear) {
            errors.at(&key.place, format!("status {number} has no category; add `[category.{class}XX]`"));
        }
        errors.lose_names();
        let variant = Ident::new(&format!("__Category{class}"), Span::call_site());
        self.rows.push(Category { variant, class, description: String::new(), remedy: None, retry: Retry::Fix });
        self.rows.len() - 1
    }
}

impl Rows {
    fn add_causes(&mut self, causes: &[(&Text, (&RawCause, usize))], errors: &mut Errors) {
        let mut variants = Variants::new("rename this cause");
        for (key, (row, status)) in causes {
            let description = required(row.description.as_ref(), keys::DESCRIPTION, key, errors);
            let remedy = text::checked(keys::REMEDY, row.remedy.as_ref(), errors);
            let variant = variants.named(key, errors);
            let index = self.causes.len();
            // Under its name, and under what that should be.
            self.by_cause.entry(variant.to_string()).or_insert(index);
            self.by_cause.entry(key.value.clone()).or_insert(index);
            self.cause_places.push(key.place.clone());
            if let Some(owner) = self.statuses.get_mut(*status) {
                owner.causes.push(index);
            }
            self.causes.push(Cause { variant, description, remedy, status: *status, errors: Vec::new() });
        }
    }

    /// The status code that a cause belongs to, if it could be read.
    pub(super) fn status_of(&self, cause: usize) -> Option<u16> {
        let status = self.statuses.get(self.causes.get(cause)?.status)?;
        (status.number < UNREADABLE).then_some(status.number)
    }

    /// The status codes that could not be read, as they are spelt.
    pub(super) fn unreadable(&self) -> Vec<&str> {
        let is_unreadable = |row: usize| self.statuses.get(row).is_some_and(|status| status.number >= UNREADABLE);
        self.by_number.iter().filter(|(_, row)| is_unreadable(**row)).map(|(number, _)| number.as_str()).collect()
    }
}
