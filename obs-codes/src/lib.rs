// The examples of the README need clients of OBS, so `tests/recipes` compiles them.
#![cfg_attr(not(doctest), doc = include_str!("../README.md"))]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "response")]
extern crate std;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod columns;
mod condition;
mod diagnosis;
mod escape;
mod hash;
mod lookup;
mod pattern;
#[cfg(feature = "response")]
pub mod response;
mod retry;
mod secret;
#[cfg(feature = "serde")]
mod serde;
mod shipped;
pub mod table;
mod unknown;

pub use condition::Condition;
pub use diagnosis::{Clock, Confidence, Diagnosis, Difference, Evidence, OtherSender, RankedCase, RankedCause, RetryBasis, Sign};
pub use pattern::Fit;
#[cfg(feature = "response")]
pub use response::{ErrorResponse, Report};
pub use retry::Retry;
pub use shipped::Case;
/// A category of status codes, as the OBS documentation describes it.
///
/// ```
/// use obs_codes::{Category, Retry};
///
/// let category = Category::of(403).unwrap();
/// assert_eq!(category, Category::ClientError);
/// assert_eq!(category.to_string(), "4XX Client Error");
/// // This also works for a status that the table does not have.
/// assert_eq!(Category::of(599).map(|category| category.retry()), Some(Retry::Backoff));
/// assert_eq!(Category::of(600), None);
/// ```
#[doc(inline)]
pub use shipped::Category;
/// A possible cause of a status, as the OBS documentation lists it, with a remedy.
///
/// ```
/// use obs_codes::{Cause, ErrorCode, StatusCode};
///
/// let cause = Cause::ClockSkew;
/// assert_eq!(cause.status(), StatusCode::Forbidden);
/// assert!(cause.error_codes().contains(&ErrorCode::RequestTimeTooSkewed));
/// assert!(cause.remedy().unwrap().contains("NTP"));
/// assert_eq!("ClockSkew".parse(), Ok(cause));
/// ```
#[doc(inline)]
pub use shipped::Cause;
/// An error code of OBS, with what happened, what to do, and whether to retry.
///
/// Codes are spelled as OBS sends them, with their misspellings, blanks and full stops.
///
/// ```
/// use obs_codes::{Cause, ErrorCode, Retry, StatusCode};
///
/// let code: ErrorCode = "NoSuchKey".parse()?;
/// assert_eq!(code, ErrorCode::NoSuchKey);
/// assert_eq!(code.status(), Some(StatusCode::NotFound));
/// assert_eq!(code.causes(), [Cause::ObjectNotFound]);
/// assert_eq!(code.retry(), Retry::Fix);
/// assert_eq!(ErrorCode::from_bytes(b"KMS.NotFoundException"), Some(ErrorCode::KmsNotFoundException));
/// // Upper and lower case differ.
/// assert_eq!(ErrorCode::from_code("nosuchkey"), None);
/// # Ok::<(), obs_codes::UnknownErrorCode>(())
/// ```
///
/// It implements `Error`, so a function can return it:
///
/// ```
/// use obs_codes::ErrorCode;
///
/// fn check(code: &str) -> Result<(), Box<dyn std::error::Error>> {
///     Err(ErrorCode::try_from(code)?.into())
/// }
///
/// assert_eq!(check("SlowDown").unwrap_err().to_string(), "SlowDown");
/// ```
#[doc(inline)]
pub use shipped::ErrorCode;
/// An HTTP status code that OBS, or a proxy in front of it, responds with.
///
/// Its methods are named like those of `http::StatusCode`.
///
/// ```
/// use obs_codes::{Category, StatusCode};
///
/// const FORBIDDEN: Option<StatusCode> = StatusCode::from_u16(403);
/// let status = FORBIDDEN.unwrap();
/// assert_eq!(status.canonical_reason(), "Forbidden");
/// assert_eq!(status.category(), Category::ClientError);
/// assert_eq!(status.to_string(), "403 Forbidden");
/// for cause in status.causes() {
///     println!("{cause} {}", cause.remedy().unwrap_or_default());
/// }
/// // The table does not have this number.
/// assert_eq!(StatusCode::from_u16(600), None);
/// ```
#[doc(inline)]
pub use shipped::StatusCode;
pub use unknown::{UnknownCategory, UnknownCause, UnknownErrorCode, UnknownRetry, UnknownStatusCode};

#[doc = include_str!("codes.md")]
#[macro_export]
macro_rules! codes {
    ($($table:tt)*) => {
        $crate::__extend_obs! { $($table)* }
    };
}
