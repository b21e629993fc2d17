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
    let bytes = message.as_bytes();
    let blank = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_whitespace);
    // A run of blanks counts as one, so only its first can begin the literal; to try each would take a square of the run's length.
    let mut starts =
        (from..bytes.len()).filter(|start| message.is_char_boundary(*start) && !(blank(*start) && blank(*start - 1)));
    starts.find_map(|start| {
        let end = literal_at(literal, message, start)?;
        (!last || end == message.len()).then_some((start, end))
    })
}

/// Where the literal ends if it stands at `start`.
fn literal_at(literal: &str, message: &str, start: usize) -> Option<usize> {
    let mut message = Folded { bytes: message.as_bytes(), at: start };
    for byte in (Folded { bytes: literal.as_bytes(), at: 0 }) {
        if message.next()? != byte {
            return None;
        }
    }
    Some(message.at)
}

/// The bytes of a text with its blanks folded to one and its ASCII letters in lower case.
struct Folded<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Iterator for Folded<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        if !byte.is_ascii_whitespace() {
            return Some(byte.to_ascii_lowercase());
        }
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        Some(b' ')
    }
}
