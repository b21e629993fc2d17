//! Reads the value after a label.

use std::string::{String, ToString};
use std::vec::Vec;

use super::super::body::LIMIT;
use super::escapes::unescaped;
use super::labels::{Field, label_before};
use super::lines::{beginning, begins_line, in_one_line, line_start, without_prefixes};
use super::transcript::Request;

/// A value, and where it ends in the text.
pub(super) struct Value<T> {
    pub(super) value: T,
    pub(super) end: usize,
}

/// Texts that tools print in place of a message if the server sent none.
const PLACEHOLDERS: [&str; 6] = ["null", "none", "nil", "undefined", "null request error.", "request error."];

/// No more bytes than this are between a label and its value.
const MOST_SIGNS: usize = 256;

/// A longer word, in bytes, is not an ID.
const LONGEST_IDENTIFIER: usize = 256;

/// A message longer than this, in bytes, is cut.
const LONGEST_MESSAGE: usize = 4 * 1024;

/// How many quotes are tried as the end of a message in quotes.
const MOST_QUOTES: usize = 64;

/// A message may be wrapped over up to this many lines.
const MOST_LINES: usize = 6;

/// A status code: three digits, the first from 1 to 5.
pub(super) fn status(text: &str, at: usize) -> Option<Value<u16>> {
    let start = value_start(text, at);
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits;
    let goes_on = text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
        || text[end..].strip_prefix(['.', ',', '-']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let value = text[start..end].parse().ok().filter(|number| (100..600).contains(number))?;
    (digits == 3 && !goes_on).then_some(Value { value, end })
}

/// An error code: a word that begins with a capital, or several words in quotes or brackets.
pub(super) fn code(text: &str, at: usize) -> Option<Value<&str>> {
    let start = value_start(text, at);
    let is_delimited = text[..start].ends_with(['"', '\'', '[', '(']);
    let is_end = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-') || is_delimited && c == ' ');
    let word = text[start..].split(is_end).next()?.trim_end_matches(['.', '-', ' ']);
    let end = start + word.len();
    let goes_on = text[end..].starts_with(['/', '@', '_', '\\', '=', '%'])
        && !text[end..].starts_with("\\\"")
        && !text[end..].starts_with("\\n");
    (is_code(word) && !goes_on).then_some(Value { value: word, end })
}

fn is_code(word: &str) -> bool {
    let has_lowercase = word.contains(|c: char| c.is_ascii_lowercase()) || word.contains('.');
    // Labels, and the words for missing values, look like codes.
    let is_label = label_before(word, false).is_some_and(|(_, start)| start == 0);
    let is_value = !is_label && !["None", "Null", "Nil", "Some", "True", "False", "Error", "Exception"].contains(&word);
    word.starts_with(|first: char| first.is_ascii_uppercase()) && has_lowercase && is_value && (3..=100).contains(&word.len())
}

/// Whether a word without a label is an error code: it has a capital letter after a lowercase one, or a digit after a full stop.
pub(super) fn looks_like_code(word: &str) -> bool {
    let bytes = word.as_bytes();
    let is_joined = bytes.windows(2).any(|pair| {
        (pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()) || (pair[0] == b'.' && pair[1].is_ascii_digit())
    });
    is_joined
        && is_code(word)
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'.')
        && !word.ends_with("Exception")
}

/// An ID: one word.
pub(super) fn identifier(text: &str, at: usize) -> Option<Value<&str>> {
    let start = value_start(text, at);
    let is_end = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '/' | '=' | '_' | '-' | '.');
    let word = beginning(&text[start..], LONGEST_IDENTIFIER + 1).split(is_end).next()?.trim_end_matches('.');
    let is_present = !word.is_empty() && !PLACEHOLDERS.iter().any(|placeholder| word.eq_ignore_ascii_case(placeholder));
    (is_present && word.len() <= LONGEST_IDENTIFIER).then_some(Value { value: word, end: start + word.len() })
}

/// Headers as `http::HeaderMap` prints them, which is JSON unless a value has bytes that are not ASCII.
pub(super) fn headers(text: &str, at: usize) -> Option<Value<Vec<(String, String)>>> {
    let rest = text[at..].trim_start_matches([':', ' ']);
    let start = text.len() - rest.len();
    let mut maps =
        serde_json::Deserializer::from_str(beginning(rest, LIMIT)).into_iter::<serde_json::Map<String, serde_json::Value>>();
    let map = maps.next()?.ok()?;
    let headers = map.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_string())));
    Some(Value { value: headers.collect(), end: start + maps.byte_offset() })
}

/// Where a value begins: after the signs between a label and its value.
fn value_start(text: &str, at: usize) -> usize {
    let signs = beginning(&text[at..], MOST_SIGNS);
    let mut rest = signs;
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', ':', '=', '"', '\'', '\\', '[', '(', '{', '*', '`']);
        rest = rest.strip_prefix("Some(").unwrap_or(rest);
        if rest.len() == before {
            return at + signs.len() - rest.len();
        }
    }
}

/// A message: the text in quotes or brackets, or else the text before the next label or the end of the line. If `may_be_wrapped`, it may
/// continue on the next lines.
pub(super) fn message(text: &str, at: usize, may_be_wrapped: bool) -> Option<Value<String>> {
    let rest = text[at..].trim_start_matches([' ', '\t', ':', '=', '*', '`']);
    let rest = rest.strip_prefix("Some(").unwrap_or(rest);
    // Most texts that are no message are known by their beginning, before their end is searched.
    if !is_message(unescaped(beginning(rest, 64)).trim_start_matches([' ', '\n', '\r', '\t', '"', '\'', '\\', '['])) {
        return None;
    }
    let start = text.len() - rest.len();
    let window = beginning(rest, LONGEST_MESSAGE);
    let delimited = quoted(window).or_else(|| bracketed(window));
    let (opening, length) = delimited.unwrap_or_else(|| (0, unquoted(window, if may_be_wrapped { MOST_LINES } else { 1 })));
    let start = start + opening;
    let raw = &text[start..start + length];
    let mut value = in_one_line(&unescaped(&without_prefixes(raw, &text[line_start(text, start)..start])));
    if delimited.is_none() {
        value.truncate(value.trim_end_matches([' ', ',', ';', '|', '{', '(', '[', ']', '"', '\'', '*', '\u{2502}']).len());
        // A closing parenthesis without an opening one is not a part of the message.
        if value.ends_with(')') && !value.contains('(') {
            value.pop();
        }
    }
    (!value.is_empty() && is_message(&value)).then_some(Value { value, end: start + length })
}

/// Whether a text begins as a message does: not with markup, an object, or a placeholder that does not go on as another word.
fn is_message(text: &str) -> bool {
    let is_placeholder = |placeholder: &&str| {
        let ends =
            |rest: &str| rest.is_empty() || placeholder.ends_with('.') || rest.starts_with([',', ';', '}', ')', ']', '"', '\'']);
        let (start, rest) = text.split_at_checked(placeholder.len()).unwrap_or_default();
        start.eq_ignore_ascii_case(placeholder) && ends(rest)
    };
    !text.starts_with(['<', '{', '&']) && !PLACEHOLDERS.iter().any(is_placeholder)
}

/// The length of the opening quote, and the length of the text in quotes. If the whole is quoted again, these quotes are escaped.
fn quoted(text: &str) -> Option<(usize, usize)> {
    let slashes = text.bytes().take_while(|byte| *byte == b'\\').count();
    let quote = *text.as_bytes().get(slashes).filter(|quote| matches!(quote, b'"' | b'\''))?;
    let opening = slashes + 1;
    let inner = &text[opening..];
    let closes = |(at, _): &(usize, &str)| {
        let before = inner[..*at].bytes().rev().take_while(|byte| *byte == b'\\').count();
        let after = inner[*at + 1..].trim_start_matches('\\');
        before == slashes && !after.starts_with(|c: char| c.is_alphanumeric())
    };
    let end = inner.match_indices(char::from(quote)).take(MOST_QUOTES).find(closes)?.0;
    Some((opening, end - slashes))
}

/// The length of the opening bracket, and the length of the text in brackets. It ends at the first closing bracket before a comma, a
/// semicolon or a line break, or else at the first closing bracket.
fn bracketed(text: &str) -> Option<(usize, usize)> {
    let inner = text.strip_prefix('[')?;
    let ends_list = |end: &usize| inner[end + 1..].is_empty() || inner[end + 1..].starts_with([',', ';', '\n', '\r']);
    let end = inner.match_indices(']').map(|(end, _)| end).find(ends_list).or_else(|| inner.find(']'))?;
    Some((1, end))
}

/// The length of a message without quotes.
fn unquoted(text: &str, most_lines: usize) -> usize {
    let line = text.find('\n').unwrap_or(text.len());
    let lines: usize = text.split_inclusive('\n').take(most_lines).map(str::len).sum();
    // After the first line, only a label that a comma sets off shows that the message continued.
    let end =
        labels(&text[..lines], line).next().filter(|(start, is_set_off)| *is_set_off || *start < line).map(|(start, _)| start);
    end.unwrap_or(line)
}

/// The places of the labels in a message whose first line has this length, and whether a comma or a similar sign sets each of them off.
fn labels(text: &str, first_line: usize) -> impl Iterator<Item = (usize, bool)> {
    text.char_indices().filter(|(_, c)| matches!(c, ':' | '=' | '[')).filter_map(move |(at, sign)| {
        let before = text[..at].trim_end_matches(['"', '\'', '\\', ' ']);
        let (label, start) = label_before(before, false)?;
        let line = if start <= first_line { 0 } else { line_start(text, start) };
        let lead = if line > 0 && begins_line(text, start) { &text[..line] } else { &text[..start] };
        let lead = lead.trim_end_matches(['"', '\'', '\\', ' ', '\n', '\r', '\t']);
        let is_set_off = lead.ends_with([',', ';']) || (line == 0 && lead.ends_with(['|', '{', '(']));
        let is_tight = sign != ':' || !text[at + 1..].starts_with(' ');
        let counts = match label.field {
            Field::Identifier(_) | Field::Service => true,
            Field::Headline | Field::Other => false,
            Field::Reason => is_tight,
            _ => is_tight || is_set_off,
        };
        counts.then_some((start, is_set_off))
    })
}

/// The method and the URL of a request, as in `[GET https://b.example.com/k]`.
pub(super) fn request(text: &str, at: usize) -> Option<Value<Request>> {
    let start = value_start(text, at);
    let mut words = text[start..].splitn(3, [' ', ']', '\n']);
    let (method, url) = (words.next()?, words.next()?.trim_end_matches([',', ':']));
    let is_method = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
    let end = start + method.len() + 1 + url.len();
    let authority = url.split_once("://")?.1.split(['/', '?', '#']).next().unwrap_or_default();
    // The URL may have a user before the host.
    let host = authority.rsplit('@').next().unwrap_or_default();
    let value = Request { method: method.to_string(), host: host.to_string(), url: url.to_string() };
    is_method.then_some(Value { value, end })
}
