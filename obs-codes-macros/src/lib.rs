//! The procedural macro behind [`obs-codes`](https://docs.rs/obs-codes).
//!
//! Use it through that crate, as `obs_codes::codes!`: the code that this macro writes calls `obs-codes`, and that crate's
//! documentation is the reference of the file format.
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
//! ```

mod args;
mod check;
mod errors;
mod expand;
mod hash;
mod lookup;
mod naming;
mod overlay;
mod raw;
mod read;
mod report;
mod source;
mod spec;
mod table;
#[cfg(test)]
mod tests;
mod words;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::args::Args;
use crate::errors::{Errors, Place};
use crate::read::Document;
use crate::source::Source;
use crate::table::Table;

/// Turns a table of codes into the enums `Category`, `StatusCode`, `Cause` and `ErrorCode`.
///
/// Call it as `obs_codes::codes!`, where it is documented.
#[proc_macro]
pub fn codes(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand_call(input.into()).into()
}

/// The types, and an error for each mistake in the call or in the table.
fn expand_call(input: TokenStream) -> TokenStream {
    let args: Args = match syn::parse2(input) {
        Ok(args) => args,
        Err(error) => return expand::unreadable(&args::Types::default(), &compile_error(&error.to_string(), error.span())),
    };
    let mut errors = Errors::default();
    match Source::read(&args.input) {
        Ok(source) => expand_source(&source, &args, &mut errors),
        Err(error) => {
            errors.push(error.mistake);
            with_errors(&error.source, &args, &errors, None)
        }
    }
}

/// The types of the table in `source`, with every row that can be read, and an error for each mistake.
fn expand_source(source: &Source, args: &Args, errors: &mut Errors) -> TokenStream {
    let table = read_table(source, args, errors);
    let types = (!errors.lacks_variants()).then(|| expand::types(&table, &source.text, args));
    with_errors(source, args, errors, types)
}

/// The table in `source`, as far as it can be read; `errors` has what is wrong with it.
fn read_table(source: &Source, args: &Args, errors: &mut Errors) -> Table {
    let document = Document::parse(&source.text, errors);
    let extends = document.extends(errors);
    let base = overlay::extended(extends.as_ref(), args.shipped.as_ref(), errors);
    let inherited = base.as_ref().map(|base| base.columns.clone()).unwrap_or_default();
    let own = document.rows(&inherited, Place::Own, errors);
    let raw = match base {
        Some(base) => overlay::overlay(base, own),
        None => own,
    };
    let table = check::check(&raw, errors);
    if let Some(fault) = document.fault {
        // What else was found follows from it.
        errors.found = vec![fault];
    }
    table
}

/// The types, or what stands for them where there are none, with an error for each mistake.
fn with_errors(source: &Source, args: &Args, errors: &Errors, types: Option<TokenStream>) -> TokenStream {
    let span = args.input.text.span();
    let mut messages: Vec<TokenStream> =
        report::messages(errors, source).iter().map(|message| compile_error(message, span)).collect();
    let tracking = expand::tracking(source);
    let types = types.or_else(|| Some(expand::unreadable(&args.types, &messages.pop()?)));
    quote! { #tracking #(#messages;)* #types }
}

fn compile_error(message: &str, span: Span) -> TokenStream {
    quote_spanned!(span=> ::core::compile_error!(#message))
}
