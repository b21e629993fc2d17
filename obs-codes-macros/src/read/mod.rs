//! Reads TOML into raw rows: the keys, their types and their positions.
//!
//! `check` decides which keys a row needs and which values they may have, because a row may inherit values from the table that this
//! one extends.

mod columns;
mod rows;
mod syntax;
mod values;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::errors::{Errors, Mistake, Place};
use crate::raw::{Columns, RawTable, Row, Text};
use crate::spec;
use crate::words::closest;

/// A parsed file.
pub(crate) struct Document<'t> {
    table: Spanned<DeTable<'t>>,
    /// The first syntax error. If there is one, all other mistakes in the file only follow from it.
    pub(crate) fault: Option<Mistake>,
}

impl<'t> Document<'t> {
    /// Parses a file. A key that occurs twice is reported, and the rest of the file is still read.
    pub(crate) fn parse(text: &'t str, errors: &mut Errors) -> Self {
        let (table, faults) = DeTable::parse_recoverable(text);
        let fault = syntax::fault(text, &faults);
        if fault.is_some() {
            all_incomplete(errors);
        } else {
            syntax::report_duplicates(text, &faults, errors);
        }
        Document { table, fault }
    }

    /// The name of the table that this one extends.
    pub(crate) fn extends(&self, errors: &mut Errors) -> Option<Text> {
        let table = self.table.get_ref();
        if let Some(name) = table.get(spec::EXTENDS) {
            return Some(name_of(name, Place::Own(name.span())));
        }
        let words = spec::FILE.words();
        if let Some((_, name)) = table.iter().find(|(key, _)| closest(key.get_ref(), &words) == Some(spec::EXTENDS)) {
            return Some(name_of(name, Place::Reported));
        }
        let (key, name) = misplaced_extends(table)?;
        errors.push(Mistake::new("`extends` belongs above the first header of the file; move it up", key));
        Some(name_of(name, Place::Reported))
    }

    /// The rows of the table. They may use the inherited columns and those that the file declares.
    pub(crate) fn rows(&self, inherited: &Columns, place: fn(Range<usize>) -> Place, errors: &mut Errors) -> RawTable {
        let table = self.table.get_ref();
        let columns = columns::read(table, inherited, place, errors);
        let mut reader = Reader { place, columns: &columns, errors };
        let values = reader.values(table, &spec::FILE, "");
        let key = Text { value: String::new(), place: place(0..0) };
        RawTable { file: Row { key, values }, columns, extends: false }
    }
}

type Found<'i> = Spanned<DeValue<'i>>;

/// What reading any row needs.
struct Reader<'r> {
    place: fn(Range<usize>) -> Place,
    columns: &'r Columns,
    errors: &'r mut Errors,
}

/// The value of a known key. If the key is misspelled, this has been reported.
struct Field<'a, 'i> {
    key: &'a str,
    value: &'a Found<'i>,
    is_reported: bool,
}

/// Marks every section as incomplete, because it is unknown which rows could not be read.
fn all_incomplete(errors: &mut Errors) {
    for section in [spec::CATEGORY, spec::STATUS, spec::CAUSES, spec::ERROR] {
        errors.set_incomplete(section);
    }
}

/// The name of a table. A value that is not a string is reported later, by `rows`.
fn name_of(value: &Spanned<DeValue<'_>>, place: Place) -> Text {
    match value.get_ref().as_str() {
        Some(name) => Text { value: name.to_owned(), place },
        None => Text { value: String::new(), place: Place::Reported },
    }
}

/// `extends` as a key of a row, which it becomes if it is written after the row's header.
fn misplaced_extends<'a, 't>(table: &'a DeTable<'t>) -> Option<(Range<usize>, &'a Spanned<DeValue<'t>>)> {
    table.iter().find_map(|(key, value)| match value.get_ref() {
        DeValue::Table(row) => misplaced_extends(row),
        _ => (key.get_ref() == spec::EXTENDS).then(|| (key.span(), value)),
    })
}
