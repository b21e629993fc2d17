//! Status codes, error codes, possible causes and remedies of Huawei Cloud OBS (Object Storage Service), as Rust types.
//!
//! If OBS answers `403 Forbidden`, its documentation lists six possible causes. This crate has a variant for each of them, with a remedy.
//! For a given response, it says which one is likely, what the evidence is, and whether to retry.
//!
//! # A failed response
//!
//! With the feature `response`, [`ErrorResponse`] reads a response: its status, its headers, and a body of XML, JSON or HTML. It also
//! finds a failure in the output of `curl` or in the log of an SDK. Its [`Report`] is an error that a function can return; its
//! [`Diagnosis`] has the same information as types that you can match on.
//!
//! ```
//! # #[cfg(feature = "response")] {
//! use obs_codes::{Cause, Confidence, ErrorResponse};
//!
//! let body = b"<Error><Code>RequestTimeTooSkewed</Code>\
//!     <RequestTime>Tue, 14 Nov 2023 22:12:20 GMT</RequestTime>\
//!     <ServerTime>2023-11-14T21:02:20.000Z</ServerTime></Error>";
//! let response = ErrorResponse::from_body(403, body);
//! println!("{}", response.report());
//!
//! let diagnosis = response.diagnose();
//! let first = diagnosis.causes().next().unwrap();
//! assert_eq!(first.cause(), Cause::ClockSkew);
//! assert_eq!(first.confidence(), Confidence::Certain);
//! assert_eq!(first.evidence().to_string(), "your clock is 1 h 10 min ahead");
//! assert!(diagnosis.retry().is_retryable());
//! # }
//! ```
//!
//! Without that feature, pass what you know about the failure to a [`Diagnosis`].
//!
//! # Codes alone
//!
//! The types are plain enums. They need neither `std` nor an allocator.
//!
//! ```
//! use obs_codes::{Cause, ErrorCode, Retry, StatusCode};
//!
//! let code = ErrorCode::from_code("NoSuchBucket").unwrap();
//! assert_eq!(code.status(), Some(StatusCode::NotFound));
//! assert_eq!(code.causes(), [Cause::BucketNotFound]);
//! assert_eq!(code.retry(), Retry::Fix);
//! println!("{}: {}", code.description(), code.remedy().unwrap_or_default());
//! ```
//!
//! # A table of your own
//!
//! All that this crate knows about codes is data in one TOML file. The macro [`codes!`] turns such a file into these types at compile time.
//! Call it with your own table, which may extend the one of this crate. Mistakes in the table are compile errors with line and column.
//!
//! # Where to look
//!
//! | you want to | see |
//! | --- | --- |
//! | look up an error code | [`ErrorCode`], with a list of all codes by status |
//! | look up a status | [`StatusCode`] and [`Category`] |
//! | see what may have gone wrong, and how to fix it | [`Cause`] and [`Case`] |
//! | decide whether to retry | [`Retry`], with a table of [what other clients retry](Retry#what-other-clients-retry) |
//! | diagnose a failure | [`ErrorResponse`] or [`Diagnosis`] |
//! | log a failure or show it to a user | [`Report`] |
//! | write your own table | [`codes!`], which describes the format |
//! | write code that works with any table | the traits in [`table`] |
//!
//! # Features
//!
//! No feature is on by default.
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `http` | conversions to and from `http::StatusCode`; needs `std` |
//! | `response` | [`ErrorResponse`] and [`Report`]; needs `std` |
//! | `serde` | `Serialize` and `Deserialize` for the enums of a table and for [`Retry`]; `Serialize` for responses and reports |
//!
#![cfg_attr(feature = "response", doc = "[`ErrorResponse`]: ErrorResponse\n[`Report`]: Report")]
// Without the feature these types do not exist, so the links lead to the list of features.
#![cfg_attr(not(feature = "response"), doc = "[`ErrorResponse`]: #features\n[`Report`]: #features")]
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
#[doc(inline)]
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
/// An error code of OBS: what happened, what to do, and whether to retry.
///
/// Codes are spelled as OBS sends them, including misspellings, spaces and full stops.
///
/// ```
/// use obs_codes::{Cause, ErrorCode, Retry, StatusCode};
///
/// let code: ErrorCode = "NoSuchKey".parse()?;
/// assert_eq!(code, ErrorCode::NoSuchKey);
/// assert_eq!(code.status(), Some(StatusCode::NotFound));
/// assert_eq!(code.causes(), [Cause::ObjectNotFound]);
/// assert_eq!(code.retry(), Retry::Fix);
/// let code = ErrorCode::from_bytes(b"KMS.NotFoundException");
/// assert_eq!(code, Some(ErrorCode::KmsNotFoundException));
/// // Codes are case-sensitive.
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
/// An HTTP status code of a response from OBS, or from a proxy in front of it.
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
