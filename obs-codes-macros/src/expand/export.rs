use proc_macro2::TokenStream;
use quote::quote;

use super::ident;

/// A macro through which other tables extend this one. It passes the text of this table to `codes!`.
pub(super) fn expand(name: &str, text: &str) -> TokenStream {
    let extend = ident(&format!("__extend_{name}"));
    quote! {
        #[doc(hidden)]
        #[macro_export]
        macro_rules! #extend {
            ($($table:tt)*) => {
                $crate::__private::codes! { crate = $crate; shipped = #name #text; $($table)* }
            };
        }
    }
}
