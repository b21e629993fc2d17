//! What the generated code calls. Nothing here is for people: it changes with the macro, whose version is pinned to this crate's.
//!
//! The macro writes what depends on the rows. The `impl_…` macros here write, for each type, what does not.

pub use obs_codes_macros::codes;

pub use crate::columns::{Lists, Numbers, Texts};
pub use crate::lookup::{Lookup, Words};
#[cfg(feature = "serde")]
pub use crate::serde::Named;
#[cfg(feature = "http")]
pub use ::http;
#[cfg(feature = "serde")]
pub use ::serde_core;
pub mod explanation {
    pub use crate::explanation::{category, category_title, cause, error_code, status_code};
}

/// Marks the types that the macro makes, so that nothing else implements the traits of [`crate::table`].
pub trait Generated {}

/// What every type has: its rows, `Debug`, and the mark.
#[doc(hidden)]
#[macro_export]
macro_rules! impl_row {
    ($type:ident, $names:expr) => {
        #[automatically_derived]
        impl $crate::__private::Generated for $type {}

        #[automatically_derived]
        impl $crate::table::Row for $type {
            const ALL: &'static [Self] = $type::ALL;
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str($names.get(self.__row()))
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! impl_category {
    ($type:ident, $names:expr) => {
        $crate::impl_row!($type, $names);
        $crate::impl_features!(text $type, "the name of a category");

        #[automatically_derived]
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    return $crate::__private::explanation::category(*self, f);
                }
                $crate::__private::explanation::category_title(self.as_str(), $names.get(self.__row()), f)
            }
        }

        #[automatically_derived]
        impl $crate::table::AnyCategory for $type {
            fn of(status: u16) -> ::core::option::Option<Self> {
                Self::of(status)
            }
            fn as_str(self) -> &'static str {
                self.as_str()
            }
            fn description(self) -> &'static str {
                self.description()
            }
            fn retry(self) -> $crate::Retry {
                self.retry()
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for $type {
            type Err = $crate::UnknownCategory;

            fn from_str(name: &str) -> ::core::result::Result<Self, $crate::UnknownCategory> {
                let found = Self::ALL.iter().copied().find(|row| row.as_str() == name);
                found.ok_or($crate::UnknownCategory::ERROR)
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! impl_status_code {
    ($type:ident, $names:expr) => {
        $crate::impl_row!($type, $names);
        $crate::impl_features!(status $type);

        #[automatically_derived]
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    return $crate::__private::explanation::status_code(*self, f);
                }
                ::core::write!(f, "{} {}", self.as_str(), self.canonical_reason())
            }
        }

        #[automatically_derived]
        impl $crate::table::AnyStatusCode for $type {
            type Category = Category;
            type Cause = Cause;
            type ErrorCode = ErrorCode;

            fn from_u16(number: u16) -> ::core::option::Option<Self> {
                Self::from_u16(number)
            }
            fn as_u16(self) -> u16 {
                self.as_u16()
            }
            fn as_str(self) -> &'static str {
                self.as_str()
            }
            fn canonical_reason(self) -> &'static str {
                self.canonical_reason()
            }
            fn description(self) -> &'static str {
                self.description()
            }
            fn causes(self) -> &'static [Cause] {
                self.causes()
            }
            fn error_codes(self) -> &'static [ErrorCode] {
                self.error_codes()
            }
            fn category(self) -> Category {
                self.category()
            }
            fn retry(self) -> $crate::Retry {
                self.retry()
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<u16> for $type {
            type Error = $crate::UnknownStatusCode;

            fn try_from(number: u16) -> ::core::result::Result<Self, $crate::UnknownStatusCode> {
                Self::from_u16(number).ok_or($crate::UnknownStatusCode::new(number))
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<$type> for u16 {
            fn from(status: $type) -> u16 {
                status.as_u16()
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! impl_cause {
    ($type:ident, $names:expr) => {
        $crate::impl_row!($type, $names);
        $crate::impl_features!(text $type, "the name of a cause");

        #[automatically_derived]
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    return $crate::__private::explanation::cause(*self, f);
                }
                f.pad(self.description())
            }
        }

        #[automatically_derived]
        impl $crate::table::AnyCause for $type {
            type StatusCode = StatusCode;
            type ErrorCode = ErrorCode;

            fn as_str(self) -> &'static str {
                self.as_str()
            }
            fn description(self) -> &'static str {
                self.description()
            }
            fn remedy(self) -> ::core::option::Option<&'static str> {
                self.remedy()
            }
            fn status(self) -> StatusCode {
                self.status()
            }
            fn error_codes(self) -> &'static [ErrorCode] {
                self.error_codes()
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for $type {
            type Err = $crate::UnknownCause;

            fn from_str(name: &str) -> ::core::result::Result<Self, $crate::UnknownCause> {
                let found = Self::ALL.iter().copied().find(|row| row.as_str() == name);
                found.ok_or($crate::UnknownCause::ERROR)
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! impl_error_code {
    ($type:ident, $names:expr) => {
        $crate::impl_row!($type, $names);
        $crate::impl_features!(text $type, "an error code");

        #[automatically_derived]
        impl ::core::fmt::Display for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    return $crate::__private::explanation::error_code(*self, f);
                }
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for $type {}

        #[automatically_derived]
        impl $crate::table::AnyErrorCode for $type {
            type StatusCode = StatusCode;
            type Cause = Cause;

            fn from_code(code: &str) -> ::core::option::Option<Self> {
                Self::from_code(code)
            }
            fn from_bytes(code: &[u8]) -> ::core::option::Option<Self> {
                Self::from_bytes(code)
            }
            fn as_str(self) -> &'static str {
                self.as_str()
            }
            fn status(self) -> ::core::option::Option<StatusCode> {
                self.status()
            }
            fn statuses(self) -> &'static [StatusCode] {
                self.statuses()
            }
            fn causes(self) -> &'static [Cause] {
                self.causes()
            }
            fn description(self) -> &'static str {
                self.description()
            }
            fn remedy(self) -> ::core::option::Option<&'static str> {
                self.remedy()
            }
            fn retry(self) -> $crate::Retry {
                self.retry()
            }
            fn source(self) -> ::core::option::Option<&'static str> {
                self.source()
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for $type {
            type Err = $crate::UnknownErrorCode;

            fn from_str(code: &str) -> ::core::result::Result<Self, $crate::UnknownErrorCode> {
                Self::from_code(code).ok_or($crate::UnknownErrorCode::ERROR)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&str> for $type {
            type Error = $crate::UnknownErrorCode;

            fn try_from(code: &str) -> ::core::result::Result<Self, $crate::UnknownErrorCode> {
                Self::from_code(code).ok_or($crate::UnknownErrorCode::ERROR)
            }
        }
    };
}

/// Conversions between a type of a table and the same type of the table that it extends, whose rows are the first of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! impl_conversions {
    ($type:ident, |$row:pat_param| $error:expr => $error_type:ident, $shipped:literal, $from:ident, $to:ident) => {
        impl $type {
            /// The same row of this table. Each row of the extended table is one.
            pub const fn $from(row: $crate::$type) -> Self {
                Self::ALL[row.__row()]
            }

            /// The same row of the extended table, if it has it.
            pub const fn $to(self) -> ::core::option::Option<$crate::$type> {
                if self.__row() < $shipped {
                    ::core::option::Option::Some($crate::$type::ALL[self.__row()])
                } else {
                    ::core::option::Option::None
                }
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<$crate::$type> for $type {
            fn from(row: $crate::$type) -> Self {
                Self::$from(row)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<$type> for $crate::$type {
            type Error = $crate::$error_type;

            fn try_from(row: $type) -> ::core::result::Result<Self, $crate::$error_type> {
                row.$to().ok_or_else(|| {
                    let $row = row;
                    $error
                })
            }
        }
    };
}

/// What the features of this crate add to each type. They are looked at here and not in the generated code, since that is compiled
/// with the features of another crate.
#[doc(hidden)]
#[macro_export]
macro_rules! impl_features {
    (status $type:ident) => {
        $crate::impl_http!($type);
        $crate::impl_serde_status!($type);
    };
    (text $type:ident, $expected:literal) => {
        $crate::impl_serde_text!($type, $expected);
    };
}
