//! A server's text without its secrets. Nothing is allocated, and the time grows with the length of the text only.

mod name;
mod places;
mod value;

use core::fmt::{Display, Formatter, Result};
use core::ops::Range;

#[cfg(feature = "response")]
pub(crate) use self::name::is_secret_name;
pub(crate) use self::places::Secrets;
use crate::escape::Escaped;

/// What is printed in place of a secret.
pub(crate) const MASK: &str = "[redacted]";

/// A text on one line, without what looks like a secret.
pub(crate) struct Screened<'t>(pub(crate) &'t str);

impl Display for Screened<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write_without(self.0, Secrets::of(self.0), f, |text, f| Escaped(text).fmt(f))
    }
}

/// Writes a text with [`MASK`] for each secret. The places are in the order of their beginnings, and may overlap.
pub(crate) fn write_without(
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
