//! What a body holds: named texts, nested.

use std::borrow::Cow;
use std::string::String;
use std::vec::Vec;

use super::redacted::{Redacted, is_secret_name};
use crate::secret::is_separator;

/// A child of the body, or of another element. Elements are kept in the order of the body, each with its depth, so that reading
/// deep nesting needs no recursion and no further allocation.
#[derive(Clone)]
pub(super) struct Element<'a> {
    pub(super) name: Cow<'a, str>,
    /// The first and the last letter of the name, by which most names differ.
    ends: [u8; 2],
    pub(super) text: Cow<'a, str>,
    /// 1 for a child of the body.
    pub(super) depth: usize,
    /// Whether the text is never printed.
    pub(super) is_secret: bool,
}

impl<'a> Element<'a> {
    /// An element without text, in a parent that is a secret or not.
    pub(super) fn new(name: Cow<'a, str>, depth: usize, is_in_secret: bool) -> Self {
        let is_secret = is_in_secret || is_secret_name(&name);
        let ends = ends(&name);
        Self { name, ends, text: Cow::Borrowed(""), depth, is_secret }
    }

    pub(super) fn push(&mut self, text: Cow<'a, str>) {
        match &mut self.text {
            Cow::Borrowed("") => self.text = text,
            Cow::Borrowed(before) => {
                // More is likely to follow: it is read in pieces.
                let mut whole = String::with_capacity(2 * (before.len() + text.len()));
                whole.push_str(before);
                whole.push_str(&text);
                self.text = Cow::Owned(whole);
            }
            Cow::Owned(before) => before.push_str(&text),
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim_ascii().is_empty()
    }

    pub(super) fn into_owned(self) -> Element<'static> {
        Element {
            name: Cow::Owned(self.name.into_owned()),
            ends: self.ends,
            text: Cow::Owned(self.text.into_owned()),
            depth: self.depth,
            is_secret: self.is_secret,
        }
    }

    pub(super) fn all_into_owned(elements: Vec<Element<'_>>) -> Vec<Element<'static>> {
        elements.into_iter().map(Element::into_owned).collect()
    }
}

/// The text of the first child of this name that is not blank.
pub(super) fn find<'r>(elements: &'r [Element<'_>], name: &str) -> Option<&'r str> {
    position(elements, name, |element| !element.is_blank()).map(|place| &*elements[place].text)
}

/// The first child that is spelt just so, or else with letter case and separators aside, since JSON says `request_id` for what XML
/// calls `RequestId`.
fn position(elements: &[Element<'_>], name: &str, counts: fn(&Element<'_>) -> bool) -> Option<usize> {
    let ends = ends(name);
    let mut alike = None;
    for (place, element) in elements.iter().enumerate() {
        if element.ends != ends || element.depth != 1 {
            continue;
        }
        if element.name == name {
            if counts(element) {
                return Some(place);
            }
        } else if alike.is_none() && is_same_name(&element.name, name) && counts(element) {
            alike = Some(place);
        }
    }
    alike
}

/// The first and the last letter of a name.
#[inline]
fn ends(name: &str) -> [u8; 2] {
    let letter = |byte: &u8| (!is_separator(*byte)).then_some(byte.to_ascii_lowercase());
    let (first, last) = (name.as_bytes().iter().find_map(letter), name.as_bytes().iter().rev().find_map(letter));
    [first.unwrap_or_default(), last.unwrap_or_default()]
}

pub(super) fn is_same_name(left: &str, right: &str) -> bool {
    letters(left).eq(letters(right))
}

/// The bytes of a name, without separators and letter case.
fn letters(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(|byte| !is_separator(*byte)).map(|byte| byte.to_ascii_lowercase())
}

/// A child of an error body by its name: `BucketName`, `Condition`, `Details` and whatever more comes.
///
/// ```
/// use obs_codes::ErrorResponse;
///
/// let body = b"<Error><Code>NoSuchBucket</Code><BucketName>logs</BucketName></Error>";
/// let response = ErrorResponse::from_body(404, body);
/// let names: Vec<_> = response.children().map(|child| child.name()).collect();
/// assert_eq!(names, ["Code", "BucketName"]);
/// ```
#[derive(Clone, Copy)]
pub struct Child<'r> {
    /// All elements of the body: a secret in one of them is hidden in the others as well.
    all: &'r [Element<'r>],
    place: usize,
}

impl<'r> Child<'r> {
    fn element(&self) -> &'r Element<'r> {
        &self.all[self.place]
    }

    /// The name, without a namespace's prefix; empty for text that stands directly in the body.
    pub fn name(&self) -> &'r str {
        &self.element().name
    }

    /// The text directly in it. Whether it is a secret tells its name, and that of what it is nested in.
    pub fn text(&self) -> Redacted<'r> {
        Redacted::new(&self.element().text, self.all).hidden_if(self.is_secret())
    }

    /// Whether the text is never printed: `AccessKeyId`, `StringToSign` and the like.
    pub fn is_secret(&self) -> bool {
        self.element().is_secret
    }

    /// What is nested in it.
    pub fn children(&self) -> Children<'r> {
        Children { all: self.all, next: self.place + 1, depth: self.element().depth + 1 }
    }
}

/// The children of a body or of a child; what [`ErrorResponse::children`](super::ErrorResponse::children) gives.
#[derive(Clone)]
pub struct Children<'r> {
    all: &'r [Element<'r>],
    next: usize,
    depth: usize,
}

impl<'r> Children<'r> {
    pub(super) fn of(all: &'r [Element<'r>]) -> Self {
        Children { all, next: 0, depth: 1 }
    }

    pub(super) fn find_named(self, name: &str) -> Option<Child<'r>> {
        position(self.all, name, |_| true).map(|place| Child { all: self.all, place })
    }
}

impl<'r> Iterator for Children<'r> {
    type Item = Child<'r>;

    fn next(&mut self) -> Option<Child<'r>> {
        let rest = self.all.get(self.next..)?;
        let place = self.next + rest.iter().position(|element| element.depth <= self.depth)?;
        if self.all[place].depth < self.depth {
            self.next = self.all.len();
            return None;
        }
        self.next = place + 1;
        Some(Child { all: self.all, place })
    }
}
