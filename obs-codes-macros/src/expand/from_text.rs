use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::{Context, ident};

/// Generates `FromStr` as a search through all rows, for types that have few rows.
pub(super) fn expand(context: &Context<'_>, name: &Ident, error: &str) -> TokenStream {
    let (krate, error) = (context.krate, ident(error));
    quote! {
        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #krate::#error;

            fn from_str(name: &str) -> Result<Self, #krate::#error> {
                Self::ALL.iter().copied().find(|row| row.as_str() == name).ok_or(#krate::#error::ERROR)
            }
        }
    }
}
