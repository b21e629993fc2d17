//! Reads rows and the values of their keys.
//!
//! A value of the wrong type, or of a misspelled key, is still read if possible, and poisoned, so that the same mistake is not also
//! reported as a missing key, an unknown status or a missing row.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::values::wrong_type;
use super::{Field, Found, Reader};
use crate::errors::{Mistake, Place};
use crate::raw::{Row, Text, Value};
use crate::spec::{self, Key, Kind, ValueType};
use crate::words::{closest, did_you_mean, list, shown};

impl Reader<'_> {
    /// The values of a row called `name`, or of the file itself.
    pub(super) fn values(&mut self, table: &DeTable<'_>, kind: &Kind, name: &str) -> BTreeMap<String, Value> {
        let columns = kind.columns.and_then(|section| self.columns.get(section)).map_or(&[][..], Vec::as_slice);
        let mut known = kind.words();
        known.extend(columns.iter().map(|column| column.key.value.as_str()));
        let fields = self.fields(table, kind, &known);
        let field = |key: &str| fields.iter().find(|field| field.key == key);
        let mut values = BTreeMap::new();
        for (key, value_type) in kind.keys {
            let value = match (value_type, field(key)) {
                (ValueType::Rows(kind), _) => Some(Value::Rows(self.rows(table, &fields, key, kind))),
                (ValueType::Columns, _) | (_, None) => None,
                (ValueType::Text, Some(field)) => Some(Value::Text(self.text(field, field.value, "a string"))),
                (ValueType::Texts, Some(field)) => Some(Value::List(self.texts(field))),
                (ValueType::TextOrTexts, Some(field)) => Some(Value::List(self.text_or_texts(field, field.value))),
                (ValueType::Numbers, Some(field)) => Some(Value::List(self.numbers(field))),
                (ValueType::NamedTexts, Some(field)) => self.named_texts(field).map(Value::Named),
                (ValueType::Scalar, Some(field)) => self.scalar(field, None),
                (ValueType::Cases(kind), Some(field)) => self.cases(field, kind, name).map(Value::Cases),
            };
            values.extend(value.map(|value| ((*key).to_owned(), value)));
        }
        for column in columns {
            let name = column.key.value.as_str();
            let value = field(name).and_then(|field| self.scalar(field, column.scalars()));
            values.extend(value.map(|value| (name.to_owned(), value)));
        }
        values
    }

    /// The values of the known keys in `table`. Those with correctly spelled keys come first.
    fn fields<'a, 'i>(&mut self, table: &'a DeTable<'i>, kind: &Kind, known: &[&'a str]) -> Vec<Field<'a, 'i>> {
        let right = known.iter().filter_map(|key| Some(Field { key, value: table.get(*key)?, is_reported: false }));
        let mut fields: Vec<Field<'_, '_>> = right.collect();
        for (name, value) in table.iter().filter(|(name, _)| !known.contains(&name.get_ref().as_ref())) {
            let word: &str = name.get_ref();
            let fix = match closest(word, known) {
                // `Document::extends` reports that it is misplaced.
                None if word == spec::EXTENDS => continue,
                None => unknown_key(word, value, kind, known),
                Some(meant) => {
                    fields.push(Field { key: meant, value, is_reported: true });
                    did_you_mean(meant)
                }
            };
            // A name with a dot is reported by `entries`.
            if !is_dotted(name, value, kind) {
                self.errors.push(Mistake::new(format!("unknown key `{}`; {fix}", shown(word)), name.span()));
            }
        }
        fields
    }

    /// The rows of `section` and of its misspellings, in the order of the file.
    fn rows(&mut self, file: &DeTable<'_>, fields: &[Field<'_, '_>], section: Key, kind: &Kind) -> Vec<Row> {
        let mut entries: Vec<(Text, &Found<'_>)> = Vec::new();
        for field in fields.iter().filter(|field| field.key == section) {
            let value = field.value.get_ref();
            if field.is_reported && (value.is_table() || value.is_array()) {
                self.set_incomplete(section);
            }
            match value {
                DeValue::Table(table) => {
                    for (name, value) in table {
                        self.entries(self.located(name.get_ref(), name.span()), value, kind, &mut entries);
                    }
                }
                // The misspelled key has been reported, and its value contains no rows.
                _ if field.is_reported => {}
                _ => {
                    self.wrong_type(field, "a table", field.value, &format!("; a row begins with `{}`", kind.header));
                    self.set_incomplete(section);
                }
            }
        }
        let without_section = file.iter().filter(|(name, value)| section_of(name.get_ref(), value) == Some(section));
        entries.extend(without_section.map(|(name, value)| (self.located(name.get_ref(), name.span()), value)));
        // A row of the section and a row of a misspelled section may have the same name.
        let mut names = BTreeSet::new();
        entries.retain(|(name, _)| names.insert(name.value.clone()));
        entries.sort_by_key(|(_, value)| value.span().start);
        entries.into_iter().filter_map(|(name, value)| self.row(name, value, section, kind)).collect()
    }

    /// Adds the row called `name`, and the rows that TOML nests in it because their names have a dot and no quotes.
    fn entries<'a, 'i>(&mut self, name: Text, value: &'a Found<'i>, kind: &Kind, entries: &mut Vec<(Text, &'a Found<'i>)>) {
        let row = value.get_ref().as_table().filter(|_| kind.has_dotted_names);
        let below: Vec<_> = row.iter().flat_map(|row| row.iter()).filter(|(key, value)| is_dotted(key, value, kind)).collect();
        for (key, value) in &below {
            let name = Text { value: format!("{}.{}", name.value, key.get_ref()), place: Place::Reported };
            self.entries(name, value, kind, entries);
        }
        if below.is_empty() || row.is_some_and(|row| row.len() > below.len()) {
            if matches!(name.place, Place::Reported) {
                let message = format!("a name with a dot needs quotes; write `[error.\"{}\"]`", shown(&name.value));
                self.errors.push(Mistake::new(message, value.span()));
            }
            entries.push((name, value));
        }
    }

    /// Marks a section as incomplete. If the statuses are incomplete, so are their causes.
    fn set_incomplete(&mut self, section: Key) {
        self.errors.set_incomplete(section);
        if section == spec::STATUS {
            self.errors.set_incomplete(spec::CAUSES);
        }
    }

    /// The columns that a section declares, in the order of the file.
    pub(super) fn column_rows(&mut self, section: &DeTable<'_>) -> Vec<Row> {
        let mut entries: Vec<_> = section.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        let row = |(name, value): (&Spanned<DeString<'_>>, &Found<'_>)| {
            self.row(self.located(name.get_ref(), name.span()), value, spec::COLUMNS, &spec::COLUMN)
        };
        entries.into_iter().filter_map(row).collect()
    }

    /// A row is a table, or a text if its kind allows this.
    fn row(&mut self, key: Text, value: &Found<'_>, section: Key, kind: &Kind) -> Option<Row> {
        let values = match (value.get_ref(), kind.short) {
            (DeValue::Table(table), _) => self.values(table, kind, &key.value),
            (DeValue::String(text), Some(short)) => {
                BTreeMap::from([(short.to_owned(), Value::Text(self.located(text, value.span())))])
            }
            _ => {
                let expected = if kind.short.is_some() { "a string or a table" } else { "a table" };
                self.errors.push(wrong_type(&key.value, expected, value, ""));
                self.set_incomplete(section);
                return None;
            }
        };
        Some(Row { key, values })
    }

    /// The rows of a list, each called `name`.
    fn cases(&mut self, field: &Field<'_, '_>, kind: &Kind, name: &str) -> Option<Vec<Row>> {
        let fix = format!("; a row begins with `{}`", kind.header);
        let DeValue::Array(array) = field.value.get_ref() else {
            self.wrong_type(field, "a list of tables", field.value, &fix);
            return None;
        };
        let mut rows = Vec::new();
        for row in array {
            match row.get_ref() {
                DeValue::Table(table) => {
                    rows.push(Row { key: self.located(name, row.span()), values: self.values(table, kind, name) });
                }
                _ => drop(self.wrong_type(field, "a list of tables", row, &fix)),
            }
        }
        Some(rows)
    }
}

/// How to fix a key that resembles no known one.
fn unknown_key(word: &str, value: &Found<'_>, kind: &Kind, known: &[&str]) -> String {
    match (section_of(word, value), kind.columns) {
        (Some(section), None) if kind.header.is_empty() => format!("write `[{section}.{word}]`"),
        (_, Some(columns)) => {
            format!("{} may have {}, and any column declared in `[columns.{columns}]`", kind.what, list(known))
        }
        _ => format!("{} may have {}", kind.what, list(known)),
    }
}

/// The section of a row that is written without its section, such as `[404]`.
fn section_of(word: &str, value: &Found<'_>) -> Option<Key> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    match (word.len(), digits) {
        _ if !value.get_ref().is_table() => None,
        (3, 3) => Some(spec::STATUS),
        (3, 1) if word.ends_with("XX") => Some(spec::CATEGORY),
        _ => None,
    }
}

/// Whether this key of a row is the rest of the row's name, after a dot.
fn is_dotted(key: &Spanned<DeString<'_>>, value: &Found<'_>, kind: &Kind) -> bool {
    let word: &str = key.get_ref();
    kind.has_dotted_names && value.get_ref().is_table() && !kind.has(word) && closest(word, &kind.words()).is_none()
}
