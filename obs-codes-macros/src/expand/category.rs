use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{escape, paragraphs, remedy, section};
use super::enumeration::{Enumeration, Variant};
use super::getters::{Getter, forwarders, inherent};
use super::{Context, columns, conversions, display, from_text, serialization};
use crate::table::Category;

const DOC: &str = "A category of status codes: those with the same first digit.

`Display` prints it as `4XX Client Error`; `{:#}` adds what it means.";
const RETRY: &str = "Whether to retry, and what to do first, after a status of this category that the table does not have.";

/// Generates `Category`.
pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let (krate, rows) = (context.krate, &context.table.categories);
    let of = &context.types.category;
    let name = &of.name;
    let variants = rows.iter().map(|row| Variant::new(&row.variant, doc(row))).collect();
    let enumeration = Enumeration { of, doc: DOC.to_owned(), variants };
    let row = enumeration.row();

    let definition = enumeration.definition();
    let names = enumeration.names();
    let spellings: Vec<String> = rows.iter().map(spelling).collect();
    let spellings = columns::texts("SPELLINGS", spellings.iter().map(String::as_str));
    let titles: Vec<String> = rows.iter().map(title).collect();
    let titles = columns::texts("TITLES", titles.iter().map(String::as_str));
    let descriptions = columns::texts("DESCRIPTIONS", rows.iter().map(|row| row.description.as_str()));
    let remedies = columns::optional_texts("REMEDIES", rows.iter().map(|row| &row.remedy));
    let retries = columns::words("RETRIES", &quote!(Retry), rows.iter().map(|row| row.retry));

    let classes = rows.iter().map(|row| Literal::u16_unsuffixed(row.class));
    let variants = rows.iter().map(|row| &row.variant);
    let getters = [
        Getter::text("as_str", "The category as the table spells it, such as `4XX`.", quote!(SPELLINGS.get(#row))),
        Getter::text("description", "What a status of this category means.", quote!(DESCRIPTIONS.get(#row))),
        Getter::optional_text("remedy", "What to do about it.", quote!(REMEDIES.get_some(#row))),
        Getter::new("retry", RETRY, quote!(Retry), quote!(RETRIES[#row])),
    ];
    let (methods, forwarders) = (inherent(&getters), forwarders(&getters));

    let all = enumeration.all("Every category, in the order of the table.");
    let impls = enumeration.impls(krate, &row);
    let display = display::expand(context, name, "category", &quote!(f.pad(TITLES.get(#row))));
    let from_str = from_text::expand(context, name, "UnknownCategory");
    let serialization = serialization::text(context, name, "the name of a category");
    let conversions = conversions::by_row(context, of, "Category", |extended| extended.categories, &row);
    quote! {
        #definition

        const _: () = {
            use #krate::__private::prelude::*;

            #names
            #spellings
            #titles
            #descriptions
            #remedies
            #retries

            impl #name {
                #all

                /// The category of a status code, if the table has this category. The table need not have the status code.
                #[inline]
                pub const fn of(status: u16) -> Option<Self> {
                    match status / 100 {
                        #(#classes => Some(Self::#variants),)*
                        _ => None,
                    }
                }

                #methods
            }

            #impls

            #[automatically_derived]
            impl #krate::table::AnyCategory for #name {
                fn of(status: u16) -> Option<Self> {
                    Self::of(status)
                }

                #forwarders
            }

            #display

            #from_str
            #serialization
            #conversions
        };
    }
}

fn spelling(row: &Category) -> String {
    format!("{}XX", row.class)
}

/// The spelling and the words of the variant, such as `4XX Client Error`.
fn title(row: &Category) -> String {
    let name = row.variant.to_string();
    let words = name.chars().flat_map(|letter| letter.is_uppercase().then_some(' ').into_iter().chain([letter]));
    spelling(row).chars().chain(words).collect()
}

fn doc(row: &Category) -> String {
    paragraphs([
        Some(format!("`{}`: {}", spelling(row), escape(&row.description))),
        remedy(row.remedy.as_ref()),
        // Only a failure is a reason to retry.
        section("Retry", row.retry.doc).filter(|_| row.class >= 3),
    ])
}
