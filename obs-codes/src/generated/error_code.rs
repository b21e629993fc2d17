//! `ErrorCode`, over its columns.

#[doc(hidden)]
#[macro_export]
macro_rules! impl_error_code {
    ($count:literal) => {
        $crate::impl_row!(ErrorCode);
        $crate::impl_row_number!($count, ErrorCode);
        $crate::impl_serde_text!(ErrorCode, "an error code");

        impl ErrorCode {
            /// The error code with exactly this spelling, if the table has it.
            ///
            /// Case counts. The cost does not grow with the table.
            #[inline(always)]
            #[allow(clippy::inline_always, reason = "a call takes a third as long as the lookup")]
            pub const fn from_code(code: &str) -> ::core::option::Option<Self> {
                Self::from_bytes(code.as_bytes())
            }

            /// The error code with exactly this spelling, if the table has it.
            ///
            /// Case counts. The cost does not grow with the table.
            #[inline(always)]
            #[allow(clippy::inline_always, reason = "a call takes a third as long as the lookup")]
            pub const fn from_bytes(code: &[u8]) -> ::core::option::Option<Self> {
                match LOOKUP.find(code, &CODES) {
                    ::core::option::Option::Some(row) => ::core::option::Option::Some(ROWS[row as usize]),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }

            /// The spelling on the wire.
            #[inline]
            pub const fn as_str(self) -> &'static str {
                CODES.get(self.__row())
            }

            /// The status that the code usually comes with, if one is documented.
            #[inline]
            pub const fn status(self) -> ::core::option::Option<StatusCode> {
                match self.statuses() {
                    [first, ..] => ::core::option::Option::Some(*first),
                    [] => ::core::option::Option::None,
                }
            }

            /// Every status that the code is documented with, the usual one first.
            #[inline]
            pub const fn statuses(self) -> &'static [StatusCode] {
                STATUSES.get(self.__row())
            }

            /// Those of the documented causes that the code signals, the most likely first.
            #[inline]
            pub const fn causes(self) -> &'static [Cause] {
                CAUSES.get(self.__row())
            }

            /// How surely the code signals its causes.
            #[inline]
            pub const fn confidence(self) -> $crate::Confidence {
                CONFIDENCES[self.__row()]
            }

            /// What the code can mean in particular, in the order of the table.
            #[inline]
            pub const fn cases(self) -> &'static [Case] {
                CASES.get(self.__row())
            }

            /// What happened.
            #[inline]
            pub const fn description(self) -> &'static str {
                DESCRIPTIONS.get(self.__row())
            }

            /// What to do about it.
            #[inline]
            pub const fn remedy(self) -> ::core::option::Option<&'static str> {
                REMEDIES.get_some(self.__row())
            }

            /// The verdict: may the request be repeated, and what must happen before?
            #[inline]
            pub const fn retry(self) -> $crate::Retry {
                RETRIES[self.__row()]
            }

            /// Which kind of document lists the code.
            #[inline]
            pub const fn source(self) -> ::core::option::Option<&'static str> {
                SOURCES.get_some(SOURCE_OF[self.__row()] as usize)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for ErrorCode {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    return $crate::__private::explanation::error_code(*self, f);
                }
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for ErrorCode {}

        #[automatically_derived]
        impl $crate::table::AnyErrorCode for ErrorCode {
            type StatusCode = StatusCode;
            type Cause = Cause;
            type Case = Case;

            #[inline]
            fn from_code(code: &str) -> ::core::option::Option<Self> {
                Self::from_code(code)
            }
            #[inline]
            fn from_bytes(code: &[u8]) -> ::core::option::Option<Self> {
                Self::from_bytes(code)
            }
            #[inline]
            fn as_str(self) -> &'static str {
                self.as_str()
            }
            #[inline]
            fn status(self) -> ::core::option::Option<StatusCode> {
                self.status()
            }
            #[inline]
            fn statuses(self) -> &'static [StatusCode] {
                self.statuses()
            }
            #[inline]
            fn causes(self) -> &'static [Cause] {
                self.causes()
            }
            #[inline]
            fn confidence(self) -> $crate::Confidence {
                self.confidence()
            }
            #[inline]
            fn cases(self) -> &'static [Case] {
                self.cases()
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
            fn retry(self) -> $crate::Retry {
                self.retry()
            }
            #[inline]
            fn source(self) -> ::core::option::Option<&'static str> {
                self.source()
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for ErrorCode {
            type Err = $crate::UnknownErrorCode;

            #[inline]
            fn from_str(code: &str) -> ::core::result::Result<Self, $crate::UnknownErrorCode> {
                Self::from_code(code).ok_or($crate::UnknownErrorCode::ERROR)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&str> for ErrorCode {
            type Error = $crate::UnknownErrorCode;

            #[inline]
            fn try_from(code: &str) -> ::core::result::Result<Self, $crate::UnknownErrorCode> {
                Self::from_code(code).ok_or($crate::UnknownErrorCode::ERROR)
            }
        }
    };
}
