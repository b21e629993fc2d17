//! The value behind a label.

use std::string::{String, ToString};
use std::vec::Vec;

use super::super::body::LIMIT;
use super::escapes::unescaped;
use super::labels::{Field, label_before};
use super::lines::{begins_line, floor, in_one_line, line_start, without_prefixes};
use super::transcript::Request;

/// A value, and where it ends in the text.
pub(super) struct Value<T> {
    pub(super) value: T,
    pub(super) end: usize,
}

/// Messages that tools print if the server sent none.
const NO_MESSAGES: [&str; 6] = ["null", "none", "nil", "undefined", "null request error.", "request error."];

/// A message longer than this, in bytes, is cut.
const LONGEST_MESSAGE: usize = 4 * 1024;

/// A message may be wrapped over this many lines.
const MOST_LINES: usize = 6;

/// A status code: three digits, the first from 1 to 5.
pub(super) fn status(text: &str, at: usize) -> Option<Value<u16>> {
    let start = start(text, at);
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits;
    let goes_on = text[end..].starts_with(|letter: char| letter.is_alphanumeric() || letter == '_')
        || text[end..].strip_prefix(['.', ',', '-']).is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    let value = text[start..end].parse().ok().filter(|number| (100..600).contains(number))?;
    (digits == 3 && !goes_on).then_some(Value { value, end })
}

/// An error code: a word that begins with a capital, or several words in quotes or brackets.
pub(super) fn code(text: &str, at: usize) -> Option<Value<&str>> {
    let start = start(text, at);
    let is_delimited = text[..start].ends_with(['"', '\'', '[', '(']);
    let is_end = |letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-') || is_delimited && letter == ' ');
    let word = text[start..].split(is_end).next()?.trim_end_matches(['.', '-', ' ']);
    let end = start + word.len();
    let goes_on = text[end..].starts_with(['/', '@', '_', '\\', '=', '%'])
        && !text[end..].starts_with("\\\"")
        && !text[end..].starts_with("\\n");
    (is_code(word) && !goes_on).then_some(Value { value: word, end })
}

fn is_code(word: &str) -> bool {
    let has_small = word.contains(|letter: char| letter.is_ascii_lowercase()) || word.contains('.');
    // The names of labels and of values that are not there look like codes.
    let is_label = label_before(word, false).is_some_and(|(_, start)| start == 0);
    let is_said = !is_label && !["None", "Null", "Nil", "Some", "True", "False", "Error", "Exception"].contains(&word);
    word.starts_with(|first: char| first.is_ascii_uppercase()) && has_small && is_said && (3..=100).contains(&word.len())
}

/// Whether a word is an error code, though no label says so: it has a capital within, or a number behind a full stop.
pub(super) fn looks_like_code(word: &str) -> bool {
    let letters = word.as_bytes();
    let is_joined = letters.windows(2).any(|pair| {
        (pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase()) || (pair[0] == b'.' && pair[1].is_ascii_digit())
    });
    is_joined
        && is_code(word)
        && letters.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'.')
        && !word.ends_with("Exception")
}

/// An ID: a word with a digit.
pub(super) fn identifier(text: &str, at: usize) -> Option<Value<&str>> {
    let start = start(text, at);
    let is_end = |letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '+' | '/' | '=' | '_' | '-' | '.');
    let word = text[start..].split(is_end).next()?.trim_end_matches('.');
    let is_said = !word.is_empty() && !NO_MESSAGES.iter().any(|none| word.eq_ignore_ascii_case(none));
    (is_said && word.len() <= 256).then_some(Value { value: word, end: start + word.len() })
}

/// Headers as `http::HeaderMap` prints them, which is JSON unless a value has bytes that are not ASCII.
pub(super) fn headers(text: &str, at: usize) -> Option<Value<Vec<(String, String)>>> {
    let start = at + text[at..].find('{').filter(|blanks| text[at..at + blanks].trim_matches([':', ' ']).is_empty())?;
    let window = &text[start..start + floor(&text[start..], LIMIT)];
    let mut maps = serde_json::Deserializer::from_str(window).into_iter::<serde_json::Map<String, serde_json::Value>>();
    let map = maps.next()?.ok()?;
    let headers = map.into_iter().filter_map(|(name, value)| Some((name, value.as_str()?.to_string())));
    Some(Value { value: headers.collect(), end: start + maps.byte_offset() })
}

/// Where a value begins: behind the signs between a label and its value.
fn start(text: &str, at: usize) -> usize {
    let mut rest = &text[at..];
    loop {
        let before = rest.len();
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', ':', '=', '"', '\'', '\\', '[', '(', '{', '*', '`']);
        rest = rest.strip_prefix("Some(").unwrap_or(rest);
        if rest.len() == before {
            return text.len() - rest.len();
        }
    }
}

/// A message: what is in quotes or brackets, or else the rest of the line, or up to the next label. It may be wrapped over some lines.
pub(super) fn message(text: &str, at: usize, may_be_wrapped: bool) -> Option<Value<String>> {
    let rest = text[at..].trim_start_matches([' ', '\t', ':', '=', '*', '`']);
    let rest = rest.strip_prefix("Some(").unwrap_or(rest);
    let start = text.len() - rest.len();
    let window = &rest[..floor(rest, LONGEST_MESSAGE)];
    let delimited = quoted(window).or_else(|| bracketed(window));
    let (opening, length) = delimited.unwrap_or_else(|| (0, unquoted(window, if may_be_wrapped { MOST_LINES } else { 1 })));
    let start = start + opening;
    let raw = &text[start..start + length];
    let mut value = in_one_line(&unescaped(&without_prefixes(raw, &text[line_start(text, start)..start])));
    if delimited.is_none() {
        value.truncate(value.trim_end_matches([' ', ',', ';', '|', '{', '(', '[', ']', '"', '\'', '*', '\u{2502}']).len());
        // A parenthesis that was not opened in the message closes one around it.
        if value.ends_with(')') && !value.contains('(') {
            value.pop();
        }
    }
    let is_said =
        !value.is_empty() && !NO_MESSAGES.iter().any(|none| starts_with(&value, none)) && !value.starts_with(['<', '{', '&']);
    is_said.then_some(Value { value, end: start + length })
}

fn starts_with(text: &str, none: &str) -> bool {
    let is_all = |rest: &str| rest.is_empty() || none.ends_with('.') || rest.starts_with([',', ';', '}', ')', ']']);
    text.get(..none.len()).is_some_and(|head| head.eq_ignore_ascii_case(none)) && is_all(&text[none.len()..])
}

/// The length of the opening quote and that of the text in quotes. In a text that is quoted itself, the quotes are escaped.
fn quoted(text: &str) -> Option<(usize, usize)> {
    let slashes = text.bytes().take_while(|byte| *byte == b'\\').count();
    let quote = *text.as_bytes().get(slashes).filter(|quote| matches!(quote, b'"' | b'\''))?;
    let opening = slashes + 1;
    let inner = &text[opening..];
    let closes = |(at, _): &(usize, char)| {
        let before = inner[..*at].bytes().rev().take_while(|byte| *byte == b'\\').count();
        let after = inner[*at + 1..].trim_start_matches('\\');
        before == slashes && !after.starts_with(|letter: char| letter.is_alphanumeric())
    };
    let end = inner.char_indices().filter(|(_, letter)| *letter == char::from(quote)).find(closes)?.0;
    Some((opening, end - slashes))
}

/// The same for a text in brackets, which ends at a bracket with a comma or the end of the line behind it, or else at the first.
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
    // Behind the line only a label that a comma sets off shows that the message went on.
    let end = labels(&text[..lines]).next().filter(|(start, is_set_off)| *is_set_off || *start < line).map(|(start, _)| start);
    end.unwrap_or(line)
}

/// Where labels begin in a message, and whether a comma or the like sets them off. Some need none.
fn labels(text: &str) -> impl Iterator<Item = (usize, bool)> {
    text.char_indices().filter(|(_, letter)| matches!(letter, ':' | '=' | '[')).filter_map(|(at, sign)| {
        let before = text[..at].trim_end_matches(['"', '\'', '\\', ' ']);
        let (label, start) = label_before(before, false)?;
        let line = line_start(text, start);
        let lead = if line > 0 && begins_line(text, start) { &text[..line] } else { &text[..start] };
        let lead = lead.trim_end_matches(['"', '\'', '\\', ' ', '\n', '\r', '\t']);
        let is_set_off = lead.ends_with([',', ';']) || (line == 0 && lead.ends_with(['|', '{', '(']));
        let is_tight = sign != ':' || !text[at + 1..].starts_with(' ');
        let is_own = match label.field {
            Field::Identifier(_) | Field::Service => true,
            Field::Headline | Field::Other => false,
            Field::Reason => is_tight,
            _ => is_tight || is_set_off,
        };
        is_own.then_some((start, is_set_off))
    })
}

/// The method and the URL of a request, as in `[GET https://b.example.com/k]`.
pub(super) fn request(text: &str, at: usize) -> Option<Value<Request>> {
    let start = start(text, at);
    let mut words = text[start..].splitn(3, [' ', ']', '\n']);
    let (method, url) = (words.next()?, words.next()?.trim_end_matches([',', ':']));
    let is_method = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
    let end = start + method.len() + 1 + url.len();
    let authority = url.split_once("://")?.1.split(['/', '?', '#']).next().unwrap_or_default();
    // A user may come before it.
    let host = authority.rsplit('@').next().unwrap_or_default();
    let value = Request { method: method.to_string(), host: host.to_string(), url: url.to_string() };
    is_method.then_some(Value { value, end })
}
