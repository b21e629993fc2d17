use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::args::Type;

/// Gives a type, which is defined as `pub`, the visibility that the caller asked for.
///
/// The types name each other in traits, where a type must not be less visible than the type that names it. So a type that is not
/// `pub` is defined as `pub` in a private module, and re-exported with the caller's visibility.
pub(super) fn visible(of: &Type, definition: TokenStream) -> TokenStream {
    let Type { visibility, name, .. } = of;
    if of.is_public() {
        return definition;
    }
    let module = format_ident!("__{name}");
    quote! {
        #[doc(hidden)]
        #[allow(non_snake_case, unreachable_pub)]
        mod #module {
            // The caller's attributes and derives may use names that are in scope outside.
            #[allow(unused_imports)]
            use super::*;

            #definition
        }
        #[allow(unused_imports)]
        #visibility use #module::#name;
    }
}

/// The visibility of fields that only the generated code uses.
pub(super) fn of_fields(of: &Type) -> Option<TokenStream> {
    (!of.is_public()).then(|| quote!(pub(super)))
}
