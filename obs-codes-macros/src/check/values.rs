//! Checks the values of rows.

use crate::errors::{Errors, Place};
use crate::raw::{Row, Text};
use crate::spec::{self, Key, Word};
use crate::words::{one_of, shown};

/// The name of a row, at the place where missing keys are reported. In an incomplete section, a row that only contains other rows lost
/// its own header, so its missing keys are not reported.
pub(super) fn row_key(row: &Row, section: &'static str, errors: &Errors) -> Text {
    let is_headless = row.is_bare() && errors.is_incomplete(section);
    Text { value: row.key.value.clone(), place: if is_headless { Place::Reported } else { row.key.place.clone() } }
}

/// A row has the keys that its kind needs.
pub(super) fn present<'a>(value: Option<&'a Text>, key: Key, row: &Text, errors: &mut Errors) -> Option<&'a Text> {
    if value.is_none() {
        errors.at(&row.place, format!("`{}` has no `{key}`; add `{key} = \"…\"`", shown(&row.value)));
    }
    value
}

/// A text that a row needs. If it is missing, this reports it at `name` and returns an empty text.
pub(super) fn required(row: &Row, key: Key, name: &Text, errors: &mut Errors) -> String {
    present(row.text(key), key, name, errors).map(|value| text(key, value, errors)).unwrap_or_default()
}

/// A text that a row can leave out.
pub(super) fn optional(row: &Row, key: Key, errors: &mut Errors) -> Option<String> {
    row.text(key).map(|value| text(key, value, errors))
}

/// A word of a fixed list, such as a retry verdict or a confidence.
pub(super) fn word(what: &str, value: Option<&Text>, words: &[&'static Word], errors: &mut Errors) -> Option<&'static Word> {
    let value = value?;
    let found = words.iter().find(|word| word.spelling == value.value).copied();
    if found.is_none() {
        let spellings: Vec<&str> = words.iter().map(|word| word.spelling).collect();
        errors.at(&value.place, format!("unknown {what} `{}`; {}", shown(&value.value), one_of(&value.value, &spellings)));
    }
    found
}

/// A retry verdict is one of [`spec::RETRIES`].
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
        _ => format!("status must be three digits from 100 to 599, found `{found}`"),
    };
    errors.at(&code.place, message);
    None
}

/// A text of a row is a [`line()`].
pub(super) fn text(key: &str, value: &Text, errors: &mut Errors) -> String {
    let if_empty = if spec::OPTIONAL.contains(&key) { "write a text or remove the key" } else { "write a text" };
    line(&format!("`{key}`"), if_empty, &value.value, &value.place, errors)
}

/// A line is not empty, does not begin or end with whitespace, and contains no invisible characters. `if_empty` says how to fix
/// an empty one.
pub(super) fn line(what: &str, if_empty: &str, text: &str, place: &Place, errors: &mut Errors) -> String {
    if let Some(fault) = fault(text, if_empty) {
        errors.at(place, format!("{what} {fault}"));
    } else if let Some((before, letter)) = text.chars().enumerate().find(|(_, letter)| is_invisible(*letter)) {
        let (name, fix) = described(letter);
        let message = format!("{what} contains {name} (U+{:04X}) as character {}; {fix}", u32::from(letter), before + 1);
        errors.at_character(place, letter, message);
    }
    text.to_owned()
}

fn fault(text: &str, if_empty: &str) -> Option<String> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        Some(format!("is empty; {if_empty}"))
    } else if text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        Some("has more than one line; write it as a single line, which programs can wrap".to_owned())
    } else if trimmed != text {
        Some(format!("begins or ends with whitespace; write `{}`", shown(trimmed)))
    } else {
        None
    }
}

/// Whether a reader cannot see the character, or mistakes it for another one.
fn is_invisible(letter: char) -> bool {
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
