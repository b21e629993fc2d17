//! Reads JSON: `{"code": …, "message": …, "request_id": …}`, with any other members.
//!
//! It becomes the same elements as XML: an object nests elements, and an array repeats one name. A number keeps its text.

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

/// Reads a text whose first byte from `start` is `{`.
pub(super) fn read(text: &str, start: usize) -> Body<'_> {
    let mut elements = Vec::new();
    let mut last = None;
    let mut reader = Deserializer::from_str(text.get(start..).unwrap_or_default());
    let place = Place { depth: 1, nesting: 1, is_in_secret: false };
    let read = reader.deserialize_map(Object { elements: &mut elements, last: &mut last, place });
    let end = start + reader.into_iter::<IgnoredAny>().byte_offset();
    let stop = read.err().map(|error| {
        let reason = if error.is_eof() { UnreadReason::Truncated } else { UnreadReason::Malformed };
        // A member counts only if its value was read to its end.
        let whole = last.map_or(start, |value: &str| value.as_ptr().addr() - text.as_ptr().addr() + value.len());
        (reason, whole)
    });
    Body { stop, ..Body::read(BodyKind::Json, elements, end) }
}

/// Reads the members of an object as elements.
struct Object<'e, 'de> {
    elements: &'e mut Vec<Element<'de>>,
    /// The last value that was read to its end.
    last: &'e mut Option<&'de str>,
    place: Place,
}

/// Where a value is in the body.
#[derive(Clone, Copy)]
struct Place {
    depth: usize,
    /// How many objects and arrays contain it.
    nesting: usize,
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

/// Reads the items of an array as elements of one name.
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
    // Reading a nested value cannot fail, because it was read before as a part of the whole.
    match value.as_bytes().first() {
        Some(b'{' | b'[') if place.nesting == MAX_DEPTH => {
            // It may contain members with secret names.
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
        Some(b'n') => {}
        _ => element.text = Cow::Borrowed(value),
    }
    elements.push(element);
}

/// Reads a string, and borrows it if it has no escapes.
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
