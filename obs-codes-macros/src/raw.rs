//! The rows of a TOML file, with the place of each value, before any rule is checked.

use std::collections::BTreeMap;

use crate::errors::Place;
use crate::spec::{self, Key};

/// A text and its place.
#[derive(Clone)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) place: Place,
}

/// A row of any kind, or the file itself.
#[derive(Clone)]
pub(crate) struct Row {
    /// Its name and where it begins; a case has the name of its code or status.
    pub(crate) key: Text,
    pub(crate) values: BTreeMap<String, Value>,
}

/// The value of a key.
#[derive(Clone)]
pub(crate) enum Value {
    Text(Text),
    /// Texts, or numbers as they are spelled.
    List(Vec<Text>),
    /// Lists by name.
    Named(Vec<(Text, Vec<Text>)>),
    /// The value of a column.
    Scalar(Scalar, Place),
    /// Rows by name.
    Rows(Vec<Row>),
    /// A list of rows without names.
    Cases(Vec<Row>),
}

#[derive(Clone, PartialEq)]
pub(crate) enum Scalar {
    String(String),
    Integer(i64),
    Boolean(bool),
}

impl Scalar {
    /// The type of the columns that accept it.
    pub(crate) fn kind(&self) -> Scalars {
        match self {
            Scalar::String(_) => Scalars::Strings,
            Scalar::Integer(_) => Scalars::Integers,
            Scalar::Boolean(_) => Scalars::Booleans,
        }
    }

    pub(crate) fn string(&self) -> Option<String> {
        if let Scalar::String(text) = self { Some(text.clone()) } else { None }
    }

    pub(crate) fn integer(&self) -> Option<i64> {
        if let Scalar::Integer(number) = self { Some(*number) } else { None }
    }

    pub(crate) fn boolean(&self) -> Option<bool> {
        if let Scalar::Boolean(is_set) = self { Some(*is_set) } else { None }
    }
}

impl Row {
    pub(crate) fn text(&self, key: Key) -> Option<&Text> {
        match self.values.get(key) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn list(&self, key: Key) -> Option<&[Text]> {
        match self.values.get(key) {
            Some(Value::List(items)) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn named(&self, key: Key) -> &[(Text, Vec<Text>)] {
        match self.values.get(key) {
            Some(Value::Named(lists)) => lists,
            _ => &[],
        }
    }

    pub(crate) fn scalar(&self, key: &str) -> Option<(&Scalar, &Place)> {
        match self.values.get(key) {
            Some(Value::Scalar(scalar, place)) => Some((scalar, place)),
            _ => None,
        }
    }

    pub(crate) fn rows(&self, key: Key) -> &[Row] {
        match self.values.get(key) {
            Some(Value::Rows(rows) | Value::Cases(rows)) => rows,
            _ => &[],
        }
    }

    /// The type of the column that this row declares; `None` if it is missing or unknown.
    pub(crate) fn scalars(&self) -> Option<Scalars> {
        match self.text(spec::TYPE)?.value.as_str() {
            "string" => Some(Scalars::Strings),
            "integer" => Some(Scalars::Integers),
            "boolean" => Some(Scalars::Booleans),
            _ => None,
        }
    }

    /// Whether the row only contains other rows, as it does if its own header is missing.
    pub(crate) fn is_bare(&self) -> bool {
        self.values.values().all(|value| matches!(value, Value::Rows(_) | Value::Cases(_)))
    }
}

/// The type of a column.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Scalars {
    Strings,
    Integers,
    Booleans,
}

/// The declared columns, by their section of `[columns]`. Each column is a row with the keys `type`, `values`, `default` and `doc`.
pub(crate) type Columns = BTreeMap<Key, Vec<Row>>;

pub(crate) struct RawTable {
    pub(crate) file: Row,
    pub(crate) columns: Columns,
    /// Whether it extends another table.
    pub(crate) extends: bool,
}
