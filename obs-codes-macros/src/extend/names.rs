//! Which variants shipped rows have, next to the rows that a file adds.
//!
//! An update of the shipped table may bring a row with another key and the variant of a row of the file. No build breaks by that: the
//! row of the file keeps its variant, and the shipped row takes another.

use std::collections::BTreeMap;

use crate::check::{derived_variant, named_variant};
use crate::keys::{self, Key};
use crate::parse::{Place, Row, Text, Value};

/// Gives other variants to those rows of the shipped `table` whose own ones are taken by rows that the file adds.
pub(super) fn give_way(table: &mut Row, own: &Row, extended: &str) {
    let mut prefix = derived_variant(extended);
    if prefix.is_empty() {
        prefix.push_str("Shipped");
    }
    for &section in &[keys::CATEGORY, keys::STATUS, keys::CAUSES, keys::ERROR] {
        let others = others(&named(table, section), &named(own, section), &prefix);
        if others.is_empty() {
            continue;
        }
        if section == keys::CAUSES {
            rename_causes(table, &others);
            continue;
        }
        let key = if section == keys::CATEGORY { keys::NAME } else { keys::VARIANT };
        for row in table.rows_mut(section) {
            if let Some(other) = other(&variant(section, row), &others) {
                row.set(key, Value::Text(other));
            }
        }
    }
}

/// Whether a row says what makes a row, so that it may be older than the shipped row with its key.
pub(super) fn is_whole(section: Key, row: &Row) -> bool {
    let makes_a_row = match section {
        keys::CATEGORY => keys::NAME,
        keys::STATUS => keys::REASON,
        _ => keys::DESCRIPTION,
    };
    row.text(makes_a_row).is_some() || row.text(keys::VARIANT).is_some()
}

/// The variant of a row; nothing where it has none.
fn variant(section: Key, row: &Row) -> String {
    let name = match section {
        keys::CATEGORY => row.text(keys::NAME),
        keys::CAUSES => Some(&row.key),
        _ => row.text(keys::VARIANT),
    };
    let from = match section {
        keys::STATUS => row.text(keys::REASON),
        keys::ERROR => Some(&row.key),
        _ => None,
    };
    match (name, from) {
        (Some(name), _) => named_variant(&name.value),
        (None, Some(from)) => derived_variant(&from.value),
        (None, None) => String::new(),
    }
}

/// A row of one of the two tables, as far as it is a name.
struct Named {
    /// What it is known by in both; a cause by its status too.
    key: String,
    variant: String,
    is_whole: bool,
}

impl Named {
    fn of(section: Key, row: &Row, above: &str) -> Self {
        let key = format!("{above}.{}", row.key.value);
        Named { key, variant: variant(section, row), is_whole: is_whole(section, row) }
    }
}

fn named(file: &Row, section: Key) -> Vec<Named> {
    let mut named = Vec::new();
    if section != keys::CAUSES {
        for row in file.rows(section) {
            // Whoever adds a cause to a status says nothing of the status.
            if section != keys::STATUS || !row.is_bare() {
                named.push(Named::of(section, row, ""));
            }
        }
        return named;
    }
    for status in file.rows(keys::STATUS) {
        for row in status.rows(section) {
            named.push(Named::of(section, row, &status.key.value));
        }
    }
    named
}

/// Words and a row that has each. Only the words count; a set would be compiled beside the maps of the check.
type Words = BTreeMap<String, usize>;

/// A variant that shipped rows have to give up, and the one that takes its place.
type Other = (String, String);

fn others(shipped: &[Named], own: &[Named], prefix: &str) -> Vec<Other> {
    let (mut names, mut taken) = (Words::new(), Words::new());
    let (mut shipped_keys, mut own_keys) = (Words::new(), Words::new());
    for (index, row) in shipped.iter().enumerate() {
        shipped_keys.insert(row.key.clone(), index);
        names.insert(row.variant.clone(), index);
    }
    for (index, row) in own.iter().enumerate() {
        own_keys.insert(row.key.clone(), index);
        names.insert(row.variant.clone(), index);
        if row.is_whole || !shipped_keys.contains_key(&row.key) {
            taken.insert(row.variant.clone(), index);
        }
    }
    let mut others: Vec<Other> = Vec::new();
    for row in shipped {
        // What a row is called that both tables have is for the file to say.
        if row.variant.is_empty() || !taken.contains_key(&row.variant) || own_keys.contains_key(&row.key) {
            continue;
        }
        let mut other = format!("{prefix}{}", row.variant);
        while names.contains_key(&other) {
            other.insert_str(0, prefix);
        }
        names.insert(other.clone(), others.len());
        others.push((row.variant.clone(), other));
    }
    others
}

fn other(variant: &str, others: &[Other]) -> Option<Text> {
    for (given_up, other) in others {
        if given_up == variant {
            return Some(Text { value: other.clone(), place: Place::Shipped });
        }
    }
    None
}

fn rename(name: &mut Text, others: &[Other]) {
    if let Some(other) = other(&name.value, others) {
        *name = other;
    }
}

/// Shipped rows go on speaking of the shipped cause.
fn rename_causes(table: &mut Row, others: &[Other]) {
    for status in table.rows_mut(keys::STATUS) {
        for cause in status.rows_mut(keys::CAUSES) {
            rename(&mut cause.key, others);
        }
    }
    for error in table.rows_mut(keys::ERROR) {
        rename_listed(error, others);
        for case in error.rows_mut(keys::CASES) {
            rename_listed(case, others);
        }
    }
}

fn rename_listed(row: &mut Row, others: &[Other]) {
    if let Some(Value::List(causes)) = row.value_mut(keys::CAUSES) {
        for cause in causes {
            rename(cause, others);
        }
    }
}
