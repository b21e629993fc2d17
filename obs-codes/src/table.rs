//! Traits for code that works with any table: the shipped one or your own.
//!
//! Each type that [`codes!`](crate::codes) generates implements one of these traits. It also has the same methods as inherent methods, which
//! are `const` and need no import. The traits are sealed: only generated types implement them, so a later version may add methods.
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
    /// The category of a status code, if the table has this category. The table need not have the status code.
    fn of(status: u16) -> Option<Self>;
    /// The category as the table spells it, such as `4XX`.
    fn as_str(&self) -> &'static str;
    /// What a status of this category means.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// Whether to retry, and what to do first, after a status of this category that the table does not have.
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
    /// The number as three digits, such as `403`.
    fn as_str(&self) -> &'static str;
    /// The reason phrase, such as `Forbidden`.
    fn canonical_reason(&self) -> &'static str;
    /// What the status means.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// The category.
    fn category(&self) -> Self::Category;
    /// The documented possible causes, in the order of the table.
    fn causes(&self) -> &'static [Self::Cause];
    /// The error codes that come with this status, in the order of the table.
    fn error_codes(&self) -> &'static [Self::ErrorCode];
    /// The possible meanings of this status without an error code, in the order of the table.
    fn cases(&self) -> &'static [Self::Case];
    /// Whether to retry, and what to do first, if only the status is known.
    fn retry(&self) -> Retry;
}

/// A documented possible cause of a status.
pub trait AnyCause: Row {
    /// The status codes of the same table.
    type StatusCode: AnyStatusCode<Cause = Self, ErrorCode = Self::ErrorCode>;
    /// The error codes of the same table.
    type ErrorCode: AnyErrorCode<StatusCode = Self::StatusCode, Cause = Self>;

    /// The name of the cause, which is also the name of its variant.
    fn as_str(&self) -> &'static str;
    /// What the cause is.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// The status for which the cause is documented.
    fn status(&self) -> Self::StatusCode;
    /// The error codes that signal this cause, in the order of the table.
    fn error_codes(&self) -> &'static [Self::ErrorCode];
}

/// An error code.
///
/// Generated types also implement [`Error`](core::error::Error). This trait does not require it, because `Error` has its own method
/// `description`, which would make `code.description()` ambiguous in generic code.
pub trait AnyErrorCode: Row {
    /// The status codes of the same table.
    type StatusCode: AnyStatusCode<Cause = Self::Cause, ErrorCode = Self, Case = Self::Case>;
    /// The causes of the same table.
    type Cause: AnyCause<StatusCode = Self::StatusCode, ErrorCode = Self>;
    /// The cases of the same table.
    type Case: AnyCase<StatusCode = Self::StatusCode, Cause = Self::Cause, ErrorCode = Self>;

    /// The error code with exactly this spelling or alias, if the table has it.
    ///
    /// Codes are case-sensitive. The lookup takes about the same time in a table of any size.
    fn from_code(code: &str) -> Option<Self>;
    /// Like [`from_code`](Self::from_code), for bytes that need not be UTF-8.
    fn from_bytes(code: &[u8]) -> Option<Self>;
    /// The code as it is spelled in a response.
    fn as_str(&self) -> &'static str;
    /// The status that the code usually comes with, if one is documented.
    fn status(&self) -> Option<Self::StatusCode>;
    /// Every status that the code is documented with, the usual one first.
    fn statuses(&self) -> &'static [Self::StatusCode];
    /// The documented causes that the code signals, the most likely first.
    fn causes(&self) -> &'static [Self::Cause];
    /// How surely the code signals its causes.
    fn confidence(&self) -> Confidence;
    /// The possible meanings of the code, in the order of the table.
    fn cases(&self) -> &'static [Self::Case];
    /// What happened.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// Whether to retry, and what to do first.
    fn retry(&self) -> Retry;
}

/// A possible meaning of an error code, or of a status without an error code.
pub trait AnyCase: Row {
    /// The status codes of the same table.
    type StatusCode: AnyStatusCode<Cause = Self::Cause, ErrorCode = Self::ErrorCode, Case = Self>;
    /// The causes of the same table.
    type Cause: AnyCause<StatusCode = Self::StatusCode, ErrorCode = Self::ErrorCode>;
    /// The error codes of the same table.
    type ErrorCode: AnyErrorCode<StatusCode = Self::StatusCode, Cause = Self::Cause, Case = Self>;

    /// The error code that this is a case of; `None` for a case of a status.
    fn error_code(&self) -> Option<Self::ErrorCode>;
    /// The status that this is a case of; `None` for a case of an error code.
    fn status(&self) -> Option<Self::StatusCode>;
    /// The conditions that must all hold for the case to fit, apart from the clock.
    fn conditions(&self) -> &'static [Condition];
    /// What the times of the request and the response must show for the case to fit; `None` if they do not matter.
    fn clock(&self) -> Option<Clock>;
    /// What happened.
    fn description(&self) -> &'static str;
    /// What to do about it.
    fn remedy(&self) -> Option<&'static str>;
    /// The documented causes that the case points to.
    ///
    /// `None` if the case has the causes of its error code or status; an empty list if it rules out all of them.
    fn causes(&self) -> Option<&'static [Self::Cause]>;
    /// How surely the case points to its causes.
    fn confidence(&self) -> Confidence;
}
