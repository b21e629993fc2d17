use core::fmt;

use crate::UnknownRetry;

/// Whether the same request may be sent again, and what must happen before.
///
/// The verdict is about the failure. Whether a request may be repeated at all, because its body can be sent again and doing it
/// twice does no harm, only its sender knows.
///
/// ```
/// use obs_codes::{ErrorCode, Retry};
///
/// let code = ErrorCode::from_code("SlowDown").unwrap();
/// assert_eq!(code.retry(), Retry::Backoff);
/// assert!(code.retry().is_retryable());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// The failure is transient: repeat the same request after a pause that grows with each attempt.
    Backoff,
    /// Sign the request anew, with a fresh date or fresh credentials, and repeat it.
    Resign,
    /// Follow the `Location` header.
    Redirect,
    /// Repeating is useless until the request, the rights or the account is changed.
    Fix,
}

impl Retry {
    /// The four verdicts.
    pub const ALL: &'static [Self] = &[Self::Backoff, Self::Resign, Self::Redirect, Self::Fix];

    /// Whether the request may succeed without a change to what it asks for: [`Backoff`](Self::Backoff) and
    /// [`Resign`](Self::Resign).
    #[inline]
    pub const fn is_retryable(self) -> bool {
        matches!(self, Self::Backoff | Self::Resign)
    }

    /// The verdict as a table spells it: `backoff`, `resign`, `redirect` or `fix`.
    #[inline]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Backoff => "backoff",
            Self::Resign => "resign",
            Self::Redirect => "redirect",
            Self::Fix => "fix",
        }
    }

    /// What to do, in one sentence.
    #[inline]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Backoff => "Repeat the same request after a pause that grows with each attempt.",
            Self::Resign => "Sign the request anew, with a fresh date or fresh credentials, and repeat it.",
            Self::Redirect => "Follow the Location header.",
            Self::Fix => "Do not repeat the request until it, the rights or the account is changed.",
        }
    }
}

impl core::str::FromStr for Retry {
    type Err = UnknownRetry;

    #[inline]
    fn from_str(verdict: &str) -> Result<Self, UnknownRetry> {
        Self::ALL.iter().copied().find(|retry| retry.as_str() == verdict).ok_or(UnknownRetry::ERROR)
    }
}

/// The verdict as a table spells it; with `{:#}`, what to do in one sentence.
impl fmt::Display for Retry {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if f.alternate() { self.description() } else { self.as_str() })
    }
}
