use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::docs::{self, escape, own_values, paragraphs, remedy, section};
use super::enumeration::{Enumeration, Variant};
use super::getters::{Getter, forwarders, inherent};
use super::{Context, columns, conversions, display, serialization};
use crate::args::Types;
use crate::lookup::Lookup;
use crate::table::ErrorCode;

const DOC: &str = "An error code of this table: the content of `<Code>` in an error response.

`Display` prints the code as it is spelled in a response; `{:#}` adds its status, what happened, what to do, whether to retry, and its
possible causes. The type implements `Error`, so a function can return it.";

/// Generates `ErrorCode`.
pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let (krate, rows) = (context.krate, &context.table.errors);
    let Types { error_code: of, status_code, cause, case, .. } = context.types;
    let (name, status_code, cause, case) = (&of.name, &status_code.name, &cause.name, &case.name);
    let variants = (0..rows.len()).map(|row| variant(row, context)).collect();
    let enumeration = Enumeration { of, doc: paragraphs([Some(DOC.to_owned()), context.error_tables()]), variants };
    let row = enumeration.row();

    let definition = enumeration.definition();
    let names = enumeration.names();
    let aliases = rows.iter().flat_map(|row| &row.aliases);
    let keys: Vec<&str> = rows.iter().map(|row| &row.code).chain(aliases).map(String::as_str).collect();
    let codes = columns::texts("CODES", keys.iter().copied());
    let lookup = Lookup::of(&keys);
    let statics = statics(context);
    let (own_columns, own_getters) = columns::own(&context.table.columns.error, &row);
    let (aliased, found) = found(rows, name);

    let getters = getters(context, &row);
    let (methods, own_methods, forwarders) = (inherent(&getters), inherent(&own_getters), forwarders(&getters));

    let all = enumeration.all("Every error code, in the order of the table.");
    let impls = enumeration.impls(krate, &row);
    let display = display::expand(context, name, "error_code", &quote!(f.pad(self.as_str())));
    let serialization = serialization::text(context, name, "an error code");
    let conversions = conversions::by_row(context, of, "ErrorCode", |extended| extended.errors, &row);
    quote! {
        #definition

        const _: () = {
            use #krate::__private::prelude::*;

            #names
            #codes
            #aliased
            #lookup
            #statics
            #own_columns

            impl #name {
                #all

                /// The error code with exactly this spelling or alias, if the table has it.
                ///
                /// Codes are case-sensitive. The lookup takes about the same time in a table of any size.
                #[inline]
                pub const fn from_code(code: &str) -> Option<Self> {
                    Self::from_bytes(code.as_bytes())
                }

                /// Like [`from_code`](Self::from_code), for bytes that need not be UTF-8.
                #[inline]
                pub const fn from_bytes(code: &[u8]) -> Option<Self> {
                    match LOOKUP.find(code, &CODES) {
                        Some(key) => Some(#found),
                        None => None,
                    }
                }

                #methods
                #own_methods
            }

            #impls

            #[automatically_derived]
            impl #krate::table::AnyErrorCode for #name {
                type StatusCode = #status_code;
                type Cause = #cause;
                type Case = #case;

                fn from_code(code: &str) -> Option<Self> {
                    Self::from_code(code)
                }

                fn from_bytes(code: &[u8]) -> Option<Self> {
                    Self::from_bytes(code)
                }

                #forwarders
            }

            #display

            #[automatically_derived]
            impl ::core::error::Error for #name {}

            #[automatically_derived]
            impl ::core::str::FromStr for #name {
                type Err = #krate::UnknownErrorCode;

                fn from_str(code: &str) -> Result<Self, #krate::UnknownErrorCode> {
                    Self::from_code(code).ok_or(#krate::UnknownErrorCode::ERROR)
                }
            }

            #[automatically_derived]
            impl ::core::convert::TryFrom<&str> for #name {
                type Error = #krate::UnknownErrorCode;

                fn try_from(code: &str) -> Result<Self, #krate::UnknownErrorCode> {
                    Self::from_code(code).ok_or(#krate::UnknownErrorCode::ERROR)
                }
            }

            #serialization
            #conversions
        };
    }
}

/// The statics that the getters read.
fn statics(context: &Context<'_>) -> TokenStream {
    let rows = &context.table.errors;
    let Types { status_code, cause, case, .. } = context.types;
    let (status_code, cause, case) = (&status_code.name, &cause.name, &case.name);
    let descriptions = columns::texts("DESCRIPTIONS", rows.iter().map(|row| row.description.as_str()));
    let remedies = columns::optional_texts("REMEDIES", rows.iter().map(|row| &row.remedy));
    let statuses = columns::lists("STATUSES", status_code, rows.iter().map(|row| row.statuses.as_slice()));
    let causes = columns::lists("CAUSES", cause, rows.iter().map(|row| row.causes.as_slice()));
    let confidences = columns::words("CONFIDENCES", &quote!(Confidence), rows.iter().map(|row| row.confidence));
    let cases = columns::lists("CASES", case, rows.iter().map(|row| row.cases.as_slice()));
    let retries = columns::words("RETRIES", &quote!(Retry), rows.iter().map(|row| row.retry));
    quote!(#descriptions #remedies #statuses #causes #confidences #cases #retries)
}

fn getters(context: &Context<'_>, row: &TokenStream) -> Vec<Getter> {
    let Types { status_code, cause, case, .. } = context.types;
    let (status_code, cause, case) = (&status_code.name, &cause.name, &case.name);
    vec![
        Getter::text("as_str", "The code as it is spelled in a response.", quote!(CODES.get(#row))),
        Getter::new(
            "status",
            "The status that the code usually comes with, if one is documented.",
            quote!(Option<#status_code>),
            quote!(STATUSES.first(#row)),
        ),
        Getter::list(
            "statuses",
            "Every status that the code is documented with, the usual one first.",
            status_code,
            quote!(STATUSES.get(#row)),
        ),
        Getter::list(
            "causes",
            "The documented causes that the code signals, the most likely first.",
            cause,
            quote!(CAUSES.get(#row)),
        ),
        Getter::new("confidence", "How surely the code signals its causes.", quote!(Confidence), quote!(CONFIDENCES[#row])),
        Getter::list("cases", "The possible meanings of the code, in the order of the table.", case, quote!(CASES.get(#row))),
        Getter::text("description", "What happened.", quote!(DESCRIPTIONS.get(#row))),
        Getter::optional_text("remedy", "What to do about it.", quote!(REMEDIES.get_some(#row))),
        Getter::new("retry", "Whether to retry, and what to do first.", quote!(Retry), quote!(RETRIES[#row])),
    ]
}

/// The static of the aliases, if there are any, and an expression for the error code with the key of index `key`. The keys are the codes
/// in the order of the rows, then all aliases.
fn found(rows: &[ErrorCode], name: &Ident) -> (Option<TokenStream>, TokenStream) {
    let aliased: Vec<usize> = rows.iter().enumerate().flat_map(|(row, error)| error.aliases.iter().map(move |_| row)).collect();
    if aliased.is_empty() {
        return (None, quote!(Self::ALL[key]));
    }
    let count = Literal::usize_unsuffixed(rows.len());
    let found = quote!(if key < #count { Self::ALL[key] } else { ALIASED[key - #count] });
    (Some(columns::rows("ALIASED", name, aliased)), found)
}

fn variant<'a>(index: usize, context: &Context<'a>) -> Variant<'a> {
    let row = &context.table.errors[index];
    let own = own_values(&context.table.columns.error, index);
    let doc = [
        Some(format!("{}: {}", docs::code(&row.code), escape(&row.description))),
        remedy(row.remedy.as_ref()),
        section("Status", &context.status_links(&row.statuses)),
        section("Causes", &context.cause_links(&row.causes)),
        section("It may mean", &context.case_list(&row.cases)),
        section("Retry", row.retry.doc),
    ];
    let doc = paragraphs(doc.into_iter().chain(own));
    let aliases = std::iter::once(&row.code).chain(&row.aliases).map(String::as_str).collect();
    Variant { aliases, deprecated: row.deprecated.as_deref(), ..Variant::new(&row.variant, doc) }
}
