//! Does a server's message fit a pattern, and what stands in place of its variables?

/// The most variables that a pattern of a table may have.
const MOST_VARIABLES: usize = 8;

/// A message that fits a pattern: the variables and what stands for each, in the order of the pattern.
///
/// ```
/// use obs_codes::Fit;
///
/// let fit = Fit::of("User: <user> may not <action>.", "user: jo  may not read").unwrap();
/// assert!(fit.variables().eq([("user", "jo"), ("action", "read")]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit<'m> {
    variables: [(&'static str, &'m str); MOST_VARIABLES],
    count: usize,
}

impl<'m> Fit<'m> {
    /// Compares a message with a pattern, in which `<name>` stands for one or more characters.
    ///
    /// A final full stop, the case of ASCII letters and the number of blanks do not count. The work grows with the length of the
    /// message, and with nothing else that the server could choose; nothing is allocated.
    pub fn of(pattern: &'static str, message: &'m str) -> Option<Self> {
        let (pattern, message) = (core_of(pattern), core_of(message));
        let mut fit = Fit { variables: [("", ""); MOST_VARIABLES], count: 0 };
        let mut parts = Parts { rest: pattern };
        // Where the rest of the message begins, and the variable that stands there, if one does.
        let mut at = 0;
        let mut variable = None;
        while let Some(part) = parts.next() {
            let literal = match part {
                Part::Variable(name) => {
                    variable = Some(name);
                    continue;
                }
                Part::Literal(literal) => literal,
            };
            let last = parts.rest.is_empty();
            let (start, end) = match variable {
                None => (at, literal_at(literal, message, at).filter(|end| !last || *end == message.len())?),
                Some(_) => find(literal, message, at + 1, last)?,
            };
            if let Some(name) = variable.take() {
                fit.push(name, message.get(at..start)?)?;
            }
            at = end;
        }
        match variable {
            Some(name) => fit.push(name, message.get(at..)?)?,
            None if at < message.len() => return None,
            None => {}
        }
        Some(fit)
    }

    /// The variables by name, and what stands for each in the message.
    pub fn variables(&self) -> impl Iterator<Item = (&'static str, &'m str)> + use<'m> {
        self.variables.into_iter().take(self.count)
    }

    fn push(&mut self, name: &'static str, value: &'m str) -> Option<()> {
        let value = value.trim();
        if value.is_empty() {
            return None;
        }
        *self.variables.get_mut(self.count)? = (name, value);
        self.count += 1;
        Some(())
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
    (from..message.len()).filter(|start| message.is_char_boundary(*start)).find_map(|start| {
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
