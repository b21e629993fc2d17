//! Reads a body.

use std::borrow::Cow;
use std::string::String;
use std::vec::Vec;

use super::body::{Body, BodyKind, LIMIT, LIST_LIMIT};
use super::unread::{Unread, UnreadReason};
use super::{json, xml};

/// A body, and the part of it that could not be read.
#[derive(Clone)]
pub(super) struct ReadBody<'a> {
    pub(super) body: Body<'a>,
    pub(super) unread: Option<Unread<'a>>,
    /// Whether U+FFFD replaced bytes that are not UTF-8.
    pub(super) is_lossy: bool,
}

/// Reads a body. `encodings` are the values of the headers `Content-Encoding` and `Transfer-Encoding`.
pub(super) fn read_body<'a>(source: &'a [u8], encodings: [Option<&str>; 2]) -> ReadBody<'a> {
    if let Some(reason) = unreadable(source, encodings) {
        let unread = Unread { reason, kind: BodyKind::Other, bytes: source.len(), text: Cow::Borrowed("") };
        return ReadBody { body: Body::unread(BodyKind::Other, reason), unread: Some(unread), is_lossy: false };
    }
    let read = read_part(source, LIMIT);
    // Only a list of errors may be longer.
    if read.body.entries.is_some() && source.len() > LIMIT { read_part(source, LIST_LIMIT) } else { read }
}

impl ReadBody<'_> {
    pub(super) fn into_owned(self) -> ReadBody<'static> {
        let unread = self.unread.map(Unread::into_owned);
        ReadBody { body: self.body.into_owned(), unread, is_lossy: self.is_lossy }
    }
}

fn read_part(source: &[u8], limit: usize) -> ReadBody<'_> {
    let part = first_part(source, limit);
    let is_all = part.len() == source.len();
    match decode(part) {
        Cow::Borrowed(text) => {
            let body = read_text(text, is_all);
            let unread = body.stop.map(|(reason, from)| Unread {
                reason,
                kind: body.kind,
                bytes: source.len() - from,
                text: Cow::Borrowed(text.get(from..).unwrap_or_default()),
            });
            // The text may already contain U+FFFD, because the caller decoded the bytes.
            ReadBody { body, unread, is_lossy: text.contains(char::REPLACEMENT_CHARACTER) }
        }
        Cow::Owned(text) => {
            let body = read_text(&text, is_all).into_owned();
            let unread = body.stop.map(|(reason, from)| Unread {
                reason,
                kind: body.kind,
                bytes: source.len() - bytes_before(from, part),
                text: Cow::Owned(text.get(from..).unwrap_or_default().into()),
            });
            ReadBody { body, unread, is_lossy: true }
        }
    }
}

/// Reads the first part of a body. `is_all` is false if more of the body comes after it.
fn read_text(text: &str, is_all: bool) -> Body<'_> {
    let without_mark = text.trim_start_matches('\u{feff}').trim_ascii_start();
    let start = text.len() - without_mark.len();
    let mut body = match without_mark.as_bytes().first() {
        Some(b'<') => xml::read(text, start),
        Some(b'{') => json::read(text, start),
        None if is_all => Body::read(BodyKind::Empty, Vec::new(), text.len()),
        _ => Body::unread(BodyKind::Other, UnreadReason::NotAnError),
    };
    body.stop = match body.stop {
        Some((UnreadReason::Truncated, from)) if !is_all => Some((UnreadReason::TooLong, from)),
        None if !is_all => Some((UnreadReason::TooLong, body.end)),
        None if !is_blank(text.get(body.end..)) => Some((UnreadReason::Malformed, body.end)),
        stop => stop,
    };
    body
}

fn is_blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim_ascii().is_empty())
}

/// Why a body cannot be read as text, if it cannot.
fn unreadable(body: &[u8], encodings: [Option<&str>; 2]) -> Option<UnreadReason> {
    match body {
        // The second form is the first after it was decoded as UTF-8, with U+FFFD in place of a byte.
        [0x1f, 0x8b, ..] | [0x1f, 0xef, 0xbf, 0xbd, ..] => Some(UnreadReason::Gzip),
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [b'<' | b'{', 0, 0, 0, ..] | [0, 0, 0, b'<' | b'{', ..] => {
            Some(UnreadReason::Utf32)
        }
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'<' | b'{', 0, ..] | [0, b'<' | b'{', ..] => Some(UnreadReason::Utf16),
        _ => {
            let is_text = || core::str::from_utf8(first_part(body, LIMIT)).is_ok_and(|text| !text.contains('\u{fffd}'));
            compression(encodings).filter(|_| !is_text())
        }
    }
}

/// How a body is compressed according to its headers.
fn compression(encodings: [Option<&str>; 2]) -> Option<UnreadReason> {
    let names = encodings.into_iter().flatten().flat_map(|list| list.split(',')).map(str::trim);
    let compressions =
        names.filter(|name| !["identity", "chunked", "aws-chunked"].iter().any(|plain| name.eq_ignore_ascii_case(plain)));
    let is_gzip = |name: &str| ["gzip", "x-gzip"].iter().any(|gzip| name.eq_ignore_ascii_case(gzip));
    compressions.map(|name| if is_gzip(name) { UnreadReason::Gzip } else { UnreadReason::Compressed }).next_back()
}

/// Decodes bytes as UTF-8, with U+FFFD in place of bytes that are not. Nearly every body is UTF-8, and then this check is far faster.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    core::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// At most `limit` bytes of a body, without a part of a character at their end.
fn first_part(body: &[u8], limit: usize) -> &[u8] {
    let is_inside = |place: usize| body.get(place).is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000);
    let cut = (limit.saturating_sub(3)..=limit).rev().find(|place| !is_inside(*place)).unwrap_or(limit);
    body.get(..cut).unwrap_or(body)
}

/// How many bytes come before a place in the text that they were decoded to. Each invalid sequence became one U+FFFD.
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
