//! Generates the enum of a type, with a documented variant for each row, and the code that all enums share.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::columns;
use super::visibility::visible;
use crate::args::Type;

/// An enum with a variant for each row.
pub(super) struct Enumeration<'a> {
    pub(super) of: &'a Type,
    /// The documentation of the type, which follows the caller's own.
    pub(super) doc: String,
    pub(super) variants: Vec<Variant<'a>>,
}

pub(super) struct Variant<'a> {
    pub(super) name: &'a Ident,
    pub(super) doc: String,
    /// Other names by which a search of the documentation finds it.
    pub(super) aliases: Vec<&'a str>,
    /// Its discriminant, if the discriminant has a meaning.
    pub(super) number: Option<u16>,
    pub(super) deprecated: Option<&'a str>,
}

impl<'a> Variant<'a> {
    pub(super) fn new(name: &'a Ident, doc: String) -> Self {
        Variant { name, doc, aliases: Vec::new(), number: None, deprecated: None }
    }
}

impl Enumeration<'_> {
    /// The definition of the enum.
    pub(super) fn definition(&self) -> TokenStream {
        let name = &self.of.name;
        let attributes = attributes(self.of, &self.doc);
        let is_numbered = self.variants.iter().any(|variant| variant.number.is_some());
        let repr = is_numbered.then(|| quote!(#[repr(u16)]));
        let variants = self.variants.iter().map(definition_of);
        let definition = quote! {
            #attributes
            #[non_exhaustive]
            #repr
            pub enum #name {
                #(#variants,)*
            }
        };
        visible(self.of, definition)
    }

    /// An expression for the row of `self`.
    pub(super) fn row(&self) -> TokenStream {
        if self.variants.is_empty() { quote!(row(self)) } else { quote!(*self as usize) }
    }

    /// The function `row`, which replaces the cast in [`row`](Self::row): an enum without variants cannot be cast.
    fn row_of_none(&self) -> Option<TokenStream> {
        let name = &self.of.name;
        self.variants.is_empty().then(|| {
            quote! {
                const fn row(none: &#name) -> usize {
                    match *none {}
                }
            }
        })
    }

    /// The constant with all rows.
    pub(super) fn all(&self, doc: &str) -> TokenStream {
        let name = &self.of.name;
        let variants = self.variants.iter().map(|variant| variant.name);
        let allow = self.variants.iter().any(|variant| variant.deprecated.is_some()).then(|| quote!(#[allow(deprecated)]));
        quote! {
            #[doc = #doc]
            #allow
            pub const ALL: &'static [Self] = &[#(#name::#variants),*];
        }
    }

    /// The names of the variants, and the function `row` if [`row`](Self::row) calls it.
    pub(super) fn names(&self) -> TokenStream {
        let row_of_none = self.row_of_none();
        let names: Vec<String> = self.variants.iter().map(|variant| variant.name.to_string()).collect();
        let names = columns::texts("NAMES", names.iter().map(String::as_str));
        quote!(#row_of_none #names)
    }

    /// `Debug` and the traits that all generated types implement.
    pub(super) fn impls(&self, krate: &TokenStream, row: &TokenStream) -> TokenStream {
        let name = &self.of.name;
        let row_impls = row_impls(name, krate);
        quote! {
            #row_impls

            #[automatically_derived]
            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.write_str(NAMES.get(#row))
                }
            }
        }
    }
}

fn definition_of(variant: &Variant<'_>) -> TokenStream {
    let Variant { name, doc, aliases, number, deprecated } = variant;
    let aliases = aliases.iter().filter(|alias| is_searchable(alias) && *name != **alias);
    let deprecated = deprecated.map(|text| quote!(#[deprecated = #text]));
    let number = number.map(|number| {
        let number = Literal::u16_unsuffixed(number);
        quote!(= #number)
    });
    quote! {
        #[doc = #doc]
        #(#[doc(alias = #aliases)])*
        #deprecated
        #name #number
    }
}

/// Whether rustdoc accepts a text as an alias.
fn is_searchable(alias: &str) -> bool {
    let is_refused = |letter: char| matches!(letter, '"' | '\'') || (letter.is_whitespace() && letter != ' ');
    alias.trim() == alias && !alias.contains(is_refused)
}

/// The attributes of a type: those of the caller, then our documentation and derives.
pub(super) fn attributes(of: &Type, doc: &str) -> TokenStream {
    let own = &of.attributes;
    // Ends the paragraph of the caller's documentation.
    let blank = (!own.is_empty()).then(|| quote!(#[doc = ""]));
    quote! {
        #own
        #blank
        #[doc = #doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    }
}

/// The traits that all generated types implement.
pub(super) fn row_impls(name: &Ident, krate: &TokenStream) -> TokenStream {
    quote! {
        #[doc(hidden)]
        #[automatically_derived]
        impl #krate::__private::Generated for #name {}

        #[automatically_derived]
        impl #krate::table::Row for #name {
            const ALL: &'static [Self] = #name::ALL;
        }
    }
}
