//! Reports syntax errors and duplicate keys.

use std::ops::Range;

use toml::de::Error;

use crate::errors::{Errors, Mistake};
use crate::spec;
use crate::words::shown;

/// The parser's messages for these errors.
const DUPLICATE: &str = "duplicate key";
const TOO_DEEP: &str = "recursion limit";

/// Why a file is not valid TOML. Only the first fault is reported: the parser skips text after it, so the others may only follow from it.
pub(super) fn fault(text: &str, faults: &[Error]) -> Option<Mistake> {
    let start = |fault: &&Error| fault.span().map_or(usize::MAX, |at| at.start);
    let first = faults.iter().filter(|fault| fault.message() != DUPLICATE).min_by_key(start)?;
    let message = match first.message().trim() {
        TOO_DEEP => "keys are nested too deeply; a row is at most three keys deep".to_owned(),
        // "expected nothing" does not help the reader.
        other => format!("TOML syntax: {}", other.trim_end_matches(", expected nothing").replace('\n', ", ")),
    };
    Some(Mistake::new(message, first.span().unwrap_or_else(|| deepest(text))))
}

/// The line with the most dots. The parser does not say where the nesting is too deep, so this is a guess.
fn deepest(text: &str) -> Range<usize> {
    let lines = text.split_inclusive('\n').scan(0, |end, line| {
        let start = *end;
        *end += line.len();
        Some((line.matches('.').count(), start..start + line.trim_end().len()))
    });
    lines.max_by_key(|(keys, _)| *keys).map_or(0..0, |(_, at)| at)
}

/// Reports keys that occur twice. If a whole row occurs twice, its keys are not reported as well.
pub(super) fn report_duplicates(text: &str, faults: &[Error], errors: &mut Errors) {
    let mut row: Option<usize> = None;
    for at in faults.iter().filter_map(Error::span) {
        if row.is_some_and(|row| text.get(row..at.start).is_some_and(|between| !between.contains("\n["))) {
            continue;
        }
        let line = text.get(..at.start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
        row = text.get(line..).is_some_and(|line| line.starts_with('[')).then_some(at.start);
        let key = text.get(at.clone()).unwrap_or_default().trim_matches(['"', '\'']);
        if !spec::is_key_of_row(key) {
            // The key is the name of a row. One of the two rows was probably meant to have another name, so references to missing rows are
            // not reported.
            super::all_incomplete(errors);
        }
        let mistake = Mistake::new(format!("duplicate key `{}`", shown(key)), at.clone());
        errors.push(match first_definition(text, line, &at) {
            Some(first) => mistake.and("defined again here", first, "first defined here"),
            None => mistake,
        });
    }
}

/// Where the duplicate key at `at` is first defined. `line` is where the line of the key begins. An earlier line must begin with the
/// same text; for a key of a row, only the lines of this row are searched.
fn first_definition(text: &str, line: usize, at: &Range<usize>) -> Option<Range<usize>> {
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
