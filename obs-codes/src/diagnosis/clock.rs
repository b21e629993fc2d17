use core::fmt;

/// What the times of a request and its response say about a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Clock {
    /// The client's clock is ahead of the server's by more than the server allows.
    Ahead,
    /// The client's clock is behind the server's by more than the server allows.
    Behind,
    /// The request came to the server so long after it was signed that this alone is more than the server allows.
    Delayed,
}

/// The times that are known, in seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Times {
    /// The date that the request carried.
    pub(super) request: Option<i64>,
    /// The client's clock when the response came.
    pub(super) received: Option<i64>,
    /// The client's clock when it signed the request.
    pub(super) signed: Option<i64>,
    /// The server's clock when it answered.
    pub(super) server: Option<i64>,
    /// How far the clocks may differ, in seconds.
    pub(super) allowed: Option<u32>,
}

/// The difference that OBS allows between its clock and the request's date unless the response says otherwise, in seconds.
/// Source: the OBS API reference on `RequestTimeTooSkewed`.
const ALLOWED: u32 = 15 * 60;

impl Times {
    #[inline]
    pub(super) fn allowed(self) -> i64 {
        i64::from(self.allowed.unwrap_or(ALLOWED))
    }

    /// By how many seconds the client's clock is ahead of the server's; negative if it is behind.
    #[inline]
    pub(super) fn difference(self) -> Option<Difference> {
        let client = self.request.or(self.received)?;
        Some(Difference { seconds: client.saturating_sub(self.server?) })
    }

    /// How long the request took from being signed to being answered.
    #[inline]
    pub(super) fn delay(self) -> Option<Difference> {
        Some(Difference { seconds: self.signed?.saturating_sub(self.server?) })
    }

    #[inline]
    pub(super) fn state(self) -> Option<Clock> {
        let difference = self.difference().map_or(0, |difference| difference.seconds);
        if difference > self.allowed() {
            // A delay makes a date old, never one of the future.
            return Some(Clock::Ahead);
        }
        if self.delay().is_some_and(|delay| delay.seconds < -self.allowed()) {
            return Some(Clock::Delayed);
        }
        (difference < -self.allowed()).then_some(Clock::Behind)
    }
}

/// How far two clocks differ.
///
/// `Display` prints the amount, such as `23 h 59 min`; the direction is that of the sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Difference {
    seconds: i64,
}

impl Difference {
    /// The difference in seconds: positive if the client's clock is ahead of the server's, negative if it is behind.
    #[inline]
    pub const fn as_secs(self) -> i64 {
        self.seconds
    }
}

impl fmt::Display for Difference {
    #[inline]
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
