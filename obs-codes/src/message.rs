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
    is_secret: bool,
}

impl<'m> Fit<'m> {
    /// Compares a message with a pattern.
    ///
    /// A final full stop, the case of ASCII letters and the number of blanks do not count. The work grows with the length of the
    /// message, and with nothing else that the server could choose; nothing is allocated.
    #[inline]
    pub fn of(pattern: &'static str, message: &'m str) -> Option<Self> {
        let core = Core::of(message);
        (core.may_fit(pattern) && core.fits(pattern)).then_some(Fit { pattern, message, is_secret: false })
    }

    /// The fit of a message that was compared before. What stands for its variables is not printed if it may be a secret.
    #[inline]
    pub(crate) fn known(pattern: &'static str, message: &'m str, is_secret: bool) -> Self {
        Fit { pattern, message, is_secret }
    }

    /// Whether nothing of what stands for the variables is to be printed.
    #[inline]
    pub(crate) fn is_secret(&self) -> bool {
        self.is_secret
    }

    /// The variables by name, and what stands for each in the message, in the order of the pattern.
    ///
    /// That is what the server sent, and so may be a secret: print [`Evidence`](crate::Evidence), which hides secrets, where others read it.
    #[inline]
    pub fn variables(&self) -> impl Iterator<Item = (&'static str, &'m str)> + use<'m> {
        Core::of(self.message).walk(self.pattern)
    }
}

/// The message stays out of it: it may name what is nobody else's business.
impl fmt::Debug for Fit<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fit").field("pattern", &self.pattern).finish_non_exhaustive()
    }
}

/// A text without blanks around it and without a final full stop: what of it is compared.
#[derive(Clone, Copy)]
pub(crate) struct Core<'m>(&'m str);

impl<'m> Core<'m> {
    #[inline]
    pub(crate) fn of(text: &'m str) -> Self {
        let text = text.trim();
        Core(text.strip_suffix('.').unwrap_or(text).trim_end())
    }

    /// Whether it is what the pattern says.
    #[inline]
    pub(crate) fn fits(self, pattern: &'static str) -> bool {
        let mut walk = self.walk(pattern);
        loop {
            match walk.step() {
                Ok(Some(_)) => {}
                Ok(None) => return true,
                Err(Mismatch) => return false,
            }
        }
    }

    /// Whether it can be what the pattern says, by the first and the last byte. Nearly all patterns of an error code differ in one of
    /// them, and it is cheaper to refuse one here than behind a variable, which may stand for much.
    #[inline]
    pub(crate) fn may_fit(self, pattern: &str) -> bool {
        let ([first, ..], [other_first, .., other_last]) = (pattern.as_bytes(), self.0.as_bytes()) else { return true };
        let ([.., last, b'.'] | [.., last]) = pattern.as_bytes() else { return true };
        let may_be = |byte: u8, other: u8| byte.eq_ignore_ascii_case(&other) || !byte.is_ascii_alphanumeric();
        may_be(*first, *other_first) && may_be(*last, *other_last)
    }

    #[inline]
    fn walk(self, pattern: &'static str) -> Walk<'m> {
        Walk { pattern: Core::of(pattern).0, message: self.0, next: 0, at: 0, ended: false }
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
    #[inline]
    fn step(&mut self) -> Result<Option<(&'static str, &'m str)>, Mismatch> {
        if self.next == 0 {
            self.take(0)?;
        }
        let Some(variable) = self.pattern.get(self.next..).and_then(|rest| rest.strip_prefix('<')) else {
            return if self.at == self.message.len() { Ok(None) } else { Err(Mismatch) };
        };
        let end_of_name = variable.bytes().position(|byte| byte == b'>').ok_or(Mismatch)?;
        let (name, rest) = (&variable[..end_of_name], &variable[end_of_name + 1..]);
        let begin = self.at;
        self.next = self.pattern.len() - rest.len();
        let end = if rest.is_empty() {
            self.at = self.message.len();
            self.at
        } else {
            self.find(rest)?
        };
        let value = self.message.get(begin..end).unwrap_or_default();
        // A variable stands for something.
        if is_blank(value) { Err(Mismatch) } else { Ok(Some((name, value))) }
    }

    /// Takes the text of the pattern up to its next variable, where the message has it at `start`.
    #[inline]
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
    #[inline]
    fn find(&mut self, rest: &str) -> Result<usize, Mismatch> {
        let first = fold(rest.as_bytes().first().copied().unwrap_or_default());
        let bytes = self.message.as_bytes();
        let mut from = self.at + 1;
        while let Some(start) = next_like(bytes, from, first) {
            // A run of blanks counts as one, so only its first can begin the text; to try each would take a square of the run's length.
            let begins = first != b' ' || !bytes.get(start - 1).is_some_and(u8::is_ascii_whitespace);
            if begins && self.message.is_char_boundary(start) && self.take(start).is_ok() {
                return Ok(start);
            }
            from = start + 1;
        }
        Err(Mismatch)
    }
}

impl<'m> Iterator for Walk<'m> {
    type Item = (&'static str, &'m str);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        if let Ok(Some((name, value))) = self.step() {
            return Some((name, value.trim()));
        }
        self.ended = true;
        None
    }
}

/// Compares the text of a pattern, up to its next variable, with a message from `at` on: how much of the pattern that is, and where in the
/// message it ends.
#[inline]
fn literal_at(pattern: &[u8], message: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut taken = 0;
    while let Some(byte) = pattern.get(taken).copied().filter(|byte| *byte != b'<') {
        let same = same_bytes(pattern, taken, message, at);
        if same > 0 {
            taken += same;
            at += same;
            continue;
        }
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

/// How many of the next bytes are the same in both texts, as far as that is seen at once; 0 where they must be looked at one by one.
#[inline]
fn same_bytes(pattern: &[u8], taken: usize, message: &[u8], at: usize) -> usize {
    let (word, other) = (word_at(pattern, taken), word_at(message, at));
    let end = zeros(word ^ in_each(END)).trailing_zeros();
    let same = (word ^ other).trailing_zeros().min(end) as usize / 8;
    // A run of blanks may go on in one of the texts and not in the other.
    let is_blank = |text: &[u8], place: usize| text.get(place).is_some_and(u8::is_ascii_whitespace);
    let goes_on = is_blank(pattern, taken + same) || is_blank(message, at + same);
    if same > 0 && goes_on && is_blank(pattern, taken + same - 1) { same - 1 } else { same }
}

/// The place of the next byte, from `from` on, that is compared as `folded` is.
#[inline]
fn next_like(bytes: &[u8], from: usize, folded: u8) -> Option<usize> {
    // Letter case is one bit; all blanks are less than the first printable character.
    if folded == b' ' {
        position_from(bytes, from, folded, |byte| byte <= b' ')
    } else {
        position_from(bytes, from, folded, |byte| byte | 0x20 == folded | 0x20)
    }
}

/// The same, where `may_be` is asked first: of many bytes at once, so it has no branches.
fn position_from(bytes: &[u8], mut from: usize, folded: u8, may_be: impl Fn(u8) -> bool) -> Option<usize> {
    let is_among = |block: &[u8]| block.iter().fold(false, |found, byte| found | may_be(*byte));
    while bytes.get(from..)?.first_chunk::<32>().is_some_and(|block| !is_among(block)) {
        from += 32;
    }
    while bytes.get(from..)?.first_chunk::<8>().is_some_and(|block| !is_among(block)) {
        from += 8;
    }
    bytes.get(from..)?.iter().position(|byte| may_be(*byte) && fold(*byte) == folded).map(|place| from + place)
}

/// So many bytes are looked at together.
const WORD: usize = size_of::<u128>();

/// Where a text of a pattern ends.
const END: u8 = b'<';

/// The next bytes, the first in the lowest place, and [`END`] where there are no more.
#[inline]
fn word_at(bytes: &[u8], start: usize) -> u128 {
    let rest = bytes.get(start..).unwrap_or_default();
    let word = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut word = [END; WORD];
        word.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
        word
    });
    u128::from_le_bytes(word)
}

/// The byte in each place of a word.
#[inline]
const fn in_each(byte: u8) -> u128 {
    u128::from_le_bytes([byte; WORD])
}

/// Sets a bit in the lowest byte that is zero, and none below it. What is set above it says nothing: what is borrowed there falsifies it.
#[inline]
const fn zeros(word: u128) -> u128 {
    word.wrapping_sub(in_each(1)) & !word & in_each(0x80)
}

/// Whether a text is nothing but blanks.
#[inline]
fn is_blank(text: &str) -> bool {
    !text.bytes().next().is_some_and(|first| first.is_ascii_graphic()) && text.trim().is_empty()
}

/// The length of a run of blanks.
#[inline]
fn blanks(text: &[u8], start: usize) -> usize {
    text.iter().skip(start).take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// The byte as it is compared: blanks are alike, and so are the cases of an ASCII letter.
#[inline]
fn fold(byte: u8) -> u8 {
    if byte.is_ascii_whitespace() { b' ' } else { byte.to_ascii_lowercase() }
}
