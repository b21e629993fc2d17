use core::fmt::{self, Write};

use super::clock::{Clock, Difference};
use super::print::Printable;
use crate::Fit;
use crate::secret::{Secrets, write_without};
use crate::table::AnyErrorCode;

/// How sure it is that a cause is the one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Confidence {
    /// It is documented for the status, and nothing more points to it.
    Possible,
    /// Something points to it, and to others as well, or not without doubt.
    Likely,
    /// All that is known points to it and to nothing else.
    Certain,
}

impl Confidence {
    /// `possible`, `likely` or `certain`.
    #[inline]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Possible => "possible",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

impl fmt::Display for Confidence {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What a cause rests on.
///
/// `Display` prints it as a clause that can follow "because".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Evidence<'a, E> {
    /// The clocks of client and server differ.
    Clock(Clock, Difference),
    /// The server's message is that of this cause; the fit names what stands for its variables. Those whose name has a capital letter
    /// are secrets, and not printed; neither are credentials in a query.
    Message(Fit<'a>),
    /// The error code signals the cause.
    ErrorCode(E),
    /// The cause is documented for this status.
    Status(u16),
}

impl<E: AnyErrorCode> fmt::Display for Evidence<'_, E> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Clock(Clock::Ahead, difference) => write!(f, "your clock is {difference} ahead"),
            Self::Clock(Clock::Behind, difference) => write!(f, "your clock is {difference} behind"),
            Self::Clock(Clock::Delayed, delay) => write!(f, "the request came {delay} after it was signed"),
            Self::Message(fit) => message(fit, f),
            Self::ErrorCode(code) => write!(f, "{code} signals it"),
            Self::Status(number) => write!(f, "it is documented for {number}"),
        }
    }
}

/// The variables by name. A name with a capital letter, such as `AK`, stands for what is not to be printed; a resource may have a query
/// with credentials.
#[inline]
fn message(fit: &Fit<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("the message says so")?;
    let mut bracket = " (";
    for (name, value) in fit.variables() {
        f.write_str(bracket)?;
        bracket = ", ";
        for letter in name.chars() {
            f.write_char(if letter == '_' { ' ' } else { letter })?;
        }
        if fit.is_secret() || name.contains(char::is_uppercase) {
            f.write_str(" not shown")?;
        } else {
            f.write_char(' ')?;
            write_without(value, Secrets::of(value), f, |text, f| write!(f, "{}", Printable(text)))?;
        }
    }
    if bracket == ", " { f.write_str(")") } else { Ok(()) }
}
