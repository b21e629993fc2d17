//! What in a text of the server's is a secret, and where. Nothing is allocated.

use core::fmt::{Display, Formatter, Result};
use core::ops::Range;

use crate::escape::Escaped;

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
    let mut rest = name;
    while let [first, after @ ..] = rest {
        for word in NAMES {
            if word[0] == first.to_ascii_lowercase() && begins_with(rest, word) {
                return true;
            }
        }
        rest = after;
    }
    false
}

/// Whether a name begins so, whatever its separators and the case of its letters.
#[inline]
fn begins_with(name: &[u8], word: &[u8]) -> bool {
    let mut expected = word;
    for byte in name {
        match expected {
            [letter, after @ ..] if *letter == byte.to_ascii_lowercase() => expected = after,
            [_, ..] if is_separator(*byte) => {}
            _ => break,
        }
    }
    expected.is_empty()
}

#[inline]
pub(crate) fn is_separator(byte: u8) -> bool {
    matches!(byte, b'_' | b'-' | b'.')
}

/// What of a text is a secret by its looks, by the beginnings. Two may overlap.
///
/// That is what looks like an access key, and the value of a parameter with a secret name, wherever a name, `=` and a value stand.
pub(crate) struct Secrets<'t> {
    text: &'t str,
    is_secret_name: fn(&str) -> bool,
    at: usize,
    /// Where the name begins that goes on at `at`, and the word of letters and digits in it.
    name: usize,
    word: usize,
    /// Where the last secret value ends, and the last signature: what begins before is found.
    value_end: usize,
    signature_end: usize,
}

impl<'t> Secrets<'t> {
    /// Where escapes of names cannot be read: a name with one may be any name, so what it names counts as a secret.
    #[inline]
    pub(crate) fn of(text: &'t str) -> Self {
        Self::with_names(text, |name| name.contains('%') || is_secret_name(name.as_bytes()))
    }

    #[inline]
    pub(crate) fn with_names(text: &'t str, is_secret_name: fn(&str) -> bool) -> Self {
        Secrets { text, is_secret_name, at: 0, name: 0, word: 0, value_end: 0, signature_end: 0 }
    }

    /// Where the text ends that begins at `at`.
    #[inline]
    fn end(&self, is_end: fn(char) -> bool) -> usize {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at + rest.find(is_end).unwrap_or(rest.len())
    }
}

impl Iterator for Secrets<'_> {
    type Item = Range<usize>;

    #[inline]
    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        while self.at <= bytes.len() {
            // The end of the text ends a word as a blank does.
            let sign = bytes.get(self.at).copied().unwrap_or(b' ');
            if sign.is_ascii_alphanumeric() {
                self.at += 1;
                continue;
            }
            let (name, word) = (self.name, self.word);
            self.word = self.at;
            if word >= self.signature_end && is_access_key(&bytes[word..self.at]) {
                // A colon joins a signature, as in `Authorization`.
                self.signature_end = if sign == b':' { self.end(char::is_whitespace) } else { self.at };
                return Some(word..self.signature_end);
            }
            let name = self.text.get(name..self.at).unwrap_or_default();
            self.at += 1;
            self.word = self.at;
            if matches!(sign, b'-' | b'_' | b'.' | b'~' | b'%') {
                continue;
            }
            self.name = self.at;
            if sign == b'=' && self.at > self.value_end && (self.is_secret_name)(name) {
                self.value_end = self.end(|letter| letter.is_whitespace() || matches!(letter, '&' | '"' | '\'' | '<' | '>'));
                return Some(self.at..self.value_end);
            }
        }
        None
    }
}

/// Whether a word looks like an access key: 20 capitals and digits, some of each.
#[inline]
fn is_access_key(word: &[u8]) -> bool {
    if word.len() != 20 {
        return false;
    }
    let (mut capitals, mut digits) = (0, 0);
    for byte in word {
        capitals += u8::from(byte.is_ascii_uppercase());
        digits += u8::from(byte.is_ascii_digit());
    }
    capitals + digits == 20 && capitals > 0 && digits > 0
}

/// A text on one line, without what looks like a secret.
pub(crate) struct Screened<'t>(pub(crate) &'t str);

impl Display for Screened<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_without(self.0, Secrets::of(self.0), f, |text, f| Escaped(text).fmt(f))
    }
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
