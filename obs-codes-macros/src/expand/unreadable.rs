use proc_macro2::TokenStream;
use quote::quote;

use crate::args::{Type, Types};

/// Placeholders for types whose variants are unknown: the call is wrong, the file cannot be read, or a row has no variant.
///
/// With empty enums, each use of a variant would be another error; without types, each use of a type. The length of this array is an
/// error that the compiler reports once. It then accepts any use of the type.
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
