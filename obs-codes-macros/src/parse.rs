//! TOML to rows: which keys there are, of which type, and where they stand.
//!
//! What a row must hold and what its values must be is for `check`, because a row may take what it lacks from the table that it
//! extends.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::errors::{Errors, Mistake};
use crate::keys::{self, Key};
use crate::suggest::closest;

/// Where a value stands.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// In the file that the caller edits.
    Own(Range<usize>),
    /// In the table that it extends, which nobody can edit from here.
    Shipped,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Located<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

pub(crate) type Text = Located<String>;

#[derive(Debug, Default)]
pub(crate) struct RawTable {
    pub(crate) extends: Option<Text>,
    pub(crate) categories: Vec<RawCategory>,
    pub(crate) statuses: Vec<RawStatus>,
    pub(crate) errors: Vec<RawError>,
}

/// `[category.4XX]`
#[derive(Debug)]
pub(crate) struct RawCategory {
    pub(crate) key: Text,
    pub(crate) name: Option<Text>,
    pub(crate) description: Option<Text>,
    pub(crate) remedy: Option<Text>,
    pub(crate) retry: Option<Text>,
}

/// `[status.403]`
#[derive(Debug)]
pub(crate) struct RawStatus {
    pub(crate) key: Text,
    pub(crate) reason: Option<Text>,
    pub(crate) variant: Option<Text>,
    pub(crate) description: Option<Text>,
    pub(crate) remedy: Option<Text>,
    pub(crate) retry: Option<Text>,
    pub(crate) causes: Vec<RawCause>,
}

/// `[status.403.causes.ClockSkew]`, or `ClockSkew = "…"` under `[status.403.causes]`
#[derive(Debug)]
pub(crate) struct RawCause {
    pub(crate) key: Text,
    pub(crate) description: Option<Text>,
    pub(crate) remedy: Option<Text>,
}

/// `[error.NoSuchKey]`
#[derive(Debug)]
pub(crate) struct RawError {
    pub(crate) key: Text,
    pub(crate) status: Option<Vec<Text>>,
    pub(crate) causes: Option<Vec<Text>>,
    pub(crate) confidence: Option<Text>,
    pub(crate) variant: Option<Text>,
    pub(crate) description: Option<Text>,
    pub(crate) remedy: Option<Text>,
    pub(crate) retry: Option<Text>,
    pub(crate) source: Option<Text>,
    pub(crate) cases: Option<Vec<RawCase>>,
}

/// `[[error.NoSuchKey.cases]]`
#[derive(Debug)]
pub(crate) struct RawCase {
    /// Where the row begins; its text is that of the code's key.
    pub(crate) key: Text,
    pub(crate) message: Option<Text>,
    pub(crate) clock: Option<Text>,
    pub(crate) description: Option<Text>,
    pub(crate) remedy: Option<Text>,
    pub(crate) causes: Option<Vec<Text>>,
}

/// The rows of a table in the order of the file; after a syntax error, those that could still be read. `place` says whose text it is.
pub(crate) fn parse(text: &str, place: fn(Range<usize>) -> Place, errors: &mut Errors) -> RawTable {
    let (document, faults) = DeTable::parse_recoverable(text);
    if let Some(fault) = faults.first() {
        let at = fault.span().unwrap_or(text.len()..text.len());
        // What the parser skipped would look like further mistakes.
        errors.only(Mistake::new(fault.message().trim().replace('\n', ", "), at));
    }
    let mut reader = Reader { place, errors };
    let mut file = reader.fields("the table", document.get_ref(), keys::FILE);
    RawTable {
        extends: file.text(keys::EXTENDS),
        categories: file.rows(keys::CATEGORY, category),
        statuses: file.rows(keys::STATUS, status),
        errors: file.rows(keys::ERROR, error),
    }
}

fn category(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<RawCategory> {
    let mut row = reader.row(&key, value, keys::CATEGORY_ROW)?;
    Some(RawCategory {
        name: row.text(keys::NAME),
        description: row.text(keys::DESCRIPTION),
        remedy: row.text(keys::REMEDY),
        retry: row.text(keys::RETRY),
        key,
    })
}

fn status(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<RawStatus> {
    let mut row = reader.row(&key, value, keys::STATUS_ROW)?;
    Some(RawStatus {
        reason: row.text(keys::REASON),
        variant: row.text(keys::VARIANT),
        description: row.text(keys::DESCRIPTION),
        remedy: row.text(keys::REMEDY),
        retry: row.text(keys::RETRY),
        causes: row.rows(keys::CAUSES, cause),
        key,
    })
}

fn cause(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<RawCause> {
    if let DeValue::String(description) = value.get_ref() {
        let description = reader.located(description.to_string(), value.span());
        return Some(RawCause { key, description: Some(description), remedy: None });
    }
    let mut row = reader.row(&key, value, keys::CAUSE_ROW)?;
    Some(RawCause { description: row.text(keys::DESCRIPTION), remedy: row.text(keys::REMEDY), key })
}

fn error(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<RawError> {
    let mut row = reader.row(&key, value, keys::ERROR_ROW)?;
    Some(RawError {
        status: row.numbers(keys::STATUS),
        causes: row.texts(keys::CAUSES),
        confidence: row.text(keys::CONFIDENCE),
        variant: row.text(keys::VARIANT),
        description: row.text(keys::DESCRIPTION),
        remedy: row.text(keys::REMEDY),
        retry: row.text(keys::RETRY),
        source: row.text(keys::SOURCE),
        cases: row.cases(&key.value),
        key,
    })
}

fn case(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> Option<RawCase> {
    let mut row = reader.row(&key, value, keys::CASE_ROW)?;
    Some(RawCase {
        message: row.text(keys::MESSAGE),
        clock: row.text(keys::CLOCK),
        description: row.text(keys::DESCRIPTION),
        remedy: row.text(keys::REMEDY),
        causes: row.texts(keys::CAUSES),
        key,
    })
}

/// What every row needs while it is read.
struct Reader<'e> {
    place: fn(Range<usize>) -> Place,
    errors: &'e mut Errors,
}

impl<'e> Reader<'e> {
    fn located(&self, value: String, at: Range<usize>) -> Text {
        Located { value, place: (self.place)(at) }
    }

    /// The keys of `table`; each is one of `known`.
    fn fields<'a, 'i>(&'a mut self, what: &str, table: &'a DeTable<'i>, known: &[Key]) -> Fields<'a, 'e, 'i> {
        for (key, _) in table {
            let word: &str = key.get_ref();
            if known.contains(&word) {
                continue;
            }
            let cure = match closest(word, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("{what} may hold {}", list(known)),
            };
            self.errors.push(Mistake::new(format!("unknown key `{}`; {cure}", shown(word)), key.span()));
        }
        Fields { table, reader: self }
    }

    /// A row is a table.
    fn row<'a, 'i>(&'a mut self, key: &Text, value: &'a Spanned<DeValue<'i>>, known: &[Key]) -> Option<Fields<'a, 'e, 'i>> {
        match value.get_ref() {
            DeValue::Table(table) => Some(self.fields("the row", table, known)),
            other => {
                self.errors.push(wrong_type(&key.value, "a table", other, value.span()));
                None
            }
        }
    }
}

/// The keys and values of one TOML table, read by type.
struct Fields<'a, 'e, 'i> {
    table: &'a DeTable<'i>,
    reader: &'a mut Reader<'e>,
}

impl Fields<'_, '_, '_> {
    /// The rows below `key`, in the order of the file.
    fn rows<T>(&mut self, key: Key, read: impl Fn(Text, &Spanned<DeValue<'_>>, &mut Reader<'_>) -> Option<T>) -> Vec<T> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.reader.errors.push(wrong_type(key, "a table", value.get_ref(), value.span()));
            return Vec::new();
        };
        in_order(table)
            .into_iter()
            .filter_map(|(key, value)| {
                let name = self.reader.located(key.get_ref().to_string(), key.span());
                read(name, value, self.reader)
            })
            .collect()
    }

    /// The cases of an error code.
    fn cases(&mut self, code: &str) -> Option<Vec<RawCase>> {
        let value = self.table.get(keys::CASES)?;
        let DeValue::Array(array) = value.get_ref() else {
            self.reader.errors.push(wrong_type(keys::CASES, "a list of tables", value.get_ref(), value.span()));
            return None;
        };
        let mut cases = Vec::new();
        for value in array {
            let row = self.reader.located(code.to_owned(), value.span());
            cases.extend(case(row, value, self.reader));
        }
        Some(cases)
    }

    fn text(&mut self, key: Key) -> Option<Text> {
        let value = self.table.get(key)?;
        self.string(key, value)
    }

    /// A list of strings.
    fn texts(&mut self, key: Key) -> Option<Vec<Text>> {
        let value = self.table.get(key)?;
        match value.get_ref() {
            DeValue::Array(array) => Some(array.iter().filter_map(|value| self.string(key, value)).collect()),
            other => {
                self.reader.errors.push(wrong_type(key, "a list of strings", other, value.span()));
                None
            }
        }
    }

    /// A number or a list of numbers, as they are spelt: whether they are in range is for `check`.
    fn numbers(&mut self, key: Key) -> Option<Vec<Text>> {
        let value = self.table.get(key)?;
        match value.get_ref() {
            DeValue::Array(array) => Some(array.iter().filter_map(|value| self.number(key, value)).collect()),
            _ => self.number(key, value).map(|number| vec![number]),
        }
    }

    fn string(&mut self, key: Key, value: &Spanned<DeValue<'_>>) -> Option<Text> {
        match value.get_ref() {
            DeValue::String(text) => Some(self.reader.located(text.to_string(), value.span())),
            other => {
                self.reader.errors.push(wrong_type(key, "a string", other, value.span()));
                None
            }
        }
    }

    fn number(&mut self, key: Key, value: &Spanned<DeValue<'_>>) -> Option<Text> {
        match value.get_ref() {
            DeValue::Integer(number) => Some(self.reader.located(number.to_string(), value.span())),
            other => {
                self.reader.errors.push(wrong_type(key, "a whole number or a list of them", other, value.span()));
                None
            }
        }
    }
}

/// The map of a table is sorted by key; the file is not.
fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<(&'a Spanned<DeString<'i>>, &'a Spanned<DeValue<'i>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_unstable_by_key(|(key, _)| key.span().start);
    entries
}

fn wrong_type(key: &str, expected: &str, found: &DeValue<'_>, at: Range<usize>) -> Mistake {
    let found = match found {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    Mistake::new(format!("`{}` must be {expected}, found {found}", shown(key)), at)
}

/// A word of the table within a message: one line, and not too long.
pub(crate) fn shown(word: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = word.chars().take(LONGEST).flat_map(char::escape_debug).collect();
    if word.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// "`a`, `b` and `c`"
pub(crate) fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
