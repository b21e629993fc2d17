//! What must not be printed, and the type that sees to it.

use core::fmt::{Debug, Display, Formatter, Result, Write};
use core::ops::Range;
use std::borrow::Cow;
use std::vec::Vec;

use percent_encoding::percent_decode_str;

use super::element::Element;
use crate::escape::Escaped;
use crate::secret::{self, MASK, Secrets};

/// Whether a child of this name is a secret.
pub(super) fn is_secret_name(name: &str) -> bool {
    // Nearly every error has these and no others, so they are not searched.
    !matches!(
        name,
        "Code" | "Message" | "Resource" | "RequestId" | "HostId" | "RequestTime" | "ServerTime" | "MaxAllowedSkewMilliseconds"
    ) && secret::is_secret_name(name.as_bytes())
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
        secret::write_without(self.text, secrets(self.text, self.all), f, write)
    }
}

/// A text without its secrets, and otherwise as it is.
pub(super) struct Unescaped<'r>(pub(super) Redacted<'r>);

impl Display for Unescaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.0.write(f, |text, f| f.write_str(text))
    }
}

/// The text without its secrets, in one line.
impl Display for Redacted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.write(f, |text, f| Escaped(text).fmt(f))
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

/// Where secrets stand in a text, by their beginnings.
fn secrets(text: &str, all: &[Element<'_>]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    ranges.extend(Secrets::with_names(text, |name| secret::is_secret_name(&Cow::from(percent_decode_str(name)))));
    echoes(text, all, &mut ranges);
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    ranges
}

/// A secret shorter than this is not looked for elsewhere: it would be found where it is none.
const SHORTEST_ECHO: usize = 4;

/// The secrets of the body, where the text repeats them.
fn echoes(text: &str, all: &[Element<'_>], ranges: &mut Vec<Range<usize>>) {
    for secret in secrets_to_find(text, all) {
        ranges.extend(text.match_indices(secret).map(|(start, secret)| start..start + secret.len()));
    }
}

/// Whether a text repeats a secret of the body.
pub(super) fn repeats_secret(text: &str, all: &[Element<'_>]) -> bool {
    secrets_to_find(text, all).any(|secret| text.contains(secret))
}

fn secrets_to_find<'e>(text: &str, all: &'e [Element<'_>]) -> impl Iterator<Item = &'e str> {
    let lengths = SHORTEST_ECHO..=text.len();
    // Where no length is right, none of very many elements has to be looked at.
    let all = if lengths.is_empty() { &[][..] } else { all };
    let secrets = all.iter().filter(|element| element.is_secret).map(|element| element.text.trim());
    secrets.filter(move |secret| lengths.contains(&secret.len()))
}
