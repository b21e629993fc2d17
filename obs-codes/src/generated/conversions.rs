//! To and from the types of the extended table.

/// Conversions between a type of a table and the same type of the table that it extends, whose rows are the first of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! impl_conversions {
    // How many rows of each type come from the extended table.
    ($from:ident, $to:ident, $categories:literal, $statuses:literal, $causes:literal, $errors:literal) => {
        $crate::impl_conversions!(Category, |_| $crate::UnknownCategory::ERROR => UnknownCategory, $categories, $from, $to);
        $crate::impl_conversions!(
            StatusCode, |status| $crate::UnknownStatusCode::new(status.as_u16()) => UnknownStatusCode, $statuses, $from, $to
        );
        $crate::impl_conversions!(Cause, |_| $crate::UnknownCause::ERROR => UnknownCause, $causes, $from, $to);
        $crate::impl_conversions!(ErrorCode, |_| $crate::UnknownErrorCode::ERROR => UnknownErrorCode, $errors, $from, $to);
    };
    ($type:ident, |$row:pat_param| $error:expr => $error_type:ident, $shipped:literal, $from:ident, $to:ident) => {
        impl $type {
            /// The same row of this table. Each row of the extended table is one.
            #[inline]
            pub const fn $from(row: $crate::$type) -> Self {
                Self::ALL[row.__row()]
            }

            /// The same row of the extended table, if it has it.
            #[inline]
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
