//! TOML to rows: which keys there are, of which type, and where they stand.
//!
//! What a row must hold and what its values must be is for `check`, because a row may take what it lacks from the table that it
//! extends.

mod fields;
mod syntax;

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use self::fields::Reader;
use crate::errors::Errors;
use crate::keys::{self, Key};

/// Where a value stands.
#[derive(Clone, Debug)]
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
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) place: Place,
}

#[derive(Debug, Default)]
pub(crate) struct RawTable {
    pub(crate) extends: Option<Text>,
    pub(crate) categories: Vec<RawCategory>,
    pub(crate) statuses: Vec<RawStatus>,
    pub(crate) errors: Vec<RawError>,
    /// The keys below which there may be rows that could not be read, or not whole.
    pub(crate) lost: Vec<Key>,
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

impl RawStatus {
    /// Whether there is nothing but rows below it, as where its own header is misspelt.
    pub(crate) fn is_bare(&self) -> bool {
        [&self.reason, &self.variant, &self.description, &self.remedy, &self.retry].iter().all(|text| text.is_none())
    }
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

impl RawError {
    /// Whether there is nothing but rows below it, as where its own header is misspelt.
    pub(crate) fn is_bare(&self) -> bool {
        let texts = [&self.confidence, &self.variant, &self.description, &self.remedy, &self.retry, &self.source];
        texts.iter().all(|text| text.is_none()) && self.status.is_none() && self.causes.is_none()
    }
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
    syntax::report(text, document.get_ref(), &faults, errors);
    let mut reader = Reader::new(place, errors);
    let mut file = reader.fields("the table", document.get_ref(), keys::FILE);
    let mut table = RawTable {
        extends: file.text(keys::EXTENDS),
        categories: file.rows(keys::CATEGORY, "[category.4XX]", category),
        statuses: file.rows(keys::STATUS, "[status.404]", status),
        errors: file.rows(keys::ERROR, "[error.NoSuchKey]", error),
        lost: Vec::new(),
    };
    table.lost = reader.lost;
    if errors.names_are_lost() {
        // A row that stands twice was likely meant to be one that is missed elsewhere.
        table.lost.extend([keys::CATEGORY, keys::STATUS, keys::CAUSES, keys::ERROR]);
    }
    table
}

fn category(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> RawCategory {
    let mut row = reader.row(&key, value, keys::CATEGORY_ROW);
    RawCategory {
        name: row.text(keys::NAME),
        description: row.text(keys::DESCRIPTION),
        remedy: row.text(keys::REMEDY),
        retry: row.text(keys::RETRY),
        key,
    }
}

fn status(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> RawStatus {
    let mut row = reader.row(&key, value, keys::STATUS_ROW);
    RawStatus {
        reason: row.text(keys::REASON),
        variant: row.text(keys::VARIANT),
        description: row.text(keys::DESCRIPTION),
        remedy: row.text(keys::REMEDY),
        retry: row.text(keys::RETRY),
        causes: row.rows(keys::CAUSES, "[status.403.causes.ClockSkew]", cause),
        key,
    }
}

fn cause(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> RawCause {
    if let DeValue::String(description) = value.get_ref() {
        let description = reader.located(description.to_string(), value.span());
        return RawCause { key, description: Some(description), remedy: None };
    }
    let mut row = reader.row(&key, value, keys::CAUSE_ROW);
    RawCause { description: row.text(keys::DESCRIPTION), remedy: row.text(keys::REMEDY), key }
}

fn error(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> RawError {
    let mut row = reader.row(&key, value, keys::ERROR_ROW);
    RawError {
        status: row.numbers(keys::STATUS),
        causes: row.texts(keys::CAUSES),
        confidence: row.text(keys::CONFIDENCE),
        variant: row.text(keys::VARIANT),
        description: row.text(keys::DESCRIPTION),
        remedy: row.text(keys::REMEDY),
        retry: row.text(keys::RETRY),
        source: row.text(keys::SOURCE),
        cases: row.list(keys::CASES, "[[error.NoSuchKey.cases]]", &key.value, case),
        key,
    }
}

fn case(key: Text, value: &Spanned<DeValue<'_>>, reader: &mut Reader<'_>) -> RawCase {
    let mut row = reader.row(&key, value, keys::CASE_ROW);
    RawCase {
        message: row.text(keys::MESSAGE),
        clock: row.text(keys::CLOCK),
        description: row.text(keys::DESCRIPTION),
        remedy: row.text(keys::REMEDY),
        causes: row.texts(keys::CAUSES),
        key,
    }
}
