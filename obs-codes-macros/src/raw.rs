//! What a TOML file says, with the place of each value, before any rule is checked.

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
    /// A value of an own column.
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
    /// The type of column that it fits.
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

    /// The type of the column that the row declares, if it is one.
    pub(crate) fn scalars(&self) -> Option<Scalars> {
        match self.text(spec::TYPE)?.value.as_str() {
            "string" => Some(Scalars::Strings),
            "integer" => Some(Scalars::Integers),
            "boolean" => Some(Scalars::Booleans),
            _ => None,
        }
    }

    /// Whether the row only holds other rows, as it does where its own header is missing.
    pub(crate) fn is_bare(&self) -> bool {
        self.values.values().all(|value| matches!(value, Value::Rows(_) | Value::Cases(_)))
    }
}

/// The type of a column of one's own.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Scalars {
    Strings,
    Integers,
    Booleans,
}

/// The columns of each kind of row, by its section of `[columns]`; each is a row with a type, and what more it says.
pub(crate) type Columns = BTreeMap<Key, Vec<Row>>;

pub(crate) struct RawTable {
    pub(crate) file: Row,
    pub(crate) columns: Columns,
    /// Whether it lies over another table.
    pub(crate) extends: bool,
}
