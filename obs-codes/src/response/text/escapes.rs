//! Texts that are escaped because they are quoted in another text.

use std::borrow::Cow;
use std::string::String;

/// Replaces the escapes of a JSON string. Other backslashes stay as they are.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(slash) = rest.find('\\') {
        whole.push_str(&rest[..slash]);
        let escaped = &rest[slash + 1..];
        let (c, length) = match escaped.chars().next() {
            Some('n') => ('\n', 1),
            Some('r') => ('\r', 1),
            Some('t') => ('\t', 1),
            Some(sign @ ('"' | '\'' | '/' | '\\')) => (sign, 1),
            Some('u') => match code_point(escaped) {
                Some(c) => (c, 5),
                None => ('\\', 0),
            },
            _ => ('\\', 0),
        };
        whole.push(c);
        rest = &escaped[length..];
    }
    whole.push_str(rest);
    Cow::Owned(whole)
}

/// The character with the escape `u003c`. Half of a surrogate pair becomes U+FFFD.
fn code_point(escaped: &str) -> Option<char> {
    let digits = escaped.get(1..5).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    Some(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// How the `<` of markup is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// `<`.
    Plain,
    /// `&lt;`, or `&amp;lt;` and so on. The number says how many times it was escaped.
    Entity(usize),
    /// `\u003c`.
    CodePoint,
}

/// The form of the `<` at the beginning of a text, and the text after it.
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
    let rest = rest.strip_prefix("lt;")?;
    (times <= 3).then_some((Markup::Entity(times), rest))
}

/// Undoes the escapes of a text with markup.
pub(super) fn plain_markup(text: &str, markup: Markup) -> Cow<'_, str> {
    let text = match markup {
        Markup::Entity(times) => (0..times).fold(Cow::Borrowed(text), |text, _| Cow::Owned(without_entities(&text))),
        Markup::Plain | Markup::CodePoint => Cow::Borrowed(text),
    };
    // A JSON string has no line breaks, and its quotes are escaped.
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
        let (entity, text) = known.unwrap_or(&("&", "&"));
        whole.push_str(text);
        rest = &rest[entity.len()..];
    }
    whole.push_str(rest);
    whole
}

const ENTITIES: [(&str, &str); 7] =
    [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&apos;", "'"), ("&#34;", "\""), ("&#39;", "'")];
