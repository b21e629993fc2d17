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
mod status_code;

use proc_macro2::TokenStream;
use quote::quote;

use crate::args::{Args, Shipped};
use crate::check::check;
use crate::errors::Errors;
use crate::extend::extend;
use crate::parse::{Place, parse};
use crate::source::Source;

/// The types, and an error for each mistake.
pub(crate) fn codes(input: TokenStream) -> TokenStream {
    let args = match Args::read(input) {
        Ok(args) => args,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let source = Source::read(&args.input, &mut errors);
    let expansion = expand(&source, &args.krate, args.shipped.as_ref(), args.export.as_deref(), &mut errors);
    let errors = errors.into_tokens(&source, args.input.span());
    quote! { #errors #expansion }
}

/// The types of the table in `source`, with every row that can be read.
pub(crate) fn expand(
    source: &Source,
    krate: &TokenStream,
    shipped: Option<&Shipped>,
    export: Option<&str>,
    errors: &mut Errors,
) -> TokenStream {
    let own = parse(&source.text, Place::Own, errors);
    let table = check(&extend(own, shipped, errors), errors);
    let tracking = tracking(source);
    let category = category::expand(&table, krate);
    let status_code = status_code::expand(&table, krate);
    let cause = cause::expand(&table, krate);
    let error_code = error_code::expand(&table, krate);
    let case = case::expand(&table, krate);
    // Between tables with mistakes there is no row for every row.
    let conversions = errors.is_empty().then(|| conversions::expand(&table, krate, shipped));
    let export = export.map(|name| export::expand(name, &source.text));
    quote! { #tracking #category #status_code #cause #error_code #case #conversions #export }
}

/// Has the crate built again when a file changes: the compiler watches what `include_bytes!` names.
fn tracking(source: &Source) -> TokenStream {
    let files = source.tracked.iter().map(|path| format!("/{path}"));
    quote! {
        #(const _: &[u8] = ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #files));)*
    }
}
