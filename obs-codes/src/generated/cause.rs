//! `Cause`, over its columns.

#[doc(hidden)]
#[macro_export]
macro_rules! impl_cause {
    ($count:literal) => {
        $crate::impl_row!(Cause);
        $crate::impl_row_number!($count, Cause);
        $crate::impl_from_str!(Cause, UnknownCause);
        $crate::impl_serde_text!(Cause, "the name of a cause");

        impl Cause {
            /// The name of the cause, which is that of the variant.
            #[inline]
            pub const fn as_str(self) -> &'static str {
                NAMES.get(self.__row())
            }

            /// What the cause is.
            #[inline]
            pub const fn description(self) -> &'static str {
                DESCRIPTIONS.get(self.__row())
            }

            /// What to do about it.
            #[inline]
            pub const fn remedy(self) -> ::core::option::Option<&'static str> {
                REMEDIES.get_some(self.__row())
            }

            /// The status for which the cause is documented.
            #[inline]
            pub const fn status(self) -> StatusCode {
                STATUSES[self.__row()]
            }

            /// The error codes that signal this cause, in the order of the table.
            #[inline]
            pub const fn error_codes(self) -> &'static [ErrorCode] {
                ERROR_CODES.get(self.__row())
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for Cause {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    return $crate::__private::explanation::cause(*self, f);
                }
                f.pad(self.description())
            }
        }

        #[automatically_derived]
        impl $crate::table::AnyCause for Cause {
            type StatusCode = StatusCode;
            type ErrorCode = ErrorCode;

            #[inline]
            fn as_str(self) -> &'static str {
                self.as_str()
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
            fn status(self) -> StatusCode {
                self.status()
            }
            #[inline]
            fn error_codes(self) -> &'static [ErrorCode] {
                self.error_codes()
            }
        }
    };
}
