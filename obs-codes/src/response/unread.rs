//! The part of a body that could not be read as an error.

use core::fmt;
use std::borrow::Cow;

use super::BodyKind;

/// Why a body, or the rest of it, was not read as an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnreadReason {
    /// It is not an error of OBS but a page of a proxy, an object, or text.
    NotAnError,
    /// It ends in the middle.
    Truncated,
    /// From some place on it is not well-formed.
    Malformed,
    /// It is longer than what is read: 64 KiB, or 2 MiB of a `<DeleteResult>`.
    TooLong,
    /// It is UTF-16.
    Utf16,
    /// It is UTF-32.
    Utf32,
    /// It is compressed with gzip.
    Gzip,
    /// It is compressed in the way that its `Content-Encoding` says.
    Compressed,
}

impl UnreadReason {
    /// A sentence for a log, such as `the body is cut off`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotAnError => "the body is not an error of OBS",
            Self::Truncated => "the body is cut off",
            Self::Malformed => "the body is not well-formed",
            Self::TooLong => "the body is too long: only its beginning was read",
            Self::Utf16 => "the body is UTF-16, not UTF-8",
            Self::Utf32 => "the body is UTF-32, not UTF-8",
            Self::Gzip => "the body is gzip: use `curl --compressed`",
            Self::Compressed => "the body is compressed: use `curl --compressed`",
        }
    }
}

/// The part of a body that was not read as an error; see [`ErrorResponse::unread`](super::ErrorResponse::unread).
///
/// It may contain anything, so `Display` and `Debug` print none of it, only why it was not read and how long it is.
#[derive(Clone)]
pub struct Unread<'a> {
    pub(super) reason: UnreadReason,
    pub(super) kind: BodyKind,
    pub(super) bytes: usize,
    pub(super) text: Cow<'a, str>,
}

impl Unread<'_> {
    /// Why it was not read.
    pub fn reason(&self) -> UnreadReason {
        self.reason
    }

    /// How many bytes were not read.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The text that was not read, but not beyond the first 64 KiB of the body, or 2 MiB of a `<DeleteResult>`. It is empty if the body is
    /// not text. It may contain secrets: do not log it.
    pub fn expose_secrets(&self) -> &str {
        &self.text
    }

    pub(super) fn into_owned(self) -> Unread<'static> {
        Unread { text: Cow::Owned(self.text.into_owned()), ..self }
    }
}

/// Prints a clause such as `the body is HTML, probably from a proxy (150 bytes not read)`.
impl fmt::Display for Unread<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match (self.reason, self.kind) {
            (UnreadReason::NotAnError, BodyKind::Html) => "the body is HTML, probably from a proxy",
            (UnreadReason::NotAnError, BodyKind::Xml) => "the body is XML without an `<Error>`",
            (UnreadReason::NotAnError, _) => "the body is neither XML nor JSON",
            (reason, _) => reason.as_str(),
        };
        write!(f, "{reason} ({} bytes not read)", self.bytes)
    }
}

impl fmt::Debug for Unread<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unread").field("reason", &self.reason).field("bytes", &self.bytes).finish_non_exhaustive()
    }
}
