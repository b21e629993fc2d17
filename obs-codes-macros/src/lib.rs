//! The procedural macro behind [`obs-codes`](https://docs.rs/obs-codes).
//!
//! Use it through that crate, as `obs_codes::codes!`: the code that this macro writes calls `obs-codes`, and that crate's
//! documentation is the reference of the file format.
//!
//! Data flows in one direction, one file a stage:
//!
//! ```text
//! args      what the caller wrote             -> Args
//! source    find and read the file            -> Source
//! parse     TOML -> rows with byte ranges     -> RawTable
//! extend    the table that this one extends, and this one on top of it
//! check     every rule that a table must keep -> Table
//! expand    Table -> tokens, one file for each generated type
//! errors    all that was found, each with its line and column
//! ```

// A procedural macro that panics tells its user nothing. Tests may.
#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

mod args;
mod check;
mod errors;
mod expand;
mod extend;
mod hash;
mod keys;
mod literal;
mod lookup;
mod order;
mod parse;
mod snippet;
mod source;
mod suggest;
mod table;
#[cfg(test)]
mod tests;

/// Turns a table of codes into the enums `Category`, `StatusCode`, `Cause` and `ErrorCode`.
///
/// Call it as `obs_codes::codes!`, where it is documented.
#[proc_macro]
pub fn codes(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::codes(input.into()).into()
}
