//! Reads XML: `<Error>` with its children, and `<DeleteResult>` with an `<Error>` for each object that was not deleted.
//!
//! Nothing is fetched or expanded. A document type is skipped. The five predefined entities and numeric ones are replaced; all others stay
//! as they were written.

use std::borrow::Cow;
use std::format;
use std::vec::Vec;

use quick_xml::Reader;
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::body::{Body, BodyKind, LIMIT, MAX_DEPTH, Stop};
use super::element::Element;
use super::unread::UnreadReason;

/// Reads a text whose first byte from `start` on is `<`.
pub(super) fn read(text: &str, start: usize) -> Body<'_> {
    let mut source = Source::new(text, start);
    let root = loop {
        match source.next() {
            Ok(Event::Start(root)) => break root,
            Ok(Event::Empty(root)) if is_error_root(local(root.name().0)) => {
                return Body::read(BodyKind::Xml, Vec::new(), source.position());
            }
            Ok(Event::DocType(name)) if starts_with_html(&name) => return Body::unread(BodyKind::Html, UnreadReason::NotAnError),
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_)) => {}
            Ok(Event::Text(blank)) if blank.trim_ascii().is_empty() => {}
            Ok(Event::Empty(_)) => return Body::unread(BodyKind::Xml, UnreadReason::NotAnError),
            Ok(Event::Eof) => return Body::unread(BodyKind::Other, UnreadReason::Truncated),
            Ok(_) => return Body::unread(BodyKind::Other, UnreadReason::NotAnError),
            Err(error) => return Body::unread(BodyKind::Other, reason(&error)),
        }
    };
    match local(root.name().0) {
        "Error" => error(source),
        "DeleteResult" => delete_result(source),
        root if root.eq_ignore_ascii_case("html") => Body::unread(BodyKind::Html, UnreadReason::NotAnError),
        _ => Body::unread(BodyKind::Xml, UnreadReason::NotAnError),
    }
}

fn error(mut source: Source<'_>) -> Body<'_> {
    let (elements, stop) = read_children(&mut source);
    Body { stop, ..Body::read(BodyKind::Xml, elements, source.position()) }
}

/// The children of the whole body are those of its first error.
fn delete_result(mut source: Source<'_>) -> Body<'_> {
    let mut entries = Vec::new();
    let stop = loop {
        match next_entry(&mut source) {
            Ok(Some(elements)) => entries.push(elements),
            Ok(None) => break None,
            Err(stop) => break Some(stop),
        }
    };
    let first = entries.first().cloned().unwrap_or_default();
    Body { stop, entries: Some(entries), ..Body::read(BodyKind::Xml, first, source.position()) }
}

/// The next `<Error>` of a `<DeleteResult>`; `None` at its end tag.
fn next_entry<'a>(source: &mut Source<'a>) -> Result<Option<Vec<Element<'a>>>, Stop> {
    loop {
        let at = source.position();
        match source.next() {
            Ok(Event::Start(start)) if local(start.name().0) == "Error" => {
                return match read_children(source) {
                    (elements, None) => Ok(Some(elements)),
                    (_, Some((reason, _))) => Err((reason, at)),
                };
            }
            Ok(Event::Start(start)) => source.skip(&start).map_err(|error| (reason(&error), at))?,
            Ok(Event::End(_)) => return Ok(None),
            Ok(Event::Eof) => return Err((UnreadReason::Truncated, at)),
            Ok(_) => {}
            Err(error) => return Err((reason(&error), at)),
        }
    }
}

/// Reads up to the end tag of the element that is open. A child counts once its end tag is read, so half a text is never mistaken for a
/// whole one.
fn read_children<'a>(source: &mut Source<'a>) -> (Vec<Element<'a>>, Option<Stop>) {
    let begin = source.position();
    let mut elements: Vec<Element<'a>> = Vec::new();
    // The places of the elements that are open, from the outermost to the innermost.
    let mut open: Vec<usize> = Vec::new();
    // The number of complete elements, and the place where they end.
    let mut complete = (0, begin);
    let reason = loop {
        let at = source.position();
        if at - begin > LIMIT {
            break UnreadReason::TooLong;
        }
        match source.next() {
            Ok(Event::Start(start)) if open.len() == MAX_DEPTH => {
                if let Err(error) = source.skip(&start) {
                    break reason(&error);
                }
                if let Some(element) = open.last().and_then(|place| elements.get_mut(*place)) {
                    element.push(Cow::Borrowed(source.slice(at)));
                    // It may contain elements with secret names.
                    element.is_secret = true;
                }
            }
            Ok(Event::Start(start)) => {
                let element = child(&elements, &open, source.name_of(&start, at));
                open.push(elements.len());
                elements.push(element);
            }
            Ok(Event::Empty(start)) => {
                let element = child(&elements, &open, source.name_of(&start, at));
                elements.push(element);
            }
            Ok(Event::End(_)) => {
                if open.pop().is_none() {
                    return (elements, None);
                }
            }
            Ok(Event::Text(text)) => push(&mut elements, &open, text.into_inner()),
            Ok(Event::CData(text)) => push(&mut elements, &open, text.into_inner()),
            Ok(Event::GeneralRef(reference)) => push(&mut elements, &open, replacement(&reference)),
            Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_)) => {}
            Ok(Event::Eof) => break UnreadReason::Truncated,
            Err(error) => break reason(&error),
        }
        if open.is_empty() {
            complete = (elements.len(), source.position());
        }
    };
    elements.truncate(complete.0);
    (elements, Some((reason, complete.1)))
}

/// A new child of the innermost element that is open.
fn child<'a>(elements: &[Element<'a>], open: &[usize], name: Cow<'a, str>) -> Element<'a> {
    let parent = open.last().and_then(|place| elements.get(*place));
    Element::new(name, open.len() + 1, parent.is_some_and(|parent| parent.is_secret))
}

/// Adds a text to the innermost element that is open, or as an element without a name.
fn push<'a>(elements: &mut Vec<Element<'a>>, open: &[usize], text: Cow<'a, str>) {
    let innermost = match open.last() {
        Some(place) => elements.get_mut(*place),
        None => elements.last_mut().filter(|last| last.name.is_empty() && last.depth == 1),
    };
    if let Some(element) = innermost {
        element.push(text);
    } else if !text.trim_ascii().is_empty() {
        elements.push(Element { text, ..Element::new(Cow::Borrowed(""), 1, false) });
    }
}

fn replacement<'a>(reference: &BytesRef<'a>) -> Cow<'a, str> {
    match (resolve_predefined_entity(reference), reference.resolve_char_ref()) {
        (Some(text), _) => Cow::Borrowed(text),
        (None, Ok(Some(c))) => Cow::Owned(c.into()),
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

/// A name without its namespace prefix.
fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, name)| name)
}

/// A reader with its text, from which names can be borrowed.
struct Source<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    start: usize,
}

impl<'a> Source<'a> {
    fn new(text: &'a str, start: usize) -> Self {
        let mut reader = Reader::from_str(text.get(start..).unwrap_or_default());
        // The `&` in the query of a resource is not always escaped.
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, text, start }
    }

    fn next(&mut self) -> Result<Event<'a>, Error> {
        self.reader.read_event()
    }

    fn position(&self) -> usize {
        self.start + usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn skip(&mut self, start: &BytesStart<'a>) -> Result<(), Error> {
        self.reader.read_to_end(start.name()).map(drop)
    }

    /// The text from a place to here.
    fn slice(&self, from: usize) -> &'a str {
        self.text.get(from..self.position()).unwrap_or_default()
    }

    /// The name of the tag that begins at `at`, without a prefix. It is borrowed from the text, which outlives the event.
    fn name_of(&self, tag: &BytesStart<'a>, at: usize) -> Cow<'a, str> {
        let name = tag.name().0;
        let written = self.text.get(at + 1..at + 1 + name.len()).filter(|written| *written == name);
        written.map_or_else(|| Cow::Owned(local(name).into()), |written| Cow::Borrowed(local(written)))
    }
}
