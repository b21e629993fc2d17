use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Context, ident};

/// Generates `Display`: `{:#}` prints the whole explanation, `{}` only `brief`.
pub(super) fn expand(context: &Context<'_>, name: &Ident, explanation: &str, brief: &TokenStream) -> TokenStream {
    let (krate, explanation) = (context.krate, ident(explanation));
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                if f.alternate() {
                    #krate::__private::explanation::#explanation(self, f)
                } else {
                    #brief
                }
            }
        }
    }
}
