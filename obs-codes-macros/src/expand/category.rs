use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::columns::{Letters, Texts};
use super::docs::{Doc, escape};
use super::enumeration::Enumeration;
use crate::table::Table;

const DOC: &str = "The category of a status code: its first digit.

`Display` prints it as `4XX Client Error`, and `{:#}` what it means as well.";

/// `Category`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let mut enumeration = Enumeration::new("Category", DOC.to_owned());
    let mut spellings = Texts::new("SPELLINGS");
    let mut descriptions = Texts::new("DESCRIPTIONS");
    let mut remedies = Texts::new("REMEDIES");
    let mut retries = Letters::new("RETRIES", "Retry", "retries");
    let mut classes = TokenStream::new();
    for row in &table.categories {
        let spelling = format!("{}XX", row.class);
        let doc = Doc::of(format!("`{spelling}`: {}", escape(&row.description)));
        let doc = doc.text("What to do", &row.remedy).retry(row.retry).end();
        enumeration.push(&row.variant, &doc);
        spellings.push(&spelling);
        descriptions.push(&row.description);
        remedies.push(&row.remedy);
        retries.push(row.retry.letter);
        let (class, variant) = (Literal::u16_unsuffixed(row.class), &row.variant);
        classes.extend(quote!(#class => #variant,));
    }
    let definition = enumeration.definition();
    let count = enumeration.count_literal();
    quote! {
        #definition

        const _: () = {
            use #krate::Retry;
            use #krate::__private::{Texts, retries};

            #enumeration
            #spellings
            #descriptions
            #remedies
            #retries
            #krate::impl_category!(#count, { #classes }, ROWS, NAMES, SPELLINGS, DESCRIPTIONS, REMEDIES, RETRIES);
        };
    }
}
