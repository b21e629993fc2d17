//! Reads the values of keys by their type.

use std::ops::Range;

use toml::de::DeValue;

use super::{Field, Found, Reader};
use crate::errors::{Mistake, Place};
use crate::raw::{Scalar, Scalars, Text, Value};
use crate::spec;
use crate::words::{list, shown};

impl Reader<'_> {
    pub(super) fn texts(&mut self, field: &Field<'_, '_>) -> Vec<Text> {
        match field.value.get_ref() {
            DeValue::Array(array) => array.iter().map(|item| self.text(field, item, "a list of strings")).collect(),
            DeValue::String(only) => {
                let fix = format!("; write `{} = [\"{}\"]`", field.key, shown(only));
                vec![self.wrong_type(field, "a list of strings", field.value, &fix)]
            }
            _ => vec![self.wrong_type(field, "a list of strings", field.value, "")],
        }
    }

    pub(super) fn text_or_texts(&mut self, field: &Field<'_, '_>, value: &Found<'_>) -> Vec<Text> {
        const EXPECTED: &str = "a string or a list of strings";
        match value.get_ref() {
            DeValue::Array(array) => array.iter().map(|item| self.text(field, item, EXPECTED)).collect(),
            _ => vec![self.text(field, value, EXPECTED)],
        }
    }

    pub(super) fn named_texts(&mut self, field: &Field<'_, '_>) -> Option<Vec<(Text, Vec<Text>)>> {
        let DeValue::Table(table) = field.value.get_ref() else {
            self.wrong_type(field, "a table", field.value, &format!("; write `{} = {{ ETag = \"…\" }}`", field.key));
            return None;
        };
        let mut named: Vec<_> = table
            .iter()
            .map(|(name, value)| {
                let name = self.located(name.get_ref(), name.span());
                let texts = self.text_or_texts(&Field { key: &name.value, value, is_reported: field.is_reported }, value);
                (name, texts, value.span().start)
            })
            .collect();
        named.sort_by_key(|(_, _, start)| *start);
        Some(named.into_iter().map(|(name, texts, _)| (name, texts)).collect())
    }

    /// A number or a list of numbers, as they are spelled.
    pub(super) fn numbers(&mut self, field: &Field<'_, '_>) -> Vec<Text> {
        match field.value.get_ref() {
            DeValue::Array(array) => array.iter().map(|item| self.number(field, item)).collect(),
            _ => vec![self.number(field, field.value)],
        }
    }

    fn number(&mut self, field: &Field<'_, '_>, value: &Found<'_>) -> Text {
        let fix = match value.get_ref() {
            DeValue::Integer(number) => return self.placed(field, &number.to_string(), value),
            DeValue::String(text) if text.parse::<u16>().is_ok() => format!("; write `{text}` without quotes"),
            _ => String::new(),
        };
        self.wrong_type(field, "a whole number or a list of them", value, &fix)
    }

    /// The value of a column of this type, or of any type if it is unknown.
    pub(super) fn scalar(&mut self, field: &Field<'_, '_>, kind: Option<Scalars>) -> Option<Value> {
        let scalar = match (field.value.get_ref(), kind) {
            (DeValue::String(text), None | Some(Scalars::Strings)) => Some(Scalar::String(text.to_string())),
            (DeValue::Boolean(is_set), None | Some(Scalars::Booleans)) => Some(Scalar::Boolean(*is_set)),
            (DeValue::Integer(number), None | Some(Scalars::Integers)) => {
                i64::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok().map(Scalar::Integer)
            }
            _ => None,
        };
        let Some(scalar) = scalar else {
            let expected = match kind {
                None => "a string, a whole number or a boolean",
                Some(Scalars::Strings) => "a string",
                Some(Scalars::Integers) => "a whole number",
                Some(Scalars::Booleans) => "`true` or `false`",
            };
            let is_too_large = field.value.get_ref().is_integer() && matches!(kind, None | Some(Scalars::Integers));
            self.wrong_type(field, expected, field.value, if is_too_large { " that does not fit into 64 bits" } else { "" });
            return None;
        };
        let place = if field.is_reported { Place::Reported } else { (self.place)(field.value.span()) };
        Some(Value::Scalar(scalar, place))
    }

    pub(super) fn text(&mut self, field: &Field<'_, '_>, value: &Found<'_>, expected: &str) -> Text {
        if let DeValue::String(text) = value.get_ref() {
            return self.placed(field, text, value);
        }
        let words = spec::words_of(field.key);
        let fix = if words.is_empty() { String::new() } else { format!("; write one of {}", list(&words)) };
        self.wrong_type(field, expected, value, &fix)
    }

    pub(super) fn located(&self, value: &str, at: Range<usize>) -> Text {
        Text { value: value.to_owned(), place: (self.place)(at) }
    }

    /// A text at the place of `value`. It is poisoned if the key of `field` is misspelled.
    fn placed(&self, field: &Field<'_, '_>, text: &str, value: &Found<'_>) -> Text {
        let place = if field.is_reported { Place::Reported } else { (self.place)(value.span()) };
        Text { value: text.to_owned(), place }
    }

    /// Reports the wrong type, unless the key is misspelled, and returns the poisoned text.
    pub(super) fn wrong_type(&mut self, field: &Field<'_, '_>, expected: &str, value: &Found<'_>, fix: &str) -> Text {
        if !field.is_reported {
            self.errors.push(wrong_type(field.key, expected, value, fix));
        }
        Text { value: value.get_ref().as_str().unwrap_or_default().to_owned(), place: Place::Reported }
    }
}

/// A value has the type that its key needs.
pub(super) fn wrong_type(key: &str, expected: &str, found: &Found<'_>, fix: &str) -> Mistake {
    let what = match found.get_ref() {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    Mistake::new(format!("`{}` must be {expected}, found {what}{fix}", shown(key)), found.span())
}
