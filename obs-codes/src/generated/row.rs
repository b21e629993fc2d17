//! What several types have in common.

/// What every type has: its rows, `Debug`, and the mark.
#[doc(hidden)]
#[macro_export]
macro_rules! impl_row {
    ($type:ident) => {
        impl $type {
            /// Every row, in the order of the table.
            pub const ALL: &'static [Self] = &ROWS;
        }

        #[automatically_derived]
        impl $crate::__private::Generated for $type {}

        #[automatically_derived]
        impl $crate::table::Row for $type {
            const ALL: &'static [Self] = $type::ALL;
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for $type {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(NAMES.get(self.__row()))
            }
        }
    };
}

/// The row of a value whose variants are numbered by row; without rows there are no values.
#[doc(hidden)]
#[macro_export]
macro_rules! impl_row_number {
    (0, $type:ident) => {
        impl $type {
            #[doc(hidden)]
            #[inline]
            pub const fn __row(self) -> usize {
                match self {}
            }
        }
    };
    ($count:literal, $type:ident) => {
        impl $type {
            #[doc(hidden)]
            #[inline]
            pub const fn __row(self) -> usize {
                self as usize
            }
        }
    };
}

/// `FromStr` by comparing with each row, for types of few rows.
#[doc(hidden)]
#[macro_export]
macro_rules! impl_from_str {
    ($type:ident, $error:ident) => {
        #[automatically_derived]
        impl ::core::str::FromStr for $type {
            type Err = $crate::$error;

            #[inline]
            fn from_str(name: &str) -> ::core::result::Result<Self, $crate::$error> {
                // A module without a prelude has no methods of iterators.
                for row in Self::ALL {
                    if row.as_str() == name {
                        return ::core::result::Result::Ok(*row);
                    }
                }
                ::core::result::Result::Err($crate::$error::ERROR)
            }
        }
    };
}
