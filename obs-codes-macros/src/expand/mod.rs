//! The table as Rust: a file for each generated type.

mod case;
mod category;
mod cause;
mod columns;
mod conversions;
mod docs;
mod enumeration;
mod error_code;
mod export;
mod lookup;
mod status_code;
mod unreadable;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::args::{Args, Shipped};
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
        Err(error) => return unreadable::expand(&error.message, error.span),
    };
    let mut errors = Errors::default();
    let source = Source::read(&args.input, &mut errors);
    expand(&source, &args, &mut errors)
}

/// The types of the table in `source`, with every row that can be read, and an error for each mistake.
pub(crate) fn expand(source: &Source, args: &Args, errors: &mut Errors) -> TokenStream {
    let (krate, shipped) = (&args.krate, args.shipped.as_ref());
    let own = parse(&source.text, Place::Own, errors);
    let raw = extend(own, shipped, errors);
    let table = check(&raw, errors);
    let tracking = tracking(source);
    let export = args.export.as_ref().map(|name| export::expand(name, &source.text));
    let mut messages = errors.messages(source);
    let span = args.input.span;
    let types = match messages.pop_if(|_| errors.names_are_lost()) {
        Some(last) => unreadable::expand(&last, span),
        None => types(&table, krate, shipped),
    };
    let mut errors = TokenStream::new();
    for message in &messages {
        let error = compile_error(message, span);
        errors.extend(quote!(#error;));
    }
    quote! { #tracking #errors #types #export }
}

fn types(table: &Table, krate: &TokenStream, shipped: Option<&Shipped>) -> TokenStream {
    let category = category::expand(table, krate);
    let status_code = status_code::expand(table, krate);
    let cause = cause::expand(table, krate);
    let error_code = error_code::expand(table, krate);
    let case = case::expand(table, krate);
    let conversions = conversions::expand(table, krate, shipped);
    quote! { #category #status_code #cause #error_code #case #conversions }
}

/// Has the crate built again when a file changes: the compiler watches what `include_bytes!` names.
fn tracking(source: &Source) -> TokenStream {
    let mut tokens = TokenStream::new();
    for path in &source.tracked {
        let path = format!("/{path}");
        tokens.extend(quote! {
            const _: &[u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path));
        });
    }
    tokens
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
