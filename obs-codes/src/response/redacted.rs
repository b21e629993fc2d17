//! What must not be printed, and the type that sees to it.

use core::fmt::{Debug, Display, Formatter, Result, Write};
use core::ops::Range;
use std::borrow::Cow;
use std::vec::Vec;

use percent_encoding::percent_decode_str;

use super::element::{Element, is_separator, letters};

/// What stands for a secret.
const MASK: &str = "[redacted]";

/// What the name of a child or of a query parameter contains if its value is a secret, in letters only: `AccessKeyId`,
/// `AWSAccessKeyId`, `SignatureProvided`, `StringToSign`, `EncodedAuthorizationMessage`, `X-Amz-Credential`, `x-obs-security-token`.
const SECRET_NAMES: [&[u8]; 9] = [
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

/// Whether a child of this name is a secret.
pub(super) fn is_secret_name(name: &str) -> bool {
    // Nearly every error has these and no others, so they are not searched.
    !matches!(
        name,
        "Code" | "Message" | "Resource" | "RequestId" | "HostId" | "RequestTime" | "ServerTime" | "MaxAllowedSkewMilliseconds"
    ) && is_secret(name.as_bytes())
}

fn is_secret(name: &[u8]) -> bool {
    let is_plain = !name.iter().any(|byte| is_separator(*byte));
    // The shortest has five letters.
    (0..name.len().saturating_sub(4)).any(|start| {
        let (first, rest) = (name[start].to_ascii_lowercase(), &name[start..]);
        SECRET_NAMES
            .iter()
            .any(|word| word[0] == first && (begins_with(rest, word) || !is_plain && begins_in_letters(rest, word)))
    })
}

fn begins_with(name: &[u8], word: &[u8]) -> bool {
    name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn begins_in_letters(name: &[u8], word: &[u8]) -> bool {
    letters(name).take(word.len()).eq(word.iter().copied())
}

/// A text of a response that may hold secrets. It prints without them; [`expose_secrets`](Self::expose_secrets) gives what was sent.
///
/// What is not printed: the whole text of `AccessKeyId`, `SignatureProvided`, `StringToSign`, `EncodedAuthorizationMessage` and the like;
/// the value of any parameter of such a name in a query (`?AccessKeyId=…&Signature=…`, `X-Amz-Credential=…`, `x-obs-security-token=…`);
/// what looks like an access key; and the text of a secret where it stands in another text. Control characters print escaped, so that
/// a line of a log stays one line.
///
/// ```
/// use obs_codes::ErrorResponse;
///
/// let headers = [("Location", "https://b.example.com/k?AccessKeyId=AK&Expires=1&Signature=S%2Bx")];
/// let response = ErrorResponse::from_parts(307, headers, b"");
/// let location = response.location().unwrap();
/// assert_eq!(location.to_string(), "https://b.example.com/k?AccessKeyId=[redacted]&Expires=1&Signature=[redacted]");
/// assert!(location.expose_secrets().ends_with("S%2Bx"));
/// ```
#[derive(Clone, Copy)]
pub struct Redacted<'r> {
    text: &'r str,
    /// The elements of the same response: what is secret there is secret here.
    all: &'r [Element<'r>],
    care: Care,
}

/// How much of a text is secret.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// Nothing: an identifier that the server made.
    None,
    /// What looks like a secret.
    Parts,
    /// All of it.
    Whole,
}

impl<'r> Redacted<'r> {
    pub(super) fn new(text: &'r str, all: &'r [Element<'r>]) -> Self {
        Self { text, all, care: Care::Parts }
    }

    /// A text in which nothing is secret.
    pub(super) fn plain(text: &'r str) -> Self {
        Self { text, all: &[], care: Care::None }
    }

    pub(super) fn hidden_if(self, is_hidden: bool) -> Self {
        Self { care: if is_hidden { Care::Whole } else { self.care }, ..self }
    }

    /// The text as it was sent, secrets included. Do not log it.
    pub fn expose_secrets(&self) -> &'r str {
        self.text
    }

    fn write(&self, f: &mut Formatter<'_>, write: impl Fn(&str, &mut Formatter<'_>) -> Result) -> Result {
        match self.care {
            Care::None => return write(self.text, f),
            Care::Parts => {}
            Care::Whole => return f.write_str(MASK),
        }
        let mut end = 0;
        for range in secrets(self.text, self.all) {
            if range.end <= end {
                continue;
            }
            if range.start >= end {
                write(&self.text[end..range.start], f)?;
                f.write_str(MASK)?;
            }
            end = range.end;
        }
        write(&self.text[end..], f)
    }
}

/// A text without its secrets, and otherwise as it is.
#[cfg(feature = "serde")]
pub(super) struct Unescaped<'r>(pub(super) Redacted<'r>);

#[cfg(feature = "serde")]
impl Display for Unescaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.0.write(f, |text, f| f.write_str(text))
    }
}

/// The text without its secrets, in one line.
impl Display for Redacted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.write(f, escaped)
    }
}

/// The text without its secrets, as a string literal.
impl Debug for Redacted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if self.care == Care::Whole {
            return f.write_str(MASK);
        }
        f.write_char('"')?;
        self.write(f, |text, f| write!(f, "{}", text.escape_debug()))?;
        f.write_char('"')
    }
}

/// A text in one line: no character in it moves the cursor, turns the direction of writing or ends the line.
fn escaped(text: &str, f: &mut Formatter<'_>) -> Result {
    for piece in text.split_inclusive(is_control) {
        match piece.chars().next_back() {
            Some(last) if is_control(last) => {
                f.write_str(&piece[..piece.len() - last.len_utf8()])?;
                write!(f, "{}", last.escape_default())?;
            }
            _ => f.write_str(piece)?,
        }
    }
    Ok(())
}

fn is_control(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Where secrets stand in a text, by their beginnings.
fn secrets(text: &str, all: &[Element<'_>]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    parameters(text, &mut ranges);
    access_keys(text, &mut ranges);
    echoes(text, all, &mut ranges);
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges
}

/// The values of parameters with a secret name, wherever a name, `=` and a value stand.
fn parameters(text: &str, ranges: &mut Vec<Range<usize>>) {
    let mut begin = 0;
    for (equals, _) in text.match_indices('=') {
        if equals < begin {
            continue;
        }
        let before = &text[begin..equals];
        let name =
            before.rfind(|letter: char| !is_name(letter)).map_or(before, |end| before[end..].trim_start_matches(|l| !is_name(l)));
        let value = equals + 1;
        begin = value;
        if is_secret(&Cow::from(percent_decode_str(name))) {
            let end = text[value..].find(|letter: char| letter.is_whitespace() || matches!(letter, '&' | '"' | '\'' | '<' | '>'));
            begin = end.map_or(text.len(), |length| value + length);
            ranges.push(value..begin);
        }
    }
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '~' | '%')
}

/// What looks like an access key: 20 capitals and digits, some of each, with nothing like them around. After it a colon joins a
/// signature, as in `Authorization`.
fn access_keys(text: &str, ranges: &mut Vec<Range<usize>>) {
    let mut begin = 0;
    for word in text.split(|letter: char| !letter.is_ascii_alphanumeric()) {
        let start = begin;
        let end = start + word.len();
        // What splits may be longer than a byte.
        begin = end + text[end..].chars().next().map_or(0, char::len_utf8);
        let is_key = word.len() == 20
            && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && word.bytes().any(|byte| byte.is_ascii_uppercase())
            && word.bytes().any(|byte| byte.is_ascii_digit());
        if is_key {
            let rest = &text[end..];
            let signature = if rest.starts_with(':') { rest.find(char::is_whitespace).unwrap_or(rest.len()) } else { 0 };
            ranges.push(start..end + signature);
        }
    }
}

/// A secret shorter than this is not looked for elsewhere: it would be found where it is none.
const SHORTEST_ECHO: usize = 4;

/// The secrets of the body, where the text repeats them.
fn echoes(text: &str, all: &[Element<'_>], ranges: &mut Vec<Range<usize>>) {
    if text.len() < SHORTEST_ECHO {
        return;
    }
    for element in all.iter().filter(|element| element.is_secret) {
        let secret = element.text.trim();
        if secret.len() >= SHORTEST_ECHO {
            ranges.extend(text.match_indices(secret).map(|(start, secret)| start..start + secret.len()));
        }
    }
}
