use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use super::enumeration::{attributes, row_impls};
use super::getters::{Getter, forwarders, inherent};
use super::{Context, columns, display, visibility};
use crate::args::Types;
use crate::table::{Case, Condition, Owner};

const DOC: &str = "A possible meaning of an error code, or of a status without an error code.

`Display` prints its description; `{:#}` adds its remedy.";

const CAUSES: &str = "The documented causes that the case points to.

`None` if the case has the causes of its error code or status; an empty list if it rules out all of them.";

/// Generates `Case`.
pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let (krate, rows) = (context.krate, &context.table.cases);
    let Types { case: of, status_code, cause, error_code, .. } = context.types;
    let (name, status_code, cause, error_code) = (&of.name, &status_code.name, &cause.name, &error_code.name);
    let (attributes, of_field) = (attributes(of, DOC), visibility::of_fields(of));
    let definition = visibility::visible(of, quote!(#attributes pub struct #name(#of_field ::core::primitive::u16);));
    let row = quote!(self.0 as usize);

    let statics = statics(context);
    let getters = getters(context, &row);
    let (methods, forwarders) = (inherent(&getters), forwarders(&getters));

    let display = display::expand(context, name, "case", &quote!(f.pad(self.description())));
    let all = (0..rows.len()).map(Literal::usize_unsuffixed);
    let row_impls = row_impls(name, krate);
    let debug_name = name.to_string();
    quote! {
        #definition

        const _: () = {
            use #krate::__private::prelude::*;

            #statics

            impl #name {
                /// Every case, in the order of the table.
                pub const ALL: &'static [Self] = &[#(Self(#all)),*];

                #methods
            }

            #row_impls

            #[automatically_derived]
            impl #krate::table::AnyCase for #name {
                type StatusCode = #status_code;
                type Cause = #cause;
                type ErrorCode = #error_code;

                #forwarders
            }

            #[automatically_derived]
            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.debug_tuple(#debug_name).field(&self.description()).finish()
                }
            }

            #display
        };
    }
}

/// The statics that the getters read.
fn statics(context: &Context<'_>) -> TokenStream {
    let rows = &context.table.cases;
    let Types { status_code, cause, error_code, .. } = context.types;
    let (status_code, cause, error_code) = (&status_code.name, &cause.name, &error_code.name);
    let error_codes = owners("ERROR_CODES", error_code, rows, |owner| match owner {
        Owner::ErrorCode(row) => Some(*row),
        Owner::StatusCode(_) => None,
    });
    let statuses = owners("STATUSES", status_code, rows, |owner| match owner {
        Owner::StatusCode(row) => Some(*row),
        Owner::ErrorCode(_) => None,
    });
    let conditions = conditions(rows);
    let clock = quote!(Clock);
    let clocks = rows.iter().map(|row| {
        let clock = row.clock.map(|word| columns::variant(&clock, word));
        clock.map_or_else(|| quote!(None), |clock| quote!(Some(#clock)))
    });
    let clocks = columns::values("CLOCKS", &quote!(Option<#clock>), clocks);
    let descriptions = columns::texts("DESCRIPTIONS", rows.iter().map(|row| row.description.as_str()));
    let remedies = columns::optional_texts("REMEDIES", rows.iter().map(|row| &row.remedy));
    let causes = columns::lists("CAUSES", cause, rows.iter().map(|row| row.causes.as_deref().unwrap_or_default()));
    let has_causes = rows.iter().map(|row| row.causes.is_some().to_token_stream());
    let has_causes = columns::values("HAS_CAUSES", &quote!(bool), has_causes);
    let confidences = columns::words("CONFIDENCES", &quote!(Confidence), rows.iter().map(|row| row.confidence));
    quote!(#error_codes #statuses #conditions #clocks #descriptions #remedies #causes #has_causes #confidences)
}

fn getters(context: &Context<'_>, row: &TokenStream) -> Vec<Getter> {
    let Types { status_code, cause, error_code, .. } = context.types;
    let (status_code, cause, error_code) = (&status_code.name, &cause.name, &error_code.name);
    vec![
        Getter::new(
            "error_code",
            "The error code that this is a case of; `None` for a case of a status.",
            quote!(Option<#error_code>),
            quote!(ERROR_CODES.first(#row)),
        ),
        Getter::new(
            "status",
            "The status that this is a case of; `None` for a case of an error code.",
            quote!(Option<#status_code>),
            quote!(STATUSES.first(#row)),
        ),
        Getter::new(
            "conditions",
            "The conditions that must all hold for the case to fit, apart from the clock.",
            quote!(&'static [Condition]),
            quote!(CONDITIONS.get(#row)),
        ),
        Getter::new(
            "clock",
            "What the times of the request and the response must show for the case to fit; `None` if they do not matter.",
            quote!(Option<Clock>),
            quote!(CLOCKS[#row]),
        ),
        Getter::text("description", "What happened.", quote!(DESCRIPTIONS.get(#row))),
        Getter::optional_text("remedy", "What to do about it.", quote!(REMEDIES.get_some(#row))),
        Getter::new(
            "causes",
            CAUSES,
            quote!(Option<&'static [#cause]>),
            quote!(if HAS_CAUSES[#row] { Some(CAUSES.get(#row)) } else { None }),
        ),
        Getter::new("confidence", "How surely the case points to its causes.", quote!(Confidence), quote!(CONFIDENCES[#row])),
    ]
}

/// A list for each case with its owner, if `owner` returns one, or an empty list.
fn owners(name: &str, of: &Ident, rows: &[Case], owner: impl Fn(&Owner) -> Option<usize>) -> TokenStream {
    let owners: Vec<Option<usize>> = rows.iter().map(|row| owner(&row.owner)).collect();
    columns::lists(name, of, owners.iter().map(Option::as_slice))
}

fn conditions(rows: &[Case]) -> TokenStream {
    let conditions = rows
        .iter()
        .flat_map(|row| &row.conditions)
        .map(|Condition { fact, patterns }| quote!(Condition::new(#fact, &[#(#patterns),*])));
    let lengths = rows.iter().map(|row| row.conditions.len());
    columns::lists_of("CONDITIONS", &quote!(Condition), &quote!([#(#conditions),*]), lengths)
}
