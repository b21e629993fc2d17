//! Generates the statics that contain the table, one for each attribute of a type.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use super::docs::escape;
use super::getters::Getter;
use super::ident;
use crate::spec::Word;
use crate::table::{Column, ColumnValues};

/// A text for each row; an empty one for a row without a text.
pub(super) fn texts<'a>(name: &str, texts: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let name = ident(name);
    let texts: Vec<&str> = texts.into_iter().collect();
    let offsets = offsets(texts.iter().map(|text| text.len()));
    let count = Literal::usize_unsuffixed(offsets.len());
    quote!(static #name: Texts<#count> = Texts::new(::core::concat!(#(#texts),*), [#(#offsets),*]);)
}

/// A text for each row that has one.
pub(super) fn optional_texts<'a>(name: &str, values: impl IntoIterator<Item = &'a Option<String>>) -> TokenStream {
    texts(name, values.into_iter().map(|text| text.as_deref().unwrap_or_default()))
}

/// A value of any type for each row, given as an expression.
pub(super) fn values(name: &str, of: &TokenStream, values: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let name = ident(name);
    let values: Vec<TokenStream> = values.into_iter().collect();
    let count = Literal::usize_unsuffixed(values.len());
    quote!(static #name: [#of; #count] = [#(#values),*];)
}

/// One of a few words for each row: a variant of an enum of `obs-codes`.
pub(super) fn words(name: &str, of: &TokenStream, words: impl IntoIterator<Item = &'static Word>) -> TokenStream {
    values(name, of, words.into_iter().map(|word| variant(of, word)))
}

/// The variant of an enum of `obs-codes` that a word stands for.
pub(super) fn variant(of: &TokenStream, word: &Word) -> TokenStream {
    let variant = ident(word.variant);
    quote!(#of::#variant)
}

/// A value of the type `of` for each row, given by its index.
pub(super) fn rows(name: &str, of: &Ident, rows: impl IntoIterator<Item = usize>) -> TokenStream {
    let name = ident(name);
    let rows: Vec<usize> = rows.into_iter().collect();
    let count = Literal::usize_unsuffixed(rows.len());
    let rows = select(of, &rows);
    quote!(static #name: [#of; #count] = #rows;)
}

/// A list of values of the type `of` for each row, given by their indices.
pub(super) fn lists<'a>(name: &str, of: &Ident, rows: impl IntoIterator<Item = &'a [usize]>) -> TokenStream {
    let lists: Vec<&[usize]> = rows.into_iter().collect();
    let rows = select(of, &lists.concat());
    lists_of(name, &quote!(#of), &rows, lists.iter().map(|list| list.len()))
}

/// A list for each row, given by the items of all lists and the length of each list.
pub(super) fn lists_of(name: &str, of: &TokenStream, items: &TokenStream, lengths: impl Iterator<Item = usize>) -> TokenStream {
    let name = ident(name);
    let lengths: Vec<usize> = lengths.collect();
    let length = Literal::usize_unsuffixed(lengths.iter().sum());
    let offsets = offsets(lengths);
    let count = Literal::usize_unsuffixed(offsets.len());
    quote!(static #name: Lists<#of, #length, #count> = Lists::new(#items, [#(#offsets),*]);)
}

/// An array of values of the type `of`, given by their indices.
fn select(of: &Ident, rows: &[usize]) -> TokenStream {
    if rows.is_empty() {
        return quote!([]);
    }
    let rows = rows.iter().copied().map(Literal::usize_unsuffixed);
    quote!(select(#of::ALL, [#(#rows),*]))
}

/// The start of each row, and the end of the last one.
fn offsets(lengths: impl IntoIterator<Item = usize>) -> Vec<Literal> {
    let ends = lengths.into_iter().scan(0, |end, length| {
        *end += length;
        Some(*end)
    });
    std::iter::once(0).chain(ends).map(Literal::usize_unsuffixed).collect()
}

/// The columns that the table adds to a type, and their getters, which read the row `row`.
pub(super) fn own(own: &[Column], row: &TokenStream) -> (TokenStream, Vec<Getter>) {
    own.iter().map(|column| (own_column(column), own_getter(column, row))).unzip()
}

fn own_column(column: &Column) -> TokenStream {
    let name = static_name(column);
    match &column.values {
        ColumnValues::Strings(texts) => optional_texts(&name, texts),
        ColumnValues::Integers(integers) => {
            scalars(&name, &quote!(i64), column.is_total, integers, |integer| Literal::i64_unsuffixed(*integer).to_token_stream())
        }
        ColumnValues::Booleans(booleans) => scalars(&name, &quote!(bool), column.is_total, booleans, bool::to_token_stream),
    }
}

fn own_getter(column: &Column, row: &TokenStream) -> Getter {
    let Column { name, doc, is_total, values } = column;
    let items = ident(&static_name(column));
    let (of, body) = match values {
        ColumnValues::Strings(_) if *is_total => (quote!(&'static str), quote!(#items.get(#row))),
        ColumnValues::Strings(_) => (quote!(&'static str), quote!(#items.get_some(#row))),
        ColumnValues::Integers(_) => (quote!(i64), quote!(#items[#row])),
        ColumnValues::Booleans(_) => (quote!(bool), quote!(#items[#row])),
    };
    let doc = doc.as_deref().map_or_else(|| format!("The value of `{name}` in this table."), escape);
    let returns = if *is_total { of } else { quote!(Option<#of>) };
    Getter { name: name.clone(), doc, returns, body }
}

/// The name of a column's static. The prefix avoids conflicts with the other statics.
fn static_name(column: &Column) -> String {
    format!("OWN_{}", column.name.to_string().trim_start_matches("r#").to_uppercase())
}

/// An integer or boolean for each row, or an `Option` of one.
fn scalars<T>(
    name: &str,
    of: &TokenStream,
    is_total: bool,
    scalars: &[Option<T>],
    literal: impl Fn(&T) -> TokenStream,
) -> TokenStream {
    let scalars = scalars.iter().map(|scalar| scalar.as_ref().map(&literal));
    if is_total {
        return values(name, of, scalars.flatten());
    }
    let optional = scalars.map(|scalar| scalar.map_or_else(|| quote!(None), |scalar| quote!(Some(#scalar))));
    values(name, &quote!(Option<#of>), optional)
}
