//! The content of a body that was read, and how much of a body is read.

use std::vec::Vec;

use super::element::Element;
use super::unread::UnreadReason;

/// How many bytes of a body are read as an error. An error of OBS has a few hundred bytes.
pub(super) const LIMIT: usize = 64 * 1024;

/// How many bytes of a `<DeleteResult>` are read: enough for 1,000 errors, the most that a request can cause, with the longest keys.
pub(super) const LIST_LIMIT: usize = 2 * 1024 * 1024;

/// The deepest level of elements. Anything deeper becomes a text of its parent. OBS nests two levels.
pub(super) const MAX_DEPTH: usize = 8;

/// The kind of a body, judged by its content.
///
/// Its `Content-Type` is ignored, because servers and proxies often send a wrong one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyKind {
    /// No body, or only blanks: the answer to `HEAD`.
    Empty,
    /// XML. It is an error if its root is `<Error>` or `<DeleteResult>`.
    Xml,
    /// A JSON object.
    Json,
    /// An HTML page, which a proxy or a load balancer sent, not OBS.
    Html,
    /// Not a body, but the labelled values of a log or a tool, such as `Status=404, Code=NoSuchKey`.
    Log,
    /// Anything else.
    Other,
}

impl BodyKind {
    /// `empty`, `XML`, `JSON`, `HTML`, `log` or `other`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Xml => "XML",
            Self::Json => "JSON",
            Self::Html => "HTML",
            Self::Log => "log",
            Self::Other => "other",
        }
    }
}

/// The content of a body.
#[derive(Clone)]
pub(super) struct Body<'a> {
    pub(super) kind: BodyKind,
    pub(super) elements: Vec<Element<'a>>,
    /// The elements of each error in a `<DeleteResult>`. Those of the first error are also the `elements`.
    pub(super) entries: Option<Vec<Vec<Element<'a>>>>,
    /// Why and where reading stopped, if that was before the end of the root.
    pub(super) stop: Option<Stop>,
    /// Where the root ends, if nothing stopped reading.
    pub(super) end: usize,
}

/// Why reading stopped, and where the unread part begins.
pub(super) type Stop = (UnreadReason, usize);

impl<'a> Body<'a> {
    pub(super) fn read(kind: BodyKind, elements: Vec<Element<'a>>, end: usize) -> Self {
        Self { kind, elements, entries: None, stop: None, end }
    }

    pub(super) fn unread(kind: BodyKind, reason: UnreadReason) -> Self {
        Self { stop: Some((reason, 0)), ..Self::read(kind, Vec::new(), 0) }
    }

    pub(super) fn into_owned(self) -> Body<'static> {
        Body {
            kind: self.kind,
            elements: Element::all_into_owned(self.elements),
            entries: self.entries.map(|entries| entries.into_iter().map(Element::all_into_owned).collect()),
            stop: self.stop,
            end: self.end,
        }
    }
}
