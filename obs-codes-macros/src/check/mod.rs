//! Checks every rule for tables.
//!
//! A row with a mistake still becomes a row, so that one mistake does not cause a hundred unknown names in the code that uses the
//! table, or a second mistake elsewhere in the table.

mod cases;
mod categories;
mod columns;
mod error_codes;
mod references;
mod rows;
mod statuses;
mod values;
mod variants;

use crate::errors::{Errors, Mistake, Place};
use crate::raw::{RawTable, Row};
use crate::spec;
use crate::table::{Columns, Extended, Table};

/// The maximum number of rows of one type. Variants are numbered with 16 bits.
const MOST_ROWS: usize = 1 << 16;

/// Builds the table and adds each mistake to `errors`. The table can be expanded unless it lacks variants.
pub(crate) fn check(raw: &RawTable, errors: &mut Errors) -> Table {
    not_empty(raw, errors);
    let categories = categories::categories(raw, errors);
    let mut rows = statuses::statuses(raw, &categories, errors);
    error_codes::error_codes(raw, &mut rows, errors);
    let columns = Columns {
        status: columns::columns(raw, spec::STATUS, &rows.raw_statuses, errors),
        cause: columns::columns(raw, spec::CAUSE, &rows.raw_causes, errors),
        error: columns::columns(raw, spec::ERROR, &rows.raw_errors, errors),
    };
    let extends = raw.extends.then(|| Extended {
        categories: count_shipped(raw.file.rows(spec::CATEGORY).iter()),
        causes: count_shipped(rows.raw_causes.iter().copied()),
        errors: count_shipped(rows.raw_errors.iter().copied()),
    });
    let rows::Rows { statuses, causes, errors: error_codes, cases, .. } = rows;
    Table { categories, statuses, causes, errors: error_codes, cases, columns, extends }
}

/// How many of the rows come from the extended table.
fn count_shipped<'a>(rows: impl Iterator<Item = &'a Row>) -> usize {
    rows.filter(|row| matches!(row.key.place, Place::Shipped)).count()
}

/// A table has at least one status or error code.
fn not_empty(raw: &RawTable, errors: &mut Errors) {
    let is_empty = |section| raw.file.rows(section).is_empty() && !errors.is_incomplete(section);
    if is_empty(spec::STATUS) && is_empty(spec::ERROR) {
        errors.push(Mistake::new("the table is empty; add a row such as `[status.404]` or `[error.NoSuchKey]`", 0..0));
    }
}

/// A type has at most [`MOST_ROWS`] rows. The first row beyond the limit is reported.
fn at_most<'a>(what: &str, rows: impl Iterator<Item = &'a Row>, errors: &mut Errors) -> Vec<&'a Row> {
    let mut rows: Vec<&Row> = rows.collect();
    if let Some(row) = rows.get(MOST_ROWS) {
        let message = format!("a table may have at most {MOST_ROWS} {what}, and this row exceeds the limit; remove some rows");
        errors.at(&row.key.place, message);
    }
    rows.truncate(MOST_ROWS);
    rows
}
