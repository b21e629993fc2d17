use core::fmt;

use crate::UnknownRetry;

/// Whether the same request may be sent again, and what must happen first.
///
/// The verdict is about the failure alone. Only you know whether the request itself can be repeated: whether you still have its body, and
/// whether doing it twice does harm.
///
/// ```
/// use obs_codes::{ErrorCode, Retry};
///
/// let code = ErrorCode::from_code("SlowDown").unwrap();
/// assert_eq!(code.retry(), Retry::Backoff);
/// assert!(code.retry().is_retryable());
/// ```
#[doc = include_str!("retry.md")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// The failure is transient: repeat the same request after a pause that grows with each attempt.
    Backoff,
    /// Sign the request again, with the current date or new credentials, then repeat it.
    SignAgain,
    /// Follow the `Location` header.
    Redirect,
    /// Do not retry. First change the request, the permissions or the account.
    Fix,
}

impl Retry {
    /// The four values.
    pub const ALL: &'static [Self] = &[Self::Backoff, Self::SignAgain, Self::Redirect, Self::Fix];

    /// Whether the request may succeed without a change to what it asks for: [`Backoff`](Self::Backoff) and
    /// [`SignAgain`](Self::SignAgain).
    #[inline]
    pub const fn is_retryable(&self) -> bool {
        matches!(self, Self::Backoff | Self::SignAgain)
    }

    /// The value as a table spells it: `backoff`, `sign-again`, `redirect` or `fix`.
    #[inline]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Backoff => "backoff",
            Self::SignAgain => "sign-again",
            Self::Redirect => "redirect",
            Self::Fix => "fix",
        }
    }

    /// What to do, in a sentence or two.
    #[inline]
    pub const fn description(&self) -> &'static str {
        match self {
            Self::Backoff => "Repeat the same request after a pause that grows with each attempt.",
            Self::SignAgain => "Sign the request again, with the current date or new credentials, then repeat it.",
            Self::Redirect => "Follow the Location header.",
            Self::Fix => "Do not retry. First change the request, the permissions or the account.",
        }
    }
}

impl core::str::FromStr for Retry {
    type Err = UnknownRetry;

    fn from_str(text: &str) -> Result<Self, UnknownRetry> {
        Self::ALL.iter().copied().find(|retry| retry.as_str() == text).ok_or(UnknownRetry::ERROR)
    }
}

/// Prints the value as a table spells it, and what to do with `{:#}`.
impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if f.alternate() { self.description() } else { self.as_str() })
    }
}
