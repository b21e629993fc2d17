//! `StatusCode`, over its columns.

#[doc(hidden)]
#[macro_export]
macro_rules! impl_status_code {
    ($count:literal) => {
        $crate::impl_row!(StatusCode);
        $crate::impl_as_u16!($count, StatusCode);
        $crate::impl_http!(StatusCode);
        $crate::impl_serde_status!(StatusCode);

        impl StatusCode {
            #[doc(hidden)]
            #[inline]
            pub const fn __row(self) -> usize {
                BY_NUMBER.row_of(self.as_u16())
            }

            /// The status with this number, if the table has it.
            #[inline]
            pub const fn from_u16(number: u16) -> ::core::option::Option<Self> {
                match BY_NUMBER.row(number) {
                    ::core::option::Option::Some(row) if row < ROWS.len() => ::core::option::Option::Some(ROWS[row]),
                    _ => ::core::option::Option::None,
                }
            }

            /// The number in three digits, such as `403`.
            #[inline]
            pub const fn as_str(self) -> &'static str {
                DIGITS.get(self.__row())
            }

            /// The reason phrase, such as `Forbidden`.
            #[inline]
            pub const fn canonical_reason(self) -> &'static str {
                REASONS.get(self.__row())
            }

            /// What the status means.
            #[inline]
            pub const fn description(self) -> &'static str {
                DESCRIPTIONS.get(self.__row())
            }

            /// What to do about it.
            #[inline]
            pub const fn remedy(self) -> ::core::option::Option<&'static str> {
                REMEDIES.get_some(self.__row())
            }

            /// The documented possible causes, in the order of the table.
            #[inline]
            pub const fn causes(self) -> &'static [Cause] {
                CAUSES.get(self.__row())
            }

            /// The error codes that come with this status, in the order of the table.
            #[inline]
            pub const fn error_codes(self) -> &'static [ErrorCode] {
                ERROR_CODES.get(self.__row())
            }

            /// The category.
            #[inline]
            pub const fn category(self) -> Category {
                CATEGORIES[self.__row()]
            }

            /// The verdict on a failure of which only the status is known.
            #[inline]
            pub const fn retry(self) -> $crate::Retry {
                RETRIES[self.__row()]
            }

            /// Whether the number is from 100 to 199.
            #[inline]
            pub const fn is_informational(self) -> bool {
                self.as_u16() / 100 == 1
            }

            /// Whether the number is from 200 to 299.
            #[inline]
            pub const fn is_success(self) -> bool {
                self.as_u16() / 100 == 2
            }

            /// Whether the number is from 300 to 399.
            #[inline]
            pub const fn is_redirection(self) -> bool {
                self.as_u16() / 100 == 3
            }

            /// Whether the number is from 400 to 499.
            #[inline]
            pub const fn is_client_error(self) -> bool {
                self.as_u16() / 100 == 4
            }

            /// Whether the number is from 500 to 599.
            #[inline]
            pub const fn is_server_error(self) -> bool {
                self.as_u16() / 100 == 5
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for StatusCode {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    return $crate::__private::explanation::status_code(*self, f);
                }
                ::core::write!(f, "{} {}", self.as_str(), self.canonical_reason())
            }
        }

        #[automatically_derived]
        impl $crate::table::AnyStatusCode for StatusCode {
            type Category = Category;
            type Cause = Cause;
            type ErrorCode = ErrorCode;

            #[inline]
            fn from_u16(number: u16) -> ::core::option::Option<Self> {
                Self::from_u16(number)
            }
            #[inline]
            fn as_u16(self) -> u16 {
                self.as_u16()
            }
            #[inline]
            fn as_str(self) -> &'static str {
                self.as_str()
            }
            #[inline]
            fn canonical_reason(self) -> &'static str {
                self.canonical_reason()
            }
            #[inline]
            fn description(self) -> &'static str {
                self.description()
            }
            #[inline]
            fn remedy(self) -> ::core::option::Option<&'static str> {
                self.remedy()
            }
            #[inline]
            fn causes(self) -> &'static [Cause] {
                self.causes()
            }
            #[inline]
            fn error_codes(self) -> &'static [ErrorCode] {
                self.error_codes()
            }
            #[inline]
            fn category(self) -> Category {
                self.category()
            }
            #[inline]
            fn retry(self) -> $crate::Retry {
                self.retry()
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<u16> for StatusCode {
            type Error = $crate::UnknownStatusCode;

            #[inline]
            fn try_from(number: u16) -> ::core::result::Result<Self, $crate::UnknownStatusCode> {
                Self::from_u16(number).ok_or($crate::UnknownStatusCode::new(number))
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<StatusCode> for u16 {
            #[inline]
            fn from(status: StatusCode) -> u16 {
                status.as_u16()
            }
        }
    };
}

/// The number of a status; without rows there are no values.
#[doc(hidden)]
#[macro_export]
macro_rules! impl_as_u16 {
    (0, $type:ident) => {
        impl $type {
            /// The number, from 100 to 599.
            #[inline]
            pub const fn as_u16(self) -> u16 {
                match self {}
            }
        }
    };
    ($count:literal, $type:ident) => {
        impl $type {
            /// The number, from 100 to 599.
            #[inline]
            pub const fn as_u16(self) -> u16 {
                self as u16
            }
        }
    };
}
