//! Conversions to and from the types of the extended table.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Context, ident};
use crate::args::Type;
use crate::table::Extended;

/// Conversions of the type `of`, which is called `shipped` in the extended table. Its first `count` rows are those of the extended table;
/// `row` is the row of `self`.
pub(super) fn by_row(
    context: &Context<'_>,
    of: &Type,
    shipped: &str,
    count: impl Fn(&Extended) -> usize,
    row: &TokenStream,
) -> Option<TokenStream> {
    let krate = context.krate;
    let count = Literal::usize_unsuffixed(count(context.table.extends.as_ref()?));
    let (error, shipped_type) = (ident(&format!("Unknown{shipped}")), ident(shipped));
    let conversion = Conversion {
        from: quote!(Self::ALL[row as usize]),
        to: quote!(if (#row) < #count { Some(#krate::#shipped_type::ALL[#row]) } else { None }),
        error: quote!(#krate::#error::ERROR),
    };
    conversion.expand(context, of, shipped)
}

/// Conversions of status codes, which have the same number in both tables.
pub(super) fn by_number(context: &Context<'_>, of: &Type) -> Option<TokenStream> {
    let krate = context.krate;
    let conversion = Conversion {
        from: quote!(Self::ALL[NUMBERS.row(row.as_u16())]),
        to: quote!(#krate::StatusCode::from_u16(self.as_u16())),
        error: quote!(#krate::UnknownStatusCode::new(row.as_u16())),
    };
    conversion.expand(context, of, "StatusCode")
}

/// The expressions of the conversions between the two tables.
struct Conversion {
    /// The value that has the same row as `row` of the extended table.
    from: TokenStream,
    /// The value of the extended table that has the same row as `self`, if there is one.
    to: TokenStream,
    /// The error if there is none for `row`.
    error: TokenStream,
}

impl Conversion {
    fn expand(&self, context: &Context<'_>, of: &Type, shipped: &str) -> Option<TokenStream> {
        let table = context.shipped?;
        let (krate, name, Conversion { from, to, error }) = (context.krate, &of.name, self);
        let (from_name, to_name) = (ident(&format!("from_{table}")), ident(&format!("to_{table}")));
        let (shipped, error_type) = (ident(shipped), ident(&format!("Unknown{shipped}")));
        Some(quote! {
            impl #name {
                /// The same row of this table, which has all rows of the table that it extends.
                #[inline]
                pub const fn #from_name(row: #krate::#shipped) -> Self {
                    #from
                }

                /// The same row of the table that this one extends, if that table has it.
                #[inline]
                pub const fn #to_name(&self) -> Option<#krate::#shipped> {
                    #to
                }
            }

            #[automatically_derived]
            impl ::core::convert::From<#krate::#shipped> for #name {
                fn from(row: #krate::#shipped) -> Self {
                    Self::#from_name(row)
                }
            }

            #[automatically_derived]
            impl ::core::convert::TryFrom<#name> for #krate::#shipped {
                type Error = #krate::#error_type;

                fn try_from(row: #name) -> Result<Self, #krate::#error_type> {
                    row.#to_name().ok_or(#error)
                }
            }
        })
    }
}
