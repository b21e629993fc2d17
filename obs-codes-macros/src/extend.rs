//! Lays a table over the one that it extends.
//!
//! A row with the same key replaces the shipped one; what it leaves out keeps the shipped value. That is never a mistake: an update of
//! the shipped table may bring a row that this file already has.

use crate::args::Shipped;
use crate::errors::{Errors, shown};
use crate::parse::{Place, RawCategory, RawCause, RawError, RawStatus, RawTable, parse};

/// The rows of the extended table, in their order, then those that `own` adds.
pub(crate) fn extend(own: RawTable, shipped: Option<&Shipped>, errors: &mut Errors) -> RawTable {
    let Some(name) = &own.extends else { return own };
    let Some(shipped) = shipped else {
        errors.at(&name.place, "`extends` needs a table to extend; call the macro as `obs_codes::codes!`");
        return own;
    };
    if shipped.name != name.value {
        errors.at(&name.place, format!("unknown table `{}`; the table to extend is `{}`", shown(&name.value), shipped.name));
    }
    // The shipped table has passed every check when its own crate was compiled.
    let mut table = parse(&shipped.text, |_| Place::Shipped, &mut Errors::default());
    table.extends = own.extends;
    table.lost = own.lost;
    overlay_rows(&mut table.categories, own.categories);
    overlay_rows(&mut table.statuses, own.statuses);
    overlay_rows(&mut table.errors, own.errors);
    table
}

/// A row that may replace another one.
trait Overlay {
    fn key(&self) -> &str;
    /// Takes what `own` says.
    fn overlay(&mut self, own: Self);
}

fn overlay_rows<T: Overlay>(rows: &mut Vec<T>, own: Vec<T>) {
    // The rows of one file have different keys, so only the shipped ones need a look.
    let shipped = rows.len();
    for row in own {
        match rows.iter_mut().take(shipped).find(|shipped| shipped.key() == row.key()) {
            Some(shipped) => shipped.overlay(row),
            None => rows.push(row),
        }
    }
}

fn replace<T>(value: &mut Option<T>, own: Option<T>) {
    if own.is_some() {
        *value = own;
    }
}

impl Overlay for RawCategory {
    fn key(&self) -> &str {
        &self.key.value
    }

    fn overlay(&mut self, own: Self) {
        replace(&mut self.name, own.name);
        replace(&mut self.description, own.description);
        replace(&mut self.remedy, own.remedy);
        replace(&mut self.retry, own.retry);
    }
}

impl Overlay for RawStatus {
    fn key(&self) -> &str {
        &self.key.value
    }

    fn overlay(&mut self, own: Self) {
        replace(&mut self.reason, own.reason);
        replace(&mut self.variant, own.variant);
        replace(&mut self.description, own.description);
        replace(&mut self.remedy, own.remedy);
        replace(&mut self.retry, own.retry);
        overlay_rows(&mut self.causes, own.causes);
    }
}

impl Overlay for RawCause {
    fn key(&self) -> &str {
        &self.key.value
    }

    fn overlay(&mut self, own: Self) {
        replace(&mut self.description, own.description);
        replace(&mut self.remedy, own.remedy);
    }
}

impl Overlay for RawError {
    fn key(&self) -> &str {
        &self.key.value
    }

    fn overlay(&mut self, own: Self) {
        replace(&mut self.status, own.status);
        replace(&mut self.causes, own.causes);
        replace(&mut self.confidence, own.confidence);
        replace(&mut self.variant, own.variant);
        replace(&mut self.description, own.description);
        replace(&mut self.remedy, own.remedy);
        replace(&mut self.retry, own.retry);
        replace(&mut self.source, own.source);
        replace(&mut self.cases, own.cases);
    }
}
