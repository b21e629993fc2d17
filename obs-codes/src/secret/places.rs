//! Finds the places of the secrets in a text.

use core::ops::Range;

use super::name::{ValueEnd, is_secret_name};
use super::value::{assigned, ends_value, length_until, value_of};

/// An iterator over the places of the secrets in a text, in their order. Secrets are:
///
/// - the values in the query of a URL, and the user before its host;
/// - the value of a secret name, in the forms `name=value`, `name: value`, `"name": "value"`, `name[…]=value`, `name [value]` and
///   `<name>value`;
/// - a word in which a URL or such a form is percent-encoded;
/// - what follows the name of an authentication scheme, such as `Bearer`;
/// - what looks like an access key, or like a key or a signature in base64 or hexadecimal digits.
pub(crate) struct Secrets<'t> {
    text: &'t str,
    /// How far the text was read.
    at: usize,
    /// Whether `at` is in the query of a URL.
    is_in_query: bool,
    /// How far the text was searched for keys and signatures.
    searched: usize,
}

impl<'t> Secrets<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Secrets { text, at: 0, is_in_query: false, searched: 0 }
    }

    /// The text from a place on.
    fn rest(&self, from: usize) -> &'t str {
        self.text.get(from..).unwrap_or_default()
    }

    /// The secret after a character between words: the value of a query parameter, or the user before a host.
    fn secret_after(&mut self, c: char) -> Option<Range<usize>> {
        let rest = self.rest(self.at);
        match c {
            '=' if self.is_in_query => {
                let value = rest[1..].trim_start_matches('=');
                Some(place_in(self.text, value_of(value, |c| c == '&' || ends_value(c))))
            }
            '/' => {
                let authority = rest.strip_prefix("//").or_else(|| rest.strip_prefix("/\\/"))?;
                let is_end = |c| ends_value(c) || matches!(c, '/' | '\\' | '?' | '#');
                let user = authority[..length_until(authority, is_end)].rfind('@')?;
                Some(place_in(self.text, &authority[..user]))
            }
            _ => {
                self.is_in_query = (self.is_in_query || c == '?') && !ends_value(c);
                None
            }
        }
    }

    /// The secret in this word, or the value that follows if the word is the name of a secret.
    fn secret_at(&mut self, word: &Range<usize>) -> Option<Range<usize>> {
        let text = self.text.get(word.clone())?;
        let after = self.rest(word.end);
        if let Some(value) = rest_of_encoded(text, after) {
            return Some(word.start..place_in(self.text, value).end);
        }
        if !(self.is_in_query && after.starts_with('='))
            && let Some(value) = assigned(after)
            && is_secret_name(text)
        {
            return Some(place_in(self.text, up_to(value, ValueEnd::of(text))));
        }
        if let Some(value) = after.strip_prefix('>')
            && self.text[..word.start].ends_with('<')
            && is_secret_name(text)
        {
            return Some(place_in(self.text, &value[..length_until(value, |c| c == '<')]));
        }
        if is_scheme(text) {
            let value = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '='));
            return (value.len() < after.len()).then(|| place_in(self.text, value_of(value, ends_value)));
        }
        self.key_in(word)
    }

    /// The end of a word, from the place where it looks like a key or a signature. If a colon follows an access key, the signature after it
    /// is included, as in `OBS H4IPJX0TQTHTHEBQQCEC:signature`.
    fn key_in(&mut self, word: &Range<usize>) -> Option<Range<usize>> {
        let text = &self.text[word.clone()];
        let key = text.split(|c: char| !c.is_ascii_alphanumeric()).find(|part| is_access_key(part));
        let random = self.random_in(word);
        let start =
            key.map(|key| place_in(self.text, key).start).into_iter().chain(random.as_ref().map(|run| run.start)).min()?;
        let after = self.rest(word.end);
        if key.is_some_and(|key| text.ends_with(key)) && after.starts_with(':') {
            return Some(start..word.end + length_until(after, char::is_whitespace));
        }
        let end = word.start + text.trim_end_matches('.').len();
        Some(start..random.map_or(end, |run| run.end.max(end)))
    }

    /// A long run of characters that looks random and begins in this word. In a path, each part is a run of its own.
    fn random_in(&mut self, word: &Range<usize>) -> Option<Range<usize>> {
        while self.searched.max(word.start) < word.end {
            let start = self.searched.max(word.start);
            let is_in_path = self.text[..start].ends_with('/');
            let is_end = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '-' | '_') && (c != '/' || is_in_path);
            let run = &self.rest(start)[..length_until(self.rest(start), is_end)];
            let end = start + run.len();
            self.searched = end.max(start + 1);
            if looks_random(run) || run.split(|c: char| !c.is_ascii_alphanumeric()).any(looks_random) {
                let padding = length_until(self.rest(end), |c| c != '=');
                return Some(start..end + padding);
            }
        }
        None
    }
}

impl Iterator for Secrets<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        while let Some(c) = self.rest(self.at).chars().next() {
            let (secret, next) = if is_in_word(c) {
                let word = self.at..self.at + length_until(self.rest(self.at), |c| !is_in_word(c));
                (self.secret_at(&word), word.end)
            } else {
                (self.secret_after(c), self.at + c.len_utf8())
            };
            let secret = secret.filter(|place| !place.is_empty());
            self.at = secret.as_ref().map_or(next, |place| place.end);
            if secret.is_some() {
                return secret;
            }
        }
        None
    }
}

/// Whether a character belongs to a word: a letter, a digit, or a character that joins them in names and escapes.
fn is_in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '%' | '_' | '-' | '.' | '~')
}

/// The value at the beginning of a text, up to this end.
fn up_to(value: &str, end: ValueEnd) -> &str {
    match end {
        ValueEnd::Word => value_of(value, ends_value),
        ValueEnd::Line => value_of(value, |c| c == '\n'),
        ValueEnd::Text => value_of(value, |_| false),
    }
}

/// Whether a word is the name of an authentication scheme.
fn is_scheme(word: &str) -> bool {
    ["Bearer", "Basic", "Negotiate", "NTLM"].iter().any(|scheme| scheme.eq_ignore_ascii_case(word))
}

/// The place of a slice in the text that it borrows from.
fn place_in(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

/// The text after a word that belongs to it, if a sign of a URL, a query or an assignment is percent-encoded in the word, such as `%3D`.
fn rest_of_encoded<'t>(word: &str, after: &'t str) -> Option<&'t str> {
    let mut signs = word.match_indices('%').filter_map(|(place, _)| {
        let code = word[place + 1..].trim_start_matches("25");
        let is_sign = match code.as_bytes() {
            [b'3', b'a' | b'A' | b'd' | b'D' | b'f' | b'F', ..] | [b'4', b'0', ..] | [b'2', b'2', ..] => true,
            [b'2', b'0', ..] => is_scheme(&word[..place]),
            _ => false,
        };
        is_sign.then_some(code)
    });
    let ends_word = signs.next_back()?.len() == "3D".len();
    // A value that begins after the word need not be encoded.
    Some(if ends_word {
        value_of(assigned(after).unwrap_or(after), ends_value)
    } else {
        &after[..length_until(after, ends_value)]
    })
}

/// Whether a word looks like an access key: 20 capitals or digits.
fn is_access_key(word: &str) -> bool {
    word.len() == 20 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Whether a run of characters looks like a key or a signature. A request ID does not: it has only 32 hexadecimal digits. Words do not
/// either: capital letters, lowercase letters and digits rarely alternate in them.
fn looks_random(run: &str) -> bool {
    let run = run.as_bytes();
    let has = |is_kind: fn(&u8) -> bool| run.iter().any(is_kind);
    let kind = |byte: &u8| (byte.is_ascii_uppercase(), byte.is_ascii_lowercase(), byte.is_ascii_digit());
    // These join the words of a name.
    let is_joint = |byte: &u8| matches!(byte, b'-' | b'_');
    let is_change = |pair: &&[u8]| !pair.iter().any(is_joint) && kind(&pair[0]) != kind(&pair[1]);
    let is_hexadecimal = run.iter().all(u8::is_ascii_hexdigit);
    let is_mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    if is_hexadecimal {
        run.len() >= 40 && has(u8::is_ascii_digit)
    } else {
        run.len() >= 27 && is_mixed && run.windows(2).filter(is_change).count() * 3 >= run.len()
    }
}
