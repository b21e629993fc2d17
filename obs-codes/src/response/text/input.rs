//! Reads text in any encoding, without terminal colours.

use std::borrow::Cow;
use std::io::{self, Read};
use std::string::String;
use std::vec::Vec;

use super::scan::LOOKAHEAD;

/// How many bytes are read at once.
const PIECE: usize = 2 * 1024 * 1024;

/// A reader, and the text from it that is still needed.
pub(super) struct Input<R> {
    reader: R,
    encoding: Option<Encoding>,
    /// Bytes that are not decoded yet: the beginning of a line, or a part of a character.
    bytes: Vec<u8>,
    pub(super) text: String,
    /// How many bytes of the text that comes next are not needed.
    skip: usize,
    pub(super) is_end: bool,
}

#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    Utf16(fn([u8; 2]) -> u16),
    Utf32(fn([u8; 4]) -> u32),
}

impl<R: Read> Input<R> {
    pub(super) fn new(reader: R) -> Self {
        Input { reader, encoding: None, bytes: Vec::new(), text: String::new(), skip: 0, is_end: false }
    }

    /// Reads until the text is long enough to scan, or complete.
    pub(super) fn fill(&mut self) -> io::Result<()> {
        while !self.is_end && self.text.len() < LOOKAHEAD + PIECE {
            let read = self.reader.by_ref().take(PIECE as u64).read_to_end(&mut self.bytes)?;
            self.is_end = read < PIECE;
            self.decode();
        }
        Ok(())
    }

    /// Discards the text before a place, which may be beyond its end.
    pub(super) fn forget(&mut self, length: usize) {
        self.skip = length.saturating_sub(self.text.len());
        self.text.drain(..length.min(self.text.len()));
    }

    /// Decodes the bytes, except for an incomplete line or character at their end.
    fn decode(&mut self) {
        let encoding = *self.encoding.get_or_insert_with(|| Encoding::of(&self.bytes));
        let end = if self.is_end { self.bytes.len() } else { encoding.complete_length(&self.bytes) };
        let bytes: Vec<u8> = self.bytes.drain(..end).collect();
        let text = match encoding {
            Encoding::Utf8 => String::from_utf8_lossy(&bytes),
            Encoding::Utf16(from_bytes) => {
                let units = bytes.chunks(2).map(|unit| from_bytes([unit[0], unit.get(1).copied().unwrap_or_default()]));
                Cow::Owned(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
            }
            Encoding::Utf32(from_bytes) => {
                let chars = bytes.chunks(4).map(|unit| unit.try_into().ok().and_then(|unit| char::from_u32(from_bytes(unit))));
                Cow::Owned(chars.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
            }
        };
        let text = without_colours(text.trim_start_matches('\u{feff}'));
        let skipped = (0..=self.skip.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0);
        self.skip -= skipped;
        self.text.push_str(&text[skipped..]);
    }
}

impl Encoding {
    /// Detects the encoding of a text from its first bytes. PowerShell writes files in UTF-16.
    fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xff, 0xfe, 0, 0, ..] => Self::Utf32(u32::from_le_bytes),
            [0, 0, 0xfe, 0xff, ..] => Self::Utf32(u32::from_be_bytes),
            [first, 0, 0, 0, second, 0, 0, 0, ..] if *first > 0 && *second > 0 => Self::Utf32(u32::from_le_bytes),
            [0, 0, 0, first, 0, 0, 0, second, ..] if *first > 0 && *second > 0 => Self::Utf32(u32::from_be_bytes),
            [0xff, 0xfe, ..] => Self::Utf16(u16::from_le_bytes),
            [0xfe, 0xff, ..] => Self::Utf16(u16::from_be_bytes),
            [first, 0, second, 0, ..] if *first > 0 && *second > 0 => Self::Utf16(u16::from_le_bytes),
            [0, first, 0, second, ..] if *first > 0 && *second > 0 => Self::Utf16(u16::from_be_bytes),
            _ => Self::Utf8,
        }
    }

    /// How many of the bytes to decode: the complete lines of UTF-8, or the complete characters of another encoding.
    fn complete_length(self, bytes: &[u8]) -> usize {
        match self {
            Self::Utf8 => bytes.iter().rposition(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1),
            Self::Utf16(from_bytes) => {
                let mut units = bytes.chunks_exact(2);
                let is_half = units.next_back().is_some_and(|unit| (0xd800..0xdc00).contains(&from_bytes([unit[0], unit[1]])));
                bytes.len() / 2 * 2 - if is_half { 2 } else { 0 }
            }
            Self::Utf32(_) => bytes.len() / 4 * 4,
        }
    }
}

/// Removes the escape sequences of a terminal, including those that are escaped as in a JSON string.
fn without_colours(text: &str) -> Cow<'_, str> {
    const BEGINNINGS: [&str; 4] = ["\u{1b}", "\\u001b", "\\x1b", "\\033"];
    if !BEGINNINGS.iter().any(|begin| text.contains(begin)) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\u{1b}', '\\']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let sequence = BEGINNINGS.iter().find_map(|begin| Some(begin.len() + sequence_length(rest.strip_prefix(begin)?)?));
        let length = sequence.unwrap_or_else(|| {
            plain.push_str(&rest[..1]);
            1
        });
        rest = &rest[length..];
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// The length of an escape sequence for a colour or a link, without its first character.
fn sequence_length(text: &str) -> Option<usize> {
    if let Some(link) = text.strip_prefix(']') {
        return link.find(['\u{7}', '\n']).map(|end| end + 2);
    }
    let parameters = text.strip_prefix('[')?;
    let end = parameters.find(|c: char| !c.is_ascii_digit() && !matches!(c, ';' | '?' | ':'))?;
    parameters[end..].starts_with(|c: char| c.is_ascii_alphabetic()).then_some(end + 2)
}
