//! The procedural macro behind [`obs-codes`](https://docs.rs/obs-codes).
//!
//! Use it through that crate, as `obs_codes::codes!`, whose documentation is the reference of the file format. The code that this macro
//! writes calls `obs-codes`.
//!
//! Each module uses only modules above it in this list:
//!
//! ```text
//! words      suggestions ("did you mean"), lists, quoting
//! naming     the names of variants and methods
//! spec       the kinds of rows, their keys and fixed words
//! hash       the hash of the lookup, the same as in obs-codes
//! errors     places and mistakes, as data
//! args       what the caller wrote                      -> Args
//! source     finds and reads the file                   -> Source
//! raw        what a TOML file says, with places
//! read       TOML                                       -> RawTable
//! overlay    own rows over the rows of the extended table
//! table      the validated model
//! check      every rule that a table must keep          RawTable -> Table
//! report     mistakes, laid out as rustc does
//! lookup     builds the perfect hash
//! expand     one file for each generated type           Table -> tokens
//! pipeline   all of it, on one screen
//! ```

mod args;
mod check;
mod errors;
mod expand;
mod hash;
mod lookup;
mod naming;
mod overlay;
mod pipeline;
mod raw;
mod read;
mod report;
mod source;
mod spec;
mod table;
#[cfg(test)]
mod tests;
mod words;

/// Turns a table of codes into the enums `Category`, `StatusCode`, `Cause` and `ErrorCode`.
///
/// Call it as `obs_codes::codes!`; the documentation is there.
#[proc_macro]
pub fn codes(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::expand(input.into()).into()
}
