//! Decides from the name of a value whether the value is a secret.

/// Whether a value with this name is a secret.
pub(crate) fn is_secret_name(name: &str) -> bool {
    Name::of(name).is_none_or(|name| {
        name.contains_any(&PARTS) || name.words().any(|word| WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)))
    })
}

/// A name that contains one of these parts is the name of a secret. Letter case and separators are ignored, as in `AWSAccessKeyId` and
/// `X-Amz-Credential`.
const PARTS: [&[u8]; 19] = [
    b"accessid",
    b"accesskey",
    b"apikey",
    b"authorization",
    b"canonicalrequest",
    b"canonicalstring",
    b"cookie",
    b"credential",
    b"keyid",
    b"passphrase",
    b"passwd",
    b"password",
    b"policy",
    b"privatekey",
    b"secret",
    b"session",
    b"signature",
    b"stringtosign",
    b"token",
];

/// A name with one of these words, such as `x-ak` or `authType`, is also the name of a secret. The words are too short to look for inside
/// other words.
const WORDS: [&[u8]; 6] = [b"ak", b"auth", b"pwd", b"sig", b"sign", b"sk"];

/// If a name contains one of these parts, its unquoted value extends to the end of the line.
const LINE_NAMES: [&[u8]; 2] = [b"authorization", b"cookie"];

/// If a name contains one of these parts, its unquoted value may have several lines, so it extends to the end of the text.
const TEXT_NAMES: [&[u8]; 2] = [b"canonical", b"stringtosign"];

/// The length of the longest name that is examined, in bytes. A longer name counts as the name of a secret.
const LONGEST_NAME: usize = 128;

/// A name without percent-encoding.
struct Name {
    bytes: [u8; LONGEST_NAME],
    length: usize,
}

impl Name {
    /// Decodes a name that may be percent-encoded once or twice. `None` if it is too long.
    fn of(name: &str) -> Option<Self> {
        let mut read = Self { bytes: [0; LONGEST_NAME], length: name.len() };
        read.bytes.get_mut(..name.len())?.copy_from_slice(name.as_bytes());
        for _ in 0..2 {
            read.decode();
        }
        Some(read)
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    fn decode(&mut self) {
        let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let (mut from, mut to) = (0, 0);
        while from < self.length {
            let escaped = (self.bytes[from] == b'%')
                .then(|| Some(16 * digit(self.bytes().get(from + 1))? + digit(self.bytes().get(from + 2))?))
                .flatten();
            self.bytes[to] = escaped.unwrap_or(self.bytes[from]);
            from += if escaped.is_some() { 3 } else { 1 };
            to += 1;
        }
        self.length = to;
    }

    /// Whether the name contains one of these parts, regardless of letter case and separators.
    fn contains_any(&self, parts: &[&[u8]]) -> bool {
        let mut folded = [0; LONGEST_NAME];
        let mut length = 0;
        for byte in self.bytes().iter().filter(|byte| byte.is_ascii_alphanumeric()) {
            folded[length] = byte.to_ascii_lowercase();
            length += 1;
        }
        let folded = &folded[..length];
        (0..length).any(|start| parts.iter().any(|part| folded[start] == part[0] && folded[start..].starts_with(part)))
    }

    /// The words of the name: `x`, `-`, `obs`, `-`, `Access`, `Key` in `x-obs-AccessKey`.
    fn words(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes().chunk_by(|left, right| {
            left.is_ascii_alphabetic()
                && right.is_ascii_alphabetic()
                && !(left.is_ascii_lowercase() && right.is_ascii_uppercase())
        })
    }
}

/// Where the value after a secret name ends, if it is not in quotes or brackets.
#[derive(Clone, Copy)]
pub(super) enum ValueEnd {
    /// At the end of the word.
    Word,
    /// At the end of the line.
    Line,
    /// At the end of the whole text.
    Text,
}

impl ValueEnd {
    pub(super) fn of(name: &str) -> Self {
        match Name::of(name) {
            Some(name) if name.contains_any(&TEXT_NAMES) => Self::Text,
            Some(name) if name.contains_any(&LINE_NAMES) => Self::Line,
            _ => Self::Word,
        }
    }
}
