#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
// A program gets machine code for what it calls, and whoever only depends on this crate waits for none.
#![warn(clippy::missing_inline_in_public_items)]

#[cfg(feature = "response")]
extern crate std;

#[doc(hidden)]
#[path = "generated/mod.rs"]
pub mod __private;
mod columns;
mod diagnosis;
mod hash;
mod http;
mod lookup;
mod message;
#[cfg(feature = "response")]
#[allow(clippy::missing_inline_in_public_items, reason = "who takes the feature reads responses")]
pub mod response;
mod retry;
mod secret;
mod serde;
mod shipped;
pub mod table;
mod unknown;

pub use diagnosis::{Cases, Causes, Clock, Confidence, Diagnosis, Difference, Evidence, RankedCase, RankedCause, RetryBasis};
pub use message::Fit;
#[cfg(feature = "response")]
pub use response::ErrorResponse;
pub use retry::Retry;
pub use shipped::Case;
/// The category of a status code, by the OBS documentation.
///
/// ```
/// use obs_codes::{Category, Retry};
///
/// let category = Category::of(403).unwrap();
/// assert_eq!(category, Category::ClientError);
/// assert_eq!(category.to_string(), "4XX Client Error");
/// // Also for a status that the table does not have.
/// assert_eq!(Category::of(599).map(Category::retry), Some(Retry::Backoff));
/// assert_eq!(Category::of(600), None);
/// ```
#[doc(inline)]
pub use shipped::Category;
/// A possible cause of a status, by the OBS documentation, with a remedy.
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
/// An error code of OBS, with what happened, what to do, and whether to repeat the request.
///
/// Codes are spelt as on the wire, misspellings, blanks and full stops included.
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
/// // Case counts.
/// assert_eq!(ErrorCode::from_code("nosuchkey"), None);
/// # Ok::<(), obs_codes::UnknownErrorCode>(())
/// ```
///
/// It is an error itself, so a function can return it:
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
/// An HTTP status code that OBS, or a proxy before it, answers.
///
/// Names follow those of `http::StatusCode`.
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
/// // A number that the table does not have is no error of its own.
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
