//! The headers of a response.

use std::borrow::Cow;
use std::string::String;
use std::vec::Vec;

use super::read::decode;

/// The headers that have a value, with their names in lower case and without the blanks around the values.
#[derive(Clone, Default)]
pub(super) struct Headers<'a>(Vec<(String, Cow<'a, str>)>);

impl<'a> Headers<'a> {
    pub(super) fn read<'h: 'a, N: AsRef<[u8]>, V: AsRef<[u8]> + ?Sized + 'h>(
        headers: impl IntoIterator<Item = (N, &'h V)>,
    ) -> Self {
        let named =
            headers.into_iter().map(|(name, value)| (decode(name.as_ref()).to_ascii_lowercase(), value.as_ref().trim_ascii()));
        Headers(named.filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, decode(value))).collect())
    }

    /// The header with this name in lower case, the first if there are several.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    /// The header `x-obs-…`, or else its twin `x-amz-…`, which OBS sends if the request was S3-style.
    pub(super) fn get_prefixed(&self, name: &str) -> Option<&str> {
        let with = |prefix| {
            let mut headers = self.0.iter();
            headers.find(|(known, _)| known.strip_prefix(prefix) == Some(name)).map(|(_, value)| &**value)
        };
        with("x-obs-").or_else(|| with("x-amz-"))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether U+FFFD replaced bytes that are not UTF-8.
    pub(super) fn is_lossy(&self) -> bool {
        self.0.iter().any(|(_, value)| value.contains(char::REPLACEMENT_CHARACTER))
    }

    pub(super) fn into_owned(self) -> Headers<'static> {
        Headers(self.0.into_iter().map(|(name, value)| (name, Cow::Owned(value.into_owned()))).collect())
    }
}
