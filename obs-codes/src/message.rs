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
        Walk { pattern: core_of(self.pattern), message: core_of(self.message), next: 0, at: 0, ended: false }
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
    pattern: &'static str,
    message: &'m str,
    /// Where the rest of the pattern begins.
    next: usize,
    /// Where the rest of the message begins.
    at: usize,
    ended: bool,
}

struct Mismatch;

impl<'m> Walk<'m> {
    /// The next variable; none at the end.
    fn step(&mut self) -> Result<Option<(&'static str, &'m str)>, Mismatch> {
        self.take(self.at)?;
        let Some(variable) = self.pattern.get(self.next..).and_then(|rest| rest.strip_prefix('<')) else {
            return if self.at == self.message.len() { Ok(None) } else { Err(Mismatch) };
        };
        let (name, rest) = variable.split_once('>').ok_or(Mismatch)?;
        let begin = self.at;
        self.next = self.pattern.len() - rest.len();
        let end = if rest.is_empty() {
            self.at = self.message.len();
            self.at
        } else {
            self.find(rest)?
        };
        Ok(Some((name, self.message.get(begin..end).unwrap_or_default().trim())))
    }

    /// Takes the text of the pattern up to its next variable, where the message has it at `start`.
    fn take(&mut self, start: usize) -> Result<(), Mismatch> {
        let pattern = self.pattern.as_bytes().get(self.next..).unwrap_or_default();
        let (taken, at) = literal_at(pattern, self.message.as_bytes(), start).ok_or(Mismatch)?;
        let last = taken == pattern.len();
        if last && at != self.message.len() {
            return Err(Mismatch);
        }
        self.next += taken;
        self.at = at;
        Ok(())
    }

    /// Takes the text of the pattern where the message has it first behind a variable of at least one character, and says where.
    fn find(&mut self, rest: &str) -> Result<usize, Mismatch> {
        let first = fold(rest.as_bytes().first().copied().unwrap_or_default());
        let bytes = self.message.as_bytes();
        let mut before = bytes.get(self.at).copied().unwrap_or_default();
        for (start, byte) in bytes.iter().enumerate().skip(self.at + 1) {
            // A run of blanks counts as one, so only its first can begin the text; to try each would take a square of the run's length.
            let begins = fold(*byte) == first && !(first == b' ' && before.is_ascii_whitespace());
            before = *byte;
            if begins && self.message.is_char_boundary(start) && self.take(start).is_ok() {
                return Ok(start);
            }
        }
        Err(Mismatch)
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

/// Compares the text of a pattern, up to its next variable, with a message from `at` on: how much of the pattern that is, and where in the
/// message it ends.
fn literal_at(pattern: &[u8], message: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut taken = 0;
    while let Some(byte) = pattern.get(taken).copied().filter(|byte| *byte != b'<') {
        let other = *message.get(at)?;
        if byte.is_ascii_whitespace() {
            if !other.is_ascii_whitespace() {
                return None;
            }
            taken += blanks(pattern, taken);
            at += blanks(message, at);
        } else if byte.eq_ignore_ascii_case(&other) {
            taken += 1;
            at += 1;
        } else {
            return None;
        }
    }
    Some((taken, at))
}

/// The length of a run of blanks.
fn blanks(text: &[u8], start: usize) -> usize {
    text.iter().skip(start).take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// The byte as it is compared: blanks are alike, and so are the cases of an ASCII letter.
fn fold(byte: u8) -> u8 {
    if byte.is_ascii_whitespace() { b' ' } else { byte.to_ascii_lowercase() }
}
