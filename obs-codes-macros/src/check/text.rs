//! What a text of the table may hold.

use crate::errors::{Errors, shown};
use crate::keys::{self, Key};
use crate::parse::Text;

/// A text is one line, says something, begins and ends with a visible character, and holds none that a reader cannot see.
///
/// In place of a missing text stands an empty one.
pub(super) fn checked(key: Key, text: Option<&Text>, errors: &mut Errors) -> String {
    let Some(text) = text else { return String::new() };
    let empty = if keys::OPTIONAL_TEXTS.contains(&key) { "say something or leave it out" } else { "say something" };
    kept(&format!("`{key}`"), empty, text, errors)
}

/// An error code, which is a key and not a value, keeps the same rule.
pub(super) fn code(code: &Text, errors: &mut Errors) -> String {
    kept("the error code", "write it as it stands in `<Code>`", code, errors)
}

fn kept(what: &str, empty: &str, text: &Text, errors: &mut Errors) -> String {
    if let Some(fault) = fault(&text.value, empty) {
        errors.at(&text.place, format!("{what} {fault}"));
    } else if let Some((at, letter)) = unseen(&text.value) {
        let (name, cure) = match letter {
            '\u{a0}' => ("a no-break space", "write a blank"),
            '\t' => ("a tab", "write a blank"),
            '\u{feff}' => ("a byte order mark", "remove it"),
            _ => ("a control character", "remove it"),
        };
        let message = format!("{what} holds {name} (U+{:04X}) as its character {}; {cure}", u32::from(letter), at + 1);
        errors.at_letter(&text.place, letter, message);
    }
    text.value.clone()
}

fn fault(text: &str, empty: &str) -> Option<String> {
    if text.trim().is_empty() {
        return Some(format!("is empty; {empty}"));
    }
    if text.contains(is_line_end) {
        return Some("has more than one line; write it as one; whatever shows it wraps it".to_owned());
    }
    (text.trim() != text).then(|| format!("begins or ends with a blank; write `{}`", shown(text.trim())))
}

fn is_line_end(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// The first character that a reader cannot see, and how many stand before it.
fn unseen(text: &str) -> Option<(usize, char)> {
    for (before, letter) in text.chars().enumerate() {
        if letter.is_control() || letter == '\u{a0}' || letter == '\u{feff}' {
            return Some((before, letter));
        }
    }
    None
}
