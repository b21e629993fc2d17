//! The enum of a type, a documented variant for each row.

use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};

use super::columns::{Texts, Values, punct};
use super::ident;

/// An enum, the array of its variants and the column of their names.
pub(super) struct Enumeration {
    name: Ident,
    doc: String,
    variants: TokenStream,
    rows: Values,
    names: Texts,
    count: usize,
}

impl Enumeration {
    pub(super) fn new(name: &str, doc: String) -> Self {
        Enumeration {
            name: ident(name),
            doc,
            variants: TokenStream::new(),
            rows: Values::new("ROWS", name),
            names: Texts::new("NAMES"),
            count: 0,
        }
    }

    /// A variant whose number is that of its row.
    pub(super) fn push(&mut self, variant: &Ident, doc: &str) {
        self.begin(variant, doc);
        self.end(variant);
    }

    /// A variant with a number of its own.
    pub(super) fn push_numbered(&mut self, variant: &Ident, number: &Literal, doc: &str) {
        self.begin(variant, doc);
        self.variants.append(punct('='));
        self.variants.append(TokenTree::Literal(number.clone()));
        self.end(variant);
    }

    /// `#[doc = "…"] Variant`
    fn begin(&mut self, variant: &Ident, doc: &str) {
        let mut attribute = TokenStream::new();
        attribute.append(TokenTree::Ident(ident("doc")));
        attribute.append(punct('='));
        attribute.append(TokenTree::Literal(Literal::string(doc)));
        self.variants.append(punct('#'));
        self.variants.append(TokenTree::Group(Group::new(Delimiter::Bracket, attribute)));
        self.variants.append(TokenTree::Ident(variant.clone()));
    }

    fn end(&mut self, variant: &Ident) {
        self.variants.append(punct(','));
        self.rows.push(variant);
        self.names.push(&variant.to_string());
        self.count += 1;
    }

    /// The definition of the type.
    pub(super) fn definition(&self) -> TokenStream {
        let Enumeration { name, doc, variants, .. } = self;
        // Always the same, so that a row more does not change the type; an enum without variants cannot have a representation.
        let repr = (self.count > 0).then(|| quote!(#[repr(u16)]));
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

/// The columns that every type has.
impl ToTokens for Enumeration {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.rows.to_tokens(tokens);
        self.names.to_tokens(tokens);
    }
}
