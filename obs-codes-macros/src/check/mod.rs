//! Every rule that a table must keep, a function a rule; what passes is a [`Table`].
//!
//! A row with a mistake is a row all the same, so that one slip in the table does not become a hundred unknown names in the code
//! that uses it. Nor does a slip become a second mistake elsewhere in the table.

mod cases;
mod error_rows;
mod names;
mod status_rows;
mod text;

use crate::errors::{Errors, Mistake, shown};
use crate::keys::{self, Key};
use crate::parse::{Place, RawTable, Text};
use crate::suggest::{closest, did_you_mean, list};
use crate::table::{Extended, Retry, Table};

/// The most rows of one type: variants are numbered in 16 bits.
const MOST_ROWS: usize = 1 << 16;

/// The table, as far as it can be read; `errors` has what is wrong with it.
pub(crate) fn check(raw: &RawTable, errors: &mut Errors) -> Table {
    a_status(raw, errors);
    let mut categories = status_rows::categories(raw, errors);
    let mut rows = status_rows::statuses(raw, &mut categories, errors);
    let mut cases = Vec::new();
    let error_rows = error_rows::errors(raw, &mut rows, &mut cases, errors);
    let extends = raw.extends.is_some().then(|| Extended {
        categories: shipped(raw.categories.iter().map(|row| &row.key)),
        statuses: shipped(raw.statuses.iter().map(|row| &row.key)),
        causes: shipped(raw.statuses.iter().flat_map(|row| &row.causes).map(|row| &row.key)),
        errors: shipped(raw.errors.iter().map(|row| &row.key)),
    });
    Table { categories: categories.rows, statuses: rows.statuses, causes: rows.causes, errors: error_rows, cases, extends }
}

fn shipped<'a>(keys: impl Iterator<Item = &'a Text>) -> usize {
    keys.filter(|key| matches!(key.place, Place::Shipped)).count()
}

/// A table has at least one status.
fn a_status(raw: &RawTable, errors: &mut Errors) {
    if raw.statuses.is_empty() && !raw.lost.contains(&keys::STATUS) {
        errors.push(Mistake::new("the table holds no status; add a row such as `[status.404]`", 0..0));
    }
}

/// No type has more rows than its enum can number.
fn few_enough<T>(what: &str, rows: &mut Vec<(&Text, T)>, errors: &mut Errors) {
    if let Some((key, _)) = rows.get(MOST_ROWS) {
        errors.at(&key.place, format!("a table may hold {MOST_ROWS} {what}, and this is one more; drop rows that nobody needs"));
        rows.truncate(MOST_ROWS);
    }
}

/// A row has the keys that its type needs.
fn present<'a>(value: Option<&'a Text>, key: Key, row: &Text, errors: &mut Errors) -> Option<&'a Text> {
    if value.is_none() {
        errors.at(&row.place, format!("`{}` has no `{key}`; add `{key} = \"…\"`", shown(&row.value)));
    }
    value
}

/// A text that its row needs; in place of a missing one stands an empty one.
fn required(value: Option<&Text>, key: Key, row: &Text, errors: &mut Errors) -> String {
    text::checked(key, present(value, key, row, errors), errors).unwrap_or_default()
}

/// A word of a fixed list: a verdict, a confidence, a state of the clock.
fn word<T: Copy>(what: &str, value: Option<&Text>, known: &[(&str, T)], errors: &mut Errors) -> Option<T> {
    let value = value?;
    let found = known.iter().find(|(word, _)| *word == value.value);
    if found.is_none() {
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        unknown_word(what, value, &words, errors);
    }
    found.map(|(_, value)| *value)
}

fn unknown_word(what: &str, value: &Text, known: &[&str], errors: &mut Errors) {
    let closest = closest(&value.value, known);
    let cure = closest.map_or_else(|| format!("write one of {}", list(known)), did_you_mean);
    errors.at(&value.place, format!("unknown {what} `{}`; {cure}", shown(&value.value)));
}

/// A verdict is one of the four.
fn retry(value: Option<&Text>, errors: &mut Errors) -> Option<Retry> {
    word("retry verdict", value, keys::RETRIES, errors)
}
