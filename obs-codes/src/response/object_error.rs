//! An object that a multi-object delete did not delete.

use core::fmt;
use std::borrow::Cow;

use super::child::Children;
use super::element::{Element, find};
use super::redacted::{Redacted, is_public, repeats};
use crate::diagnosis::{FactSource, Times};
use crate::table::AnyErrorCode;
use crate::{Diagnosis, OtherSender};

/// An object that a multi-object delete did not delete; see [`ErrorResponse::errors`](super::ErrorResponse::errors).
///
/// `Display` prints key, code and message in one line, without secrets.
#[derive(Clone, Copy)]
pub struct ObjectError<'r> {
    elements: &'r [Element<'r>],
    secrets: &'r [Cow<'r, str>],
}

impl<'r> ObjectError<'r> {
    pub(super) fn of(elements: &'r [Element<'r>], secrets: &'r [Cow<'r, str>]) -> Self {
        Self { elements, secrets }
    }

    /// The key of the object.
    pub fn key(&self) -> Option<Redacted<'r>> {
        self.redacted("Key")
    }

    /// The version of the object, if the request named one.
    pub fn version_id(&self) -> Option<&'r str> {
        self.identifier("VersionId")
    }

    /// The error code.
    pub fn code(&self) -> Option<&'r str> {
        find(self.elements, "Code").map(str::trim_ascii).filter(|code| is_public(code, self.secrets))
    }

    /// The server's message.
    pub fn message(&self) -> Option<Redacted<'r>> {
        self.redacted("Message")
    }

    /// Diagnoses the failure of this object with the table of `E`. The status of the response says nothing about a single object, so it is
    /// not used.
    pub fn diagnose_as<E: AnyErrorCode>(&self) -> Diagnosis<'_, E> {
        Diagnosis::of(None, self.code()).source(self, Times::default())
    }

    /// All children in their order.
    pub fn children(&self) -> Children<'r> {
        Children::of(self.elements, self.secrets)
    }

    fn redacted(&self, name: &str) -> Option<Redacted<'r>> {
        find(self.elements, name).map(|text| Redacted::new(text, self.secrets))
    }

    fn identifier(&self, name: &str) -> Option<&'r str> {
        find(self.elements, name).filter(|text| !repeats(text, self.secrets))
    }

    /// The known values, by name.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'static str, Redacted<'r>)> {
        let fields = [
            ("key", self.key()),
            ("version_id", self.version_id().map(Redacted::plain)),
            ("code", self.code().map(Redacted::plain)),
            ("message", self.message()),
        ];
        fields.into_iter().filter_map(|(name, text)| Some((name, text?)))
    }
}

impl FactSource for ObjectError<'_> {
    fn fact(&self, name: &str) -> Option<&str> {
        find(self.elements, name)
    }

    fn repeats_secret(&self, text: &str) -> bool {
        Redacted::new(text, self.secrets).may_repeat_secret()
    }

    fn other_sender(&self) -> Option<OtherSender<'_>> {
        None
    }
}

impl fmt::Display for ObjectError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (_, text)) in self.fields().filter(|(name, _)| *name != "version_id").enumerate() {
            let separator = if index == 0 { "" } else { ": " };
            write!(f, "{separator}{text}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ObjectError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ObjectError").field(&self.children()).finish()
    }
}
