use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{escape, own_values, paragraphs, remedy, section};
use super::enumeration::{Enumeration, Variant};
use super::getters::{Getter, forwarders, inherent};
use super::{Context, columns, conversions, display, from_text, serialization};
use crate::args::Types;

const DOC: &str = "A documented possible cause of a status.

`Display` prints its description; `{:#}` adds its remedy.";

/// Generates `Cause`.
pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let (krate, rows) = (context.krate, &context.table.causes);
    let Types { cause: of, status_code, error_code, .. } = context.types;
    let (name, status_code, error_code) = (&of.name, &status_code.name, &error_code.name);
    let variants = (0..rows.len()).map(|row| variant(row, context)).collect();
    let enumeration = Enumeration { of, doc: DOC.to_owned(), variants };
    let row = enumeration.row();

    let definition = enumeration.definition();
    let names = enumeration.names();
    let descriptions = columns::texts("DESCRIPTIONS", rows.iter().map(|row| row.description.as_str()));
    let remedies = columns::optional_texts("REMEDIES", rows.iter().map(|row| &row.remedy));
    let statuses = columns::rows("STATUSES", status_code, rows.iter().map(|row| row.status));
    let error_codes = columns::lists("ERROR_CODES", error_code, rows.iter().map(|row| row.errors.as_slice()));
    let (own_columns, own_getters) = columns::own(&context.table.columns.cause, &row);

    let getters = getters(context, &row);
    let (methods, own_methods, forwarders) = (inherent(&getters), inherent(&own_getters), forwarders(&getters));

    let all = enumeration.all("Every cause, in the order of the table.");
    let impls = enumeration.impls(krate, &row);
    let display = display::expand(context, name, "cause", &quote!(f.pad(self.description())));
    let from_str = from_text::expand(context, name, "UnknownCause");
    let serialization = serialization::text(context, name, "the name of a cause");
    let conversions = conversions::by_row(context, of, "Cause", |extended| extended.causes, &row);
    quote! {
        #definition

        const _: () = {
            use #krate::__private::prelude::*;

            #names
            #descriptions
            #remedies
            #statuses
            #error_codes
            #own_columns

            impl #name {
                #all
                #methods
                #own_methods
            }

            #impls

            #[automatically_derived]
            impl #krate::table::AnyCause for #name {
                type StatusCode = #status_code;
                type ErrorCode = #error_code;

                #forwarders
            }

            #display

            #from_str
            #serialization
            #conversions
        };
    }
}

fn getters(context: &Context<'_>, row: &TokenStream) -> Vec<Getter> {
    let (status_code, error_code) = (&context.types.status_code.name, &context.types.error_code.name);
    vec![
        Getter::text("as_str", "The name of the cause, which is also the name of its variant.", quote!(NAMES.get(#row))),
        Getter::text("description", "What the cause is.", quote!(DESCRIPTIONS.get(#row))),
        Getter::optional_text("remedy", "What to do about it.", quote!(REMEDIES.get_some(#row))),
        Getter::new("status", "The status for which the cause is documented.", quote!(#status_code), quote!(STATUSES[#row])),
        Getter::list(
            "error_codes",
            "The error codes that signal this cause, in the order of the table.",
            error_code,
            quote!(ERROR_CODES.get(#row)),
        ),
    ]
}

fn variant<'a>(index: usize, context: &Context<'a>) -> Variant<'a> {
    let row = &context.table.causes[index];
    let own = own_values(&context.table.columns.cause, index);
    let doc = [
        Some(escape(&row.description)),
        remedy(row.remedy.as_ref()),
        section("Status", &context.status_link(row.status)),
        section("Error codes", &context.error_links(&row.errors)),
    ];
    let doc = paragraphs(doc.into_iter().chain(own));
    Variant { deprecated: row.deprecated.as_deref(), ..Variant::new(&row.variant, doc) }
}
