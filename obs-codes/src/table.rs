//! Traits over the types of any table, for code that works with the shipped table and with a table of your own.
//!
//! Each type that [`codes!`](crate::codes) makes implements one of them. A type has the same methods without the trait; those are
//! `const` and need no import. Only generated types implement these traits, so a later version may add methods.
//!
//! ```
//! use obs_codes::table::AnyErrorCode;
//!
//! fn advice<E: AnyErrorCode>(code: E) -> String {
//!     match code.remedy() {
//!         Some(remedy) => format!("{code}: {remedy}"),
//!         None => code.to_string(),
//!     }
//! }
//!
//! assert!(advice(obs_codes::ErrorCode::NoSuchBucket).starts_with("NoSuchBucket: "));
//! ```

use core::fmt::{Debug, Display};
use core::hash::Hash;

use crate::__private::Generated;
use crate::{Clock, Condition, Confidence, Retry};

/// What all generated types have in common: each value is a row of the table.
pub trait Row: Copy + Ord + Hash + Debug + Display + Send + Sync + Generated + 'static {
    /// Every row, in the order of the table.
    const ALL: &'static [Self];
}

/// A category of status codes.
pub trait AnyCategory: Row {
    /// The category of a status code, if the table has it.
    fn of(status: u16) -> Option<Self>;
    /// The category as the table spells it, such as `4XX`.
    fn as_str(&self) -> &'static str;
    /// What a status of this category means.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// Whether to retry after a status of this category that the table does not have.
    fn retry(&self) -> Retry;
}

/// A status code.
pub trait AnyStatusCode: Row {
    /// The categories of the same table.
    type Category: AnyCategory;
    /// The causes of the same table.
    type Cause: AnyCause<StatusCode = Self, ErrorCode = Self::ErrorCode>;
    /// The error codes of the same table.
    type ErrorCode: AnyErrorCode<StatusCode = Self, Cause = Self::Cause, Case = Self::Case>;
    /// The cases of the same table.
    type Case: AnyCase<StatusCode = Self, Cause = Self::Cause, ErrorCode = Self::ErrorCode>;

    /// The status code with this number, if the table has it.
    fn from_u16(number: u16) -> Option<Self>;
    /// The number, from 100 to 599.
    fn as_u16(&self) -> u16;
    /// The number in three digits.
    fn as_str(&self) -> &'static str;
    /// The reason phrase.
    fn canonical_reason(&self) -> &'static str;
    /// What the status means.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// The category.
    fn category(&self) -> Self::Category;
    /// The documented possible causes.
    fn causes(&self) -> &'static [Self::Cause];
    /// The error codes that come with this status.
    fn error_codes(&self) -> &'static [Self::ErrorCode];
    /// What a response with this status and without an error code can mean.
    fn cases(&self) -> &'static [Self::Case];
    /// Whether to retry if only the status is known.
    fn retry(&self) -> Retry;
}

/// A documented possible cause of a status.
pub trait AnyCause: Row {
    /// The status codes of the same table.
    type StatusCode: AnyStatusCode<Cause = Self, ErrorCode = Self::ErrorCode>;
    /// The error codes of the same table.
    type ErrorCode: AnyErrorCode<StatusCode = Self::StatusCode, Cause = Self>;

    /// The name, which is that of the variant.
    fn as_str(&self) -> &'static str;
    /// What the cause is.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// The status for which the cause is documented.
    fn status(&self) -> Self::StatusCode;
    /// The error codes that signal it.
    fn error_codes(&self) -> &'static [Self::ErrorCode];
}

/// An error code.
///
/// Generated types implement [`Error`](core::error::Error) too. This trait does not require it, because `Error` has a method
/// `description` of its own, which would make `code.description()` ambiguous in generic code.
pub trait AnyErrorCode: Row {
    /// The status codes of the same table.
    type StatusCode: AnyStatusCode<Cause = Self::Cause, ErrorCode = Self, Case = Self::Case>;
    /// The causes of the same table.
    type Cause: AnyCause<StatusCode = Self::StatusCode, ErrorCode = Self>;
    /// The cases of the same table.
    type Case: AnyCase<StatusCode = Self::StatusCode, Cause = Self::Cause, ErrorCode = Self>;

    /// The error code with exactly this spelling, if the table has it.
    fn from_code(code: &str) -> Option<Self>;
    /// The error code with exactly this spelling, if the table has it.
    fn from_bytes(code: &[u8]) -> Option<Self>;
    /// The spelling in a response.
    fn as_str(&self) -> &'static str;
    /// The status that it usually comes with.
    fn status(&self) -> Option<Self::StatusCode>;
    /// Every status that it is documented with, the usual one first.
    fn statuses(&self) -> &'static [Self::StatusCode];
    /// The documented causes that it signals, the most likely first.
    fn causes(&self) -> &'static [Self::Cause];
    /// How surely it signals them.
    fn confidence(&self) -> Confidence;
    /// What it can mean in particular.
    fn cases(&self) -> &'static [Self::Case];
    /// What happened.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// Whether to retry.
    fn retry(&self) -> Retry;
}

/// One of the things that an error code, or a status without an error code, can mean.
pub trait AnyCase: Row {
    /// The status codes of the same table.
    type StatusCode: AnyStatusCode<Cause = Self::Cause, ErrorCode = Self::ErrorCode, Case = Self>;
    /// The causes of the same table.
    type Cause: AnyCause<StatusCode = Self::StatusCode, ErrorCode = Self::ErrorCode>;
    /// The error codes of the same table.
    type ErrorCode: AnyErrorCode<StatusCode = Self::StatusCode, Cause = Self::Cause, Case = Self>;

    /// The error code that it is a case of, unless it is a case of a status.
    fn error_code(&self) -> Option<Self::ErrorCode>;
    /// The status that it is a case of, unless it is a case of an error code.
    fn status(&self) -> Option<Self::StatusCode>;
    /// What must be known about the failure, apart from the clock, for this to be the case. All conditions must hold.
    fn conditions(&self) -> &'static [Condition];
    /// What the times of request and response must say for this to be the case.
    fn clock(&self) -> Option<Clock>;
    /// What happened.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// The documented causes that the case points to: `None` if those of its error code or status, an empty list if it rules all of
    /// them out.
    fn causes(&self) -> Option<&'static [Self::Cause]>;
    /// How surely the case points to its causes.
    fn confidence(&self) -> Confidence;
}
