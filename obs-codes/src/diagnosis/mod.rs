//! Finds the possible causes of a failed response, the most likely first.

mod cases;
mod causes;
mod clock;
mod confidence;
mod evidence;
mod facts;
mod print;
mod sender;

pub use causes::RankedCause;
pub(crate) use clock::Times;
pub use clock::{Clock, Difference};
pub use confidence::Confidence;
pub use evidence::{Evidence, RankedCase};
#[cfg(feature = "response")]
pub(crate) use facts::FactSource;
pub use sender::{OtherSender, Sign};

use self::facts::Facts;
use crate::table::{AnyCase, AnyCategory, AnyErrorCode, AnyStatusCode};
use crate::{ErrorCode, Retry};

/// A diagnosis of a failure: what happened, what to do, and the possible causes.
///
/// Start with the status and the error code, if they are known, and add other facts. Nothing is allocated.
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
/// `Display` prints one line for a log, and `{:#}` prints the whole diagnosis.
#[derive(Clone, Copy)]
pub struct Diagnosis<'a, E: AnyErrorCode = ErrorCode> {
    number: Option<u16>,
    status: Option<E::StatusCode>,
    text: Option<&'a str>,
    code: Option<E>,
    facts: Facts<'a>,
    /// From the first case that fits the facts to the last with the same conditions.
    answers: &'static [E::Case],
}

/// Where a retry verdict comes from, in order of precedence.
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
    /// Starts a diagnosis with the shipped table, from the number of the status and the error code as it was sent. Give `None` for what
    /// is not known.
    ///
    /// ```
    /// use obs_codes::{Cause, Diagnosis};
    ///
    /// let diagnosis = Diagnosis::new(None, "NoSuchBucket");
    /// assert_eq!(diagnosis.causes().next().unwrap().cause(), Cause::BucketNotFound);
    /// ```
    pub fn new(status: impl Into<Option<u16>>, error_code: impl Into<Option<&'a str>>) -> Self {
        Self::of(status, error_code)
    }
}

impl<'a, E: AnyErrorCode> Diagnosis<'a, E> {
    /// Starts a diagnosis with the table of `E`.
    ///
    /// ```
    /// mod codes {
    ///     obs_codes::codes! { toml = r#"extends = "obs""# }
    /// }
    ///
    /// let diagnosis = obs_codes::Diagnosis::<codes::ErrorCode>::of(404, "NoSuchKey");
    /// assert_eq!(diagnosis.error_code(), Some(codes::ErrorCode::NoSuchKey));
    /// ```
    pub fn of(status: impl Into<Option<u16>>, error_code: impl Into<Option<&'a str>>) -> Self {
        let (number, text) = (status.into(), error_code.into());
        Self {
            number,
            status: number.and_then(E::StatusCode::from_u16),
            text,
            code: text.and_then(E::from_code),
            facts: Facts::default(),
            answers: &[],
        }
    }

    fn with_times(self, times: Times) -> Self {
        self.with_facts(Facts { times, ..self.facts })
    }

    /// Adds the server's message. An error code can have several cases, and the message selects one.
    #[must_use]
    pub fn message(self, message: impl Into<Option<&'a str>>) -> Self {
        self.with_facts(Facts { message: message.into(), ..self.facts })
    }

    /// Adds other facts by their names: elements of the body (`ETag`), headers in lower case (`server`), or what you know of your
    /// request (`request.method`, `request.host`, `request.url`). They replace the facts of an earlier call, and take precedence over
    /// those of a response. Names are compared without regard to ASCII case.
    ///
    /// ```
    /// use obs_codes::{Cause, Diagnosis};
    ///
    /// let diagnosis = Diagnosis::new(404, None).facts(&[("request.method", "PUT")]);
    /// assert_eq!(diagnosis.causes().next().unwrap().cause(), Cause::BucketNotFound);
    /// ```
    #[must_use]
    pub fn facts(self, facts: &'a [(&'a str, &'a str)]) -> Self {
        self.with_facts(Facts { given: facts, ..self.facts })
    }

    /// Adds the facts and the times of a response.
    #[cfg(feature = "response")]
    pub(crate) fn source(self, source: &'a dyn FactSource, times: Times) -> Self {
        let message = source.fact(facts::MESSAGE);
        self.with_facts(Facts { message, source: Some(source), times, ..self.facts })
    }

    /// Adds the date that the request carried, in seconds since 1970-01-01T00:00:00Z: `RequestTime` of the body.
    #[must_use]
    pub fn request_time(self, seconds: impl Into<Option<i64>>) -> Self {
        self.with_times(Times { request: seconds.into(), ..self.facts.times })
    }

    /// Adds the server's time, in seconds since 1970-01-01T00:00:00Z: `ServerTime` of the body, or the `Date` header.
    #[must_use]
    pub fn server_time(self, seconds: impl Into<Option<i64>>) -> Self {
        self.with_times(Times { server: seconds.into(), ..self.facts.times })
    }

    /// Adds the time on the client's clock when the response came, in seconds since 1970-01-01T00:00:00Z. Together with the request's
    /// date or the time of signing, it distinguishes a slow request from a wrong clock. If the request's date is not known, this time
    /// is used instead.
    #[must_use]
    pub fn received_at(self, seconds: impl Into<Option<i64>>) -> Self {
        self.with_times(Times { received: seconds.into(), ..self.facts.times })
    }

    /// Adds the time on the client's clock when it signed the request, in seconds since 1970-01-01T00:00:00Z. If the server
    /// answered long after it, the request was late and the clock may be right.
    #[must_use]
    pub fn signed_at(self, seconds: impl Into<Option<i64>>) -> Self {
        self.with_times(Times { signed: seconds.into(), ..self.facts.times })
    }

    /// Adds how far the clocks may differ, in seconds: `MaxAllowedSkewMilliseconds` of the body, divided by 1000. The default is 15
    /// minutes.
    #[must_use]
    pub fn max_skew(self, seconds: impl Into<Option<u32>>) -> Self {
        self.with_times(Times { allowed: seconds.into(), ..self.facts.times })
    }

    /// The number of the status, whether the table has it or not. `None` if it is not known.
    #[inline]
    pub const fn number(&self) -> Option<u16> {
        self.number
    }

    /// The status, if the table has it.
    #[inline]
    pub const fn status(&self) -> Option<E::StatusCode> {
        self.status
    }

    /// The statuses that the error code is documented with, the usual one first. They are used if the status is not known.
    pub fn documented_statuses(&self) -> &'static [E::StatusCode] {
        self.code.map_or(&[], |code| code.statuses())
    }

    /// The category of the status, or, if that is not known, of the one that the error code usually comes with.
    pub fn category(&self) -> Option<<E::StatusCode as AnyStatusCode>::Category> {
        match self.number {
            Some(number) => AnyCategory::of(number),
            None => self.documented_statuses().first().map(AnyStatusCode::category),
        }
    }

    /// The error code as it was sent, whether the table has it or not.
    #[inline]
    pub const fn error_code_text(&self) -> Option<&'a str> {
        self.text
    }

    /// The error code, if the table has it.
    #[inline]
    pub const fn error_code(&self) -> Option<E> {
        self.code
    }

    /// Whether it is a failure: there is an error code, or the status is 300 or higher, except `304 Not Modified`. An unknown status
    /// counts as a failure.
    pub fn is_failure(&self) -> bool {
        self.text.is_some() || self.number.is_none_or(|number| number >= 300 && number != 304)
    }

    /// What happened: the description of the case that fits, or else of the error code, the status, or the category.
    pub fn description(&self) -> Option<&'static str> {
        let case = self.case().map(|ranked| ranked.case().description());
        let code = || self.code.map(|code| code.description());
        let status = || self.status.map(|status| status.description());
        case.or_else(code).or_else(status).or_else(|| self.category().map(|category| category.description()))
    }

    /// What to do: the remedy of the case that fits, or else of the error code or the status. That of the category, which says to look
    /// at the error code, is only used if the table does not have the error code.
    pub fn remedy(&self) -> Option<&'static str> {
        let case = self.case().and_then(|ranked| ranked.case().remedy());
        let code = || self.code.and_then(|code| code.remedy());
        let status = || self.status.and_then(|status| status.remedy());
        let category = || self.category().filter(|_| self.code.is_none()).and_then(|category| category.remedy());
        case.or_else(code).or_else(status).or_else(category)
    }

    /// Whether the request may be sent again, and what must happen before.
    pub fn retry(&self) -> Retry {
        let code = self.code.map(|code| code.retry());
        let status = || self.status.map(|status| status.retry());
        let category = || self.category().map(|category| category.retry());
        code.or_else(status).or_else(category).unwrap_or(Retry::Fix)
    }

    /// Where the retry verdict comes from.
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
    pub fn clock_difference(&self) -> Option<Difference> {
        self.facts.times.difference()
    }

    /// The signs that something other than OBS answered. The causes are those of OBS, so if there are signs, none of the causes is
    /// certain.
    pub fn other_sender(&self) -> Option<OtherSender<'a>> {
        self.facts.source?.other_sender()
    }
}
