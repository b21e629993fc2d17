//! What of a body could not be read as an error.

use core::fmt;
use std::borrow::Cow;

use super::{BodyKind, ErrorResponse, UnreadReason, first_part};

impl ErrorResponse<'_> {
    /// What of the body was not read as an error, and why: an HTML page, the rest of a body that was cut off, what goes on beyond 64 KiB.
    ///
    /// A child counts as read when it is there to its end, so that half a code is never taken for a whole one.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    /// use obs_codes::response::UnreadReason;
    ///
    /// let response = ErrorResponse::from_body(404, b"<Error><Code>NoSuchKey</Code><Message>The spec");
    /// assert_eq!(response.code(), Some("NoSuchKey"));
    /// assert!(response.message().is_none());
    /// let unread = response.unread().unwrap();
    /// assert_eq!(unread.reason(), UnreadReason::Truncated);
    /// assert_eq!(unread.expose_secrets(), "<Message>The spec");
    /// ```
    pub fn unread(&self) -> Option<Unread<'_>> {
        let (reason, from) = self.body.unread?;
        let text = match self.text() {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(from..).unwrap_or_default()),
            Cow::Owned(text) => Cow::Owned(text.get(from..).unwrap_or_default().into()),
        };
        let bytes = self.source.len() - bytes_before(from, first_part(&self.source).0);
        Some(Unread { reason, kind: self.body.kind, bytes, text })
    }
}

/// How many bytes stand before a place of the text that was made of them: each run that is no UTF-8 became U+FFFD.
fn bytes_before(place: usize, bytes: &[u8]) -> usize {
    let (mut place, mut before) = (place, 0);
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid().len();
        if place <= valid {
            return before + place;
        }
        before += valid + chunk.invalid().len();
        place = (place - valid).saturating_sub(char::REPLACEMENT_CHARACTER.len_utf8());
    }
    before
}

/// The part of a body that was not read as an error; what [`ErrorResponse::unread`] gives.
///
/// Anything may stand in it, so neither `Display` nor `Debug` prints any of it: only why it was not read, and how much it is.
#[derive(Clone)]
pub struct Unread<'r> {
    reason: UnreadReason,
    kind: BodyKind,
    bytes: usize,
    text: Cow<'r, str>,
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

    /// What was not read, within the first 64 KiB of the body, secrets included. Do not log it.
    pub fn expose_secrets(&self) -> &str {
        &self.text
    }
}

/// Such as `HTML body: it is no error of OBS (150 bytes not read)`.
impl fmt::Display for Unread<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.as_str();
        write!(f, "{kind} body: {} ({} bytes not read)", self.reason.as_str(), self.bytes)
    }
}

impl fmt::Debug for Unread<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unread").field("reason", &self.reason).field("bytes", &self.bytes).finish_non_exhaustive()
    }
}
