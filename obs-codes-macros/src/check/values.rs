//! What a value of a row may hold.

use crate::errors::{Errors, Place};
use crate::raw::{Row, Text};
use crate::spec::{self, Key, Word};
use crate::words::{one_of, shown};

/// Where a row lacks what it needs. A row of an incomplete section that only holds other rows lacks its own header, and nothing else
/// is missing.
pub(super) fn row_key(row: &Row, section: &'static str, errors: &Errors) -> Text {
    let is_headless = row.is_bare() && errors.is_incomplete(section);
    Text { value: row.key.value.clone(), place: if is_headless { Place::Reported } else { row.key.place.clone() } }
}

/// A row has the keys that its type needs.
pub(super) fn present<'a>(value: Option<&'a Text>, key: Key, row: &Text, errors: &mut Errors) -> Option<&'a Text> {
    if value.is_none() {
        errors.at(&row.place, format!("`{}` has no `{key}`; add `{key} = \"…\"`", shown(&row.value)));
    }
    value
}

/// A text that its row needs; a missing one is reported at `name`, and is empty.
pub(super) fn required(row: &Row, key: Key, name: &Text, errors: &mut Errors) -> String {
    present(row.text(key), key, name, errors).map(|value| text(key, value, errors)).unwrap_or_default()
}

/// A text that its row may do without.
pub(super) fn optional(row: &Row, key: Key, errors: &mut Errors) -> Option<String> {
    row.text(key).map(|value| text(key, value, errors))
}

/// A word of a fixed list: a verdict, a confidence, a state of the clock.
pub(super) fn word(what: &str, value: Option<&Text>, words: &[&'static Word], errors: &mut Errors) -> Option<&'static Word> {
    let value = value?;
    let found = words.iter().find(|word| word.spelling == value.value).copied();
    if found.is_none() {
        let spellings: Vec<&str> = words.iter().map(|word| word.spelling).collect();
        errors.at(&value.place, format!("unknown {what} `{}`; {}", shown(&value.value), one_of(&value.value, &spellings)));
    }
    found
}

/// A verdict is one of the four.
pub(super) fn retry(row: &Row, errors: &mut Errors) -> Option<&'static Word> {
    word("retry verdict", row.text(spec::RETRY), spec::RETRIES, errors)
}

/// A status code is a whole number from 100 to 599, as HTTP writes it.
pub(super) fn number(code: &Text, errors: &mut Errors) -> Option<u16> {
    let found = shown(&code.value);
    let message = match code.value.parse::<u16>() {
        Ok(number @ 100..=599) if number.to_string() == code.value => return Some(number),
        Ok(number @ 100..=599) => format!("status must be three digits, found `{found}`; write `{number}`"),
        _ if !code.value.is_empty() && code.value.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("status must be between 100 and 599, found `{found}`")
        }
        _ => format!("status must be three digits between 100 and 599, found `{found}`"),
    };
    errors.at(&code.place, message);
    None
}

/// A text of a row is a [`line`].
pub(super) fn text(key: &str, value: &Text, errors: &mut Errors) -> String {
    let empty = if spec::OPTIONAL.contains(&key) { "say something or leave it out" } else { "say something" };
    line(&format!("`{key}`"), empty, &value.value, &value.place, errors)
}

/// A line says something, begins and ends with a visible character, and holds none that a reader cannot see.
pub(super) fn line(what: &str, empty: &str, text: &str, place: &Place, errors: &mut Errors) -> String {
    if let Some(fault) = fault(text, empty) {
        errors.at(place, format!("{what} {fault}"));
    } else if let Some((before, letter)) = text.chars().enumerate().find(|(_, letter)| is_unseen(*letter)) {
        let (name, fix) = described(letter);
        let message = format!("{what} holds {name} (U+{:04X}) as its character {}; {fix}", u32::from(letter), before + 1);
        errors.at_letter(place, letter, message);
    }
    text.to_owned()
}

fn fault(text: &str, empty: &str) -> Option<String> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        Some(format!("is empty; {empty}"))
    } else if text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        Some("has more than one line; write it as one, and programs will wrap it".to_owned())
    } else if trimmed != text {
        Some(format!("begins or ends with whitespace; write `{}`", shown(trimmed)))
    } else {
        None
    }
}

/// Whether a reader cannot see the character, or takes it for another one.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
        )
}

fn described(letter: char) -> (&'static str, &'static str) {
    match letter {
        '\u{a0}' => ("a no-break space", "write a space"),
        '\t' => ("a tab", "write a space"),
        '\u{ad}' => ("a soft hyphen", "remove it"),
        '\u{feff}' => ("a byte order mark", "remove it"),
        '\u{200b}' => ("a zero-width space", "remove it"),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            ("a direction mark", "remove it")
        }
        letter if letter.is_control() => ("a control character", "remove it"),
        _ => ("an invisible character", "remove it"),
    }
}
