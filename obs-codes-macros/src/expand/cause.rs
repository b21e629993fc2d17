use proc_macro2::TokenStream;
use quote::quote;

use super::columns::{Lists, Texts, Values};
use super::docs::{self, Doc, escape};
use super::enumeration::Enumeration;
use crate::table::{Cause, Table};

const DOC: &str = "A documented possible cause of a status.

`Display` prints its description, and `{:#}` its remedy as well.";

/// `Cause`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let mut enumeration = Enumeration::new("Cause", DOC.to_owned());
    let mut descriptions = Texts::new("DESCRIPTIONS");
    let mut remedies = Texts::new("REMEDIES");
    let mut statuses = Values::new("STATUSES", "StatusCode");
    let mut errors = Lists::new("ERROR_CODES", "ErrorCode");
    for row in &table.causes {
        enumeration.push(&row.variant, &doc(row, table));
        descriptions.push(&row.description);
        remedies.push_some(row.remedy.as_ref());
        if let Some(status) = table.statuses.get(row.status) {
            statuses.push(&status.variant);
        }
        for error in table.errors_at(&row.errors) {
            errors.push(&error.variant);
        }
        errors.end_row();
    }
    let definition = enumeration.definition();
    let count = enumeration.count_literal();
    quote! {
        #definition

        const _: () = {
            use #krate::__private::{Lists, Texts};

            #enumeration
            #descriptions
            #remedies
            #statuses
            #errors
            #krate::impl_cause!(#count, ROWS, NAMES, DESCRIPTIONS, REMEDIES, STATUSES, ERROR_CODES);
        };
    }
}

fn doc(row: &Cause, table: &Table) -> String {
    let status = table.statuses.get(row.status).map(docs::status_link).unwrap_or_default();
    Doc::of(escape(&row.description))
        .text("What to do", row.remedy.as_ref())
        .section("Status", &status)
        .section("Error codes", &docs::error_links(table, &row.errors))
        .end()
}
