//! JSON in which no character can move the cursor of a terminal or change the direction of writing.

use std::io::{self, Write};

use obs_codes::response::escape_json;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// An object as a line.
pub(crate) fn line(object: &impl Serialize) -> String {
    let mut line = vec![];
    write_line(object, &mut line).expect("texts, numbers and lists of them always have a JSON form");
    String::from_utf8(line).expect("JSON is text")
}

/// Writes an object as a line. An object may be far larger than the report that it shows, so it is never in memory as a whole.
pub(crate) fn write_line(object: &impl Serialize, output: &mut impl Write) -> io::Result<()> {
    object.serialize(&mut Serializer::with_formatter(&mut *output, EscapedStrings))?;
    output.write_all(b"\n")
}

/// Compact JSON whose strings are escaped by [`escape_json`].
struct EscapedStrings;

impl Formatter for EscapedStrings {
    fn write_string_fragment<W: Write + ?Sized>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        writer.write_all(escape_json(fragment).as_bytes())
    }
}
