//! The lines of a log, and the prefix that a logger writes before each of them.

use std::borrow::Cow;
use std::string::String;

/// The first line of a text without its line break, and its length with the line break. A lone CR is a line break too.
pub(super) fn first_line(text: &str) -> (&str, usize) {
    match text.find(['\n', '\r']) {
        Some(end) => (&text[..end], end + if text[end..].starts_with("\r\n") { 2 } else { 1 }),
        None => (text, text.len()),
    }
}

/// The length of the longest prefix, in bytes.
const LONGEST_PREFIX: usize = 512;

/// The text from a place to the end of its line, cut to [`LONGEST_PREFIX`].
pub(super) fn line_at(text: &str, place: usize) -> &str {
    first_line(beginning(&text[place..], LONGEST_PREFIX)).0
}

/// Where the line that contains a place begins, but at most [`LONGEST_PREFIX`] before the place.
pub(super) fn line_start(text: &str, place: usize) -> usize {
    let from = floor_char_boundary(text, place.saturating_sub(LONGEST_PREFIX));
    text[from..place].rfind(['\n', '\r']).map_or(from, |end| from + end + 1)
}

/// The line before the one that contains a place, without the prefix of both.
pub(super) fn previous_line(text: &str, place: usize) -> Option<&str> {
    let start = line_start(text, place);
    let line = line_ending_at(text, start)?;
    Some(&line[shared_prefix(&text[start..place], line)..])
}

/// Whether only a prefix comes before a place on its line: text without letters and digits, or text that the line before or after has too.
pub(super) fn begins_line(text: &str, place: usize) -> bool {
    let start = line_start(text, place);
    let before = text[start..place].trim_end();
    if before.ends_with(|c: char| c.is_ascii_lowercase()) {
        // This is a part of a sentence: a prefix does not end with a lowercase letter.
        return false;
    }
    let is_shared = |line: &str| shared_prefix(before, line) == before.len();
    let is_shared_by_next = || {
        let next = place + line_at(text, place).len();
        text[next..].starts_with(['\n', '\r']) && is_shared(line_at(text, next + first_line(&text[next..]).1))
    };
    !before.contains(char::is_alphanumeric) || line_ending_at(text, start).is_some_and(is_shared) || is_shared_by_next()
}

/// The line that ends at this place.
fn line_ending_at(text: &str, end: usize) -> Option<&str> {
    let line = text[..end].strip_suffix(['\n', '\r'])?;
    let line = line.strip_suffix('\r').unwrap_or(line);
    Some(&line[line_start(line, line.len())..])
}

/// The beginning of a text: at most this many bytes.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    &text[..floor_char_boundary(text, most)]
}

/// The largest character boundary that is not above `most`, as `str::floor_char_boundary` of newer Rust versions returns it.
pub(super) fn floor_char_boundary(text: &str, most: usize) -> usize {
    (0..=most.min(text.len())).rev().find(|length| text.is_char_boundary(*length)).unwrap_or(0)
}

/// Removes the prefix of each line after the first. `prefix` is the text before the first line.
pub(super) fn without_prefixes<'t>(text: &'t str, prefix: &str) -> Cow<'t, str> {
    if !text.contains('\n') || prefix.trim().is_empty() {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    for (index, line) in text.split_inclusive('\n').enumerate() {
        whole.push_str(if index == 0 { line } else { &line[shared_prefix(prefix, line)..] });
    }
    Cow::Owned(whole)
}

/// The length of the prefix that two lines share. Its numbers may differ, because times do. It does not end within a word.
pub(super) fn shared_prefix(prefix: &str, line: &str) -> usize {
    let (mut own, mut other) = (line.char_indices().peekable(), prefix.chars().peekable());
    let mut shared = 0;
    while let (Some((at, c)), Some(expected)) = (own.next(), other.next()) {
        if c.is_ascii_digit() && expected.is_ascii_digit() {
            while own.next_if(|(_, c)| c.is_ascii_digit()).is_some() {}
            while other.next_if(char::is_ascii_digit).is_some() {}
        } else if c != expected {
            break;
        }
        if !c.is_alphanumeric() {
            shared = at + c.len_utf8();
        }
    }
    shared
}

/// Joins the lines of a text by spaces, without the blanks around them.
pub(super) fn in_one_line(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
        if !whole.is_empty() {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    whole
}
