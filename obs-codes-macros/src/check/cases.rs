//! The cases of an error code.

use super::error_rows::{Listed, linked_causes};
use super::status_rows::Rows;
use super::{required, text, word};
use crate::errors::{Errors, shown};
use crate::keys;
use crate::parse::{RawCase, RawError, RawTable, Text};
use crate::table::Case;

/// The most cases of one code: a diagnosis keeps a bit for each.
const MOST_CASES: usize = 64;

/// The cases of the error code that becomes row `error` and lists these statuses.
pub(super) fn cases(
    row: &RawError,
    error: usize,
    listed: &Listed,
    raw: &RawTable,
    rows: &Rows,
    errors: &mut Errors,
) -> Vec<Case> {
    let own = few_enough(row.cases.as_deref().unwrap_or_default(), errors);
    unshadowed(own, errors);
    let case = |case: &RawCase| Case {
        error,
        message: pattern(case.message.as_ref(), errors),
        clock: word("state of the clock", case.clock.as_ref(), keys::CLOCKS, errors),
        description: required(case.description.as_ref(), keys::DESCRIPTION, &case.key, errors),
        remedy: text::checked(keys::REMEDY, case.remedy.as_ref(), errors),
        causes: case.causes.as_deref().map(|causes| linked_causes(causes, listed, raw, rows, errors)),
    };
    own.iter().map(case).collect()
}

/// No error code has more cases than a diagnosis can tell apart.
fn few_enough<'a>(cases: &'a [RawCase], errors: &mut Errors) -> &'a [RawCase] {
    let Some((kept, [case, ..])) = cases.split_at_checked(MOST_CASES) else { return cases };
    let code = shown(&case.key.value);
    errors.at(&case.key.place, format!("`{code}` may have {MOST_CASES} cases, and this is one more; join some of them"));
    kept
}

/// A message has its variables in angle brackets: each has a name, and no two touch.
fn pattern(message: Option<&Text>, errors: &mut Errors) -> Option<String> {
    let message = message?;
    let pattern = text::checked(keys::MESSAGE, Some(message), errors)?;
    if let Some(fault) = variable_fault(&pattern) {
        errors.at(&message.place, fault);
    }
    Some(pattern)
}

fn variable_fault(pattern: &str) -> Option<String> {
    let mut rest = pattern;
    while let Some((_, inner)) = rest.split_once('<') {
        let Some((name, after)) = inner.split_once('>') else {
            return Some("`<` of a message begins a variable, and no `>` ends it; write it as `<user>`".to_owned());
        };
        let name = shown(name);
        if name.is_empty() || !name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
            return Some(format!(
                "`<{name}>` of a message is no variable; name one with letters, digits and `_`, such as `<user>`"
            ));
        }
        if after.starts_with('<') {
            return Some(format!("`<{name}>` touches the next variable; put the text between them that the server sends"));
        }
        rest = after;
    }
    None
}

/// No message takes all that a later one should: the later would never be found.
fn unshadowed(cases: &[RawCase], errors: &mut Errors) {
    let messages = cases.iter().filter_map(|case| case.message.as_ref());
    let patterns = messages.filter(|message| variable_fault(&message.value).is_none());
    let messages: Vec<(&Text, String)> = patterns.map(|message| (message, folded(&message.value))).collect();
    for (index, (later, folded)) in messages.iter().enumerate() {
        let mut before = messages.iter().take(index);
        if let Some((earlier, _)) = before.find(|(_, earlier)| earlier != folded && covers(earlier, folded)) {
            let message = format!("the message `{}` is never found; move its case before the other", shown(&later.value));
            errors.at_odds(message, (&later.place, "never found"), (&earlier.place, "fits whatever that one fits"));
        }
    }
}

/// Stands for a variable; no text may hold it.
const VARIABLE: char = '\0';

/// The message as it is compared: blanks folded, letters in lower case, no final full stop, all variables alike.
fn folded(message: &str) -> String {
    let words: Vec<&str> = message.split_ascii_whitespace().collect();
    let mut text = words.join(" ").to_ascii_lowercase();
    if text.ends_with('.') {
        text.pop();
    }
    let mut out = String::new();
    let mut rest = text.trim_end();
    while let Some((literal, inner)) = rest.split_once('<') {
        out.push_str(literal);
        out.push(VARIABLE);
        rest = inner.split_once('>').unwrap_or_default().1;
    }
    out + rest
}

/// Whether every message that fits `narrow` fits `wide` too.
fn covers(wide: &str, narrow: &str) -> bool {
    let mut literals = wide.split(VARIABLE);
    let Some(mut rest) = literals.next().and_then(|first| narrow.strip_prefix(first)) else { return false };
    let Some(last) = literals.next_back() else { return rest.is_empty() };
    for literal in literals {
        // A variable takes at least one character.
        let skipped = rest.chars().next().map_or(0, char::len_utf8);
        let Some((_, after)) = rest.get(skipped..).and_then(|rest| rest.split_once(literal)) else { return false };
        rest = after;
    }
    rest.strip_suffix(last).is_some_and(|taken| !taken.is_empty())
}
