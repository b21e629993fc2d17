//! Does a server's message fit a pattern, and what stands in place of its variables?

use core::fmt;

/// A message that fits a pattern, in which `<name>` stands for one or more characters.
///
/// ```
/// use obs_codes::Fit;
///
/// let fit = Fit::of("User: <user> may not <action>.", "user: jo  may not read").unwrap();
/// assert!(fit.variables().eq([("user", "jo"), ("action", "read")]));
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fit<'m> {
    pattern: &'static str,
    message: &'m str,
}

impl<'m> Fit<'m> {
    /// Compares a message with a pattern.
    ///
    /// A final full stop, the case of ASCII letters and the number of blanks do not count. The work grows with the length of the
    /// message, and with nothing else that the server could choose; nothing is allocated.
    pub fn of(pattern: &'static str, message: &'m str) -> Option<Self> {
        let fit = Fit { pattern, message };
        fit.walk().all(|step| step.is_ok()).then_some(fit)
    }

    /// The variables by name, and what stands for each in the message, in the order of the pattern.
    pub fn variables(&self) -> impl Iterator<Item = (&'static str, &'m str)> + use<'m> {
        self.walk().map_while(Result::ok)
    }

    fn walk(&self) -> Walk<'m> {
        Walk { parts: Parts { rest: core_of(self.pattern) }, message: core_of(self.message), at: 0, variable: None, ended: false }
    }
}

/// The message stays out of it: it may name what is nobody else's business.
impl fmt::Debug for Fit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fit").field("pattern", &self.pattern).finish_non_exhaustive()
    }
}

/// Goes through pattern and message together, and stops at each variable, or where they differ.
struct Walk<'m> {
    parts: Parts<'static>,
    message: &'m str,
    /// Where the rest of the message begins.
    at: usize,
    /// The variable that stands there, if one does.
    variable: Option<&'static str>,
    ended: bool,
}

struct Mismatch;

impl<'m> Walk<'m> {
    /// The next variable; none at the end.
    fn step(&mut self) -> Result<Option<(&'static str, &'m str)>, Mismatch> {
        while let Some(part) = self.parts.next() {
            let literal = match part {
                Part::Variable(name) => {
                    self.variable = Some(name);
                    continue;
                }
                Part::Literal(literal) => literal,
            };
            let last = self.parts.rest.is_empty();
            let Some(name) = self.variable.take() else {
                let end = literal_at(literal, self.message, self.at).filter(|end| !last || *end == self.message.len());
                self.at = end.ok_or(Mismatch)?;
                continue;
            };
            let (start, end) = find(literal, self.message, self.at + 1, last).ok_or(Mismatch)?;
            let value = self.message.get(self.at..start).unwrap_or_default();
            self.at = end;
            return Ok(Some((name, value.trim())));
        }
        let rest = self.message.get(self.at..).unwrap_or_default();
        self.at = self.message.len();
        match self.variable.take() {
            Some(name) => Ok(Some((name, rest.trim()))),
            None if rest.is_empty() => Ok(None),
            None => Err(Mismatch),
        }
    }
}

impl<'m> Iterator for Walk<'m> {
    type Item = Result<(&'static str, &'m str), Mismatch>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let step = match self.step() {
            // A variable stands for something.
            Ok(Some((_, ""))) => Err(Mismatch),
            step => step,
        };
        self.ended = !matches!(step, Ok(Some(_)));
        step.transpose()
    }
}

/// The text without blanks around it and without a final full stop.
fn core_of(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix('.').unwrap_or(text).trim_end()
}

enum Part<'p> {
    Literal(&'p str),
    Variable(&'p str),
}

/// What a pattern consists of.
struct Parts<'p> {
    rest: &'p str,
}

impl<'p> Iterator for Parts<'p> {
    type Item = Part<'p>;

    fn next(&mut self) -> Option<Part<'p>> {
        let rest = self.rest;
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|inner| inner.split_once('>')) {
            self.rest = after;
            return Some(Part::Variable(name));
        }
        let end = rest.char_indices().skip(1).find(|(_, letter)| *letter == '<').map_or(rest.len(), |(at, _)| at);
        let (literal, after) = rest.split_at_checked(end)?;
        self.rest = after;
        (!literal.is_empty()).then_some(Part::Literal(literal))
    }
}

/// The first place from `from` on where the literal stands, and where it ends; if it is the last part, it ends the message.
fn find(literal: &str, message: &str, from: usize, last: bool) -> Option<(usize, usize)> {
    let first = fold(*literal.as_bytes().first()?);
    let bytes = message.as_bytes();
    let mut before = bytes.get(from - 1).copied().unwrap_or_default();
    for (index, byte) in bytes.iter().enumerate().skip(from) {
        // A run of blanks counts as one, so only its first can begin the literal; to try each would take a square of the run's length.
        let begins = fold(*byte) == first && !(first == b' ' && before.is_ascii_whitespace());
        before = *byte;
        if begins && message.is_char_boundary(index) {
            match literal_at(literal, message, index) {
                Some(end) if !last || end == bytes.len() => return Some((index, end)),
                _ => {}
            }
        }
    }
    None
}

/// Where the literal ends if it stands at `start`.
fn literal_at(literal: &str, message: &str, start: usize) -> Option<usize> {
    let message = message.as_bytes();
    let mut at = start;
    let mut after_blank = false;
    for byte in literal.bytes().map(fold) {
        let blank = byte == b' ';
        if blank && after_blank {
            continue;
        }
        after_blank = blank;
        if fold(*message.get(at)?) != byte {
            return None;
        }
        at += 1;
        while blank && message.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
    }
    Some(at)
}

/// The byte as it is compared: blanks are alike, and so are the cases of an ASCII letter.
fn fold(byte: u8) -> u8 {
    if byte.is_ascii_whitespace() { b' ' } else { byte.to_ascii_lowercase() }
}
