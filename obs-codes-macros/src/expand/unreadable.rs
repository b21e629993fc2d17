use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::errors::compile_error;

/// The types where there is no telling what variants they have: the call is wrong, or the file, or its syntax, or a row has no name.
///
/// Empty enums would make an error of every variant that the crate uses, and no types at all an error of every mention. An array
/// whose length is an error is a type of which the compiler has said all it has to say: it takes any use of it for right.
pub(super) fn expand(message: &str, span: Span) -> TokenStream {
    let error = compile_error(message, span);
    quote! {
        /// The table cannot be read.
        pub type Category = [(); #error];
        /// The table cannot be read.
        pub type StatusCode = Category;
        /// The table cannot be read.
        pub type Cause = Category;
        /// The table cannot be read.
        pub type ErrorCode = Category;
        /// The table cannot be read.
        pub type Case = Category;
    }
}
