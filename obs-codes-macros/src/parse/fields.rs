//! The keys and values of one TOML table, read by type.
//!
//! What is of the wrong type, or under a misspelt key, is read as far as it can be and marked as reported, so that a slip is one
//! mistake and not also a missing key, an unknown status or a lost row.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{Place, Text};
use crate::errors::{Errors, Mistake, shown};
use crate::keys::Key;
use crate::suggest::{closest, did_you_mean, list};

type Value<'i> = Spanned<DeValue<'i>>;

/// What every row needs while it is read.
pub(super) struct Reader<'e> {
    place: fn(Range<usize>) -> Place,
    errors: &'e mut Errors,
    /// The keys below which there may be rows that are not read, or not read whole.
    pub(super) lost: Vec<Key>,
}

/// One table: a row, or the file itself.
pub(super) struct Fields<'a, 'e, 'i> {
    /// None where a row should be and is not: then nothing is missed in it.
    table: Option<&'a DeTable<'i>>,
    /// The values of misspelt keys, by the key that is likely meant.
    meant: Vec<(Key, &'a Value<'i>)>,
    reader: &'a mut Reader<'e>,
}

impl<'e> Reader<'e> {
    pub(super) fn new(place: fn(Range<usize>) -> Place, errors: &'e mut Errors) -> Self {
        Reader { place, errors, lost: Vec::new() }
    }

    pub(super) fn located(&self, value: String, at: Range<usize>) -> Text {
        Text { value, place: (self.place)(at) }
    }

    /// The keys of `table`; each is one of `known`.
    pub(super) fn fields<'a, 'i>(&'a mut self, what: &str, table: &'a DeTable<'i>, known: &'static [Key]) -> Fields<'a, 'e, 'i> {
        let mut meant = Vec::new();
        for (key, value) in table {
            let word: &str = key.get_ref();
            if known.contains(&word) {
                continue;
            }
            let closest = closest(word, known);
            meant.extend(closest.map(|closest| (closest, value)));
            let cure = closest.map_or_else(|| format!("{what} may hold {}", list(known)), did_you_mean);
            self.errors.push(Mistake::new(format!("unknown key `{}`; {cure}", shown(word)), key.span()));
        }
        Fields { table: Some(table), meant, reader: self }
    }

    /// Notes that there may be rows below `key` that cannot be read.
    fn lose(&mut self, key: Key) {
        self.lost.push(key);
        self.errors.lose_names();
    }

    /// A row is a table.
    pub(super) fn row<'a, 'i>(&'a mut self, key: &Text, value: &'a Value<'i>, known: &'static [Key]) -> Fields<'a, 'e, 'i> {
        if let DeValue::Table(table) = value.get_ref() {
            return self.fields("the row", table, known);
        }
        self.errors.push(wrong_type(&key.value, "a table", value, ""));
        Fields { table: None, meant: Vec::new(), reader: self }
    }
}

impl<'a, 'i> Fields<'a, '_, 'i> {
    /// The rows below `key`, in the order of the file, each read by `read`; `example` is how one begins.
    pub(super) fn rows<T>(&mut self, key: Key, example: &str, read: fn(Text, &Value<'_>, &mut Reader<'_>) -> T) -> Vec<T> {
        in_order(&self.sections(key, example))
            .into_iter()
            .map(|(key, value)| read(self.reader.located(key.get_ref().to_string(), key.span()), value, self.reader))
            .collect()
    }

    /// The tables below `key` and what may be meant to be it.
    fn sections(&mut self, key: Key, example: &str) -> Vec<&'a DeTable<'i>> {
        let meant = self.meant.iter().filter(|(meant, _)| *meant == key).map(|(_, value)| (*value, true));
        let exact = self.table.and_then(|table| table.get(key)).map(|value| (value, false));
        let mut sections = Vec::new();
        for (value, reported) in exact.into_iter().chain(meant) {
            if let DeValue::Table(table) = value.get_ref() {
                sections.push(table);
                if reported {
                    self.reader.lost.push(key);
                }
                continue;
            }
            if !reported {
                self.reader.errors.push(wrong_type(key, "a table", value, &format!("; a row begins with `{example}`")));
            }
            self.reader.lose(key);
        }
        if self.table.is_none() {
            self.reader.lose(key);
        }
        sections
    }

    /// The rows of the list below `key`, each called `name`.
    pub(super) fn list<T>(
        &mut self,
        key: Key,
        example: &str,
        name: &str,
        read: fn(Text, &Value<'_>, &mut Reader<'_>) -> T,
    ) -> Option<Vec<T>> {
        let (value, place) = self.value(key)?;
        let cure = format!("; a row begins with `{example}`");
        let DeValue::Array(array) = value.get_ref() else {
            self.wrong_type(key, "a list of tables", value, &place, &cure);
            return None;
        };
        let mut rows = Vec::new();
        for row in array {
            if row.get_ref().is_table() {
                rows.push(read(self.reader.located(name.to_owned(), row.span()), row, self.reader));
            } else {
                self.wrong_type(key, "a list of tables", row, &place, &cure);
            }
        }
        Some(rows)
    }

    pub(super) fn text(&mut self, key: Key) -> Option<Text> {
        if self.table.is_none() {
            return Some(Text { value: String::new(), place: Place::Reported });
        }
        let (value, place) = self.value(key)?;
        Some(self.string(key, "a string", value, place))
    }

    /// A list of strings.
    pub(super) fn texts(&mut self, key: Key) -> Option<Vec<Text>> {
        let (value, place) = self.value(key)?;
        let cure = match value.get_ref() {
            DeValue::Array(array) => {
                return Some(
                    array.iter().map(|item| self.string(key, "a list of strings", item, self.within(&place, item))).collect(),
                );
            }
            DeValue::String(only) => format!("; write `{key} = [\"{}\"]`", shown(only)),
            _ => String::new(),
        };
        Some(vec![self.wrong_type(key, "a list of strings", value, &place, &cure)])
    }

    /// A number or a list of numbers, as they are spelt: whether they are in range is for `check`.
    pub(super) fn numbers(&mut self, key: Key) -> Option<Vec<Text>> {
        let (value, place) = self.value(key)?;
        Some(match value.get_ref() {
            DeValue::Array(array) => array.iter().map(|item| self.number(key, item, self.within(&place, item))).collect(),
            _ => vec![self.number(key, value, place)],
        })
    }

    /// The value of a key, or of what is likely meant to be it.
    fn value(&self, key: Key) -> Option<(&'a Value<'i>, Place)> {
        if let Some(value) = self.table?.get(key) {
            return Some((value, (self.reader.place)(value.span())));
        }
        let (_, value) = self.meant.iter().find(|(meant, _)| *meant == key)?;
        Some((value, Place::Reported))
    }

    /// The place of an item of a list at `list`.
    fn within(&self, list: &Place, item: &Value<'_>) -> Place {
        if matches!(list, Place::Reported) { Place::Reported } else { (self.reader.place)(item.span()) }
    }

    fn string(&mut self, key: Key, expected: &str, value: &Value<'_>, place: Place) -> Text {
        match value.get_ref() {
            DeValue::String(text) => Text { value: text.to_string(), place },
            _ => self.wrong_type(key, expected, value, &place, ""),
        }
    }

    fn number(&mut self, key: Key, value: &Value<'_>, place: Place) -> Text {
        let cure = match value.get_ref() {
            DeValue::Integer(number) => return Text { value: number.to_string(), place },
            DeValue::String(text) if text.parse::<u16>().is_ok() => format!("; write `{text}` without quotes"),
            _ => String::new(),
        };
        self.wrong_type(key, "a whole number or a list of them", value, &place, &cure)
    }

    /// A mistake, unless the value is under a misspelt key; what the value says counts all the same.
    fn wrong_type(&mut self, key: Key, expected: &str, value: &Value<'_>, place: &Place, cure: &str) -> Text {
        if !matches!(place, Place::Reported) {
            self.reader.errors.push(wrong_type(key, expected, value, cure));
        }
        let value = value.get_ref().as_str().unwrap_or_default().to_owned();
        Text { value, place: Place::Reported }
    }
}

/// The entries of some tables in the order of the file; the map of a table is sorted by key.
fn in_order<'a, 'i>(tables: &[&'a DeTable<'i>]) -> Vec<(&'a Spanned<DeString<'i>>, &'a Value<'i>)> {
    let mut entries = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        // What stands under the right key and under a misspelt one would else be two rows of one name.
        let known = tables.get(..index).unwrap_or_default();
        entries.extend(table.iter().filter(|(key, _)| !known.iter().any(|known| known.get(key.get_ref().as_ref()).is_some())));
    }
    let mut order: Vec<(usize, usize)> = entries.iter().map(|(key, _)| key.span().start).zip(0..).collect();
    order.sort_unstable();
    order.iter().filter_map(|(_, index)| entries.get(*index).copied()).collect()
}

/// A value has the type that its key asks for.
fn wrong_type(key: &str, expected: &str, found: &Value<'_>, cure: &str) -> Mistake {
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
