use proc_macro2::TokenStream;
use quote::quote;

use super::columns::{Lists, Selection, Texts};
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
    let mut statuses = Selection::new("STATUSES", "StatusCode");
    let mut errors = Lists::new("ERROR_CODES", "ErrorCode");
    for row in &table.causes {
        enumeration.push(&row.variant, &doc(row, table));
        descriptions.push(&row.description);
        remedies.push(&row.remedy);
        statuses.push(row.status);
        errors.push(&row.errors);
    }
    let definition = enumeration.definition();
    let count = enumeration.count_literal();
    quote! {
        #definition

        const _: () = {
            use #krate::__private::{Lists, Texts, rows};

            #enumeration
            #descriptions
            #remedies
            #statuses
            #errors
            #krate::impl_cause!(#count);
        };
    }
}

fn doc(row: &Cause, table: &Table) -> String {
    let status = table.statuses.get(row.status).map(docs::status_link).unwrap_or_default();
    Doc::of(escape(&row.description))
        .text("What to do", &row.remedy)
        .section("Status", &status)
        .section("Error codes", &docs::error_links(table, &row.errors))
        .end()
}
