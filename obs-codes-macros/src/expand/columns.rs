//! The statics that hold a table, one for each attribute.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::table::Retry;

/// `Texts`: all texts in one, and where each begins.
pub(super) fn texts<'a>(name: &Ident, rows: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let mut text = String::new();
    let mut offsets = vec![Literal::u32_unsuffixed(0)];
    for row in rows {
        text.push_str(row);
        offsets.push(offset(text.len()));
    }
    let count = Literal::usize_unsuffixed(offsets.len());
    quote! {
        static #name: Texts<#count> = Texts::new(#text, [#(#offsets),*]);
    }
}

/// `Lists`: the items of all lists in one, and where each list begins.
pub(super) fn lists<'a>(name: &Ident, of: &Ident, rows: impl IntoIterator<Item = Vec<&'a Ident>>) -> TokenStream {
    let mut items = Vec::new();
    let mut offsets = vec![Literal::u32_unsuffixed(0)];
    for row in rows {
        items.extend(row);
        offsets.push(offset(items.len()));
    }
    let length = Literal::usize_unsuffixed(items.len());
    let count = Literal::usize_unsuffixed(offsets.len());
    quote! {
        static #name: Lists<#of, #length, #count> = Lists::new([#(#of::#items),*], [#(#offsets),*]);
    }
}

/// An array with a variant of `of` for each row.
pub(super) fn variants<'a>(name: &Ident, of: &Ident, rows: impl IntoIterator<Item = &'a Ident>) -> TokenStream {
    let rows: Vec<&Ident> = rows.into_iter().collect();
    let count = Literal::usize_unsuffixed(rows.len());
    quote! {
        static #name: [#of; #count] = [#(#of::#rows),*];
    }
}

/// The verdict of each row.
pub(super) fn retries(rows: impl IntoIterator<Item = Retry>) -> TokenStream {
    let verdicts: Vec<TokenStream> = rows
        .into_iter()
        .map(|retry| match retry {
            Retry::Backoff => quote!(Retry::Backoff),
            Retry::Resign => quote!(Retry::Resign),
            Retry::Redirect => quote!(Retry::Redirect),
            Retry::Fix => quote!(Retry::Fix),
        })
        .collect();
    let count = Literal::usize_unsuffixed(verdicts.len());
    quote! {
        static RETRIES: [Retry; #count] = [#(#verdicts),*];
    }
}

/// A table is far from 4 GiB: `source` refuses a file that large.
fn offset(length: usize) -> Literal {
    Literal::u32_unsuffixed(u32::try_from(length).unwrap_or(u32::MAX))
}
