//! Generates the Rust code of a table, with a file for each type and for each part that several types share.

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
mod visibility;

use std::path::Path;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::args::{Args, Shipped, Types};
use crate::source::Source;
use crate::table::Table;

pub(crate) use self::unreadable::unreadable;

/// What all generated types depend on.
struct Context<'a> {
    table: &'a Table,
    /// The path to `obs-codes`.
    krate: &'a TokenStream,
    types: &'a Types,
    /// The name of the table that this one extends.
    shipped: Option<&'a str>,
}

/// The types of the table with this text.
pub(crate) fn types(table: &Table, text: &str, args: &Args) -> TokenStream {
    let shipped = args.shipped.as_ref().filter(|_| table.extends.is_some()).map(|Shipped { name, .. }| name.as_str());
    let context = Context { table, krate: &args.krate, types: &args.types, shipped };
    let category = category::expand(&context);
    let status_code = status_code::expand(&context);
    let cause = cause::expand(&context);
    let error_code = error_code::expand(&context);
    let case = case::expand(&context);
    let export = args.export.as_ref().map(|name| export::expand(name, text));
    quote! { #category #status_code #cause #error_code #case #export }
}

/// Rebuilds the crate when a file changes: the compiler watches what `include_bytes!` names.
pub(crate) fn tracking(source: &Source) -> TokenStream {
    let files = source.tracked.iter().map(|path| {
        if Path::new(path).is_absolute() {
            return quote!(#path);
        }
        let path = format!("/{path}");
        quote!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #path))
    });
    quote!(#(const _: &[::core::primitive::u8] = ::core::include_bytes!(#files);)*)
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
