//! Lays a table over the one that it extends.
//!
//! A row with the same key replaces the shipped one value by value. That is never a mistake: an update of the shipped table may bring a
//! row that this file already has.

use std::collections::BTreeMap;

use crate::args::Shipped;
use crate::errors::{Errors, Place};
use crate::raw::{RawTable, Row, Text, Value};
use crate::read::Document;
use crate::spec;
use crate::words::shown;

/// The table that `name` extends, if it names one.
pub(crate) fn extended(name: Option<&Text>, shipped: Option<&Shipped>, errors: &mut Errors) -> Option<RawTable> {
    let name = name?;
    let Some(shipped) = shipped else {
        errors.at(&name.place, "`extends` needs a table to extend; call the macro as `obs_codes::codes!`");
        return None;
    };
    if shipped.name != name.value {
        errors.at(&name.place, format!("unknown table `{}`; the table to extend is `{}`", shown(&name.value), shipped.name));
    }
    // The shipped table passed every check when its own crate was compiled.
    let mut none = Errors::default();
    Some(Document::parse(&shipped.text, &mut none).rows(&BTreeMap::new(), |_| Place::Shipped, &mut none))
}

/// The rows of the extended table, in their order and with what `own` says of them, then the rows that `own` adds.
pub(crate) fn overlay(base: RawTable, own: RawTable) -> RawTable {
    let mut file = base.file;
    lay_over(&mut file, own.file);
    RawTable { file, columns: own.columns, extends: true }
}

fn lay_over(row: &mut Row, own: Row) {
    for (key, own) in own.values {
        match (row.values.get_mut(&key), own) {
            (Some(Value::Rows(rows)), Value::Rows(own)) => lay_rows_over(rows, own),
            (_, own) => drop(row.values.insert(key, own)),
        }
    }
}

fn lay_rows_over(rows: &mut Vec<Row>, own: Vec<Row>) {
    let shipped: BTreeMap<String, usize> = rows.iter().zip(0..).map(|(row, index)| (row.key.value.clone(), index)).collect();
    for own in own {
        match shipped.get(&own.key.value).and_then(|index| rows.get_mut(*index)) {
            Some(row) => {
                // The row may be older than the shipped one; then it has the variant that it had before.
                if [spec::VARIANT, spec::REASON, spec::DESCRIPTION].iter().any(|key| own.text(key).is_some()) {
                    row.values.remove(spec::VARIANT);
                }
                lay_over(row, own);
            }
            None => rows.push(own),
        }
    }
}
