//! Texts that are escaped because they are quoted in another text.

use std::borrow::Cow;
use std::string::String;

/// A text without the escapes of a JSON string. What is not such an escape stays as it is.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(slash) = rest.find('\\') {
        whole.push_str(&rest[..slash]);
        let escaped = &rest[slash + 1..];
        let (letter, length) = match escaped.chars().next() {
            Some('n') => ('\n', 1),
            Some('r') => ('\r', 1),
            Some('t') => ('\t', 1),
            Some(sign @ ('"' | '\'' | '/' | '\\')) => (sign, 1),
            Some('u') => match code_point(escaped) {
                Some(letter) => (letter, 5),
                None => ('\\', 0),
            },
            _ => ('\\', 0),
        };
        whole.push(letter);
        rest = &escaped[length..];
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

/// The character of `u003c`. One of two halves becomes U+FFFD.
fn code_point(escaped: &str) -> Option<char> {
    let digits = escaped.get(1..5).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// How the `<` of markup is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// As it is.
    Plain,
    /// `&lt;`, with `&amp;` as many times as it was escaped again.
    Entity(usize),
    /// `\u003c`.
    CodePoint,
}

/// The markup at the beginning of a text, and what follows its `<`.
pub(super) fn opening(text: &str) -> Option<(Markup, &str)> {
    if let Some(rest) = text.strip_prefix('<') {
        return Some((Markup::Plain, rest));
    }
    if let Some(rest) = text.strip_prefix("\\u003c").or_else(|| text.strip_prefix("\\u003C")) {
        return Some((Markup::CodePoint, rest));
    }
    let mut rest = text.strip_prefix('&')?;
    let mut times = 1;
    while let Some(inner) = rest.strip_prefix("amp;") {
        (rest, times) = (inner, times + 1);
    }
    let rest = rest.strip_prefix("lt;").or_else(|| rest.strip_prefix("#60;")).or_else(|| rest.strip_prefix("#x3c;"))?;
    (times <= 3).then_some((Markup::Entity(times), rest))
}

/// A text with markup as it was before it was escaped.
pub(super) fn plain_markup(text: &str, markup: Markup) -> Cow<'_, str> {
    let text = match markup {
        Markup::Entity(times) => (0..times).fold(Cow::Borrowed(text), |text, _| Cow::Owned(without_entities(&text))),
        Markup::Plain | Markup::CodePoint => Cow::Borrowed(text),
    };
    // In a JSON string a line does not end, and quotes are escaped.
    let is_json = markup == Markup::CodePoint
        || (!text.contains('\n') && ["\\n", "\\\"", "<\\/"].iter().any(|escape| text.contains(escape)));
    if is_json { Cow::Owned(unescaped(&text).into_owned()) } else { text }
}

fn without_entities(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        whole.push_str(&rest[..start]);
        rest = &rest[start..];
        let known = ENTITIES.iter().find(|(entity, _)| rest.starts_with(entity));
        let (entity, letter) = known.unwrap_or(&("&", "&"));
        whole.push_str(letter);
        rest = &rest[entity.len()..];
    }
    whole.push_str(rest);
    whole
}

const ENTITIES: [(&str, &str); 9] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
    ("&quot;", "\""),
    ("&apos;", "'"),
    ("&#34;", "\""),
    ("&#39;", "'"),
    ("&#60;", "<"),
    ("&#62;", ">"),
];
