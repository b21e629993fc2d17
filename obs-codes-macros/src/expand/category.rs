use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::columns::{retries, texts, variants};
use super::docs::{Doc, escape};
use super::{repr, row};
use crate::table::{Category, Table};

/// `Category`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let rows = &table.categories;
    let names: Vec<&Ident> = rows.iter().map(|row| &row.variant).collect();
    let docs = rows.iter().map(doc);
    let repr = repr(rows.len());
    let row = row(rows.len());
    let spellings: Vec<String> = rows.iter().map(|row| format!("{}XX", row.class)).collect();
    let all = variants(&format_ident!("ROWS"), &format_ident!("Category"), names.iter().copied());
    let name_column: Vec<String> = names.iter().map(ToString::to_string).collect();
    let name_column = texts(&format_ident!("NAMES"), name_column.iter().map(String::as_str));
    let spelling_column = texts(&format_ident!("SPELLINGS"), spellings.iter().map(String::as_str));
    let descriptions = texts(&format_ident!("DESCRIPTIONS"), rows.iter().map(|row| row.description.as_str()));
    let retries = retries(rows.iter().map(|row| row.retry));
    let classes = rows.iter().map(|row| {
        let (first, last) = (Literal::u16_unsuffixed(row.class * 100), Literal::u16_unsuffixed(row.class * 100 + 99));
        let variant = &row.variant;
        quote!(#first..=#last => ::core::option::Option::Some(Self::#variant))
    });
    quote! {
        /// The category of a status code: its first digit.
        ///
        /// `Display` prints it as `4XX Client Error`, and `{:#}` what it means as well.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #repr
        pub enum Category {
            #(#[doc = #docs] #names,)*
        }

        const _: () = {
            use #krate::Retry;
            use #krate::__private::Texts;

            #all
            #name_column
            #spelling_column
            #descriptions
            #retries

            impl Category {
                /// Every category, in the order of the table.
                pub const ALL: &'static [Self] = &ROWS;

                #row

                /// The category of a status code, whether the table has that status or not.
                pub const fn of(status: u16) -> ::core::option::Option<Self> {
                    match status {
                        #(#classes,)*
                        _ => ::core::option::Option::None,
                    }
                }

                /// The category as the table spells it, such as `4XX`.
                pub const fn as_str(self) -> &'static str {
                    SPELLINGS.get(self.__row())
                }

                /// What a status of this category means.
                pub const fn description(self) -> &'static str {
                    DESCRIPTIONS.get(self.__row())
                }

                /// The verdict on a status of this category that the table does not have.
                pub const fn retry(self) -> Retry {
                    RETRIES[self.__row()]
                }
            }

            #krate::impl_category!(Category, NAMES);
        };
    }
}

fn doc(row: &Category) -> String {
    Doc::of(format!("`{}XX`: {}", row.class, escape(&row.description))).retry(row.retry).end()
}
