use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{escape, own_values, paragraphs, remedy, section};
use super::enumeration::{Enumeration, Variant};
use super::getters::{Getter, forwarders, inherent};
use super::{Context, columns, conversions, display, serialization};
use crate::args::Types;

const DOC: &str = "An HTTP status code of this table.

`Display` prints it as `403 Forbidden`; `{:#}` adds what it means, what to do, its category, whether to retry, and its possible causes.";

/// Generates `StatusCode`.
pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let (krate, rows) = (context.krate, &context.table.statuses);
    let Types { category, status_code: of, cause, error_code, case } = context.types;
    let (name, category, cause, error_code, case) = (&of.name, &category.name, &cause.name, &error_code.name, &case.name);
    let variants = (0..rows.len()).map(|row| variant(row, context)).collect();
    let enumeration = Enumeration { of, doc: DOC.to_owned(), variants };
    let row = quote!(NUMBERS.row(self.as_u16()));

    let definition = enumeration.definition();
    let names = enumeration.names();
    let numbers = rows.iter().map(|row| Literal::u16_unsuffixed(row.number));
    let statics = statics(context);
    let (own_columns, own_getters) = columns::own(&context.table.columns.status, &row);

    let (getters, classes) = (getters(context, &row), classes());
    let (methods, class_methods, own_methods) = (inherent(&getters), inherent(&classes), inherent(&own_getters));
    let forwarders = forwarders(&getters);

    let all = enumeration.all("Every status code, in the order of the table.");
    let impls = enumeration.impls(krate, &row);
    let display = display::expand(
        context,
        name,
        "status_code",
        &quote!(::core::write!(f, "{} {}", self.as_str(), self.canonical_reason())),
    );
    let serialization = serialization::number(context, name);
    let http = http(context);
    let conversions = conversions::by_number(context, of);
    quote! {
        #definition

        const _: () = {
            use #krate::__private::prelude::*;

            static NUMBERS: Numbers = Numbers::new(&[#(#numbers),*]);
            #names
            #statics
            #own_columns

            impl #name {
                #all

                /// The status code with this number, if the table has it.
                #[inline]
                pub const fn from_u16(number: u16) -> Option<Self> {
                    match NUMBERS.find(number) {
                        Some(row) => Some(Self::ALL[row]),
                        None => None,
                    }
                }

                #methods
                #class_methods
                #own_methods
            }

            #impls

            #[automatically_derived]
            impl #krate::table::AnyStatusCode for #name {
                type Category = #category;
                type Cause = #cause;
                type ErrorCode = #error_code;
                type Case = #case;

                fn from_u16(number: u16) -> Option<Self> {
                    Self::from_u16(number)
                }

                #forwarders
            }

            #display

            #[automatically_derived]
            impl ::core::convert::TryFrom<u16> for #name {
                type Error = #krate::UnknownStatusCode;

                fn try_from(number: u16) -> Result<Self, #krate::UnknownStatusCode> {
                    Self::from_u16(number).ok_or(#krate::UnknownStatusCode::new(number))
                }
            }

            #[automatically_derived]
            impl ::core::convert::From<#name> for u16 {
                fn from(status: #name) -> Self {
                    status.as_u16()
                }
            }

            #serialization
            #http
            #conversions
        };
    }
}

/// The statics that the getters read.
fn statics(context: &Context<'_>) -> TokenStream {
    let rows = &context.table.statuses;
    let Types { category, cause, error_code, case, .. } = context.types;
    let (category, cause, error_code, case) = (&category.name, &cause.name, &error_code.name, &case.name);
    let digits: Vec<String> = rows.iter().map(|row| row.number.to_string()).collect();
    let digits = columns::texts("DIGITS", digits.iter().map(String::as_str));
    let reasons = columns::texts("REASONS", rows.iter().map(|row| row.reason.as_str()));
    let descriptions = columns::texts("DESCRIPTIONS", rows.iter().map(|row| row.description.as_str()));
    let remedies = columns::optional_texts("REMEDIES", rows.iter().map(|row| &row.remedy));
    let categories = columns::rows("CATEGORIES", category, rows.iter().map(|row| row.category));
    let causes = columns::lists("CAUSES", cause, rows.iter().map(|row| row.causes.as_slice()));
    let error_codes = columns::lists("ERROR_CODES", error_code, rows.iter().map(|row| row.errors.as_slice()));
    let cases = columns::lists("CASES", case, rows.iter().map(|row| row.cases.as_slice()));
    let retries = columns::words("RETRIES", &quote!(Retry), rows.iter().map(|row| row.retry));
    quote!(#digits #reasons #descriptions #remedies #categories #causes #error_codes #cases #retries)
}

fn getters(context: &Context<'_>, row: &TokenStream) -> Vec<Getter> {
    let Types { category, cause, error_code, case, .. } = context.types;
    let (category, cause, error_code, case) = (&category.name, &cause.name, &error_code.name, &case.name);
    // Without rows there are no values.
    let number = if context.table.statuses.is_empty() { quote!(match *self {}) } else { quote!(*self as u16) };
    vec![
        Getter::new("as_u16", "The number, from 100 to 599.", quote!(u16), number),
        Getter::text("as_str", "The number as three digits, such as `403`.", quote!(DIGITS.get(#row))),
        Getter::text("canonical_reason", "The reason phrase, such as `Forbidden`.", quote!(REASONS.get(#row))),
        Getter::text("description", "What the status means.", quote!(DESCRIPTIONS.get(#row))),
        Getter::optional_text("remedy", "What to do about it.", quote!(REMEDIES.get_some(#row))),
        Getter::new("category", "The category.", quote!(#category), quote!(CATEGORIES[#row])),
        Getter::list("causes", "The documented possible causes, in the order of the table.", cause, quote!(CAUSES.get(#row))),
        Getter::list(
            "error_codes",
            "The error codes that come with this status, in the order of the table.",
            error_code,
            quote!(ERROR_CODES.get(#row)),
        ),
        Getter::list(
            "cases",
            "The possible meanings of this status without an error code, in the order of the table.",
            case,
            quote!(CASES.get(#row)),
        ),
        Getter::new(
            "retry",
            "Whether to retry, and what to do first, if only the status is known.",
            quote!(Retry),
            quote!(RETRIES[#row]),
        ),
    ]
}

fn classes() -> [Getter; 5] {
    [
        class("is_informational", 1),
        class("is_success", 2),
        class("is_redirection", 3),
        class("is_client_error", 4),
        class("is_server_error", 5),
    ]
}

/// Whether the status code has this first digit.
fn class(name: &str, digit: u16) -> Getter {
    let digit = Literal::u16_unsuffixed(digit);
    Getter::new(
        name,
        &format!("Whether the number is from {digit}00 to {digit}99."),
        quote!(bool),
        quote!(self.as_u16() / 100 == #digit),
    )
}

/// Conversions to and from `http::StatusCode`, if `obs-codes` has the feature `http`.
fn http(context: &Context<'_>) -> TokenStream {
    let (krate, name) = (context.krate, &context.types.status_code.name);
    let status_code = quote!(#krate::__private::http::StatusCode);
    quote! {
        #krate::__if_http! {
            #[automatically_derived]
            impl ::core::convert::From<#name> for #status_code {
                fn from(status: #name) -> Self {
                    Self::from_u16(status.as_u16()).expect("a number from 100 to 599 is a status code")
                }
            }

            #[automatically_derived]
            impl ::core::convert::TryFrom<#status_code> for #name {
                type Error = #krate::UnknownStatusCode;

                fn try_from(status: #status_code) -> Result<Self, #krate::UnknownStatusCode> {
                    <Self as ::core::convert::TryFrom<u16>>::try_from(status.as_u16())
                }
            }

            #[automatically_derived]
            impl ::core::convert::TryFrom<&#status_code> for #name {
                type Error = #krate::UnknownStatusCode;

                fn try_from(status: &#status_code) -> Result<Self, #krate::UnknownStatusCode> {
                    <Self as ::core::convert::TryFrom<u16>>::try_from(status.as_u16())
                }
            }
        }
    }
}

fn variant<'a>(index: usize, context: &Context<'a>) -> Variant<'a> {
    let row = &context.table.statuses[index];
    let own = own_values(&context.table.columns.status, index);
    let causes = row.causes.iter().map(|cause| {
        let description = &context.table.causes[*cause].description;
        format!("\n- {}: {}", context.cause_link(*cause), escape(description))
    });
    let doc = [
        Some(format!("`{}` {}: {}", row.number, escape(&row.reason), escape(&row.description))),
        remedy(row.remedy.as_ref()),
        section("Possible causes", &causes.collect::<String>()),
        section("Error codes", &context.error_links(&row.errors)),
        section("Without an error code it may mean", &context.case_list(&row.cases)),
        // Only a failure is a reason to retry.
        section("Retry", row.retry.doc).filter(|_| row.number >= 300),
    ];
    let doc = paragraphs(doc.into_iter().chain(own));
    Variant { number: Some(row.number), deprecated: row.deprecated.as_deref(), ..Variant::new(&row.variant, doc) }
}
