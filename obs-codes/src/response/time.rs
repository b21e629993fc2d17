//! Reads the times in headers and bodies, and `Retry-After`.

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

/// The seconds since 1970-01-01T00:00:00Z of an HTTP date in any of the three forms of RFC 9110, or of an ISO 8601 time in UTC, long
/// (`2018-02-14T00:28:07.133Z`) or short (`20180214T002807Z`, as a V4 signature has it). A fraction of a second is cut off.
pub(super) fn seconds(text: &str) -> Option<i64> {
    let text = text.trim_ascii();
    let time = match long_form(text) {
        Some(long) => humantime::parse_rfc3339(core::str::from_utf8(&long).ok()?).ok(),
        None => humantime::parse_rfc3339(text).ok().or_else(|| httpdate::parse_http_date(text).ok()),
    };
    since_1970(time?)
}

fn since_1970(time: SystemTime) -> Option<i64> {
    i64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_secs()).ok()
}

/// `20180214T002807Z` with the separators that `humantime` expects.
fn long_form(text: &str) -> Option<[u8; 20]> {
    let short: &[u8; 16] = text.as_bytes().try_into().ok()?;
    let mut long = *b"yyyy-mm-ddThh:mm:ssZ";
    let digits = long.iter_mut().filter(|byte| byte.is_ascii_lowercase()).zip(short.iter().filter(|byte| byte.is_ascii_digit()));
    let count = digits.map(|(place, digit)| *place = *digit).count();
    (count == 14 && short[8] == b'T' && short[15] == b'Z').then_some(long)
}

/// When to send the request again: `Retry-After` of RFC 9110.
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use obs_codes::ErrorResponse;
///
/// let response = ErrorResponse::from_parts(503, [("Retry-After", "30")], b"");
/// let retry_after = response.retry_after().unwrap();
/// assert_eq!(retry_after.delay(SystemTime::now()), Duration::from_secs(30));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryAfter {
    /// After this time.
    Delay(Duration),
    /// At this time, in seconds since 1970-01-01T00:00:00Z.
    At(i64),
}

impl RetryAfter {
    pub(super) fn read(text: &str) -> Option<Self> {
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            // A number that does not fit is an absurdly long delay.
            let seconds = text.parse().unwrap_or(u64::MAX);
            return Some(Self::Delay(Duration::from_secs(seconds)));
        }
        seconds(text).map(Self::At)
    }

    /// How long to wait from `now` on. Zero if the time has passed.
    pub fn delay(self, now: SystemTime) -> Duration {
        match self {
            Self::Delay(delay) => delay,
            Self::At(time) => {
                let time = Duration::from_secs(u64::try_from(time).unwrap_or_default());
                time.saturating_sub(now.duration_since(UNIX_EPOCH).unwrap_or_default())
            }
        }
    }
}
