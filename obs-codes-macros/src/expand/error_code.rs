use proc_macro2::TokenStream;
use quote::quote;

use super::columns::{Letters, Lists, Texts, Values};
use super::docs::{self, Doc, escape};
use super::enumeration::Enumeration;
use crate::lookup::Lookup;
use crate::table::{ErrorCode, Table};

const DOC: &str = "An error code of the table: what stands in `<Code>` of an error response.

`Display` prints the spelling on the wire, and `{:#}` all that is known of it.

It is an error. Where `std::error::Error` is in scope, call `description` and `source` on the value, as in `(*code).description()`: on a
reference the compiler takes the methods of these names that the trait has.";

/// `ErrorCode`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let mut enumeration = Enumeration::new("ErrorCode", format!("{DOC}{}", docs::error_table(table)));
    let mut codes = Texts::new("CODES");
    let mut descriptions = Texts::new("DESCRIPTIONS");
    let mut remedies = Texts::new("REMEDIES");
    let mut statuses = Lists::new("STATUSES", "StatusCode");
    let mut causes = Lists::new("CAUSES", "Cause");
    let mut confidences = Letters::new("CONFIDENCES", "Confidence", "confidences");
    let mut cases = Lists::new("CASES", "Case");
    let mut retries = Letters::new("RETRIES", "Retry", "retries");
    for row in &table.errors {
        enumeration.push(&row.variant, &doc(row, table));
        codes.push(&row.code);
        descriptions.push(&row.description);
        remedies.push(&row.remedy);
        statuses.push(&row.statuses);
        causes.push(&row.causes);
        confidences.push(row.confidence.letter);
        cases.push(&row.cases);
        retries.push(row.retry.letter);
    }
    let sources = sources(&table.errors);
    let keys: Vec<&str> = table.errors.iter().map(|row| row.code.as_str()).collect();
    let lookup = Lookup::of(&keys);
    let definition = enumeration.definition();
    let count = enumeration.count_literal();
    quote! {
        #definition

        const _: () = {
            use #krate::{Confidence, Retry};
            use #krate::__private::{Lists, Lookup, Texts, confidences, retries, rows};

            #enumeration
            #codes
            #descriptions
            #remedies
            #statuses
            #causes
            #confidences
            #cases
            #retries
            #sources
            #lookup
            #krate::impl_error_code!(#count);
        };
    }
}

/// The few different sources, and which one each row has; the first is none.
fn sources(rows: &[ErrorCode]) -> TokenStream {
    let mut known: Vec<&str> = vec![""];
    let mut sources = Texts::new("SOURCES");
    sources.push("");
    let mut chosen = Values::new("SOURCE_OF", "u16");
    for row in rows {
        let mut index = 0;
        while known.get(index).is_some_and(|known| *known != row.source) {
            index += 1;
        }
        if index == known.len() {
            known.push(&row.source);
            sources.push(&row.source);
        }
        chosen.push_number(index);
    }
    quote!(#sources #chosen)
}

fn doc(row: &ErrorCode, table: &Table) -> String {
    Doc::of(format!("{}: {}", docs::code(&row.code), escape(&row.description)))
        .text("What to do", &row.remedy)
        .section("Status", &docs::status_links(table, &row.statuses))
        .section("Causes", &docs::cause_links(table, &row.causes))
        .retry(row.retry)
        .end()
}
