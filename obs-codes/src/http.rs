//! Conversions to and from `http::StatusCode`.

#[doc(hidden)]
#[macro_export]
#[cfg(feature = "http")]
macro_rules! impl_http {
    ($type:ident) => {
        #[automatically_derived]
        impl ::core::convert::From<$type> for $crate::__private::http::StatusCode {
            #[inline]
            fn from(status: $type) -> Self {
                // A table holds numbers from 100 to 599, all of which are status codes.
                Self::from_u16(status.as_u16()).unwrap_or_default()
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<$crate::__private::http::StatusCode> for $type {
            type Error = $crate::UnknownStatusCode;

            #[inline]
            fn try_from(status: $crate::__private::http::StatusCode) -> ::core::result::Result<Self, $crate::UnknownStatusCode> {
                <Self as ::core::convert::TryFrom<u16>>::try_from(status.as_u16())
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&$crate::__private::http::StatusCode> for $type {
            type Error = $crate::UnknownStatusCode;

            #[inline]
            fn try_from(status: &$crate::__private::http::StatusCode) -> ::core::result::Result<Self, $crate::UnknownStatusCode> {
                <Self as ::core::convert::TryFrom<u16>>::try_from(status.as_u16())
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "http"))]
macro_rules! impl_http {
    ($type:ident) => {};
}
