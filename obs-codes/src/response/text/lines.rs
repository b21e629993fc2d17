//! Lines of a log, and what a logger puts before each of them.

use std::borrow::Cow;
use std::string::String;

/// The line at the beginning of a text without its end, and the length with it. A lone CR ends a line as well.
pub(super) fn first_line(text: &str) -> (&str, usize) {
    match text.find(['\n', '\r']) {
        Some(end) => (&text[..end], end + if text[end..].starts_with("\r\n") { 2 } else { 1 }),
        None => (text, text.len()),
    }
}

/// No prefix is longer, in bytes.
const LONGEST_PREFIX: usize = 512;

/// The text at a place, as far as a line usually goes.
pub(super) fn line_at(text: &str, place: usize) -> &str {
    let rest = &text[place..];
    first_line(&rest[..floor(rest, LONGEST_PREFIX)]).0
}

/// Where the line begins that holds a place, or the last part of it that may be a prefix.
pub(super) fn line_start(text: &str, place: usize) -> usize {
    let from = floor(text, place.saturating_sub(LONGEST_PREFIX));
    text[from..place].rfind(['\n', '\r']).map_or(from, |end| from + end + 1)
}

/// The line before that which holds a place, without the prefix of both.
pub(super) fn previous_line(text: &str, place: usize) -> Option<&str> {
    let start = line_start(text, place);
    let line = line_ending_at(text, start)?;
    Some(&line[shared_prefix(&text[start..place], line)..])
}

/// Whether nothing but the prefix of a line comes before a place: no words, or those of a line next to it.
pub(super) fn begins_line(text: &str, place: usize) -> bool {
    let start = line_start(text, place);
    let before = text[start..place].trim_end();
    if before.ends_with(|letter: char| letter.is_ascii_lowercase()) {
        // That is a sentence, and not what a logger puts before one.
        return false;
    }
    let is_shared = |line: &str| shared_prefix(before, line) == before.len();
    let is_shared_by_next = || {
        let next = place + line_at(text, place).len();
        text[next..].starts_with(['\n', '\r']) && is_shared(line_at(text, next + first_line(&text[next..]).1))
    };
    !before.contains(char::is_alphanumeric) || line_ending_at(text, start).is_some_and(is_shared) || is_shared_by_next()
}

/// The line whose end is here.
fn line_ending_at(text: &str, end: usize) -> Option<&str> {
    let line = text[..end].strip_suffix(['\n', '\r'])?;
    let line = line.strip_suffix('\r').unwrap_or(line);
    Some(&line[line_start(line, line.len())..])
}

/// The largest length up to `most` that does not cut a character.
pub(super) fn floor(text: &str, most: usize) -> usize {
    (0..=most.min(text.len())).rev().find(|length| text.is_char_boundary(*length)).unwrap_or(0)
}

/// A text of several lines without the prefix of each line after the first. `prefix` is what comes before the text on its first line.
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

/// How much of a line is the prefix of another line as well. Numbers, as those of times, may differ. A word counts only as a whole.
pub(super) fn shared_prefix(prefix: &str, line: &str) -> usize {
    let (mut own, mut other) = (line.char_indices().peekable(), prefix.chars().peekable());
    let mut shared = 0;
    while let (Some((at, letter)), Some(expected)) = (own.next(), other.next()) {
        if letter.is_ascii_digit() && expected.is_ascii_digit() {
            while own.next_if(|(_, letter)| letter.is_ascii_digit()).is_some() {}
            while other.next_if(char::is_ascii_digit).is_some() {}
        } else if letter != expected {
            break;
        }
        if !letter.is_alphanumeric() {
            shared = at + letter.len_utf8();
        }
    }
    shared
}

/// A text in one line, without the blanks around its lines.
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
