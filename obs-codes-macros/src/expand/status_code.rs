use std::fmt::Write as _;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::columns::{Letters, Lists, Selection, Texts, Values};
use super::docs::{self, Doc, escape};
use super::enumeration::Enumeration;
use crate::table::{StatusCode, Table};

const DOC: &str = "An HTTP status code of the table.

`Display` prints it as `403 Forbidden`, and `{:#}` all that is known of it.";

/// `StatusCode`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let mut enumeration = Enumeration::new("StatusCode", DOC.to_owned());
    let mut numbers = Values::new("NUMBERS", "u16");
    let mut digits = Texts::new("DIGITS");
    let mut reasons = Texts::new("REASONS");
    let mut descriptions = Texts::new("DESCRIPTIONS");
    let mut remedies = Texts::new("REMEDIES");
    let mut categories = Selection::new("CATEGORIES", "Category");
    let mut causes = Lists::new("CAUSES", "Cause");
    let mut errors = Lists::new("ERROR_CODES", "ErrorCode");
    let mut retries = Letters::new("RETRIES", "Retry", "retries");
    for row in &table.statuses {
        enumeration.push_numbered(&row.variant, &Literal::u16_unsuffixed(row.number), &doc(row, table));
        numbers.push_number(usize::from(row.number));
        digits.push(&row.number.to_string());
        reasons.push(&row.reason);
        descriptions.push(&row.description);
        remedies.push(&row.remedy);
        categories.push(row.category);
        causes.push(&row.causes);
        errors.push(&row.errors);
        retries.push(row.retry.letter);
    }
    let definition = enumeration.definition();
    let count = enumeration.count_literal();
    quote! {
        #definition

        const _: () = {
            use #krate::Retry;
            use #krate::__private::{Lists, Numbers, Texts, rows, retries};

            #enumeration
            #numbers
            static BY_NUMBER: Numbers = Numbers::new(&NUMBERS);
            #digits
            #reasons
            #descriptions
            #remedies
            #categories
            #causes
            #errors
            #retries
            #krate::impl_status_code!(#count);
        };
    }
}

fn doc(row: &StatusCode, table: &Table) -> String {
    let mut causes = String::new();
    for cause in &row.causes {
        if let Some(cause) = table.causes.get(*cause) {
            let _ = write!(causes, "\n- {}: {}", docs::cause_link(cause), escape(&cause.description));
        }
    }
    Doc::of(format!("`{}` {}: {}", row.number, escape(&row.reason), escape(&row.description)))
        .text("What to do", &row.remedy)
        .section("Possible causes", &causes)
        .section("Error codes", &docs::error_links(table, &row.errors))
        .retry(row.retry)
        .end()
}
