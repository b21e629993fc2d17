//! What in a text of the server's is a secret, and where. Nothing is allocated.

use core::fmt::{Formatter, Result};
use core::iter::{Peekable, from_fn};
use core::ops::Range;

/// What stands for a secret.
pub(crate) const MASK: &str = "[redacted]";

/// What the name of a child or of a query parameter contains if its value is a secret, in letters only: `AccessKeyId`,
/// `AWSAccessKeyId`, `SignatureProvided`, `StringToSign`, `EncodedAuthorizationMessage`, `X-Amz-Credential`, `x-obs-security-token`.
const NAMES: [&[u8]; 9] = [
    b"accesskey",
    b"authorization",
    b"canonicalrequest",
    b"credential",
    b"password",
    b"secret",
    b"signature",
    b"stringtosign",
    b"token",
];

/// Whether what has this name is a secret.
#[inline]
pub(crate) fn is_secret_name(name: &[u8]) -> bool {
    let is_plain = !name.iter().any(|byte| is_separator(*byte));
    // The shortest has five letters.
    (0..name.len().saturating_sub(4)).any(|start| {
        let (first, rest) = (name[start].to_ascii_lowercase(), &name[start..]);
        NAMES.iter().any(|word| word[0] == first && (begins_with(rest, word) || (!is_plain && begins_in_letters(rest, word))))
    })
}

#[inline]
fn begins_with(name: &[u8], word: &[u8]) -> bool {
    name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[inline]
fn begins_in_letters(name: &[u8], word: &[u8]) -> bool {
    letters(name).take(word.len()).eq(word.iter().copied())
}

/// The bytes of a name, without separators and letter case.
#[inline]
pub(crate) fn letters(name: &[u8]) -> impl Iterator<Item = u8> {
    name.iter().filter(|byte| !is_separator(**byte)).map(u8::to_ascii_lowercase)
}

#[inline]
pub(crate) fn is_separator(byte: u8) -> bool {
    matches!(byte, b'_' | b'-' | b'.')
}

/// The values of parameters with a secret name, wherever a name, `=` and a value stand.
pub(crate) fn parameters(text: &str, is_secret: impl Fn(&str) -> bool) -> impl Iterator<Item = Range<usize>> {
    let mut begin = 0;
    let mut signs = text.match_indices('=');
    from_fn(move || {
        loop {
            let (equals, _) = signs.next()?;
            if equals < begin {
                continue;
            }
            let before = &text[begin..equals];
            let name = before
                .rfind(|letter: char| !is_name(letter))
                .map_or(before, |end| before[end..].trim_start_matches(|l| !is_name(l)));
            let value = equals + 1;
            begin = value;
            if is_secret(name) {
                let end =
                    text[value..].find(|letter: char| letter.is_whitespace() || matches!(letter, '&' | '"' | '\'' | '<' | '>'));
                begin = end.map_or(text.len(), |length| value + length);
                return Some(value..begin);
            }
        }
    })
}

#[inline]
fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '~' | '%')
}

/// What looks like an access key: 20 capitals and digits, some of each, with nothing like them around. After it a colon joins a
/// signature, as in `Authorization`.
#[inline]
pub(crate) fn access_keys(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut begin = 0;
    text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter_map(move |word| {
        let start = begin;
        let end = start + word.len();
        let rest = &text[end..];
        // What splits may be longer than a byte.
        begin = end + rest.chars().next().map_or(0, char::len_utf8);
        let is_key = word.len() == 20
            && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_uppercase())
            && word.bytes().any(|byte| byte.is_ascii_digit());
        let signature = || if rest.starts_with(':') { rest.find(char::is_whitespace).unwrap_or(rest.len()) } else { 0 };
        is_key.then(|| start..end + signature())
    })
}

/// What of a text is a secret by its looks, by the beginnings. A name with an escape may be any name, so what it names counts as one.
#[inline]
pub(crate) fn places(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut parameters = parameters(text, |name| name.contains('%') || is_secret_name(name.as_bytes())).peekable();
    let mut keys = access_keys(text).peekable();
    from_fn(move || if begins_first(&mut keys, &mut parameters) { keys.next() } else { parameters.next() })
}

fn begins_first(
    one: &mut Peekable<impl Iterator<Item = Range<usize>>>,
    other: &mut Peekable<impl Iterator<Item = Range<usize>>>,
) -> bool {
    let Some(one) = one.peek() else { return false };
    other.peek().is_none_or(|other| one.start < other.start)
}

/// Writes a text with [`MASK`] for each secret. The places come by their beginnings, and may overlap.
pub(crate) fn write_without(
    text: &str,
    places: impl IntoIterator<Item = Range<usize>>,
    f: &mut Formatter<'_>,
    write: impl Fn(&str, &mut Formatter<'_>) -> Result,
) -> Result {
    let mut end = 0;
    for place in places {
        if place.end <= end {
            continue;
        }
        if place.start >= end {
            write(&text[end..place.start], f)?;
            f.write_str(MASK)?;
        }
        end = place.end;
    }
    write(&text[end..], f)
}
