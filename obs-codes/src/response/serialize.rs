//! Serializes a response without its secrets.

use serde_core::ser::{Serialize, SerializeMap, Serializer};

use super::redacted::Unescaped;
use super::{BodyKind, Child, Children, ErrorResponse, ObjectError, Redacted, Unread};

/// Serializes an object with the known values, under the names of the methods: `status`, `code` and so on, `body_kind`, `children`, the
/// `errors` of a multi-object delete, and `unread`.
impl Serialize for ErrorResponse<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(status) = self.status() {
            map.serialize_entry("status", &status)?;
        }
        for (name, text) in self.fields() {
            map.serialize_entry(name, &text)?;
        }
        map.serialize_entry("body_kind", &self.body_kind())?;
        map.serialize_entry("children", &self.children())?;
        if self.is_list() {
            map.serialize_entry("errors", &Errors(self))?;
        }
        if let Some(unread) = self.unread() {
            map.serialize_entry("unread", &unread)?;
        }
        map.end()
    }
}

struct Errors<'r>(&'r ErrorResponse<'r>);

impl Serialize for Errors<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.errors())
    }
}

/// Serializes the text without its secrets.
impl Serialize for Redacted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&Unescaped(*self))
    }
}

impl Serialize for BodyKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Children<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.clone())
    }
}

/// Serializes an object with `name`, `text` and, if there are any, `children`.
impl Serialize for Child<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.printed_name())?;
        map.serialize_entry("text", &self.text())?;
        if self.children().next().is_some() {
            map.serialize_entry("children", &self.children())?;
        }
        map.end()
    }
}

/// Serializes an object with `key`, `version_id`, `code` and `message`, without those that are unknown.
impl Serialize for ObjectError<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fields())
    }
}

/// Serializes an object with `reason` and the number of `bytes`.
impl Serialize for Unread<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("reason", self.reason().as_str())?;
        map.serialize_entry("bytes", &self.bytes())?;
        map.end()
    }
}
