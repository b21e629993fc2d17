//! Items for generated code. They are not public API and change with the macro, whose version is pinned to that of this crate.

pub mod explanation;

pub use obs_codes_macros::codes;

pub use crate::columns::{Lists, Numbers, Texts, select};
pub use crate::lookup::Lookup;
#[cfg(feature = "serde")]
pub use crate::serde::TextVisitor;
#[cfg(feature = "http")]
pub use ::http;
#[cfg(feature = "serde")]
pub use ::serde_core;

/// Marks the types that the macro writes, so that nothing else implements the traits of [`crate::table`].
pub trait Generated {}

/// The names that generated code uses without a path.
///
/// Generated code imports them into a block of its own, where they shadow names of the caller's module, such as a type `u8` or a
/// trait `Iterator`. They also replace the standard prelude under `#![no_implicit_prelude]`.
pub mod prelude {
    pub use core::iter::Iterator;
    pub use core::option::Option::{self, None, Some};
    pub use core::primitive::{bool, i64, str, u8, u16, usize};
    pub use core::result::Result::{self, Err, Ok};

    pub use super::parameters::*;
    pub use super::{Lists, Lookup, Numbers, Texts, select};
    pub use crate::{Clock, Condition, Confidence, Retry};
}

/// The names of parameters and variables in generated code.
///
/// If the caller's module has a constant `code`, a parameter `code` is a pattern that compares with the constant. A parameter may shadow a
/// function, though, so these functions shadow such constants.
mod parameters {
    macro_rules! parameters {
        ($($name:ident),*) => {
            $(pub const fn $name() {})*
        };
    }

    parameters!(code, deserializer, f, key, name, none, number, row, serializer, status);
}

/// Expands to its input if this crate has the feature `http`.
///
/// Generated code cannot ask for the feature itself: `cfg` in the output of a macro checks the features of the caller's crate.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "http")]
macro_rules! __if_http {
    ($($items:tt)*) => { $($items)* };
}

#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "http"))]
macro_rules! __if_http {
    ($($items:tt)*) => {};
}

/// Expands to its input if this crate has the feature `serde`.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "serde")]
macro_rules! __if_serde {
    ($($items:tt)*) => { $($items)* };
}

#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "serde"))]
macro_rules! __if_serde {
    ($($items:tt)*) => {};
}
