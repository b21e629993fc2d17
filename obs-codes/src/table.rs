//! Traits over the types of any table, for code that serves the shipped table and a table of one's own alike.
//!
//! Each type that [`codes!`](crate::codes) makes implements one of them, with the same methods that it has by itself (those are
//! `const` and need no import). Nothing else implements them, so that a later version may add methods.
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
use crate::{Clock, Confidence, Retry};

/// What the rows of all types have in common.
pub trait Row: Copy + Ord + Hash + Debug + Display + Send + Sync + Generated + 'static {
    /// Every row, in the order of the file.
    const ALL: &'static [Self];
}

/// A category of status codes.
pub trait AnyCategory: Row {
    /// The category of a status code, if the table has it.
    fn of(status: u16) -> Option<Self>;
    /// The category as the table spells it, such as `4XX`.
    fn as_str(self) -> &'static str;
    /// What a status of this category means.
    fn description(self) -> &'static str;
    /// What to do about it.
    fn remedy(self) -> Option<&'static str>;
    /// The verdict on a status that the table does not have.
    fn retry(self) -> Retry;
}

/// A status code.
pub trait AnyStatusCode: Row {
    /// The categories of the same table.
    type Category: AnyCategory;
    /// The causes of the same table.
    type Cause: AnyCause<StatusCode = Self, ErrorCode = Self::ErrorCode>;
    /// The error codes of the same table.
    type ErrorCode: AnyErrorCode<StatusCode = Self, Cause = Self::Cause>;

    /// The status code of a number, if the table has it.
    fn from_u16(number: u16) -> Option<Self>;
    /// The number, from 100 to 599.
    fn as_u16(self) -> u16;
    /// The number in three digits.
    fn as_str(self) -> &'static str;
    /// The reason phrase.
    fn canonical_reason(self) -> &'static str;
    /// What the status means.
    fn description(self) -> &'static str;
    /// What to do about it.
    fn remedy(self) -> Option<&'static str>;
    /// The documented possible causes.
    fn causes(self) -> &'static [Self::Cause];
    /// The error codes that come with this status.
    fn error_codes(self) -> &'static [Self::ErrorCode];
    /// The category.
    fn category(self) -> Self::Category;
    /// The verdict on a failure of which only the status is known.
    fn retry(self) -> Retry;
}

/// A documented possible cause of a status.
pub trait AnyCause: Row {
    /// The status codes of the same table.
    type StatusCode: AnyStatusCode<Cause = Self, ErrorCode = Self::ErrorCode>;
    /// The error codes of the same table.
    type ErrorCode: AnyErrorCode<StatusCode = Self::StatusCode, Cause = Self>;

    /// The name, which is that of the variant.
    fn as_str(self) -> &'static str;
    /// What the cause is.
    fn description(self) -> &'static str;
    /// What to do about it.
    fn remedy(self) -> Option<&'static str>;
    /// The status that it may cause.
    fn status(self) -> Self::StatusCode;
    /// The error codes that signal it.
    fn error_codes(self) -> &'static [Self::ErrorCode];
}

/// An error code.
pub trait AnyErrorCode: Row + core::error::Error {
    /// The status codes of the same table.
    type StatusCode: AnyStatusCode<Cause = Self::Cause, ErrorCode = Self>;
    /// The causes of the same table.
    type Cause: AnyCause<StatusCode = Self::StatusCode, ErrorCode = Self>;
    /// The cases of the same table.
    type Case: AnyCase<Cause = Self::Cause, ErrorCode = Self>;

    /// The error code with this spelling, if the table has it.
    fn from_code(code: &str) -> Option<Self>;
    /// The error code with this spelling, if the table has it.
    fn from_bytes(code: &[u8]) -> Option<Self>;
    /// The spelling on the wire.
    fn as_str(self) -> &'static str;
    /// The status that it usually comes with.
    fn status(self) -> Option<Self::StatusCode>;
    /// Every status that it is documented with, the usual one first.
    fn statuses(self) -> &'static [Self::StatusCode];
    /// The documented causes that it signals.
    fn causes(self) -> &'static [Self::Cause];
    /// How surely it signals them.
    fn confidence(self) -> Confidence;
    /// What the code can mean in particular.
    fn cases(self) -> &'static [Self::Case];
    /// What happened.
    fn description(self) -> &'static str;
    /// What to do about it.
    fn remedy(self) -> Option<&'static str>;
    /// The verdict.
    fn retry(self) -> Retry;
    /// Which kind of document lists it.
    fn source(self) -> Option<&'static str>;
}

/// One of the cases that an error code stands for.
pub trait AnyCase: Row {
    /// The error codes of the same table.
    type ErrorCode: AnyErrorCode<Cause = Self::Cause, Case = Self>;
    /// The causes of the same table.
    type Cause: AnyCause<ErrorCode = Self::ErrorCode>;

    /// The code that it is a case of.
    fn error_code(self) -> Self::ErrorCode;
    /// The server's message in this case, with `<name>` for what varies.
    fn message(self) -> Option<&'static str>;
    /// What the times of request and response say in this case.
    fn clock(self) -> Option<Clock>;
    /// What happened.
    fn description(self) -> &'static str;
    /// What to do about it.
    fn remedy(self) -> Option<&'static str>;
    /// The documented causes that the case points to; `None` if it says no more than the code, an empty list if it points away from
    /// all of them.
    fn causes(self) -> Option<&'static [Self::Cause]>;
}
