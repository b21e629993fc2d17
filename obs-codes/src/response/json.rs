//! Reads JSON: `{"code": …, "message": …, "request_id": …}`, with any other members.
//!
//! The result is the same elements as for XML: the members of an object are nested elements, and the items of an array are elements with the
//! name of the array. Numbers stay as they are written.

use core::fmt;
use std::borrow::Cow;
use std::vec::Vec;

use serde_core::Deserializer as _;
use serde_core::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;
use serde_json::value::RawValue;

use super::body::{Body, BodyKind, MAX_DEPTH};
use super::element::Element;
use super::unread::UnreadReason;

/// Reads the object that begins at `start`, where the text has a `{`.
pub(super) fn read(text: &str, start: usize) -> Body<'_> {
    let mut elements = Vec::new();
    let mut last = None;
    let mut reader = Deserializer::from_str(text.get(start..).unwrap_or_default());
    let place = Place { depth: 1, nesting: 1, is_in_secret: false };
    let read = reader.deserialize_map(Object { elements: &mut elements, last: &mut last, place });
    let end = start + reader.into_iter::<IgnoredAny>().byte_offset();
    let stop = read.err().map(|error| {
        let reason = if error.is_eof() { UnreadReason::Truncated } else { UnreadReason::Malformed };
        // A member counts as read only if its value is complete, so the unread part begins after the last complete value.
        let whole = last.map_or(start, |value: &str| value.as_ptr().addr() - text.as_ptr().addr() + value.len());
        (reason, whole)
    });
    Body { stop, ..Body::read(BodyKind::Json, elements, end) }
}

/// Reads the members of an object as elements.
struct Object<'e, 'de> {
    elements: &'e mut Vec<Element<'de>>,
    /// The last complete value.
    last: &'e mut Option<&'de str>,
    place: Place,
}

/// Where a value is in the body.
#[derive(Clone, Copy)]
struct Place {
    /// The depth of its element: 1 for a child of the body. Arrays do not add to it.
    depth: usize,
    /// How many objects and arrays contain it.
    nesting: usize,
    /// Whether an element that contains it has a secret name.
    is_in_secret: bool,
}

impl<'de> Visitor<'de> for Object<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key_seed(Text)? {
            let value: &RawValue = members.next_value()?;
            add(self.elements, name, value.get(), self.place);
            *self.last = Some(value.get());
        }
        Ok(())
    }
}

/// Reads the items of an array as elements with the same name.
struct Array<'e, 'de> {
    elements: &'e mut Vec<Element<'de>>,
    name: Cow<'de, str>,
    place: Place,
}

impl<'de> Visitor<'de> for Array<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(value) = items.next_element::<&RawValue>()? {
            add(self.elements, self.name.clone(), value.get(), self.place);
        }
        Ok(())
    }
}

/// Adds a well-formed value and everything that is nested in it.
fn add<'de>(elements: &mut Vec<Element<'de>>, name: Cow<'de, str>, value: &'de str, place: Place) {
    let nested = Place { nesting: place.nesting + 1, ..place };
    let mut element = Element::new(name, place.depth, place.is_in_secret);
    // Reading a nested value cannot fail, because the parser has already accepted it as part of the value that contains it.
    match value.as_bytes().first() {
        Some(b'{' | b'[') if place.nesting == MAX_DEPTH => {
            // Its members are not examined, and one of them may have a secret name.
            element.is_secret = true;
            element.text = Cow::Borrowed(value);
        }
        Some(b'[') => {
            let array = Array { elements, name: element.name, place: nested };
            return Deserializer::from_str(value).deserialize_seq(array).unwrap_or_default();
        }
        Some(b'{') => {
            let place = Place { depth: place.depth + 1, is_in_secret: element.is_secret, ..nested };
            elements.push(element);
            let object = Object { elements, last: &mut None, place };
            return Deserializer::from_str(value).deserialize_map(object).unwrap_or_default();
        }
        Some(b'"') => element.text = Text.deserialize(&mut Deserializer::from_str(value)).unwrap_or(Cow::Borrowed(value)),
        // `null` has no text.
        Some(b'n') => {}
        _ => element.text = Cow::Borrowed(value),
    }
    elements.push(element);
}

/// Reads a string. One without escapes is borrowed.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Cow<'de, str>;

    fn deserialize<D: serde_core::Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.into()))
    }
}
