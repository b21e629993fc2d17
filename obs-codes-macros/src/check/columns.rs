//! Checks the columns that a table declares, and their values.

use super::values::{line, optional, word};
use crate::errors::{Errors, Place};
use crate::naming;
use crate::raw::{RawTable, Row, Scalar, Scalars, Text};
use crate::spec::{self, Key};
use crate::table::{Column, ColumnValues};
use crate::words::{one_of, shown};

/// The columns of one kind of row, with a value for each of its rows.
pub(super) fn columns(raw: &RawTable, section: Key, rows: &[&Row], errors: &mut Errors) -> Vec<Column> {
    let declared = raw.columns.get(section).map_or(&[][..], Vec::as_slice);
    declared.iter().filter_map(|column| self::column(column, section, rows, errors)).collect()
}

fn column(declared: &Row, section: Key, rows: &[&Row], errors: &mut Errors) -> Option<Column> {
    let name = name(&declared.key, section, errors);
    let doc = optional(declared, spec::DOC, errors);
    let kind = kind(declared, errors);
    let allowed = allowed(declared, kind, errors);
    let default = default(declared, kind, allowed, errors);
    let values = rows.iter().map(|row| {
        let (value, place) = row.scalar(&declared.key.value)?;
        if matches!(place, Place::Shipped) {
            // This column may replace one of the extended table. Values that it does not accept are dropped.
            return (Some(value.kind()) == kind && is_allowed(value, allowed)).then(|| value.clone());
        }
        check_value(&declared.key.value, value, place, allowed, errors);
        Some(value.clone())
    });
    let values: Vec<Option<Scalar>> = values.collect();
    let or_default = || values.iter().map(|value| value.as_ref().or(default.as_ref()));
    let values = match kind? {
        Scalars::Strings => ColumnValues::Strings(or_default().map(|value| value?.string()).collect()),
        Scalars::Integers => ColumnValues::Integers(or_default().map(|value| value?.integer()).collect()),
        Scalars::Booleans => ColumnValues::Booleans(or_default().map(|value| value?.boolean()).collect()),
    };
    Some(Column { name: name?, doc, is_total: default.is_some(), values })
}

/// The name of a column is a valid name of a method, and is not already a key or method of its rows.
fn name(name: &Text, section: Key, errors: &mut Errors) -> Option<proc_macro2::Ident> {
    let kind = match section {
        spec::STATUS => &spec::STATUS_ROW,
        spec::CAUSE => &spec::CAUSE_ROW,
        _ => &spec::ERROR_ROW,
    };
    let fault = if kind.has(&name.value) {
        Some(format!("`{}` is already a key of these rows; choose another name", name.value))
    } else if spec::METHODS.contains(&name.value.as_str()) {
        Some(format!("`{}` is a method of the generated types; choose another name", name.value))
    } else {
        naming::method_fault(&name.value)
    };
    match fault {
        Some(fault) => {
            errors.at(&name.place, fault);
            None
        }
        None => naming::identifier(&name.value),
    }
}

/// A column has a type.
fn kind(declared: &Row, errors: &mut Errors) -> Option<Scalars> {
    if declared.text(spec::TYPE).is_none() {
        let name = shown(&declared.key.value);
        errors.at(&declared.key.place, format!("column `{name}` has no `type`; add `type = \"string\"`"));
    }
    word("column type", declared.text(spec::TYPE), spec::COLUMN_TYPES, errors)?;
    declared.scalars()
}

/// Only a column of strings lists its values. Each is a line, and is listed once.
fn allowed<'r>(declared: &'r Row, kind: Option<Scalars>, errors: &mut Errors) -> &'r [Text] {
    let Some(values) = declared.list(spec::VALUES) else { return &[] };
    if !matches!(kind, None | Some(Scalars::Strings)) {
        errors.at(&declared.key.place, "only a column of strings can list its `values`; remove them or set `type = \"string\"`");
        return &[];
    }
    super::references::no_duplicates("value", values, errors);
    for value in values {
        line("the value", "write a value or remove it", &value.value, &value.place, errors);
    }
    values
}

/// The default has the type of the column and is one of its values.
fn default(declared: &Row, kind: Option<Scalars>, allowed: &[Text], errors: &mut Errors) -> Option<Scalar> {
    let (value, place) = declared.scalar(spec::DEFAULT)?;
    let kind = kind?;
    if value.kind() == kind {
        check_value(spec::DEFAULT, value, place, allowed, errors);
        return Some(value.clone());
    }
    let expected = match kind {
        Scalars::Strings => "a string",
        Scalars::Integers => "a whole number",
        Scalars::Booleans => "`true` or `false`",
    };
    errors.at(place, format!("`default` must be {expected}, to match the `type` of the column"));
    None
}

/// A string is a line, and one of the values that its column lists.
fn check_value(key: &str, value: &Scalar, place: &Place, allowed: &[Text], errors: &mut Errors) {
    let Scalar::String(text) = value else { return };
    line(&format!("`{key}`"), "write a text or remove the key", text, place, errors);
    if !is_allowed(value, allowed) {
        let words: Vec<&str> = allowed.iter().map(|word| word.value.as_str()).collect();
        errors.at(place, format!("unknown {} `{}`; {}", key.replace('_', " "), shown(text), one_of(text, &words)));
    }
}

/// A column without a list of values accepts any value.
fn is_allowed(value: &Scalar, allowed: &[Text]) -> bool {
    allowed.is_empty() || allowed.iter().any(|word| value.string().is_some_and(|value| value == word.value))
}
