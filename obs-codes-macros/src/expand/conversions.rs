use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::args::Shipped;
use crate::table::Table;

/// To and from the types of the table that this one extends.
pub(super) fn expand(table: &Table, krate: &TokenStream, shipped: Option<&Shipped>) -> TokenStream {
    let (Some(extended), Some(shipped)) = (&table.extends, shipped) else { return TokenStream::new() };
    let from = format_ident!("from_{}", shipped.name);
    let to = format_ident!("to_{}", shipped.name);
    let types = [
        ("Category", extended.categories, quote!(|_| #krate::UnknownCategory::ERROR => UnknownCategory)),
        ("StatusCode", extended.statuses, quote!(|status| #krate::UnknownStatusCode::new(status.as_u16()) => UnknownStatusCode)),
        ("Cause", extended.causes, quote!(|_| #krate::UnknownCause::ERROR => UnknownCause)),
        ("ErrorCode", extended.errors, quote!(|_| #krate::UnknownErrorCode::ERROR => UnknownErrorCode)),
    ];
    types
        .into_iter()
        .map(|(name, rows, error)| {
            let name = format_ident!("{name}");
            let rows = Literal::usize_unsuffixed(rows);
            quote!(#krate::impl_conversions!(#name, #error, #rows, #from, #to);)
        })
        .collect()
}
