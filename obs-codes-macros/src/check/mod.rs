//! Every rule that a table must keep, a function a rule; what passes is a [`Table`].
//!
//! A row with a mistake is a row all the same, so that one slip in the table does not become a hundred unknown names in the code
//! that uses it. Nor does a slip become a second mistake elsewhere in the table.

mod cases;
mod error_rows;
mod names;
mod status_rows;
mod text;

pub(crate) use self::names::{derived_variant, named_variant};

use crate::errors::{Errors, Mistake, shown};
use crate::keys::{self, Key, Word};
use crate::parse::{Place, RawTable, Row, Text};
use crate::suggest::{closest, did_you_mean, list};
use crate::table::{Columns, Extended, Table};

/// The most rows of one type: variants are numbered in 16 bits.
const MOST_ROWS: usize = 1 << 16;

/// The table, as far as it can be read; `errors` has what is wrong with it.
pub(crate) fn check(raw: &RawTable, errors: &mut Errors) -> Table {
    a_status(raw, errors);
    let mut categories = status_rows::categories(raw, errors);
    let mut rows = status_rows::statuses(raw, &mut categories, errors);
    let mut cases = Vec::new();
    let error_rows = error_rows::errors(raw, &mut rows, &mut cases, errors);
    let extends = raw.file.text(keys::EXTENDS).is_some().then(|| extended(&raw.file));
    Table {
        categories: categories.rows,
        statuses: rows.statuses,
        causes: rows.causes,
        errors: error_rows,
        cases,
        columns: Columns::default(),
        extends,
    }
}

fn extended(file: &Row) -> Extended {
    let statuses = file.rows(keys::STATUS);
    let mut causes = 0;
    for status in statuses {
        causes += shipped(status.rows(keys::CAUSES));
    }
    Extended { categories: shipped(file.rows(keys::CATEGORY)), causes, errors: shipped(file.rows(keys::ERROR)) }
}

fn shipped(rows: &[Row]) -> usize {
    let mut count = 0;
    for row in rows {
        count += usize::from(matches!(row.key.place, Place::Shipped));
    }
    count
}

/// A table has at least one status.
fn a_status(raw: &RawTable, errors: &mut Errors) {
    if raw.file.rows(keys::STATUS).is_empty() && !raw.lost(keys::STATUS) {
        errors.push(Mistake::new("the table holds no status; add a row such as `[status.404]`", 0..0));
    }
}

/// No type has more rows than its enum can number. Whether a row that has so many before it is one of them.
fn is_numbered(what: &str, before: usize, row: &Row, errors: &mut Errors) -> bool {
    if before == MOST_ROWS {
        let message = format!("a table may hold {MOST_ROWS} {what}, and this is one more; drop rows that nobody needs");
        errors.at(&row.key.place, message);
    }
    before < MOST_ROWS
}

/// A row has the keys that its type needs.
fn present<'a>(value: Option<&'a Text>, key: Key, row: &Text, errors: &mut Errors) -> Option<&'a Text> {
    if value.is_none() {
        errors.at(&row.place, format!("`{}` has no `{key}`; add `{key} = \"…\"`", shown(&row.value)));
    }
    value
}

/// A text that its row needs; in place of a missing one stands an empty one.
fn required(row: &Row, key: Key, name: &Text, errors: &mut Errors) -> String {
    text::checked(key, present(row.text(key), key, name, errors), errors)
}

/// A text that its row may do without.
fn optional(row: &Row, key: Key, errors: &mut Errors) -> Option<String> {
    let value = row.text(key)?;
    Some(text::checked(key, Some(value), errors))
}

/// A word of a fixed list: a verdict, a confidence, a state of the clock.
fn word(what: &str, value: Option<&Text>, known: &[&'static Word], errors: &mut Errors) -> Option<&'static Word> {
    let value = value?;
    let mut words = Vec::new();
    for word in known {
        if word.spelling == value.value {
            return Some(word);
        }
        words.push(word.spelling);
    }
    let cure = match closest(&value.value, &words) {
        Some(meant) => did_you_mean(meant),
        None => format!("write one of {}", list(&words)),
    };
    errors.at(&value.place, format!("unknown {what} `{}`; {cure}", shown(&value.value)));
    None
}

/// A verdict is one of the four.
fn retry(row: &Row, errors: &mut Errors) -> Option<&'static Word> {
    word("retry verdict", row.text(keys::RETRY), keys::RETRIES, errors)
}
