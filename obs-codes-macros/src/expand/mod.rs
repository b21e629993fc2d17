//! The table as Rust: a file for each generated type, and for each thing that several types have in common.

#![allow(clippy::indexing_slicing, reason = "a row of the model refers to rows that exist")]

mod case;
mod category;
mod cause;
mod columns;
mod conversions;
mod display;
mod docs;
mod enumeration;
mod error_code;
mod export;
mod from_text;
mod getters;
mod lookup;
mod serialization;
mod status_code;
mod unreadable;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::args::{Args, Shipped, Types};
use crate::check::check;
use crate::errors::{Errors, compile_error};
use crate::extend::extend;
use crate::parse::{Place, parse};
use crate::source::Source;
use crate::table::Table;

/// The types, and an error for each mistake.
pub(crate) fn codes(input: TokenStream) -> TokenStream {
    let args = match Args::read(input) {
        Ok(args) => args,
        Err(error) => return unreadable::expand(&error.message, error.span, &Types::default()),
    };
    let mut errors = Errors::default();
    let source = Source::read(&args.input, &mut errors);
    expand(&source, &args, &mut errors)
}

/// The types of the table in `source`, with every row that can be read, and an error for each mistake.
pub(crate) fn expand(source: &Source, args: &Args, errors: &mut Errors) -> TokenStream {
    let own = parse(&source.text, Place::Own, errors);
    let raw = extend(own, args.shipped.as_ref(), errors);
    let table = check(&raw, errors);
    let tracking = tracking(source);
    let export = args.export.as_ref().map(|name| export::expand(name, &source.text));
    let mut messages = errors.messages(source);
    let span = args.input.span;
    let types = match messages.pop_if(|_| errors.names_are_lost()) {
        Some(last) => unreadable::expand(&last, span, &args.types),
        None => types(&table, args),
    };
    let errors = messages.iter().map(|message| compile_error(message, span));
    quote! { #tracking #(#errors;)* #types #export }
}

/// What all generated types depend on.
struct Context<'a> {
    table: &'a Table,
    /// The path to `obs-codes`.
    krate: &'a TokenStream,
    types: &'a Types,
    /// The name of the table that this one extends.
    shipped: Option<&'a str>,
}

/// The types of a table.
pub(crate) fn types(table: &Table, args: &Args) -> TokenStream {
    let shipped = args.shipped.as_ref().filter(|_| table.extends.is_some()).map(|Shipped { name, .. }| name.as_str());
    let context = Context { table, krate: &args.krate, types: &args.types, shipped };
    let category = category::expand(&context);
    let status_code = status_code::expand(&context);
    let cause = cause::expand(&context);
    let error_code = error_code::expand(&context);
    let case = case::expand(&context);
    quote! { #category #status_code #cause #error_code #case }
}

/// Has the crate built again when a file changes: the compiler watches what `include_bytes!` names.
fn tracking(source: &Source) -> TokenStream {
    let paths = source.tracked.iter().map(|path| format!("/{path}"));
    quote! {
        #(
            const _: &[::core::primitive::u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #paths));
        )*
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
