//! Merges a table into the one that it extends.
//!
//! The values of a row replace those of the shipped row with the same key. This is never a mistake, because an update of the shipped
//! table may add a row that this file already has.

use std::collections::BTreeMap;

use crate::args::Shipped;
use crate::errors::{Errors, Place};
use crate::raw::{RawTable, Row, Text, Value};
use crate::read::Document;
use crate::spec;
use crate::words::shown;

/// The table to extend, if the file names one.
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

/// The rows of the extended table in their order, with the values that `own` replaces, then the rows that `own` adds.
pub(crate) fn overlay(base: RawTable, own: RawTable) -> RawTable {
    let mut file = base.file;
    merge_row(&mut file, own.file);
    RawTable { file, columns: own.columns, extends: true }
}

fn merge_row(row: &mut Row, own: Row) {
    for (key, own) in own.values {
        match (row.values.get_mut(&key), own) {
            (Some(Value::Rows(rows)), Value::Rows(own)) => merge_rows(rows, own),
            (_, own) => drop(row.values.insert(key, own)),
        }
    }
}

fn merge_rows(rows: &mut Vec<Row>, own: Vec<Row>) {
    let shipped: BTreeMap<String, usize> = rows.iter().zip(0..).map(|(row, index)| (row.key.value.clone(), index)).collect();
    for own in own {
        match shipped.get(&own.key.value).and_then(|index| rows.get_mut(*index)) {
            Some(row) => {
                // The file may have had this row before the shipped table did; then its variant must not change.
                if [spec::VARIANT, spec::REASON, spec::DESCRIPTION].iter().any(|key| own.text(key).is_some()) {
                    row.values.remove(spec::VARIANT);
                }
                merge_row(row, own);
            }
            None => rows.push(own),
        }
    }
}
