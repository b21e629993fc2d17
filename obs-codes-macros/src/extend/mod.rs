//! Lays a table over the one that it extends.
//!
//! A row with the same key replaces the shipped one; what it leaves out keeps the shipped value. That is never a mistake: an update of
//! the shipped table may bring a row that this file already has.

mod names;

use crate::args::Shipped;
use crate::errors::{Errors, shown};
use crate::keys::{self, Key};
use crate::parse::{Place, RawTable, Row, Value, parse};

/// The rows of the extended table, in their order, then those that `own` adds.
pub(crate) fn extend(own: RawTable, shipped: Option<&Shipped>, errors: &mut Errors) -> RawTable {
    let Some(name) = own.file.text(keys::EXTENDS) else { return own };
    let Some(shipped) = shipped else {
        errors.at(&name.place, "`extends` needs a table to extend; call the macro as `obs_codes::codes!`");
        return own;
    };
    if shipped.name != name.value {
        errors.at(&name.place, format!("unknown table `{}`; the table to extend is `{}`", shown(&name.value), shipped.name));
    }
    // The shipped table has passed every check when its own crate was compiled.
    let mut table = parse(&shipped.text, |_| Place::Shipped, &mut Errors::default());
    names::give_way(&mut table.file, &own.file, &shipped.name);
    overlay(&mut table.file, own.file);
    table.lost = own.lost;
    table
}

/// Takes what `own` says.
fn overlay(row: &mut Row, own: Row) {
    for (key, own) in own.values {
        match (row.value_mut(key), own) {
            (Some(Value::Rows(rows)), Value::Rows(own)) => overlay_rows(key, rows, own),
            (_, own) => row.set(key, own),
        }
    }
}

/// Takes what the rows below `section` say.
fn overlay_rows(section: Key, rows: &mut Vec<Row>, own: Vec<Row>) {
    // The rows of one file have different keys, so only the shipped ones need a look.
    let shipped = rows.len();
    for own in own {
        let Some(row) = rows.get_mut(..shipped).and_then(|rows| rows.iter_mut().find(|row| row.key.value == own.key.value))
        else {
            rows.push(own);
            continue;
        };
        // A row that may be older than the shipped one is called what it was called before.
        if names::is_whole(section, &own) {
            row.remove(keys::VARIANT);
        }
        overlay(row, own);
    }
}
