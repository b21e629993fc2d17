use proc_macro2::TokenStream;
use quote::quote;

use super::columns::{Letters, Texts, Values};
use super::docs::{Doc, escape};
use super::enumeration::Enumeration;
use crate::table::Table;

const DOC: &str = "The category of a status code: its first digit.

`Display` prints it as `4XX Client Error`, and `{:#}` what it means as well.";

/// `Category`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let mut enumeration = Enumeration::new("Category", DOC.to_owned());
    let mut classes = Values::new("CLASSES", "u16");
    let mut spellings = Texts::new("SPELLINGS");
    let mut descriptions = Texts::new("DESCRIPTIONS");
    let mut remedies = Texts::new("REMEDIES");
    let mut retries = Letters::new("RETRIES", "Retry", "retries");
    for row in &table.categories {
        let spelling = format!("{}XX", row.class);
        let doc = Doc::of(format!("`{spelling}`: {}", escape(&row.description)));
        let doc = doc.text("What to do", &row.remedy).retry(row.retry).end();
        enumeration.push(&row.variant, &doc);
        classes.push_number(usize::from(row.class));
        spellings.push(&spelling);
        descriptions.push(&row.description);
        remedies.push(&row.remedy);
        retries.push(row.retry.letter);
    }
    let definition = enumeration.definition();
    let count = enumeration.count_literal();
    quote! {
        #definition

        const _: () = {
            use #krate::Retry;
            use #krate::__private::{Texts, retries};

            #enumeration
            #classes
            #spellings
            #descriptions
            #remedies
            #retries
            #krate::impl_category!(#count);
        };
    }
}
