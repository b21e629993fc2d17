//! Methods that read a column. A type has most of them twice: as a `const fn`, and as a method of a trait.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident;

pub(super) struct Getter {
    pub(super) name: Ident,
    pub(super) doc: String,
    pub(super) returns: TokenStream,
    pub(super) body: TokenStream,
}

impl Getter {
    pub(super) fn new(name: &str, doc: &str, returns: TokenStream, body: TokenStream) -> Self {
        Getter { name: ident(name), doc: doc.to_owned(), returns, body }
    }

    pub(super) fn text(name: &str, doc: &str, body: TokenStream) -> Self {
        Getter::new(name, doc, quote!(&'static str), body)
    }

    pub(super) fn optional_text(name: &str, doc: &str, body: TokenStream) -> Self {
        Getter::new(name, doc, quote!(Option<&'static str>), body)
    }

    /// A getter of a list of values of the type `of`.
    pub(super) fn list(name: &str, doc: &str, of: &Ident, body: TokenStream) -> Self {
        Getter::new(name, doc, quote!(&'static [#of]), body)
    }
}

/// The methods of the type itself.
pub(super) fn inherent(getters: &[Getter]) -> TokenStream {
    let methods = getters.iter().map(|Getter { name, doc, returns, body }| {
        quote! {
            #[doc = #doc]
            #[inline]
            pub const fn #name(&self) -> #returns {
                #body
            }
        }
    });
    quote!(#(#methods)*)
}

/// The methods of a trait, which call those of the type.
pub(super) fn forwarders(getters: &[Getter]) -> TokenStream {
    let methods = getters.iter().map(|Getter { name, returns, .. }| {
        quote! {
            fn #name(&self) -> #returns {
                self.#name()
            }
        }
    });
    quote!(#(#methods)*)
}
