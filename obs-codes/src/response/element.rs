//! The elements of a body: named texts, which can be nested.

use std::borrow::Cow;
use std::vec::Vec;

use crate::secret::is_secret_name;

/// The elements that nearly every error has. They are never secrets, so their names need not be examined.
const PUBLIC: [&str; 5] = ["Code", "Message", "Resource", "RequestId", "HostId"];

/// A child of the body, or of another element. Elements are kept in the order of the body, each with its depth.
#[derive(Clone)]
pub(super) struct Element<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) text: Cow<'a, str>,
    /// 1 for a child of the body.
    pub(super) depth: usize,
    /// Whether the text is never printed.
    pub(super) is_secret: bool,
}

impl<'a> Element<'a> {
    /// An element without text. `is_in_secret` says whether its parent is a secret.
    pub(super) fn new(name: Cow<'a, str>, depth: usize, is_in_secret: bool) -> Self {
        let is_secret = is_in_secret || (!PUBLIC.contains(&&*name) && is_secret_name(&name));
        Self { name, text: Cow::Borrowed(""), depth, is_secret }
    }

    pub(super) fn push(&mut self, text: Cow<'a, str>) {
        if self.text.is_empty() { self.text = text } else { self.text.to_mut().push_str(&text) }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim_ascii().is_empty()
    }

    fn into_owned(self) -> Element<'static> {
        Element {
            name: Cow::Owned(self.name.into_owned()),
            text: Cow::Owned(self.text.into_owned()),
            depth: self.depth,
            is_secret: self.is_secret,
        }
    }

    pub(super) fn all_into_owned(elements: Vec<Element<'_>>) -> Vec<Element<'static>> {
        elements.into_iter().map(Element::into_owned).collect()
    }
}

/// The text of the first child with this name that is not blank.
pub(super) fn find<'r>(elements: &'r [Element<'_>], name: &str) -> Option<&'r str> {
    position(elements, name, |element| !element.is_blank()).map(|place| &*elements[place].text)
}

/// The first child with exactly this name, or else the first whose name differs only in letter case and separators, because JSON has
/// `request_id` where XML has `RequestId`.
pub(super) fn position(elements: &[Element<'_>], name: &str, counts: fn(&Element<'_>) -> bool) -> Option<usize> {
    let find = |is_named: fn(&str, &str) -> bool| {
        elements.iter().position(|element| element.depth == 1 && is_named(&element.name, name) && counts(element))
    };
    find(|left, right| left == right).or_else(|| find(is_same_name))
}

pub(super) fn is_same_name(left: &str, right: &str) -> bool {
    folded(left).eq(folded(right))
}

/// The bytes of a name in lower case, without separators.
fn folded(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(|byte| !matches!(byte, b'_' | b'-' | b'.')).map(|byte| byte.to_ascii_lowercase())
}
