//! Where the secrets of a text are.

use core::ops::Range;

use super::name::{Extent, is_secret_name};
use super::value::{assigned, ends_value, length, value_of};

/// The places of the secrets in a text, in their order:
///
/// - the values in the query of a URL, and the user before its host;
/// - the value of a secret name, in the forms `name=value`, `name: value`, `"name": "value"`, `name[…]=value` and `name [value]`;
/// - a word in which a URL or such a form is percent-encoded;
/// - what follows `Bearer`;
/// - what looks like an access key, or like a key or a signature in base64 or hexadecimal digits.
pub(crate) struct Secrets<'t> {
    text: &'t str,
    at: usize,
    /// Whether `at` is in the query of a URL.
    is_in_query: bool,
    /// Up to where no key or signature has to be looked for.
    looked_through: usize,
}

impl<'t> Secrets<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Secrets { text, at: 0, is_in_query: false, looked_through: 0 }
    }

    fn rest(&self, from: usize) -> &'t str {
        self.text.get(from..).unwrap_or_default()
    }

    /// The secret behind a letter between words: the value of a parameter, or the user before a host.
    fn secret_behind(&mut self, letter: char) -> Option<Range<usize>> {
        let rest = self.rest(self.at);
        match letter {
            '=' if self.is_in_query => {
                let value = rest[1..].trim_start_matches('=');
                Some(place_in(self.text, value_of(value, |letter| letter == '&' || ends_value(letter))))
            }
            '/' => {
                let authority = rest.strip_prefix("//").or_else(|| rest.strip_prefix("/\\/"))?;
                let is_end = |letter| ends_value(letter) || matches!(letter, '/' | '\\' | '?' | '#');
                let user = authority[..length(authority, is_end)].rfind('@')?;
                Some(place_in(self.text, &authority[..user]))
            }
            _ => {
                self.is_in_query = (self.is_in_query || letter == '?') && !ends_value(letter);
                None
            }
        }
    }

    /// The secret in this word, or the value that follows if the word is the name of a secret.
    fn secret_at(&mut self, word: &Range<usize>) -> Option<Range<usize>> {
        let text = self.text.get(word.clone())?;
        let after = self.rest(word.end);
        if let Some(value) = behind_encoded_sign(text, after) {
            return Some(word.start..place_in(self.text, value).end);
        }
        if !(self.is_in_query && after.starts_with('='))
            && let Some(value) = assigned(after)
            && is_secret_name(text)
        {
            return Some(place_in(self.text, extended(value, Extent::of(text))));
        }
        if is_scheme(text) {
            let value = after.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '='));
            return (value.len() < after.len()).then(|| place_in(self.text, value_of(value, ends_value)));
        }
        self.key_in(word)
    }

    /// The rest of a word from where it looks like a key or a signature. After the colon behind an access key its signature follows, as in
    /// `OBS H4IPJX0TQTHTHEBQQCEC:signature`.
    fn key_in(&mut self, word: &Range<usize>) -> Option<Range<usize>> {
        let text = &self.text[word.clone()];
        let key = text.split(|letter: char| !letter.is_ascii_alphanumeric()).find(|part| is_access_key(part));
        let random = self.random_in(word);
        let start =
            key.map(|key| place_in(self.text, key).start).into_iter().chain(random.as_ref().map(|run| run.start)).min()?;
        let after = self.rest(word.end);
        if key.is_some_and(|key| text.ends_with(key)) && after.starts_with(':') {
            return Some(start..word.end + length(after, char::is_whitespace));
        }
        let end = word.start + text.trim_end_matches('.').len();
        Some(start..random.map_or(end, |run| run.end.max(end)))
    }

    /// A long run of what looks like random letters and digits, which begins in a word. In a path each part is a run.
    fn random_in(&mut self, word: &Range<usize>) -> Option<Range<usize>> {
        while self.looked_through.max(word.start) < word.end {
            let start = self.looked_through.max(word.start);
            let is_in_path = self.text[..start].ends_with('/');
            let is_end = |letter: char| {
                !letter.is_ascii_alphanumeric() && !matches!(letter, '+' | '-' | '_') && (letter != '/' || is_in_path)
            };
            let run = &self.rest(start)[..length(self.rest(start), is_end)];
            let end = start + run.len();
            self.looked_through = end.max(start + 1);
            if is_random(run) || run.split(|letter: char| !letter.is_ascii_alphanumeric()).any(is_random) {
                let padding = length(self.rest(end), |letter| letter != '=');
                return Some(start..end + padding);
            }
        }
        None
    }
}

impl Iterator for Secrets<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        while let Some(letter) = self.rest(self.at).chars().next() {
            let (secret, next) = if is_in_word(letter) {
                let word = self.at..self.at + length(self.rest(self.at), |letter| !is_in_word(letter));
                (self.secret_at(&word), word.end)
            } else {
                (self.secret_behind(letter), self.at + letter.len_utf8())
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

/// Letters, digits, and what joins them in names and escapes.
fn is_in_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '%' | '_' | '-' | '.' | '~')
}

fn extended(value: &str, extent: Extent) -> &str {
    match extent {
        Extent::Word => value_of(value, ends_value),
        Extent::Line => value_of(value, |letter| letter == '\n'),
        Extent::Text => value_of(value, |_| false),
    }
}

/// Whether a word is the name of an authentication scheme.
fn is_scheme(word: &str) -> bool {
    ["Bearer", "Basic", "Negotiate", "NTLM"].iter().any(|scheme| scheme.eq_ignore_ascii_case(word))
}

/// The place of a part of the text.
fn place_in(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

/// What follows a word in which a sign of a URL, a query or an assignment is percent-encoded, as far as it belongs to the word.
fn behind_encoded_sign<'t>(word: &str, after: &'t str) -> Option<&'t str> {
    let signs = word.match_indices('%').filter_map(|(place, _)| {
        let code = word[place + 1..].trim_start_matches("25");
        let is_sign = match code.as_bytes() {
            [b'3', b'a' | b'A' | b'd' | b'D' | b'f' | b'F', ..] | [b'4', b'0', ..] | [b'2', b'2', ..] => true,
            [b'2', b'0', ..] => is_scheme(&word[..place]),
            _ => false,
        };
        is_sign.then_some(code)
    });
    let is_last = signs.last()?.len() == "3D".len();
    // The value itself need not be encoded.
    Some(if is_last { value_of(assigned(after).unwrap_or(after), ends_value) } else { &after[..length(after, ends_value)] })
}

/// Whether a word looks like an access key: 20 capitals or digits.
fn is_access_key(word: &str) -> bool {
    word.len() == 20 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Whether a run of letters and digits looks like a key or a signature. Request IDs, with their 32 hexadecimal digits, do not,
/// and neither do the words of a language: capitals, small letters and digits alternate too rarely in them.
fn is_random(run: &str) -> bool {
    let run = run.as_bytes();
    let has = |is_kind: fn(&u8) -> bool| run.iter().any(is_kind);
    let kind = |byte: &u8| (byte.is_ascii_uppercase(), byte.is_ascii_lowercase(), byte.is_ascii_digit());
    // Names are joined by these.
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
