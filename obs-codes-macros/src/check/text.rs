//! What a text of the table may hold.

use crate::errors::Errors;
use crate::parse::Text;

/// A text is one line, says something, begins and ends with a visible character, and holds none that a reader cannot see.
pub(super) fn checked(text: Option<&Text>, errors: &mut Errors) -> Option<String> {
    let text = text?;
    if let Some(fault) = fault(&text.value) {
        errors.at(&text.place, fault);
    }
    Some(text.value.clone())
}

fn fault(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return Some("the text is empty; say something or leave the key out".to_owned());
    }
    if text.contains(['\n', '\r']) {
        return Some("the text has more than one line; write it as one, the reader's screen breaks it".to_owned());
    }
    let unseen = |letter: char| letter.is_control() || letter == '\u{a0}' || letter == '\u{feff}';
    if let Some((at, letter)) = text.chars().enumerate().find(|(_, letter)| unseen(*letter)) {
        let cure = if letter == '\u{a0}' { "write a blank" } else { "remove it" };
        return Some(format!("the text holds U+{:04X} as its character {}; {cure}", u32::from(letter), at + 1));
    }
    (text.trim() != text).then(|| "the text begins or ends with a blank; remove it".to_owned())
}
