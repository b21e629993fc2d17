//! From what is known of a failed response to its causes, in rank order.

mod cases;
mod causes;
mod clock;
mod evidence;
mod print;

pub use cases::{Cases, RankedCase};
pub use causes::{Causes, RankedCause};
pub use clock::{Clock, Difference};
pub use evidence::{Confidence, Evidence};

use self::cases::{Picked, Places};
use self::clock::Times;
use crate::table::{AnyCase, AnyCategory, AnyErrorCode, AnyStatusCode};
use crate::{ErrorCode, Retry};

/// What happened, what to do, and which causes come into question, as far as what is known tells.
///
/// Start with a status and, if there is one, the error code; add what else is known. Nothing is allocated.
///
/// ```
/// use obs_codes::{Cause, Confidence, Diagnosis, Retry};
///
/// let diagnosis = Diagnosis::new(403, "RequestTimeTooSkewed")
///     .request_time(1_700_086_340)
///     .server_time(1_700_000_000);
/// let first = diagnosis.causes().next().unwrap();
/// assert_eq!((first.cause(), first.confidence()), (Cause::ClockSkew, Confidence::Certain));
/// assert_eq!(first.evidence().to_string(), "your clock is 23 h 59 min ahead");
/// assert_eq!(diagnosis.retry(), Retry::SignAgain);
///
/// // Without a code there are only the six documented causes, and none is preferred.
/// let mut causes = Diagnosis::new(403, None).causes();
/// assert!(causes.all(|ranked| ranked.confidence() == Confidence::Possible));
/// ```
///
/// `Display` prints one line for a log; `{:#}` the whole diagnosis.
#[derive(Clone, Copy, PartialEq)]
pub struct Diagnosis<'a, E: AnyErrorCode = ErrorCode> {
    number: u16,
    status: Option<E::StatusCode>,
    text: Option<&'a str>,
    code: Option<E>,
    message: Option<&'a str>,
    /// Whether the message holds what the response elsewhere names as a secret.
    repeats_secret: bool,
    /// The cases of the code that the message fits.
    fitting: Places,
    times: Times,
}

/// What a verdict rests on, in the order in which it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryBasis {
    /// The table has a verdict on the error code.
    ErrorCode,
    /// The table has one on the status.
    Status,
    /// The table has one on the category of the status.
    Category,
    /// The table knows none of them, so the request is not repeated.
    Nothing,
}

impl<'a> Diagnosis<'a> {
    /// Starts a diagnosis by the shipped table: the number of the status, and the error code as it was sent, or `None`.
    #[inline]
    pub fn new(status: u16, error_code: impl Into<Option<&'a str>>) -> Self {
        Self::of(status, error_code)
    }
}

impl<'a, E: AnyErrorCode> Diagnosis<'a, E> {
    /// Starts a diagnosis by the table of `E`.
    ///
    /// ```
    /// mod codes {
    ///     obs_codes::codes! { toml = r#"extends = "obs""# }
    /// }
    ///
    /// let diagnosis = obs_codes::Diagnosis::<codes::ErrorCode>::of(404, "NoSuchKey");
    /// assert_eq!(diagnosis.error_code(), Some(codes::ErrorCode::NoSuchKey));
    /// ```
    #[inline]
    pub fn of(status: u16, error_code: impl Into<Option<&'a str>>) -> Self {
        let text = error_code.into();
        Self {
            number: status,
            status: E::StatusCode::from_u16(status),
            text,
            code: text.and_then(E::from_code),
            message: None,
            repeats_secret: false,
            fitting: Places::default(),
            times: Times::default(),
        }
    }

    /// Adds the server's message: one code has several cases, which the message tells apart.
    #[must_use]
    #[inline]
    pub fn message(mut self, message: impl Into<Option<&'a str>>) -> Self {
        self.message = message.into();
        self.repeats_secret = false;
        self.fitting = self.message.map_or_else(Places::default, |message| Places::fitting(self.code, message));
        self
    }

    /// Prints nothing of what stands for the variables of the message.
    #[cfg(feature = "response")]
    #[inline]
    pub(crate) fn with_secret_message(mut self, repeats_secret: bool) -> Self {
        self.repeats_secret = repeats_secret;
        self
    }

    /// Adds the date that the request carried, in seconds since 1970-01-01T00:00:00Z: `RequestTime` of the body.
    #[must_use]
    #[inline]
    pub fn request_time(mut self, seconds: impl Into<Option<i64>>) -> Self {
        self.times.request = seconds.into();
        self
    }

    /// Adds the server's time, in seconds since 1970-01-01T00:00:00Z: `ServerTime` of the body, or the `Date` header.
    #[must_use]
    #[inline]
    pub fn server_time(mut self, seconds: impl Into<Option<i64>>) -> Self {
        self.times.server = seconds.into();
        self
    }

    /// Adds the time on the client's clock when the response came, in seconds since 1970-01-01T00:00:00Z. It stands in for the
    /// request's date where that is not known.
    #[must_use]
    #[inline]
    pub fn received_at(mut self, seconds: impl Into<Option<i64>>) -> Self {
        self.times.received = seconds.into();
        self
    }

    /// Adds the time on the client's clock when it signed the request, in seconds since 1970-01-01T00:00:00Z. If that was long before
    /// the server answered, then the network or a pause is to blame and not the clock.
    #[must_use]
    #[inline]
    pub fn signed_at(mut self, seconds: impl Into<Option<i64>>) -> Self {
        self.times.signed = seconds.into();
        self
    }

    /// Adds how far the clocks may differ, in seconds: `MaxAllowedSkewMilliseconds` of the body by 1,000. 15 minutes if it is not known.
    #[must_use]
    #[inline]
    pub fn max_skew(mut self, seconds: impl Into<Option<u32>>) -> Self {
        self.times.allowed = seconds.into();
        self
    }

    /// The number of the status, whether the table has it or not.
    #[inline]
    pub fn number(&self) -> u16 {
        self.number
    }

    /// The status, if the table has it.
    #[inline]
    pub fn status(&self) -> Option<E::StatusCode> {
        self.status
    }

    /// The category of the status, if the table has it.
    #[inline]
    pub fn category(&self) -> Option<<E::StatusCode as AnyStatusCode>::Category> {
        AnyCategory::of(self.number)
    }

    /// The error code as it was sent, whether the table has it or not.
    #[inline]
    pub fn error_code_text(&self) -> Option<&'a str> {
        self.text
    }

    /// The error code, if the table has it.
    #[inline]
    pub fn error_code(&self) -> Option<E> {
        self.code
    }

    /// What happened: as the one case says that fits, else the error code, else the status, else the category.
    #[inline]
    pub fn description(&self) -> Option<&'static str> {
        let case = self.picked_case().map(|row| row.description());
        let code = || self.code.map(|row| row.description());
        let status = || self.status.map(|row| row.description());
        case.or_else(code).or_else(status).or_else(|| self.category().map(|row| row.description()))
    }

    /// What to do: as the one case says that fits, else the error code, else the status, else the category.
    #[inline]
    pub fn remedy(&self) -> Option<&'static str> {
        let case = self.picked_case().and_then(|row| row.remedy());
        let code = || self.code.and_then(|row| row.remedy());
        let status = || self.status.and_then(|row| row.remedy());
        case.or_else(code).or_else(status).or_else(|| self.category().and_then(|row| row.remedy()))
    }

    /// The verdict: may the request be repeated, and what must happen before?
    #[inline]
    pub fn retry(&self) -> Retry {
        let code = self.code.map(|row| row.retry());
        let status = || self.status.map(|row| row.retry());
        let category = || self.category().map(|row| row.retry());
        code.or_else(status).or_else(category).unwrap_or(Retry::Fix)
    }

    /// What the verdict rests on.
    #[inline]
    pub fn retry_basis(&self) -> RetryBasis {
        if self.code.is_some() {
            RetryBasis::ErrorCode
        } else if self.status.is_some() {
            RetryBasis::Status
        } else if self.category().is_some() {
            RetryBasis::Category
        } else {
            RetryBasis::Nothing
        }
    }

    /// How far the client's clock differs from the server's, if both times are known.
    #[inline]
    pub fn clock_difference(&self) -> Option<Difference> {
        self.times.difference()
    }

    /// Every cause that comes into question, the most likely first: those that the case or the error code points to, then all that are
    /// documented for the status, and for the statuses with which the error code is documented.
    #[inline]
    pub fn causes(&self) -> Causes<'a, E> {
        Causes::of(*self)
    }

    /// The cases of the error code: those that fit the message or the times, then what else it may be.
    #[inline]
    pub fn cases(&self) -> Cases<'a, E> {
        Cases::of(*self)
    }

    /// The one case that the times, or else the message, pick out.
    #[inline]
    pub fn case(&self) -> Option<RankedCase<'a, E>> {
        let picked = Picked::of(self);
        let place = picked.one()?;
        Some(RankedCase::of(picked.case(place)?, picked.evidence(self, place)))
    }

    #[inline]
    fn picked_case(&self) -> Option<E::Case> {
        let picked = Picked::of(self);
        picked.case(picked.one()?)
    }
}
