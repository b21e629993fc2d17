//! Matches texts against patterns of the table and extracts the variables.

use core::fmt;

/// A text that fits a pattern of the table, such as the server's message.
///
/// In a pattern `<name>` is a variable. It stands for one or more characters, up to the first occurrence of the text that follows
/// it in the pattern.
///
/// ```
/// use obs_codes::Fit;
///
/// let fit = Fit::of("User: <user> may not <action>.", "user: jo  may not read").unwrap();
/// assert!(fit.variables().eq([("user", "jo"), ("action", "read")]));
/// assert!(Fit::of("User: <user> may not <action>.", "user: jo may not").is_none());
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Fit<'t> {
    pattern: &'static str,
    text: &'t str,
}

impl<'t> Fit<'t> {
    /// Compares a text with a pattern that has to cover all of it.
    ///
    /// Several spaces count as one. ASCII case, spaces at both ends and a final full stop make no difference. The time depends
    /// only on the lengths of the text and the pattern.
    pub fn of(pattern: &'static str, text: &'t str) -> Option<Self> {
        let mut walk = Walk::start(pattern, text)?;
        walk.by_ref().for_each(drop);
        (walk.pattern.is_empty() && walk.text.is_empty()).then_some(Fit { pattern, text })
    }

    /// The pattern, as the table spells it.
    #[inline]
    pub const fn pattern(&self) -> &'static str {
        self.pattern
    }

    /// The text as it was compared.
    #[inline]
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// The names of the variables and their values in the text, in the order of the pattern.
    ///
    /// The values are what the server sent, so they may be secrets. [`Evidence`](crate::Evidence) prints them without secrets.
    pub fn variables(&self) -> impl Iterator<Item = (&'static str, &'t str)> + use<'t> {
        Walk::start(self.pattern, self.text).into_iter().flatten()
    }
}

/// Prints only the pattern, because the text may contain things that do not belong in a log.
impl fmt::Debug for Fit<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fit").field("pattern", &self.pattern).finish_non_exhaustive()
    }
}

/// Walks through a pattern and a text side by side, from one variable to the next. Both become shorter as it goes on; it stops
/// early where they differ.
struct Walk<'t> {
    pattern: &'static str,
    text: &'t str,
}

impl<'t> Walk<'t> {
    /// A walk from the first variable to the last, if the text begins and ends as the pattern does.
    fn start(pattern: &'static str, text: &'t str) -> Option<Self> {
        let (pattern, text) = (trimmed(pattern), trimmed(text));
        let (literal, pattern) = split_literal(pattern);
        let text = strip_start(text, literal)?;
        let last = pattern.rfind('<').unwrap_or(0);
        let (pattern, literal) = pattern.split_at(pattern[last..].find('>').map_or(0, |end| last + end + 1));
        Some(Walk { pattern, text: strip_end(text, literal)? })
    }
}

impl<'t> Iterator for Walk<'t> {
    type Item = (&'static str, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, pattern) = self.pattern.strip_prefix('<')?.split_once('>')?;
        let (literal, pattern) = split_literal(pattern);
        let (value, text) = if pattern.is_empty() { (self.text, "") } else { split_at(self.text, literal)? };
        let value = value.trim();
        // A variable matches at least one character.
        if value.is_empty() {
            return None;
        }
        *self = Walk { pattern, text };
        Some((name, value))
    }
}

/// A text without blanks around it and without a final full stop.
fn trimmed(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix('.').unwrap_or(text).trim_end()
}

/// A pattern in two: up to its first variable, and from there on.
fn split_literal(pattern: &'static str) -> (&'static str, &'static str) {
    pattern.split_at(pattern.find('<').unwrap_or(pattern.len()))
}

/// A text in two, around the first `literal` that has at least one character before it.
fn split_at<'t>(text: &'t str, literal: &str) -> Option<(&'t str, &'t str)> {
    let first = *literal.as_bytes().first()?;
    let is_blank = first.is_ascii_whitespace();
    // Only the first blank of a run can begin the literal. To try each blank would take quadratic time.
    let begins_blanks = |pair: &[u8]| pair[1].is_ascii_whitespace() && !pair[0].is_ascii_whitespace();
    let begins = |pair: &[u8]| if is_blank { begins_blanks(pair) } else { pair[1].eq_ignore_ascii_case(&first) };
    let pairs = text.as_bytes().windows(2).enumerate();
    pairs.filter(|(_, pair)| begins(pair)).find_map(|(place, _)| {
        let (before, rest) = text.split_at_checked(place + 1)?;
        Some((before, strip_start(rest, literal)?))
    })
}

/// What follows `literal` in `text`, if the text begins with it.
fn strip_start<'t>(text: &'t str, literal: &str) -> Option<&'t str> {
    let mut chars = FoldedChars(text);
    FoldedChars(literal).all(|c| chars.next() == Some(c)).then_some(chars.0)
}

/// What precedes `literal` in `text`, if the text ends with it.
fn strip_end<'t>(text: &'t str, literal: &str) -> Option<&'t str> {
    let mut chars = FoldedChars(text);
    FoldedChars(literal).rev().all(|c| chars.next_back() == Some(c)).then_some(chars.0)
}

/// The characters of a text as they are compared: ASCII letters in lower case, and each run of blanks as one.
struct FoldedChars<'t>(&'t str);

impl Iterator for FoldedChars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let mut rest = self.0.chars();
        let c = rest.next()?;
        let is_blank = c.is_ascii_whitespace();
        self.0 = if is_blank { self.0.trim_ascii_start() } else { rest.as_str() };
        Some(if is_blank { ' ' } else { c.to_ascii_lowercase() })
    }
}

impl DoubleEndedIterator for FoldedChars<'_> {
    fn next_back(&mut self) -> Option<char> {
        let mut rest = self.0.chars();
        let c = rest.next_back()?;
        let is_blank = c.is_ascii_whitespace();
        self.0 = if is_blank { self.0.trim_ascii_end() } else { rest.as_str() };
        Some(if is_blank { ' ' } else { c.to_ascii_lowercase() })
    }
}
