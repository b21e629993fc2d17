//! `Serialize` and `Deserialize` for [`Retry`], and a visitor for those of generated types.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde_core::de::{Error, Unexpected, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Retry;

/// Parses a value from its text, borrowed or not.
#[derive(Debug)]
pub struct TextVisitor<T> {
    expected: &'static str,
    value: PhantomData<T>,
}

impl<T> TextVisitor<T> {
    /// A visitor whose errors name `expected` as the expected value.
    pub const fn new(expected: &'static str) -> Self {
        Self { expected, value: PhantomData }
    }
}

impl<T: FromStr> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
    }
}

impl Serialize for Retry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Retry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor::<Self>::new("`backoff`, `sign-again`, `redirect` or `fix`"))
    }
}
