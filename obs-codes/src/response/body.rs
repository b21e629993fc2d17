//! Which kind of body it is, and how much of it is read.

use std::vec::Vec;

use super::element::Element;
use super::{json, xml};

/// At most so many bytes of a body are read as an error. Those of OBS are some hundreds long.
pub(super) const LIMIT: usize = 64 * 1024;

/// What is nested deeper is kept as one text. Nothing that OBS sends is deeper than 2.
pub(super) const MAX_DEPTH: usize = 8;

/// What a body turned out to be. Its `Content-Type` is not asked: servers and proxies send wrong ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyKind {
    /// There is none, or only blanks: the answer to `HEAD`.
    Empty,
    /// XML. It is an error if its root is `<Error>` or `<DeleteResult>`.
    Xml,
    /// A JSON object.
    Json,
    /// An HTML page: a proxy or a load balancer speaks, not OBS.
    Html,
    /// Anything else.
    Other,
}

impl BodyKind {
    /// `empty`, `XML`, `JSON`, `HTML` or `other`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Xml => "XML",
            Self::Json => "JSON",
            Self::Html => "HTML",
            Self::Other => "other",
        }
    }
}

/// Why a body, or the rest of it, was not read as an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnreadReason {
    /// It is no error of OBS: a page of a proxy, an object, text.
    NotAnError,
    /// It ends in the middle.
    Truncated,
    /// It is not well-formed from there on.
    Malformed,
    /// It goes on beyond the 64 KiB that are read.
    TooLong,
    /// It is no UTF-8 but UTF-16.
    Encoding,
}

impl UnreadReason {
    /// A clause for a log, such as `it ends in the middle`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotAnError => "it is no error of OBS",
            Self::Truncated => "it ends in the middle",
            Self::Malformed => "it is not well-formed",
            Self::TooLong => "it is longer than 64 KiB",
            Self::Encoding => "it is UTF-16",
        }
    }
}

/// What was read of a body.
#[derive(Clone)]
pub(super) struct Body<'a> {
    pub(super) kind: BodyKind,
    pub(super) elements: Vec<Element<'a>>,
    /// Why reading stopped, and where.
    pub(super) unread: Option<(UnreadReason, usize)>,
    /// Where the entries of a `<DeleteResult>` begin.
    pub(super) entries: Option<usize>,
    /// The end of what was read, if nothing stopped it.
    pub(super) end: usize,
}

impl<'a> Body<'a> {
    pub(super) fn read(kind: BodyKind, elements: Vec<Element<'a>>, end: usize) -> Self {
        Self { kind, elements, unread: None, entries: None, end }
    }

    pub(super) fn not_an_error(kind: BodyKind) -> Self {
        Self { unread: Some((UnreadReason::NotAnError, 0)), ..Self::read(kind, Vec::new(), 0) }
    }

    pub(super) fn because(self, reason: UnreadReason) -> Self {
        Self { unread: Some((reason, 0)), ..self }
    }

    pub(super) fn into_owned(self) -> Body<'static> {
        Body {
            kind: self.kind,
            elements: Element::all_into_owned(self.elements),
            unread: self.unread,
            entries: self.entries,
            end: self.end,
        }
    }
}

/// Reads the first part of a body; `is_all` unless it goes on.
pub(super) fn read(text: &str, is_all: bool) -> Body<'_> {
    let without_mark = text.trim_start_matches('\u{feff}').trim_ascii_start();
    let start = text.len() - without_mark.len();
    let mut body = match without_mark.as_bytes().first() {
        Some(b'<') => xml::read(text, start),
        Some(b'{') => json::read(text, start),
        None if is_all => Body::read(BodyKind::Empty, Vec::new(), text.len()),
        _ => Body::not_an_error(BodyKind::Other),
    };
    match &mut body.unread {
        Some((reason @ UnreadReason::Truncated, _)) if !is_all => *reason = UnreadReason::TooLong,
        Some(_) => {}
        none if !is_all => *none = Some((UnreadReason::TooLong, body.end)),
        none if !text.get(body.end..).unwrap_or_default().trim_ascii().is_empty() => {
            *none = Some((UnreadReason::Malformed, body.end));
        }
        _ => {}
    }
    body
}

/// Whether it begins as UTF-16 does: with its mark, or with `<` or `{` in two bytes.
pub(super) fn is_utf16(body: &[u8]) -> bool {
    matches!(body, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'<' | b'{', 0, ..] | [0, b'<' | b'{', ..])
}
