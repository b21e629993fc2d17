//! The keys and values of TOML tables, read by type.
//!
//! What is of the wrong type, or under a misspelt key, is read as far as it can be and marked as reported, so that a slip is one
//! mistake and not also a missing key, an unknown status or a lost row.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Place, Row, Text, Value};
use crate::errors::{Errors, Mistake, shown};
use crate::keys::{Holds, Key, Kind};
use crate::order::in_order;
use crate::suggest::{closest, did_you_mean, list};

type Found<'i> = Spanned<DeValue<'i>>;

/// What every row needs while it is read.
pub(super) struct Reader<'e> {
    pub(super) place: fn(Range<usize>) -> Place,
    pub(super) errors: &'e mut Errors,
    /// The keys below which there may be rows that are not read, or not read whole.
    pub(super) lost: Vec<Key>,
}

/// A value under a key, or under what is likely meant to be that key: then `is_reported`.
struct Field<'a, 'i> {
    key: Key,
    value: &'a Found<'i>,
    is_reported: bool,
}

impl Reader<'_> {
    fn located(&self, value: &str, at: Range<usize>) -> Text {
        Text { value: value.to_owned(), place: (self.place)(at) }
    }

    /// The values of a row called `name`, or of the file itself. There is no table where a row should be and is not: then nothing is
    /// missed in it.
    pub(super) fn values(&mut self, what: &str, table: Option<&DeTable<'_>>, kind: &Kind, name: &str) -> Vec<(Key, Value)> {
        let fields = self.fields(what, table, kind);
        let mut values = Vec::new();
        for (key, holds) in kind.keys {
            let field = fields.iter().find(|field| field.key == *key);
            let value = match holds {
                Holds::Text if table.is_none() => Some(Value::Text(Text { value: String::new(), place: Place::Reported })),
                Holds::Text => field.map(|field| Value::Text(self.text(field, field.value, "a string", ""))),
                Holds::Texts => field.map(|field| Value::List(self.texts(field))),
                Holds::Numbers => field.map(|field| Value::List(self.numbers(field))),
                Holds::Cases(kind) => field.and_then(|field| self.list(field, kind, name)).map(Value::Cases),
                Holds::Rows(kind) => {
                    if table.is_none() {
                        self.lose(key);
                    }
                    Some(Value::Rows(self.rows(&fields, key, kind)))
                }
            };
            if let Some(value) = value {
                values.push((*key, value));
            }
        }
        values
    }

    /// The known keys of `table`, those that are spelt right before those that are not.
    fn fields<'a, 'i>(&mut self, what: &str, table: Option<&'a DeTable<'i>>, kind: &Kind) -> Vec<Field<'a, 'i>> {
        let mut fields = Vec::new();
        let Some(table) = table else { return fields };
        for (key, _) in kind.keys {
            if let Some(value) = table.get(*key) {
                fields.push(Field { key, value, is_reported: false });
            }
        }
        // Most rows have no other key.
        if fields.len() == table.len() {
            return fields;
        }
        for (key, value) in table {
            let word: &str = key.get_ref();
            if kind.has(word) {
                continue;
            }
            let known = kind.words();
            let cure = match closest(word, &known) {
                Some(key) => {
                    fields.push(Field { key, value, is_reported: true });
                    did_you_mean(key)
                }
                None => format!("{what} may hold {}", list(&known)),
            };
            self.errors.push(Mistake::new(format!("unknown key `{}`; {cure}", shown(word)), key.span()));
        }
        fields
    }

    /// Notes that there may be rows below `key` that cannot be read.
    fn lose(&mut self, key: Key) {
        self.lost.push(key);
        self.errors.lose_names();
    }

    /// A row is a table, or, where its kind allows it, a text.
    fn row(&mut self, key: Text, value: &Found<'_>, kind: &Kind) -> Row {
        let table = match (value.get_ref(), kind.short) {
            (DeValue::Table(table), _) => Some(table),
            (DeValue::String(text), Some(short)) => {
                let text = self.located(text, value.span());
                return Row { key, values: vec![(short, Value::Text(text))] };
            }
            _ => {
                self.errors.push(wrong_type(&key.value, "a table", value, ""));
                None
            }
        };
        let values = self.values("the row", table, kind, &key.value);
        Row { key, values }
    }

    /// The rows below `key` and below what is likely meant to be it, in the order of the file.
    fn rows(&mut self, fields: &[Field<'_, '_>], key: Key, kind: &Kind) -> Vec<Row> {
        let mut entries: Vec<(&Spanned<DeString<'_>>, &Found<'_>)> = Vec::new();
        let mut sections: Vec<&DeTable<'_>> = Vec::new();
        for field in fields {
            if field.key != key {
                continue;
            }
            let DeValue::Table(table) = field.value.get_ref() else {
                // A misspelt key with a value that holds no rows: none are lost.
                if field.is_reported && !field.value.get_ref().is_array() {
                    continue;
                }
                self.wrong_type(field, "a table", field.value, &format!("; a row begins with `{}`", kind.header));
                self.lose(key);
                continue;
            };
            if field.is_reported {
                self.lost.push(key);
            }
            for (name, value) in table {
                // What stands under the right key and under a misspelt one would else be two rows of one name.
                let word: &str = name.get_ref();
                if !sections.iter().any(|section| section.contains_key(word)) {
                    entries.push((name, value));
                }
            }
            sections.push(table);
        }
        let mut starts = Vec::new();
        for (name, _) in &entries {
            starts.push(name.span().start as u64);
        }
        let mut rows = Vec::new();
        for index in in_order(&starts) {
            if let Some((name, value)) = entries.get(index) {
                rows.push(self.row(self.located(name.get_ref(), name.span()), value, kind));
            }
        }
        rows
    }

    /// The rows of a list, each called `name`.
    fn list(&mut self, field: &Field<'_, '_>, kind: &Kind, name: &str) -> Option<Vec<Row>> {
        let cure = format!("; a row begins with `{}`", kind.header);
        let DeValue::Array(array) = field.value.get_ref() else {
            self.wrong_type(field, "a list of tables", field.value, &cure);
            return None;
        };
        let mut rows = Vec::new();
        for row in array {
            if row.get_ref().is_table() {
                rows.push(self.row(self.located(name, row.span()), row, kind));
            } else {
                self.wrong_type(field, "a list of tables", row, &cure);
            }
        }
        Some(rows)
    }

    /// A list of strings.
    fn texts(&mut self, field: &Field<'_, '_>) -> Vec<Text> {
        const EXPECTED: &str = "a list of strings";
        match field.value.get_ref() {
            DeValue::Array(array) => {
                let mut texts = Vec::new();
                for item in array {
                    texts.push(self.text(field, item, EXPECTED, ""));
                }
                texts
            }
            DeValue::String(only) => {
                let cure = format!("; write `{} = [\"{}\"]`", field.key, shown(only));
                vec![self.wrong_type(field, EXPECTED, field.value, &cure)]
            }
            _ => vec![self.wrong_type(field, EXPECTED, field.value, "")],
        }
    }

    /// A number or a list of numbers, as they are spelt.
    fn numbers(&mut self, field: &Field<'_, '_>) -> Vec<Text> {
        let DeValue::Array(array) = field.value.get_ref() else { return vec![self.number(field, field.value)] };
        let mut numbers = Vec::new();
        for item in array {
            numbers.push(self.number(field, item));
        }
        numbers
    }

    fn number(&mut self, field: &Field<'_, '_>, value: &Found<'_>) -> Text {
        let cure = match value.get_ref() {
            DeValue::Integer(number) => return self.placed(field, &number.to_string(), value),
            DeValue::String(text) if text.parse::<u16>().is_ok() => format!("; write `{text}` without quotes"),
            _ => String::new(),
        };
        self.wrong_type(field, "a whole number or a list of them", value, &cure)
    }

    fn text(&mut self, field: &Field<'_, '_>, value: &Found<'_>, expected: &str, cure: &str) -> Text {
        match value.get_ref() {
            DeValue::String(text) => self.placed(field, text, value),
            _ => self.wrong_type(field, expected, value, cure),
        }
    }

    /// A text that stands where `value` does, in the value of `field`.
    fn placed(&self, field: &Field<'_, '_>, text: &str, value: &Found<'_>) -> Text {
        let mut text = self.located(text, value.span());
        if field.is_reported {
            text.place = Place::Reported;
        }
        text
    }

    /// A mistake, unless the value is under a misspelt key; what the value says counts all the same.
    fn wrong_type(&mut self, field: &Field<'_, '_>, expected: &str, value: &Found<'_>, cure: &str) -> Text {
        if !field.is_reported {
            self.errors.push(wrong_type(field.key, expected, value, cure));
        }
        let value = value.get_ref().as_str().unwrap_or_default().to_owned();
        Text { value, place: Place::Reported }
    }
}

/// A value has the type that its key asks for.
fn wrong_type(key: &str, expected: &str, found: &Found<'_>, cure: &str) -> Mistake {
    let what = match found.get_ref() {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    Mistake::new(format!("`{}` must be {expected}, found {what}{cure}", shown(key)), found.span())
}
