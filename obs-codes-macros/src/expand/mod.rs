//! The table as Rust.

use proc_macro2::TokenStream;
use quote::quote;

use crate::args::{Args, Types};
use crate::source::Source;
use crate::table::Table;

pub(crate) fn types(_table: &Table, _args: &Args, _text: &str) -> TokenStream {
    TokenStream::new()
}

pub(crate) fn unreadable(_types: &Types, error: &TokenStream) -> TokenStream {
    quote!(#error;)
}

pub(crate) fn tracking(_source: &Source) -> TokenStream {
    TokenStream::new()
}
