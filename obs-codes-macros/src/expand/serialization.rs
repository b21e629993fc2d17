//! Generates `Serialize` and `Deserialize`, for use if `obs-codes` has the feature `serde`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Context;

/// Serializes as a text, which `FromStr` reads. `expected` describes such a text in errors.
pub(super) fn text(context: &Context<'_>, name: &Ident, expected: &str) -> TokenStream {
    let krate = context.krate;
    let visitor = quote!(#krate::__private::TextVisitor::<Self>::new(#expected));
    expand(context, name, &quote!(serializer.serialize_str(self.as_str())), &quote!(deserializer.deserialize_str(#visitor)))
}

/// Serializes as a number, which `TryFrom` reads.
pub(super) fn number(context: &Context<'_>, name: &Ident) -> TokenStream {
    let krate = context.krate;
    let deserialize = quote! {
        let number = <u16 as #krate::__private::serde_core::Deserialize>::deserialize(deserializer)?;
        <Self as ::core::convert::TryFrom<u16>>::try_from(number).map_err(#krate::__private::serde_core::de::Error::custom)
    };
    expand(context, name, &quote!(serializer.serialize_u16(self.as_u16())), &deserialize)
}

fn expand(context: &Context<'_>, name: &Ident, serialize: &TokenStream, deserialize: &TokenStream) -> TokenStream {
    let krate = context.krate;
    quote! {
        #krate::__if_serde! {
            #[automatically_derived]
            impl #krate::__private::serde_core::Serialize for #name {
                fn serialize<S: #krate::__private::serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    #serialize
                }
            }

            #[automatically_derived]
            impl<'de> #krate::__private::serde_core::Deserialize<'de> for #name {
                fn deserialize<D: #krate::__private::serde_core::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    #deserialize
                }
            }
        }
    }
}
