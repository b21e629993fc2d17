use core::fmt;

use super::clock::{Clock, Difference};
use super::facts::{Facts, MESSAGE};
use crate::secret::Masked;
use crate::table::{AnyCase, AnyErrorCode};
use crate::{Condition, Fit};

/// The evidence for a cause or a case.
///
/// `Display` prints it as a clause that can follow "because". It prints no secrets.
///
/// ```
/// use obs_codes::{Diagnosis, ErrorCode, Evidence};
///
/// let diagnosis = Diagnosis::new(404, "NoSuchBucket");
/// let first = diagnosis.causes().next().unwrap();
/// assert!(matches!(first.evidence(), Evidence::ErrorCode(ErrorCode::NoSuchBucket)));
/// assert_eq!(first.evidence().to_string(), "NoSuchBucket signals it");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Evidence<'a, E: AnyErrorCode> {
    /// The facts fit this case.
    Case(RankedCase<'a, E>),
    /// The error code signals the cause.
    ErrorCode(E),
    /// The cause is documented for this status. There is no other evidence.
    Status(u16),
}

impl<E: AnyErrorCode> fmt::Display for Evidence<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(case) => write_case(case, f),
            Self::ErrorCode(code) => write!(f, "{code} signals it"),
            Self::Status(number) => write!(f, "it is one of the documented causes of {number}"),
        }
    }
}

/// A case of the table that may explain the failure.
///
/// ```
/// use obs_codes::{Clock, Diagnosis};
///
/// let diagnosis = Diagnosis::new(403, "RequestTimeTooSkewed");
/// let diagnosis = diagnosis.request_time(7200).server_time(0);
/// let case = diagnosis.case().unwrap();
/// assert_eq!(case.clock().unwrap().0, Clock::Ahead);
/// println!("{}: {}", case.case(), case.evidence().unwrap());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RankedCase<'a, E: AnyErrorCode> {
    pub(super) case: E::Case,
    pub(super) is_matched: bool,
    pub(super) facts: Facts<'a>,
}

impl<'a, E: AnyErrorCode> RankedCase<'a, E> {
    /// The case.
    pub fn case(&self) -> E::Case {
        self.case
    }

    /// Whether this is the first case that fits the known facts, or one with the same conditions.
    pub fn is_matched(&self) -> bool {
        self.is_matched
    }

    /// The evidence for the case, if it fits.
    pub fn evidence(&self) -> Option<Evidence<'a, E>> {
        self.is_matched.then_some(Evidence::Case(*self))
    }

    /// The conditions of the case that hold, each with how the fact fits.
    pub fn fits(&self) -> impl Iterator<Item = (&'static Condition, Fit<'a>)> + use<'a, E> {
        let facts = self.facts;
        self.case.conditions().iter().filter_map(move |condition| Some((condition, facts.fit(condition)?)))
    }

    /// What the times say and how far apart they are, if the case has a condition about the clock and it holds.
    pub fn clock(&self) -> Option<(Clock, Difference)> {
        let reading = self.facts.times.reading().filter(|reading| self.case.clock() == Some(reading.clock))?;
        Some((reading.clock, reading.difference))
    }
}

/// Prints the times first, because they are the strongest evidence, then each fact.
fn write_case<E: AnyErrorCode>(case: &RankedCase<'_, E>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let clock = case.clock();
    if let Some((clock, difference)) = clock {
        let is_proven = case.facts.times.reading().is_some_and(|reading| reading.is_proven);
        write_clock(clock, difference, is_proven, f)?;
    }
    for (index, (condition, fit)) in case.fits().enumerate() {
        if index > 0 || clock.is_some() {
            f.write_str(" and ")?;
        }
        if condition.fact() == MESSAGE { write_message(fit, case.facts, f)? } else { write_fact(condition, fit, f)? }
    }
    Ok(())
}

fn write_clock(clock: Clock, difference: Difference, is_proven: bool, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match clock {
        Clock::Ahead => write!(f, "your clock is {difference} ahead"),
        Clock::Behind if is_proven => write!(f, "your clock is {difference} behind"),
        Clock::Behind => write!(f, "the time of the request is {difference} behind the server's"),
        Clock::Delayed => write!(f, "the request arrived {difference} after it was signed"),
    }
}

/// Prints the names of the variables with their values. The value of a variable with a capital letter in its name, such as `AK`, is not
/// printed.
fn write_message(fit: Fit<'_>, facts: Facts<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("the message says so")?;
    let mut separator = " (";
    for (name, value) in fit.variables() {
        f.write_str(separator)?;
        separator = ", ";
        write_words(name, f)?;
        if facts.repeats_secret(fit.text()) || name.contains(char::is_uppercase) {
            f.write_str(" not shown")?;
        } else {
            write!(f, " {}", Masked(value))?;
        }
    }
    if separator == ", " { f.write_str(")") } else { Ok(()) }
}

/// Prints `policy_type` as `policy type`.
fn write_words(name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    name.split('_').enumerate().try_for_each(|(index, word)| {
        let separator = if index == 0 { "" } else { " " };
        write!(f, "{separator}{word}")
    })
}

/// Prints a fact, such as ``ETag is `undefined` ``, with dots in place of variables, because their values may be secrets.
fn write_fact(condition: &Condition, fit: Fit<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{} is `", condition.fact())?;
    for (index, piece) in fit.pattern().split('<').enumerate() {
        match piece.split_once('>') {
            Some((_, text)) if index > 0 => write!(f, "...{text}")?,
            _ => f.write_str(piece)?,
        }
    }
    f.write_str("`")
}
