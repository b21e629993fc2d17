//! Which parts of a server's text are secrets. Nothing is allocated, and the time grows with the length of the text only.

use core::fmt::{Display, Formatter, Result};
use core::ops::Range;

use crate::escape::Escaped;

/// What is printed in place of a secret.
pub(crate) const MASK: &str = "[redacted]";

/// The name of a secret contains one of these, without regard to letter case and separators: `AWSAccessKeyId`,
/// `X-Amz-Credential`.
const PARTS: [&[u8]; 16] = [
    b"accessid",
    b"accesskey",
    b"apikey",
    b"authorization",
    b"canonicalrequest",
    b"canonicalstring",
    b"cookie",
    b"credential",
    b"keyid",
    b"passwd",
    b"password",
    b"privatekey",
    b"secret",
    b"signature",
    b"stringtosign",
    b"token",
];

/// Or it has one of these as a word, as in `x-ak` and `authType`. They are too short to be looked for within words.
const WORDS: [&[u8]; 7] = [b"ak", b"auth", b"policy", b"session", b"sig", b"sign", b"sk"];

/// The values of these names may contain blanks.
const LINES: [&[u8]; 4] = [b"authorization", b"canonical", b"cookie", b"stringtosign"];

/// A name that is longer than this, in bytes, counts as the name of a secret.
const LONGEST_NAME: usize = 128;

/// A name without percent escapes.
struct Name {
    bytes: [u8; LONGEST_NAME],
    length: usize,
}

impl Name {
    /// Reads a name that may be escaped once or twice. `None` if it is too long.
    fn of(name: &str) -> Option<Self> {
        let mut read = Self { bytes: [0; LONGEST_NAME], length: name.len() };
        read.bytes.get_mut(..name.len())?.copy_from_slice(name.as_bytes());
        for _ in 0..2 {
            read.decode();
        }
        Some(read)
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    fn decode(&mut self) {
        let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let (mut from, mut to) = (0, 0);
        while from < self.length {
            let escaped = (self.bytes[from] == b'%')
                .then(|| Some(16 * digit(self.bytes().get(from + 1))? + digit(self.bytes().get(from + 2))?))
                .flatten();
            self.bytes[to] = escaped.unwrap_or(self.bytes[from]);
            from += if escaped.is_some() { 3 } else { 1 };
            to += 1;
        }
        self.length = to;
    }

    fn contains_any(&self, parts: &[&[u8]]) -> bool {
        let mut letters = [0; LONGEST_NAME];
        let mut length = 0;
        for byte in self.bytes().iter().filter(|byte| !is_separator(**byte)) {
            letters[length] = byte.to_ascii_lowercase();
            length += 1;
        }
        let letters = &letters[..length];
        (0..length).any(|start| parts.iter().any(|part| letters[start] == part[0] && letters[start..].starts_with(part)))
    }

    /// The words of the name: `x`, `-`, `obs`, `-`, `Access`, `Key` in `x-obs-AccessKey`.
    fn words(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes().chunk_by(|left, right| {
            left.is_ascii_alphabetic()
                && right.is_ascii_alphabetic()
                && !(left.is_ascii_lowercase() && right.is_ascii_uppercase())
        })
    }
}

/// Whether the value of this name is a secret.
pub(crate) fn is_secret_name(name: &str) -> bool {
    Name::of(name).is_none_or(|name| {
        name.contains_any(&PARTS) || name.words().any(|word| WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)))
    })
}

pub(crate) fn is_separator(byte: u8) -> bool {
    matches!(byte, b'_' | b'-' | b'.')
}

/// The places of the secrets in a text, in their order:
///
/// - the values in the query of a URL, and the user before its host;
/// - the value of a secret name, in the forms `name=value`, `name: value`, `"name": "value"` and `name[…]=value`;
/// - a word in which a URL is percent-encoded;
/// - what follows `Bearer`;
/// - what looks like an access key, or like a key or a signature in base64 or hexadecimal digits.
pub(crate) struct Secrets<'t> {
    text: &'t str,
    at: usize,
    /// Whether `at` is in the query of a URL.
    is_in_query: bool,
    /// Up to where no key or signature has to be looked for.
    looked_through: usize,
}

impl<'t> Secrets<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Secrets { text, at: 0, is_in_query: false, looked_through: 0 }
    }

    fn rest(&self, from: usize) -> &'t str {
        self.text.get(from..).unwrap_or_default()
    }

    /// The next word: letters, digits, and what joins them in names and escapes.
    fn next_word(&mut self) -> Option<Range<usize>> {
        let rest = self.rest(self.at);
        let before = rest.find(is_in_word)?;
        for letter in rest[..before].chars() {
            self.is_in_query = (self.is_in_query || letter == '?') && !ends_value(letter);
        }
        let start = self.at + before;
        let end = start + length(self.rest(start), |letter| !is_in_word(letter));
        Some(start..end)
    }

    /// The secret in this word, or the value that follows if the word is the name of a secret.
    fn secret_at(&mut self, word: &Range<usize>) -> Option<Range<usize>> {
        let text = self.text.get(word.clone())?;
        let after = self.rest(word.end);
        if holds_encoded_url(text) {
            return Some(word.clone());
        }
        if let Some(authority) = after.strip_prefix("://") {
            let authority = &authority[..length(authority, |letter| ends_value(letter) || matches!(letter, '/' | '?' | '#'))];
            let start = word.end + "://".len();
            return authority.rfind('@').map(|user| start..start + user);
        }
        if self.is_in_query && after.starts_with('=') {
            let start = word.end + 1;
            return Some(start..start + length(self.rest(start), |letter| letter == '&' || ends_value(letter)));
        }
        if let Some(value) = assigned(after)
            && is_secret_name(text)
        {
            let has_blanks = Name::of(text).is_some_and(|name| name.contains_any(&LINES));
            return Some(place_in(self.text, value_of(value, has_blanks)));
        }
        if ["Bearer", "Basic", "Negotiate"].iter().any(|scheme| scheme.eq_ignore_ascii_case(text)) {
            let value = after.trim_start_matches([' ', '\t']);
            return (value.len() < after.len()).then(|| place_in(self.text, &value[..length(value, ends_value)]));
        }
        self.key_in(word).or_else(|| self.random_at(word))
    }

    /// An access key in a word. After a colon its signature follows, as in `OBS H4IPJX0TQTHTHEBQQCEC:signature`.
    fn key_in(&self, word: &Range<usize>) -> Option<Range<usize>> {
        let mut parts = self.text[word.clone()].split(|letter: char| !letter.is_ascii_alphanumeric());
        let key = place_in(self.text, parts.find(|part| is_access_key(part))?);
        let after = self.rest(key.end);
        Some(if after.starts_with(':') { key.start..key.end + length(after, char::is_whitespace) } else { key })
    }

    /// A long run of what looks like random letters and digits. In a path each part is a run.
    fn random_at(&mut self, word: &Range<usize>) -> Option<Range<usize>> {
        if word.start < self.looked_through {
            return None;
        }
        let is_in_path = self.text[..word.start].ends_with('/');
        let is_end =
            |letter: char| !letter.is_ascii_alphanumeric() && !matches!(letter, '+' | '=') && (letter != '/' || is_in_path);
        let end = word.start + length(self.rest(word.start), is_end);
        self.looked_through = end;
        is_random(&self.text.as_bytes()[word.start..end]).then_some(word.start..end)
    }
}

impl Iterator for Secrets<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        while let Some(word) = self.next_word() {
            let secret = self.secret_at(&word).filter(|place| !place.is_empty());
            self.at = secret.as_ref().map_or(word.end, |place| place.end);
            if secret.is_some() {
                return secret;
            }
        }
        None
    }
}

fn is_in_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '%' | '_' | '-' | '.' | '~')
}

fn ends_value(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '>')
}

/// The length of the text up to the first letter that ends it.
fn length(text: &str, is_end: impl Fn(char) -> bool) -> usize {
    text.find(is_end).unwrap_or(text.len())
}

/// The place of a part of the text.
fn place_in(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

/// Whether a percent-encoded `?`, `=` or `@` is in a word: then it is a URL or its query.
fn holds_encoded_url(word: &str) -> bool {
    word.match_indices('%').any(|(place, _)| {
        let code = word[place + 1..].trim_start_matches("25").as_bytes();
        matches!(code, [b'3', b'f' | b'F' | b'd' | b'D', ..] | [b'4', b'0', ..])
    })
}

/// What follows `=` or `:`, if what follows a name assigns a value to it.
fn assigned(after_name: &str) -> Option<&str> {
    let index = after_name.strip_prefix('[').and_then(|rest| rest.bytes().take(64).position(|byte| byte == b']'));
    let after_name = index.and_then(|index| after_name.get(index + 2..)).unwrap_or(after_name);
    let after_name = after_name.trim_start_matches(['"', '\'', '\\']).trim_start_matches([' ', '\t']);
    let value = after_name.strip_prefix([':', '=']).filter(|value| !value.starts_with("//"))?;
    Some(value.trim_start_matches(['=', '>', ' ', '\t']))
}

/// The value at the beginning of a text, with or without quotes.
fn value_of(text: &str, has_blanks: bool) -> &str {
    let inner = text.trim_start_matches('\\');
    let end = match inner.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let quoted = &inner[1..];
            // A backslash keeps a quote from ending the value, unless the first quote has one too.
            let is_escaped = inner.len() < text.len();
            let mut ends = quoted.match_indices(quote).map(|(end, _)| end);
            let end = ends.find(|end| is_escaped || !quoted[..*end].ends_with('\\'));
            return &quoted[..end.unwrap_or(quoted.len())];
        }
        Some('[') => length(text, |letter| matches!(letter, ']' | '\n')),
        _ if has_blanks => length(text, |letter| letter == '\n'),
        _ => length(text, |letter| letter == '&' || ends_value(letter)),
    };
    &text[..end]
}

/// Whether a word looks like an access key: 20 capitals or digits.
fn is_access_key(word: &str) -> bool {
    word.len() == 20 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Whether a run of letters and digits looks like a key or a signature. Request IDs, with their 32 hexadecimal digits, do not,
/// and neither do the words of a language: capitals, small letters and digits alternate too rarely in them.
fn is_random(run: &[u8]) -> bool {
    let has = |is_kind: fn(&u8) -> bool| run.iter().any(is_kind);
    let kind = |byte: &u8| (byte.is_ascii_uppercase(), byte.is_ascii_lowercase(), byte.is_ascii_digit());
    let changes = run.windows(2).filter(|pair| kind(&pair[0]) != kind(&pair[1])).count();
    let is_hexadecimal = run.iter().all(u8::is_ascii_hexdigit);
    let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    if is_hexadecimal {
        run.len() >= 40 && has(u8::is_ascii_digit)
    } else {
        run.len() >= 28 && is_mixed && changes * 3 >= run.len()
    }
}

/// A text on one line, without what looks like a secret.
pub(crate) struct Screened<'t>(pub(crate) &'t str);

impl Display for Screened<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_without(self.0, Secrets::of(self.0), f, |text, f| Escaped(text).fmt(f))
    }
}

/// Writes a text with [`MASK`] for each secret. The places are in the order of their beginnings, and may overlap.
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
