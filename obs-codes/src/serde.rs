//! `Serialize` and `Deserialize`: a status as its number, all else as its text.

#[doc(hidden)]
#[macro_export]
#[cfg(feature = "serde")]
macro_rules! impl_serde_status {
    ($type:ident) => {
        #[automatically_derived]
        impl $crate::__private::serde_core::Serialize for $type {
            #[inline]
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_u16(self.as_u16())
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let number = <u16 as $crate::__private::serde_core::Deserialize>::deserialize(deserializer)?;
                <Self as ::core::convert::TryFrom<u16>>::try_from(number)
                    .map_err($crate::__private::serde_core::de::Error::custom)
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
#[cfg(feature = "serde")]
macro_rules! impl_serde_text {
    ($type:ident, $expected:literal) => {
        #[automatically_derived]
        impl $crate::__private::serde_core::Serialize for $type {
            #[inline]
            fn serialize<S: $crate::__private::serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl<'de> $crate::__private::serde_core::Deserialize<'de> for $type {
            #[inline]
            fn deserialize<D: $crate::__private::serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                deserializer.deserialize_str($crate::__private::Named::<$type>::new($expected))
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "serde"))]
macro_rules! impl_serde_status {
    ($type:ident) => {};
}

#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "serde"))]
macro_rules! impl_serde_text {
    ($type:ident, $expected:literal) => {};
}

#[cfg(feature = "serde")]
pub use named::Named;

#[cfg(feature = "serde")]
mod named {
    use core::fmt;
    use core::marker::PhantomData;
    use core::str::FromStr;

    use serde_core::de::{Error, Unexpected, Visitor};

    /// Reads a row by its text, borrowed or not.
    #[derive(Debug)]
    pub struct Named<T> {
        expected: &'static str,
        row: PhantomData<T>,
    }

    impl<T> Named<T> {
        /// A reader that says what it expects.
        #[inline]
        pub const fn new(expected: &'static str) -> Self {
            Self { expected, row: PhantomData }
        }
    }

    impl<T: FromStr> Visitor<'_> for Named<T> {
        type Value = T;

        #[inline]
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.expected)
        }

        #[inline]
        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
        }
    }

    impl serde_core::Serialize for crate::Retry {
        #[inline]
        fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(self.as_str())
        }
    }

    impl<'de> serde_core::Deserialize<'de> for crate::Retry {
        #[inline]
        fn deserialize<D: serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_str(Named::<Self>::new("`backoff`, `resign`, `redirect` or `fix`"))
        }
    }
}
