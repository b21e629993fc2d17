//! The cases of an error code.

use super::error_rows::{Listed, linked_causes};
use super::status_rows::Rows;
use super::{optional, required, text, word};
use crate::errors::{Errors, shown};
use crate::keys::{self, Word};
use crate::parse::{RawTable, Row, Text};
use crate::table::{Case, Condition, Owner};

/// The most cases of one code: a diagnosis keeps a bit for each.
const MOST_CASES: usize = 64;

/// The cases of the error code that becomes row `error`, signals its causes this surely, and lists these statuses.
pub(super) fn cases(
    row: &Row,
    error: usize,
    confidence: &'static Word,
    listed: &Listed,
    raw: &RawTable,
    rows: &Rows,
    errors: &mut Errors,
) -> Vec<Case> {
    let own = few_enough(row.rows(keys::CASES), errors);
    unshadowed(own, errors);
    let mut cases = Vec::new();
    for case in own {
        let named = case.list(keys::CAUSES);
        let causes = linked_causes(named.unwrap_or_default(), listed, raw, rows, errors);
        // A shipped case whose causes do not fit the statuses that the file gives its code points nowhere, but does not rule all out.
        let has_causes = named.is_some_and(|named| named.is_empty() || !causes.is_empty());
        let message = case.text(keys::MESSAGE).map(|message| pattern(message, errors));
        cases.push(Case {
            owner: Owner::ErrorCode(error),
            conditions: message
                .map(|pattern| Condition { fact: "message".to_owned(), patterns: vec![pattern] })
                .into_iter()
                .collect(),
            clock: word("state of the clock", case.text(keys::CLOCK), keys::CLOCKS, errors),
            description: required(case, keys::DESCRIPTION, &case.key, errors),
            remedy: optional(case, keys::REMEDY, errors),
            causes: has_causes.then_some(causes),
            confidence,
        });
    }
    cases
}

/// No error code has more cases than a diagnosis can tell apart.
fn few_enough<'a>(cases: &'a [Row], errors: &mut Errors) -> &'a [Row] {
    let Some((kept, [case, ..])) = cases.split_at_checked(MOST_CASES) else { return cases };
    let code = shown(&case.key.value);
    errors.at(&case.key.place, format!("`{code}` may have {MOST_CASES} cases, and this is one more; join some of them"));
    kept
}

/// A message has its variables in angle brackets: each has a name, and no two touch.
fn pattern(message: &Text, errors: &mut Errors) -> String {
    let pattern = text::checked(keys::MESSAGE, Some(message), errors);
    if let Some(fault) = variable_fault(&pattern) {
        errors.at(&message.place, fault);
    }
    pattern
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
fn unshadowed(cases: &[Row], errors: &mut Errors) {
    let mut earlier: Vec<(&Text, String)> = Vec::new();
    for case in cases {
        let Some(message) = case.text(keys::MESSAGE) else { continue };
        if variable_fault(&message.value).is_some() {
            continue;
        }
        let folded = folded(&message.value);
        for (before, wide) in &earlier {
            if *wide != folded && covers(wide, &folded) {
                let text = format!("the message `{}` is never found; move its case before the other", shown(&message.value));
                errors.at_odds(text, (&message.place, "never found"), (&before.place, "fits whatever that one fits"));
                break;
            }
        }
        earlier.push((message, folded));
    }
}

/// Stands for a variable; no text may hold it.
const VARIABLE: char = '\0';

/// The message as it is compared: blanks folded, letters in lower case, no final full stop, all variables alike.
fn folded(message: &str) -> String {
    let mut text = String::new();
    for word in message.split_ascii_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text.make_ascii_lowercase();
    let mut rest = text.strip_suffix('.').unwrap_or(&text).trim_end();
    let mut out = String::new();
    while let Some((literal, inner)) = rest.split_once('<') {
        out.push_str(literal);
        out.push(VARIABLE);
        rest = inner.split_once('>').unwrap_or_default().1;
    }
    out + rest
}

/// Whether every message that fits `narrow` fits `wide` too.
fn covers(wide: &str, narrow: &str) -> bool {
    let Some((first, mut literals)) = wide.split_once(VARIABLE) else { return wide == narrow };
    let Some(mut rest) = narrow.strip_prefix(first) else { return false };
    while let Some((literal, after)) = literals.split_once(VARIABLE) {
        // A variable takes at least one character.
        let Some((_, found)) = without_first(rest).split_once(literal) else { return false };
        (rest, literals) = (found, after);
    }
    rest.strip_suffix(literals).is_some_and(|taken| !taken.is_empty())
}

fn without_first(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}
