//! The objects that a multi-object delete did not delete.

use core::fmt;
use std::borrow::Cow;
use std::vec::Vec;

use super::element::{Children, Element, find};
use super::redacted::repeats_secret;
use super::xml::{Source, next_object_error};
use super::{ErrorResponse, Redacted, UnreadReason, decode};
use crate::diagnosis::FactSource;
use crate::table::AnyErrorCode;
use crate::{Diagnosis, OtherSender};

impl ErrorResponse<'_> {
    /// The objects that a multi-object delete did not delete, each with its key, code and message: the `<Error>`s in the
    /// `<DeleteResult>` of a 200. None for any other response.
    ///
    /// They are read one by one as the iterator goes on, also beyond the 64 KiB that are read of other errors, so that each of them can
    /// be reached.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let body = b"<DeleteResult><Deleted><Key>a</Key></Deleted>\
    ///     <Error><Key>b</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error></DeleteResult>";
    /// let response = ErrorResponse::from_body(200, body);
    /// assert!(response.is_error());
    /// let errors: Vec<_> = response.errors().map(|error| error.to_string()).collect();
    /// assert_eq!(errors, ["b: AccessDenied: Access Denied"]);
    /// ```
    pub fn errors(&self) -> ObjectErrors<'_> {
        match self.body.entries {
            Some(next) => ObjectErrors { text: decode(&self.source), next, state: State::Going },
            None => ObjectErrors { text: Cow::Borrowed(""), next: 0, state: State::Done },
        }
    }
}

/// The objects that were not deleted; what [`ErrorResponse::errors`] gives.
#[derive(Clone)]
pub struct ObjectErrors<'r> {
    text: Cow<'r, str>,
    next: usize,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// More may come.
    Going,
    /// All were read.
    Done,
    /// What follows could not be read.
    Stopped(UnreadReason),
}

impl ObjectErrors<'_> {
    /// After the last: why what follows could not be read, if so.
    pub fn unread_reason(&self) -> Option<UnreadReason> {
        match self.state {
            State::Stopped(reason) => Some(reason),
            State::Going | State::Done => None,
        }
    }
}

impl<'r> Iterator for ObjectErrors<'r> {
    type Item = ObjectError<'r>;

    fn next(&mut self) -> Option<ObjectError<'r>> {
        if self.state != State::Going {
            return None;
        }
        let (read, next) = match &self.text {
            Cow::Borrowed(text) => next_after(text, self.next),
            Cow::Owned(text) => {
                let (read, next) = next_after(text, self.next);
                (read.map(|elements| elements.map(Element::all_into_owned)), next)
            }
        };
        self.next = next;
        match read {
            Ok(Some(elements)) => return Some(ObjectError { elements }),
            Ok(None) => self.state = State::Done,
            Err(reason) => self.state = State::Stopped(reason),
        }
        None
    }
}

type Read<'a> = Result<Option<Vec<Element<'a>>>, UnreadReason>;

/// The next error from a position on, and the position behind it.
fn next_after(text: &str, position: usize) -> (Read<'_>, usize) {
    let mut source = Source::within_root(text, position);
    let read = next_object_error(&mut source).map_err(|(reason, _)| reason);
    (read, source.position())
}

/// An object that a multi-object delete did not delete.
///
/// `Display` prints key, code and message in one line, without secrets.
#[derive(Clone)]
pub struct ObjectError<'r> {
    elements: Vec<Element<'r>>,
}

impl ObjectError<'_> {
    /// The key of the object.
    pub fn key(&self) -> Option<Redacted<'_>> {
        self.find("Key")
    }

    /// The version of the object, if one was named.
    pub fn version_id(&self) -> Option<&str> {
        find(&self.elements, "VersionId")
    }

    /// The error code.
    pub fn code(&self) -> Option<&str> {
        find(&self.elements, "Code").map(str::trim_ascii)
    }

    /// What the server says of it.
    pub fn message(&self) -> Option<Redacted<'_>> {
        self.find("Message")
    }

    /// What happened to this object, what to do, and which causes come into question, by the table of `E`. The status of the whole
    /// response says nothing of it.
    pub fn diagnose_as<E: AnyErrorCode>(&self) -> Diagnosis<'_, E> {
        Diagnosis::of(None, self.code()).source(self)
    }

    /// All children in their order.
    pub fn children(&self) -> Children<'_> {
        Children::of(&self.elements)
    }

    fn find(&self, name: &str) -> Option<Redacted<'_>> {
        find(&self.elements, name).map(|text| Redacted::new(text, &self.elements))
    }

    /// What there is, by its name.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'static str, Redacted<'_>)> {
        let plain = |text: Option<_>| text.map(Redacted::plain);
        let fields = [
            ("key", self.key()),
            ("version_id", plain(self.version_id())),
            ("code", plain(self.code())),
            ("message", self.message()),
        ];
        fields.into_iter().filter_map(|(name, text)| Some((name, text?)))
    }
}

impl FactSource for ObjectError<'_> {
    fn fact(&self, name: &str) -> Option<&str> {
        find(&self.elements, name)
    }

    fn repeats_secret(&self, text: &str) -> bool {
        repeats_secret(text, &self.elements)
    }

    fn other_sender(&self) -> Option<OtherSender<'_>> {
        None
    }
}

impl fmt::Display for ObjectError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for (_, text) in self.fields().filter(|(name, _)| *name != "version_id") {
            write!(f, "{separator}{text}")?;
            separator = ": ";
        }
        Ok(())
    }
}

impl fmt::Debug for ObjectError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ObjectError").field(&self.children()).finish()
    }
}

/// Prints how far it is, and nothing of what it reads.
impl fmt::Debug for ObjectErrors<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ObjectErrors").field("next", &self.next).field("state", &self.state).finish_non_exhaustive()
    }
}
