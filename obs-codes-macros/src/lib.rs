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
//! errors     mistakes and their places, as data
//! args       parses the arguments of the call            tokens -> Args
//! source     finds and reads the file                    Args -> Source
//! raw        the rows of a TOML file, with their places
//! read       reads TOML into rows                        Source -> RawTable
//! overlay    merges a table into the one that it extends
//! table      the validated model
//! check      checks every rule for tables                RawTable -> Table
//! report     prints mistakes in the layout of rustc
//! lookup     builds the perfect hash
//! expand     generates the types, a file for each        Table -> tokens
//! pipeline   runs all stages
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
