//! What TOML itself refuses.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::errors::{Errors, Mistake, shown};
use crate::keys;
use crate::snippet::line_from;

/// As the parser says it.
const DUPLICATE: &str = "duplicate key";
const TOO_DEEP: &str = "recursion limit";

/// A file is TOML. Only the first fault is told, since what the parser skips after it would look like further mistakes.
pub(super) fn report(text: &str, table: &DeTable<'_>, faults: &[Error], errors: &mut Errors) {
    let mut first: Option<&Error> = None;
    for fault in faults {
        if fault.message() != DUPLICATE && first.is_none_or(|first| start(fault) < start(first)) {
            first = Some(fault);
        }
    }
    let Some(first) = first else { return duplicates(text, faults, errors) };
    let at = first.span().unwrap_or_else(|| deepest(text));
    if !keeps_names(text, table, at.start) {
        errors.lose_names();
    }
    let message = match first.message() {
        TOO_DEEP => "keys are nested too deeply; a row is at most three keys deep".to_owned(),
        // "expected nothing" helps nobody.
        other => {
            let other = other.trim();
            in_one_line("TOML syntax: ", other.strip_suffix(", expected nothing").unwrap_or(other))
        }
    };
    errors.only(Mistake::new(message, at));
}

fn in_one_line(beginning: &str, text: &str) -> String {
    let mut line = beginning.to_owned();
    for letter in text.chars() {
        if letter == '\n' {
            line.push_str(", ");
        } else {
            line.push(letter);
        }
    }
    line
}

/// Whether all rows could be read, and their names, since the fault is in the value of a key that names nothing.
fn keeps_names(text: &str, table: &DeTable<'_>, at: usize) -> bool {
    let line = line_from(text, line_start(text, at));
    let key = line.split_once('=').map_or("", |(key, _)| key.trim());
    if !keys::is_key_of_row(key) || keys::NAMING.contains(&key) {
        return false;
    }
    let mut headers = 0;
    for line in text.split_inclusive('\n') {
        headers += usize::from(line.trim_start().starts_with('['));
    }
    headers == headers_below(text, table)
}

/// How many headers the parser took for such in a table.
fn headers_below(text: &str, table: &DeTable<'_>) -> usize {
    let mut headers = 0;
    for (_, value) in table {
        headers += headers_read(text, value);
    }
    headers
}

fn headers_read(text: &str, value: &Spanned<DeValue<'_>>) -> usize {
    let mut headers = 0;
    match value.get_ref() {
        DeValue::Table(table) => {
            let is_header = text.get(value.span()).is_some_and(|header| header.starts_with('['));
            headers += usize::from(is_header) + headers_below(text, table);
        }
        DeValue::Array(array) => {
            for value in array {
                headers += headers_read(text, value);
            }
        }
        _ => {}
    }
    headers
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).map_or(0, |head| head.rfind('\n').map_or(0, |newline| newline + 1))
}

fn start(fault: &Error) -> usize {
    fault.span().map_or(usize::MAX, |at| at.start)
}

/// The line with the most keys in it: of too many keys the parser does not say where they are.
fn deepest(text: &str) -> Range<usize> {
    let (mut most, mut deepest) = (0, 0..0);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut depth = 0;
        for byte in line.bytes() {
            depth += usize::from(byte == b'.');
        }
        if depth > most {
            (most, deepest) = (depth, start..start + line.trim_end().len());
        }
        start += line.len();
    }
    deepest
}

/// A key stands once. In a row that stands twice no key is told besides.
fn duplicates(text: &str, faults: &[Error], errors: &mut Errors) {
    let mut row = None;
    for fault in faults {
        let Some(at) = fault.span() else { continue };
        if row.is_some_and(|row| text.get(row..at.start).is_some_and(|between| !between.contains("\n["))) {
            continue;
        }
        let line = line_start(text, at.start);
        row = text.get(line..).is_some_and(|line| line.starts_with('[')).then_some(at.start);
        let key = text.get(at.clone()).unwrap_or_default().trim_matches('"').trim_matches('\'');
        if !keys::is_key_of_row(key) {
            // A row, then, that was meant to have another name.
            errors.lose_names();
        }
        let mistake = Mistake::new(format!("duplicate key `{}`", shown(key)), at.clone());
        errors.push(match first(text, line, &at) {
            Some(first) => mistake.and("defined again here", first, "first defined here"),
            None => mistake,
        });
    }
}

/// Where the key at `at`, in the line that begins at `line`, is first defined: in a line that begins alike, of the same row.
fn first(text: &str, line: usize, at: &Range<usize>) -> Option<Range<usize>> {
    let beginning = text.get(line..at.end)?;
    let mut end = line;
    for earlier in text.get(..line)?.split_inclusive('\n').rev() {
        end -= earlier.len();
        let rest = earlier.strip_prefix(beginning).map(str::trim_start);
        if rest.is_some_and(|rest| rest.starts_with([']', '='])) {
            let key = end + beginning.len();
            return Some(key - at.len()..key);
        }
        if earlier.starts_with('[') && !beginning.starts_with('[') {
            return None;
        }
    }
    None
}
