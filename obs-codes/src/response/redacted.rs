//! Prints a text of a response without its secrets.

use core::fmt::{Debug, Display, Formatter, Result, Write};
use core::ops::Range;
use std::borrow::Cow;
use std::vec::Vec;

use super::element::Element;
use crate::escape::Escaped;
use crate::secret::{MASK, Secrets, write_masked};

/// A text of a response that may contain secrets, and prints without them.
///
/// [`expose_secrets`](Self::expose_secrets) returns the text as it was sent.
///
/// `[redacted]` replaces:
///
/// - the text of an element with a secret name, such as `AccessKeyId` or `StringToSign`, and, if it has four bytes or more, each repetition
///   of this text;
/// - every value in the query of a URL, and the user before its host;
/// - what follows a secret name, as in `token=…`, `"signature": "…"` or `Authorization: …`;
/// - a word in which a URL or such a name with its value is percent-encoded;
/// - what looks like an access key, a signature or a secret key.
///
/// If a body contains more than 16 secrets, the other texts of the response are hidden as a whole, and its identifiers are `None`. Control
/// characters are escaped, so a line of a log stays one line.
///
/// This is best effort: no rule knows every secret, so treat logged responses as sensitive.
///
/// ```
/// use obs_codes::ErrorResponse;
///
/// let headers = [("Location", "https://b.example.com/k?AccessKeyId=AK&acl&Signature=S%2Bx")];
/// let response = ErrorResponse::from_parts(307, headers, b"");
/// let location = response.location().unwrap();
/// assert_eq!(location.to_string(), "https://b.example.com/k?AccessKeyId=[redacted]&acl&Signature=[redacted]");
/// assert!(location.expose_secrets().ends_with("S%2Bx"));
/// ```
#[derive(Clone, Copy)]
pub struct Redacted<'r> {
    text: &'r str,
    hide: Hide<'r>,
}

/// Which part of a text is hidden.
#[derive(Clone, Copy)]
enum Hide<'r> {
    /// Nothing: the text is an identifier that the server made.
    Nothing,
    /// Everything that looks like a secret, and these known secrets.
    Secrets(&'r [Cow<'r, str>]),
    /// All of it.
    All,
}

impl<'r> Redacted<'r> {
    pub(super) fn new(text: &'r str, secrets: &'r [Cow<'r, str>]) -> Self {
        let hide = if secrets.len() > MOST_SECRETS { Hide::All } else { Hide::Secrets(secrets) };
        Self { text, hide }
    }

    /// A text without secrets.
    pub(super) fn plain(text: &'r str) -> Self {
        Self { text, hide: Hide::Nothing }
    }

    /// A text that is a secret.
    pub(super) fn hidden(text: &'r str) -> Self {
        Self { text, hide: Hide::All }
    }

    /// The text as it was sent, secrets included. Do not log it.
    pub fn expose_secrets(&self) -> &'r str {
        self.text
    }

    /// Whether the text repeats a known secret, or may repeat one of too many to search for.
    pub(super) fn may_repeat_secret(&self) -> bool {
        match self.hide {
            Hide::Nothing => false,
            Hide::Secrets(known) => repeats(self.text, known),
            Hide::All => true,
        }
    }

    fn write(&self, f: &mut Formatter<'_>, write: impl Fn(&str, &mut Formatter<'_>) -> Result) -> Result {
        match self.hide {
            Hide::Nothing => write(self.text, f),
            Hide::Secrets(known) => write_masked(self.text, places(self.text, known), f, write),
            Hide::All => f.write_str(MASK),
        }
    }
}

/// The places of the secrets in a text, sorted by where they begin.
fn places(text: &str, known: &[Cow<'_, str>]) -> Vec<Range<usize>> {
    let repeated = known.iter().flat_map(|secret| text.match_indices(&**secret));
    let mut places: Vec<_> = repeated.map(|(start, secret)| start..start + secret.len()).chain(Secrets::of(text)).collect();
    places.sort_unstable_by_key(|place| place.start);
    places
}

/// The most secrets that are searched for in each text. To search for more would take too long.
const MOST_SECRETS: usize = 16;

/// The length of the shortest secret that is searched for in other texts, in bytes. A shorter one would occur in ordinary words.
const SHORTEST_SECRET: usize = 4;

/// The texts of the secret elements, each once, up to one more than [`MOST_SECRETS`].
pub(super) fn known_secrets<'a: 'e, 'e>(elements: impl IntoIterator<Item = &'e Element<'a>>) -> Vec<Cow<'a, str>> {
    let mut known = Vec::new();
    for element in elements.into_iter().filter(|element| element.is_secret && element.text.trim().len() >= SHORTEST_SECRET) {
        if known.len() <= MOST_SECRETS && !known.iter().any(|secret: &Cow<'_, str>| **secret == *element.text.trim()) {
            known.push(trimmed(&element.text));
        }
    }
    known
}

fn trimmed<'a>(text: &Cow<'a, str>) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().into()),
    }
}

/// Whether a text repeats a known secret, or may repeat one of too many to search for.
pub(super) fn repeats(text: &str, known: &[Cow<'_, str>]) -> bool {
    known.len() > MOST_SECRETS || known.iter().any(|secret| text.contains(&**secret))
}

/// The length of the longest error code, in bytes. A longer text is not an error code.
const LONGEST_CODE: usize = 1024;

/// Whether a text can be an error code. It must not contain a secret, or anything that looks like one.
pub(super) fn is_public(text: &str, known: &[Cow<'_, str>]) -> bool {
    text.len() <= LONGEST_CODE && !repeats(text, known) && Secrets::of(text).next().is_none()
}

/// Prints a text without its secrets, and escapes nothing.
pub(super) struct Unescaped<'r>(pub(super) Redacted<'r>);

impl Display for Unescaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.0.write(f, |text, f| f.write_str(text))
    }
}

/// Prints the text on one line, without its secrets.
impl Display for Redacted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.write(f, |text, f| Escaped(text).fmt(f))
    }
}

/// Prints the text as a string literal, without its secrets.
impl Debug for Redacted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if let Hide::All = self.hide {
            return f.write_str(MASK);
        }
        f.write_char('"')?;
        self.write(f, |text, f| write!(f, "{}", text.escape_debug()))?;
        f.write_char('"')
    }
}
