//! The children of a body, as callers see them.

use std::borrow::Cow;

use super::element::{Element, position};
use super::redacted::Redacted;

/// A child of an error body, such as `BucketName`, `Condition` or `Details`.
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
    all: &'r [Element<'r>],
    secrets: &'r [Cow<'r, str>],
    place: usize,
}

impl<'r> Child<'r> {
    fn element(&self) -> &'r Element<'r> {
        &self.all[self.place]
    }

    /// The name, without a namespace prefix. It is empty for text directly in the body.
    pub fn name(&self) -> &'r str {
        &self.element().name
    }

    /// The name without secrets. In JSON, any text can be a name.
    pub(super) fn printed_name(&self) -> Redacted<'r> {
        Redacted::new(self.name(), self.secrets)
    }

    /// The text directly in it.
    pub fn text(&self) -> Redacted<'r> {
        let text = &*self.element().text;
        if self.is_secret() { Redacted::hidden(text) } else { Redacted::new(text, self.secrets) }
    }

    /// Whether the text is a secret, which is never printed. A name such as `AccessKeyId` or `StringToSign` makes it one, and so does such a
    /// name of a parent.
    pub fn is_secret(&self) -> bool {
        self.element().is_secret
    }

    /// The children nested in it.
    pub fn children(&self) -> Children<'r> {
        Children { next: self.place + 1, depth: self.element().depth + 1, ..Children::of(self.all, self.secrets) }
    }
}

/// The children of a body or of a child; see [`ErrorResponse::children`](super::ErrorResponse::children).
#[derive(Clone)]
pub struct Children<'r> {
    all: &'r [Element<'r>],
    secrets: &'r [Cow<'r, str>],
    next: usize,
    depth: usize,
}

impl<'r> Children<'r> {
    pub(super) fn of(all: &'r [Element<'r>], secrets: &'r [Cow<'r, str>]) -> Self {
        Children { all, secrets, next: 0, depth: 1 }
    }

    fn child(&self, place: usize) -> Child<'r> {
        Child { all: self.all, secrets: self.secrets, place }
    }

    pub(super) fn find_named(self, name: &str) -> Option<Child<'r>> {
        position(self.all, name, |_| true).map(|place| self.child(place))
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
        Some(self.child(place))
    }
}
