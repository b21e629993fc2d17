//! `Case`, over its columns.

#[doc(hidden)]
#[macro_export]
macro_rules! impl_case {
    ($count:literal) => {
        #[allow(clippy::cast_possible_truncation)]
        static ROWS: [Case; $count] = {
            let mut rows = [Case(0); $count];
            let mut row = 0;
            while row < rows.len() {
                rows[row] = Case(row as u16);
                row += 1;
            }
            rows
        };

        impl Case {
            /// Every case, in the order of the error codes.
            pub const ALL: &'static [Self] = &ROWS;

            #[doc(hidden)]
            #[inline]
            pub const fn __row(self) -> usize {
                self.0 as usize
            }

            /// The error code that it is a case of.
            #[inline]
            pub const fn error_code(self) -> ErrorCode {
                ERRORS[self.__row()]
            }

            /// The server's message in this case, with `<name>` for what varies.
            #[inline]
            pub const fn message(self) -> ::core::option::Option<&'static str> {
                MESSAGES.get_some(self.__row())
            }

            /// What the times of request and response say in this case.
            #[inline]
            pub const fn clock(self) -> ::core::option::Option<$crate::Clock> {
                CLOCKS[self.__row()]
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

            /// The documented causes that the case points to; `None` if it says no more than the code, an empty list if it points away
            /// from all of them.
            #[inline]
            pub const fn causes(self) -> ::core::option::Option<&'static [Cause]> {
                if NAMES_CAUSES[self.__row()] == 0 {
                    ::core::option::Option::None
                } else {
                    ::core::option::Option::Some(CAUSES.get(self.__row()))
                }
            }
        }

        #[automatically_derived]
        impl $crate::__private::Generated for Case {}

        #[automatically_derived]
        impl $crate::table::Row for Case {
            const ALL: &'static [Self] = Case::ALL;
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for Case {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple("Case").field(&self.error_code()).field(&self.description()).finish()
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for Case {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    return $crate::__private::explanation::case(*self, f);
                }
                f.pad(self.description())
            }
        }

        #[automatically_derived]
        impl $crate::table::AnyCase for Case {
            type ErrorCode = ErrorCode;
            type Cause = Cause;

            #[inline]
            fn error_code(self) -> ErrorCode {
                self.error_code()
            }
            #[inline]
            fn message(self) -> ::core::option::Option<&'static str> {
                self.message()
            }
            #[inline]
            fn clock(self) -> ::core::option::Option<$crate::Clock> {
                self.clock()
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
            fn causes(self) -> ::core::option::Option<&'static [Cause]> {
                self.causes()
            }
        }
    };
}
