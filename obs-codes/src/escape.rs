//! Escapes the texts of a server for a line of a log or a terminal.

use core::fmt::{Display, Formatter, Result};

/// Prints a text with escapes such as `\n` or `\u{202e}` in place of characters that move the cursor, end the line, or change the direction
/// of writing.
pub(crate) struct Escaped<'t>(pub(crate) &'t str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.0.split_inclusive(needs_escape).try_for_each(|piece| match piece.chars().next_back() {
            Some(c) if needs_escape(c) => {
                f.write_str(&piece[..piece.len() - c.len_utf8()])?;
                write!(f, "{}", c.escape_default())
            }
            _ => f.write_str(piece),
        })
    }
}

/// Whether a character is escaped: control characters, the marks, embeddings and isolates of bidirectional text, line and paragraph
/// separators, and the byte order mark.
pub(crate) fn needs_escape(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// Replaces characters in JSON that could move the cursor of a terminal, change the direction of writing, or stay invisible.
///
/// They become JSON escapes such as `\u202e`, so the JSON keeps its meaning. It must be compact, without line breaks.
///
/// ```
/// let json = obs_codes::response::escape_json("{\"message\":\"\u{202e}hidden\"}");
/// assert_eq!(json, r#"{"message":"\u202ehidden"}"#);
/// ```
#[cfg(feature = "response")]
pub fn escape_json(json: &str) -> std::string::String {
    use core::fmt::Write;

    // In compact JSON, such characters occur only within strings. Their numbers have up to four hexadecimal digits.
    json.chars().fold(std::string::String::with_capacity(json.len()), |mut escaped, c| {
        if needs_escape(c) {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
        } else {
            escaped.push(c);
        }
        escaped
    })
}
