//! What TOML itself refuses.

use std::ops::Range;

use toml::de::Error;

use crate::errors::{Errors, Mistake, shown};

/// As the parser says it.
const DUPLICATE: &str = "duplicate key";
const TOO_DEEP: &str = "recursion limit";

/// A file is TOML. Only the first fault is told, since what the parser skips after it would look like further mistakes.
pub(super) fn report(text: &str, faults: &[Error], errors: &mut Errors) {
    let syntax = faults.iter().filter(|fault| fault.message() != DUPLICATE);
    if let Some(first) = syntax.min_by_key(|fault| start(fault)) {
        let at = first.span().unwrap_or_else(|| deepest(text));
        let message = match first.message() {
            TOO_DEEP => "keys are nested too deeply; a row is at most three keys deep".to_owned(),
            // "expected nothing" helps nobody.
            other => format!("TOML syntax: {}", other.trim().trim_end_matches(", expected nothing").replace('\n', ", ")),
        };
        return errors.only(Mistake::new(message, at));
    }
    duplicates(text, faults, errors);
}

fn start(fault: &Error) -> usize {
    fault.span().map_or(usize::MAX, |at| at.start)
}

/// The line with the most keys in it: of too many keys the parser does not say where they are.
fn deepest(text: &str) -> Range<usize> {
    let line = text.lines().max_by_key(|line| line.matches('.').count()).unwrap_or_default();
    let start = text.find(line).unwrap_or_default();
    start..start + line.len()
}

/// A key stands once. In a row that stands twice no key is told besides.
fn duplicates(text: &str, faults: &[Error], errors: &mut Errors) {
    let mut row = None;
    for at in faults.iter().filter_map(Error::span) {
        if row.is_some_and(|row| text.get(row..at.start).is_some_and(|between| !between.contains("\n["))) {
            continue;
        }
        let line = text.get(..at.start).map_or(0, |head| head.rfind('\n').map_or(0, |newline| newline + 1));
        row = text.get(line..).is_some_and(|line| line.starts_with('[')).then_some(at.start);
        let key = text.get(at.clone()).unwrap_or_default().trim_matches(['"', '\'']);
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
