//! TOML to rows: which keys there are, of which type, and where they stand.
//!
//! What a row must hold and what its values must be is for `check`, because a row may take what it lacks from the table that it
//! extends.

mod reader;
mod syntax;

use std::ops::Range;

use toml::de::DeTable;

use self::reader::Reader;
use crate::errors::Errors;
use crate::keys::{self, Key};

/// Where a value stands.
#[derive(Clone)]
pub(crate) enum Place {
    /// In the file that the caller edits.
    Own(Range<usize>),
    /// In the table that it extends, which nobody can edit from here.
    Shipped,
    /// Where a mistake has been reported: what follows from it is no mistake of its own.
    Reported,
}

impl Place {
    /// This place, or none where what is wrong with it has been reported elsewhere.
    pub(crate) fn unless(&self, reported: bool) -> Self {
        if reported { Place::Reported } else { self.clone() }
    }
}

/// A text and its place.
#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) place: Place,
}

/// A row of any kind, or the file itself.
pub(crate) struct Row {
    /// Its name and where it begins; that of a case is the name of its code.
    pub(crate) key: Text,
    pub(crate) values: Vec<(Key, Value)>,
}

/// What stands under a key of a row.
pub(crate) enum Value {
    Text(Text),
    /// Numbers as they are spelt: whether they are in range is for `check`.
    List(Vec<Text>),
    /// Rows by name.
    Rows(Vec<Row>),
    /// A list of rows.
    Cases(Vec<Row>),
}

impl Row {
    pub(crate) fn value(&self, key: Key) -> Option<&Value> {
        for (name, value) in &self.values {
            if *name == key {
                return Some(value);
            }
        }
        None
    }

    pub(crate) fn text(&self, key: Key) -> Option<&Text> {
        if let Some(Value::Text(text)) = self.value(key) { Some(text) } else { None }
    }

    /// The items of a list, if there is one.
    pub(crate) fn list(&self, key: Key) -> Option<&[Text]> {
        if let Some(Value::List(items)) = self.value(key) { Some(items) } else { None }
    }

    pub(crate) fn rows(&self, key: Key) -> &[Row] {
        if let Some(Value::Rows(rows) | Value::Cases(rows)) = self.value(key) { rows } else { &[] }
    }

    pub(crate) fn value_mut(&mut self, key: Key) -> Option<&mut Value> {
        for (name, value) in &mut self.values {
            if *name == key {
                return Some(value);
            }
        }
        None
    }

    pub(crate) fn rows_mut(&mut self, key: Key) -> &mut [Row] {
        if let Some(Value::Rows(rows) | Value::Cases(rows)) = self.value_mut(key) { rows } else { &mut [] }
    }

    pub(crate) fn set(&mut self, key: Key, value: Value) {
        match self.value_mut(key) {
            Some(old) => *old = value,
            None => self.values.push((key, value)),
        }
    }

    pub(crate) fn remove(&mut self, key: Key) {
        let mut place = 0;
        while let Some((name, _)) = self.values.get(place) {
            if *name == key {
                self.values.swap_remove(place);
                return;
            }
            place += 1;
        }
    }

    /// Whether there is nothing but rows below it, as where its own header is misspelt.
    pub(crate) fn is_bare(&self) -> bool {
        self.values.iter().all(|(_, value)| matches!(value, Value::Rows(_) | Value::Cases(_)))
    }
}

pub(crate) struct RawTable {
    pub(crate) file: Row,
    /// The keys below which there may be rows that could not be read, or not whole.
    pub(crate) lost: Vec<Key>,
}

impl RawTable {
    /// Whether there may be rows below `key` that could not be read, or not whole.
    pub(crate) fn lost(&self, key: Key) -> bool {
        self.lost.contains(&key)
    }
}

/// The rows of a table in the order of the file; after a syntax error, those that could still be read. `place` says whose text it is.
pub(crate) fn parse(text: &str, place: fn(Range<usize>) -> Place, errors: &mut Errors) -> RawTable {
    let (document, faults) = DeTable::parse_recoverable(text);
    syntax::report(text, document.get_ref(), &faults, errors);
    let mut reader = Reader { place, errors, lost: Vec::new() };
    let values = reader.values("the table", Some(document.get_ref()), &keys::FILE, "");
    let mut lost = reader.lost;
    if errors.names_are_lost() {
        // A row that stands twice was likely meant to be one that is missed elsewhere.
        lost.extend_from_slice(&[keys::CATEGORY, keys::STATUS, keys::CAUSES, keys::ERROR]);
    }
    RawTable { file: Row { key: Text { value: String::new(), place: place(0..0) }, values }, lost }
}
