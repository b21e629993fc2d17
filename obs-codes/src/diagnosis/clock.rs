use core::fmt;

/// What the times of a request and its response say about the client's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Clock {
    /// The request's time is ahead of the server's by more than the server allows.
    Ahead,
    /// The request's time is behind the server's by more than the server allows.
    Behind,
    /// The request arrived so long after it was signed that this alone is more than the server allows.
    Delayed,
}

/// The times that are known, in seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Times {
    /// The date that the request carried.
    pub(crate) request: Option<i64>,
    /// The client's clock when the response came.
    pub(crate) received: Option<i64>,
    /// The client's clock when it signed the request.
    pub(crate) signed: Option<i64>,
    /// The server's clock when it answered.
    pub(crate) server: Option<i64>,
    /// How far the clocks may differ, in seconds.
    pub(crate) allowed: Option<u32>,
}

/// What the times say, and how far apart they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    pub(super) clock: Clock,
    pub(super) difference: Difference,
    /// Whether nothing else explains the times. A late request looks as if the clock that signed it were behind.
    pub(super) is_proven: bool,
}

/// The difference that OBS allows between its clock and the request's date unless the response says otherwise, in seconds.
/// Source: the OBS API reference on `RequestTimeTooSkewed`.
const ALLOWED: u32 = 15 * 60;

impl Times {
    /// By how much the request's time is ahead of the server's.
    pub(super) fn difference(self) -> Option<Difference> {
        Some(Difference::between(self.server?, self.request.or(self.received)?))
    }

    /// How long the request took by the caller's own times. An error of the client's clock makes no difference between two times from that
    /// clock.
    fn delay(self) -> Option<Difference> {
        match (self.signed.or(self.request), self.received) {
            (Some(start), Some(end)) => Some(Difference::between(start, end)),
            _ => Some(Difference::between(self.signed?, self.server?)),
        }
    }

    /// `None` if the times are unknown, or within what the server allows.
    pub(super) fn reading(self) -> Option<Reading> {
        let allowed = i64::from(self.allowed.unwrap_or(ALLOWED));
        let (difference, delay) = (self.difference(), self.delay());
        let ahead = difference.filter(|difference| difference.seconds > allowed);
        let late = delay.filter(|delay| delay.seconds > allowed);
        let behind = difference.filter(|difference| difference.seconds < -allowed);
        let reading = |clock, is_proven| move |difference| Reading { clock, difference, is_proven };
        // A delay can make a date too old, but cannot put it into the future.
        ahead
            .map(reading(Clock::Ahead, true))
            .or_else(|| late.map(reading(Clock::Delayed, true)))
            .or_else(|| behind.map(reading(Clock::Behind, delay.is_some() || self.request.is_none())))
    }
}

/// How far two clocks differ.
///
/// `Display` prints the amount without its direction, such as `23 h 59 min`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Difference {
    seconds: i64,
}

impl Difference {
    fn between(start: i64, end: i64) -> Self {
        Difference { seconds: end.saturating_sub(start) }
    }

    /// The difference in seconds: positive if the client's clock is ahead of the server's, negative if it is behind.
    #[inline]
    pub const fn as_secs(self) -> i64 {
        self.seconds
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.seconds.unsigned_abs();
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
        match (days, hours, minutes) {
            (0, 0, 0) => write!(f, "{seconds} s"),
            (0, 0, _) => write!(f, "{minutes} min {} s", seconds % 60),
            (0, _, _) => write!(f, "{hours} h {minutes} min"),
            _ => write!(f, "{days} d {hours} h {minutes} min"),
        }
    }
}
