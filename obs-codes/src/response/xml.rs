//! XML: `<Error>` with its children, and `<DeleteResult>` with an `<Error>` for each object that was not deleted.
//!
//! Nothing is fetched or expanded: a document type is skipped, and of the entities only the five that XML defines and the numeric ones
//! are replaced. Any other stays as it was written.

use std::borrow::Cow;
use std::format;
use std::vec::Vec;

use quick_xml::Reader;
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};

use super::body::{Body, BodyKind, LIMIT, MAX_DEPTH, UnreadReason};
use super::element::Element;

/// Reads a text whose first byte from `start` is `<`.
pub(super) fn read(text: &str, start: usize) -> Body<'_> {
    let mut source = Source::new(text, start);
    let root = loop {
        let at = source.position();
        match source.next() {
            Ok(Event::Start(root)) => break source.name_of(root.name().0, at),
            Ok(Event::Empty(root)) if is_error_root(local(root.name().0)) => {
                return Body::read(BodyKind::Xml, Vec::new(), source.position());
            }
            Ok(Event::DocType(name)) if starts_with_html(&name) => return Body::not_an_error(BodyKind::Html),
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_)) => {}
            Ok(Event::Text(blank)) if blank.trim_ascii().is_empty() => {}
            Ok(Event::Empty(_)) => return Body::not_an_error(BodyKind::Xml),
            Ok(Event::Eof) => return Body::not_an_error(BodyKind::Other).because(UnreadReason::Truncated),
            Ok(_) => return Body::not_an_error(BodyKind::Other),
            Err(error) => return Body::not_an_error(BodyKind::Other).because(reason(&error)),
        }
    };
    match &*root {
        "Error" => error(source),
        "DeleteResult" => delete_result(source),
        root if root.eq_ignore_ascii_case("html") => Body::not_an_error(BodyKind::Html),
        _ => Body::not_an_error(BodyKind::Xml),
    }
}

fn error(mut source: Source<'_>) -> Body<'_> {
    // OBS sends up to a dozen.
    let mut elements = Vec::with_capacity(12);
    let stop = read_children(&mut source, &mut elements);
    Body { unread: stop, ..Body::read(BodyKind::Xml, elements, source.position()) }
}

/// The first error stands for the whole; the others are read when they are asked for.
fn delete_result(mut source: Source<'_>) -> Body<'_> {
    let entries = source.position();
    let mut first = Vec::new();
    let stop = loop {
        match next_object_error(&mut source) {
            Ok(Some(elements)) if first.is_empty() => first = elements,
            Ok(Some(_)) => {}
            Ok(None) => break None,
            Err(stop) => break Some(stop),
        }
    };
    Body { unread: stop, entries: Some(entries), ..Body::read(BodyKind::Xml, first, source.position()) }
}

/// Where reading stopped, and why.
pub(super) type Stop = (UnreadReason, usize);

/// The next `<Error>` of a `<DeleteResult>` whose start tag is behind; `None` when its end tag is.
pub(super) fn next_object_error<'a>(source: &mut Source<'a>) -> Result<Option<Vec<Element<'a>>>, Stop> {
    loop {
        let at = source.position();
        match source.next() {
            Ok(Event::Start(start)) if local(start.name().0) == "Error" => {
                let mut elements = Vec::new();
                return match read_children(source, &mut elements) {
                    None => Ok(Some(elements)),
                    Some((reason, _)) => Err((reason, at)),
                };
            }
            Ok(Event::Start(start)) => {
                source.skip(&start).map_err(|error| (reason(&error), at))?;
            }
            Ok(Event::End(_)) => return Ok(None),
            Ok(Event::Eof) => return Err((UnreadReason::Truncated, at)),
            Ok(_) => {}
            Err(error) => return Err((reason(&error), at)),
        }
    }
}

/// Reads up to the end tag of the element that is open. A child counts when its end tag was seen, so that half a text is never taken
/// for a whole one.
fn read_children<'a>(source: &mut Source<'a>, elements: &mut Vec<Element<'a>>) -> Option<Stop> {
    let begin = source.position();
    // The end of what was read for good: so many bytes, and so many elements.
    let mut whole = (begin, 0);
    let mut open = Open { places: [0; MAX_DEPTH], depth: 0 };
    let stop = loop {
        let at = source.position();
        if at - begin > LIMIT {
            break UnreadReason::TooLong;
        }
        match source.next() {
            Ok(Event::Start(start)) if open.depth == MAX_DEPTH => match source.skip(&start) {
                Ok(()) => {
                    let raw = source.slice(at);
                    if let Some(element) = open.innermost().and_then(|place| elements.get_mut(place)) {
                        element.push(Cow::Borrowed(raw));
                        // Names of secrets may stand in it.
                        element.is_secret = true;
                    }
                }
                Err(error) => break reason(&error),
            },
            Ok(Event::Start(start)) => {
                let element = child(elements, &open, source.name_of(start.name().0, at));
                open.push(elements.len());
                elements.push(element);
            }
            Ok(Event::Empty(start)) => {
                let element = child(elements, &open, source.name_of(start.name().0, at));
                elements.push(element);
            }
            Ok(Event::End(_)) => {
                open.depth = open.depth.checked_sub(1)?;
            }
            Ok(Event::Text(text)) => push(elements, &open, text.into_inner()),
            Ok(Event::CData(text)) => push(elements, &open, text.into_inner()),
            Ok(Event::GeneralRef(reference)) => push(elements, &open, replacement(&reference)),
            Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_)) => {}
            Ok(Event::Eof) => break UnreadReason::Truncated,
            Err(error) => break reason(&error),
        }
        if open.depth == 0 {
            whole = (source.position(), elements.len());
        }
    };
    elements.truncate(whole.1);
    Some((stop, whole.0))
}

/// The elements that are open, by their places.
struct Open {
    places: [usize; MAX_DEPTH],
    depth: usize,
}

impl Open {
    fn innermost(&self) -> Option<usize> {
        self.places.get(self.depth.checked_sub(1)?).copied()
    }

    /// Adds one, of which there is room for [`MAX_DEPTH`].
    fn push(&mut self, place: usize) {
        if let Some(next) = self.places.get_mut(self.depth) {
            *next = place;
            self.depth += 1;
        }
    }
}

/// A new child of the innermost element that is open.
fn child<'a>(elements: &[Element<'a>], open: &Open, name: Cow<'a, str>) -> Element<'a> {
    let parent = open.innermost().and_then(|place| elements.get(place));
    Element::new(name, open.depth + 1, parent.is_some_and(|parent| parent.is_secret))
}

/// Adds a text to the innermost element that is open, or as an element without a name.
fn push<'a>(elements: &mut Vec<Element<'a>>, open: &Open, text: Cow<'a, str>) {
    if let Some(place) = open.innermost() {
        if let Some(element) = elements.get_mut(place) {
            element.push(text);
        }
    } else if let Some(last) = elements.last_mut().filter(|last| last.name.is_empty() && last.depth == 1) {
        last.push(text);
    } else if !text.trim_ascii().is_empty() {
        let mut element = Element::new(Cow::Borrowed(""), 1, false);
        element.push(text);
        elements.push(element);
    }
}

fn replacement<'a>(reference: &BytesRef<'a>) -> Cow<'a, str> {
    match (resolve_predefined_entity(reference), reference.resolve_char_ref()) {
        (Some(text), _) => Cow::Borrowed(text),
        (None, Ok(Some(letter))) => Cow::Owned(letter.into()),
        (None, _) => Cow::Owned(format!("&{};", &**reference)),
    }
}

fn reason(error: &Error) -> UnreadReason {
    match error {
        Error::Syntax(SyntaxError::InvalidBangMarkup) => UnreadReason::Malformed,
        Error::Syntax(_) => UnreadReason::Truncated,
        _ => UnreadReason::Malformed,
    }
}

fn is_error_root(name: &str) -> bool {
    matches!(name, "Error" | "DeleteResult")
}

fn starts_with_html(document_type: &str) -> bool {
    document_type.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("html"))
}

fn local(name: &str) -> &str {
    name.bytes().position(|byte| byte == b':').and_then(|colon| name.get(colon + 1..)).unwrap_or(name)
}

/// A reader that knows the text which it reads, so that names can be borrowed from it.
pub(super) struct Source<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    start: usize,
}

impl<'a> Source<'a> {
    fn new(text: &'a str, start: usize) -> Self {
        let mut reader = Reader::from_str(text.get(start..).unwrap_or_default());
        // A resource with `&` in its query is not always escaped.
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, text, start }
    }

    /// A reader that begins behind the start tag of the root.
    pub(super) fn within_root(text: &'a str, start: usize) -> Self {
        let mut source = Self::new(text, start);
        source.reader.config_mut().allow_unmatched_ends = true;
        source
    }

    fn next(&mut self) -> Result<Event<'a>, Error> {
        self.reader.read_event()
    }

    pub(super) fn position(&self) -> usize {
        self.start + usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn skip(&mut self, start: &quick_xml::events::BytesStart<'a>) -> Result<(), Error> {
        self.reader.read_to_end(start.name()).map(drop)
    }

    /// The text from a position to here.
    fn slice(&self, from: usize) -> &'a str {
        self.text.get(from..self.position()).unwrap_or_default()
    }

    /// The name of the tag that begins at `at`, without a prefix: borrowed, where the event lends it for too short a time.
    fn name_of(&self, name: &str, at: usize) -> Cow<'a, str> {
        let after_bracket = at + 1;
        match self.text.get(after_bracket..after_bracket + name.len()) {
            Some(written) if core::ptr::eq(written, name) || written == name => Cow::Borrowed(local(written)),
            _ => Cow::Owned(local(name).into()),
        }
    }
}
