//! Finds the secrets in a server's text, and prints the text without them. Nothing is allocated, and the time depends only on the length of
//! the text.

mod name;
mod places;
mod value;

use core::fmt::{Display, Formatter, Result};
use core::ops::Range;

#[cfg(feature = "response")]
pub(crate) use self::name::is_secret_name;
pub(crate) use self::places::Secrets;
use crate::escape::Escaped;

/// The text that replaces a secret.
pub(crate) const MASK: &str = "[redacted]";

/// Prints a text on one line, with [`MASK`] in place of what looks like a secret.
pub(crate) struct Masked<'t>(pub(crate) &'t str);

impl Display for Masked<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_masked(self.0, Secrets::of(self.0), f, |text, f| Escaped(text).fmt(f))
    }
}

/// Writes a text with [`MASK`] in place of each secret. The places are sorted by where they begin, and may overlap.
pub(crate) fn write_masked(
    text: &str,
    places: impl IntoIterator<Item = Range<usize>>,
    f: &mut Formatter<'_>,
    write: impl Fn(&str, &mut Formatter<'_>) -> Result,
) -> Result {
    let mut end = 0;
    for place in places {
        if place.end <= end {
            continue;
        }
        if place.start >= end {
            write(&text[end..place.start], f)?;
            f.write_str(MASK)?;
        }
        end = place.end;
    }
    write(&text[end..], f)
}
