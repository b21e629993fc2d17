//! The enum of a type, a documented variant for each row.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};

use super::columns::{Texts, Values};

/// An enum, the array of its variants and the column of their names.
pub(super) struct Enumeration {
    name: Ident,
    doc: String,
    variants: TokenStream,
    rows: Values,
    names: Texts,
    count: usize,
    numbered: bool,
}

impl Enumeration {
    pub(super) fn new(name: &str, doc: String) -> Self {
        Enumeration {
            name: format_ident!("{name}"),
            doc,
            variants: TokenStream::new(),
            rows: Values::new("ROWS", name),
            names: Texts::new("NAMES"),
            count: 0,
            numbered: false,
        }
    }

    /// A variant whose number is that of its row.
    pub(super) fn push(&mut self, variant: &Ident, doc: &str) {
        self.document(doc);
        self.variants.extend([TokenTree::Ident(variant.clone()), punct(',')]);
        self.count(variant);
    }

    /// A variant with a number of its own.
    pub(super) fn push_numbered(&mut self, variant: &Ident, number: &Literal, doc: &str) {
        self.document(doc);
        self.variants.extend([TokenTree::Ident(variant.clone()), punct('='), TokenTree::Literal(number.clone()), punct(',')]);
        self.count(variant);
        self.numbered = true;
    }

    /// The attribute is put together by hand: `quote!` would call the compiler several times for each row.
    fn document(&mut self, doc: &str) {
        let attribute = [TokenTree::Ident(format_ident!("doc")), punct('='), TokenTree::Literal(Literal::string(doc))];
        self.variants.extend([punct('#'), TokenTree::Group(Group::new(Delimiter::Bracket, TokenStream::from_iter(attribute)))]);
    }

    fn count(&mut self, variant: &Ident) {
        self.rows.push(variant);
        self.names.push(&variant.to_string());
        self.count += 1;
    }

    /// The definition of the type.
    pub(super) fn definition(&self) -> TokenStream {
        let Enumeration { name, doc, variants, .. } = self;
        let repr = match self.count {
            // An enum without variants cannot have a representation.
            0 => None,
            _ if self.numbered => Some(quote!(#[repr(u16)])),
            1..=256 => Some(quote!(#[repr(u8)])),
            _ => Some(quote!(#[repr(u16)])),
        };
        quote! {
            #[doc = #doc]
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[non_exhaustive]
            #repr
            pub enum #name { #variants }
        }
    }

    /// How many rows there are, for the macros of `obs-codes`, which tell an empty enum from others.
    pub(super) fn count_literal(&self) -> Literal {
        Literal::usize_unsuffixed(self.count)
    }
}

fn punct(letter: char) -> TokenTree {
    TokenTree::Punct(Punct::new(letter, Spacing::Alone))
}

/// The columns that every type has.
impl ToTokens for Enumeration {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.rows.to_tokens(tokens);
        self.names.to_tokens(tokens);
    }
}
