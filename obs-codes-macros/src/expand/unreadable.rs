use proc_macro2::TokenStream;
use quote::quote;

use crate::args::{Type, Types};

/// The types where it is unknown which variants they have: the call is wrong, or the file cannot be read, or a row has no name.
///
/// With empty enums, each variant that the crate uses would be an error of its own, and without types each mention of one. The length of
/// this array is an error that the compiler reports once; it then accepts any use of the type.
pub(crate) fn unreadable(types: &Types, error: &TokenStream) -> TokenStream {
    let Types { category, status_code, cause, error_code, case } = types;
    let Type { visibility, name: first, .. } = category;
    let others = [status_code, cause, error_code, case].into_iter().map(|Type { visibility, name, .. }| {
        quote! {
            /// The table cannot be read.
            #visibility type #name = #first;
        }
    });
    quote! {
        /// The table cannot be read.
        #visibility type #first = [(); #error];
        #(#others)*
    }
}
