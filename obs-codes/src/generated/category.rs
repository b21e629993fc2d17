//! `Category`, over its columns.

#[doc(hidden)]
#[macro_export]
macro_rules! impl_category {
    ($count:literal) => {
        $crate::impl_row!(Category);
        $crate::impl_row_number!($count, Category);
        $crate::impl_from_str!(Category, UnknownCategory);
        $crate::impl_serde_text!(Category, "the name of a category");

        impl Category {
            /// The category of a status code, whether the table has that status or not.
            #[inline]
            pub const fn of(status: u16) -> ::core::option::Option<Self> {
                let mut row = 0;
                while row < CLASSES.len() {
                    if CLASSES[row] == status / 100 {
                        return ::core::option::Option::Some(ROWS[row]);
                    }
                    row += 1;
                }
                ::core::option::Option::None
            }

            /// The category as the table spells it, such as `4XX`.
            #[inline]
            pub const fn as_str(self) -> &'static str {
                SPELLINGS.get(self.__row())
            }

            /// What a status of this category means.
            #[inline]
            pub const fn description(self) -> &'static str {
                DESCRIPTIONS.get(self.__row())
            }

            /// What to do about it.
            #[inline]
            pub const fn remedy(self) -> ::core::option::Option<&'static str> {
                REMEDIES.get_some(self.__row())
            }

            /// The verdict on a status of this category that the table does not have.
            #[inline]
            pub const fn retry(self) -> $crate::Retry {
                RETRIES[self.__row()]
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for Category {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    return $crate::__private::explanation::category(*self, f);
                }
                $crate::__private::explanation::category_title(self.as_str(), NAMES.get(self.__row()), f)
            }
        }

        #[automatically_derived]
        impl $crate::table::AnyCategory for Category {
            #[inline]
            fn of(status: u16) -> ::core::option::Option<Self> {
                Self::of(status)
            }
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
            fn retry(self) -> $crate::Retry {
                self.retry()
            }
        }
    };
}
