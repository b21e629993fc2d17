//! The cases of an error code.

use super::error_rows::linked_causes;
use super::status_rows::Rows;
use super::{required, text, word};
use crate::errors::{Errors, Mistake};
use crate::keys;
use crate::parse::{Place, RawCase, RawError, Text, shown};
use crate::table::Case;

/// The most cases of one code: a diagnosis keeps a bit for each.
const MOST_CASES: usize = 64;

/// The cases of the error code that becomes row `error` and lists these statuses.
pub(super) fn cases(row: &RawError, error: usize, listed: &[u16], rows: &Rows, errors: &mut Errors) -> Vec<Case> {
    let raw = row.cases.as_deref().unwrap_or_default();
    if let Some(case) = raw.get(MOST_CASES) {
        errors.at(&case.key.place, format!("more than {MOST_CASES} cases of one error code; this is one too many"));
    }
    let raw = raw.get(..MOST_CASES).unwrap_or(raw);
    unshadowed(raw, errors);
    let case = |case: &RawCase| Case {
        error,
        message: pattern(case.message.as_ref(), errors),
        clock: word("state of the clock", case.clock.as_ref(), keys::CLOCKS, errors),
        description: required(case.description.as_ref(), keys::DESCRIPTION, &case.key, errors),
        remedy: text::checked(case.remedy.as_ref(), errors),
        causes: case.causes.as_deref().map(|causes| linked_causes(causes, listed, rows, errors)),
    };
    raw.iter().map(case).collect()
}

/// A message has its variables in angle brackets: each has a name, and no two touch.
fn pattern(message: Option<&Text>, errors: &mut Errors) -> Option<String> {
    let pattern = text::checked(message, errors)?;
    let mut rest = pattern.as_str();
    let mut fault = None;
    while let Some((_, inner)) = rest.split_once('<') {
        let (name, after) = inner.split_once('>').unwrap_or_default();
        if name.is_empty() || !name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
            fault = Some("a variable of a message is a name in angle brackets, such as `<user>`");
        } else if after.starts_with('<') {
            fault = Some("two variables of a message touch; put the text between them that the server sends");
        }
        rest = after;
    }
    if let (Some(fault), Some(message)) = (fault, message) {
        errors.at(&message.place, fault);
    }
    Some(pattern)
}

/// No message takes all that a later one should: the later would never be found.
fn unshadowed(cases: &[RawCase], errors: &mut Errors) {
    let messages: Vec<&Text> = cases.iter().filter_map(|case| case.message.as_ref()).collect();
    for (index, later) in messages.iter().enumerate() {
        let folded = folded(&later.value);
        let earlier = messages.iter().take(index).find(|earlier| {
            let earlier = self::folded(&earlier.value);
            earlier != folded && covers(&earlier, &folded)
        });
        let Some(earlier) = earlier else { continue };
        let message = format!("the message `{}` is never found: an earlier one fits whatever it fits", shown(&later.value));
        errors.push(match (&later.place, &earlier.place) {
            (Place::Own(at), Place::Own(first)) => {
                Mistake::new(message, at.clone()).and("move this case before the other", first.clone(), "this fits first")
            }
            (Place::Own(at), Place::Shipped) => Mistake::new(message, at.clone()),
            (Place::Shipped, _) => Mistake::of_file(message),
        });
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
