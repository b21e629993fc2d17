//! What the generated code calls. Nothing here is for people: it changes with the macro, whose version is pinned to this crate's.
//!
//! The procedural macro writes what depends on the rows: enums and columns. The `impl_…` macros here write what does not: the methods
//! over those columns, which stand around the call under the names that each method gives.

mod case;
mod category;
mod cause;
mod conversions;
mod error_code;
pub mod explanation;
mod row;
mod status_code;

pub use obs_codes_macros::codes;

pub use crate::columns::{Lists, Numbers, Texts, When, clocks, confidences, retries, rows};
pub use crate::lookup::Lookup;
#[cfg(feature = "serde")]
pub use crate::serde::Named;
#[cfg(feature = "http")]
pub use ::http;
#[cfg(feature = "serde")]
pub use ::serde_core;

/// Marks the types that the macro makes, so that nothing else implements the traits of [`crate::table`].
pub trait Generated {}
