use std::fmt::Write as _;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::columns::{lists, retries, texts, variants};
use super::docs::{self, Doc, escape};
use crate::table::{StatusCode, Table};

/// `StatusCode`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let rows = &table.statuses;
    let names: Vec<&Ident> = rows.iter().map(|row| &row.variant).collect();
    let docs = rows.iter().map(|row| doc(row, table));
    let numbers: Vec<Literal> = rows.iter().map(|row| Literal::u16_unsuffixed(row.number)).collect();
    let count = Literal::usize_unsuffixed(rows.len());
    let status_code = format_ident!("StatusCode");
    let all = variants(&format_ident!("ROWS"), &status_code, names.iter().copied());
    let name_column: Vec<String> = names.iter().map(ToString::to_string).collect();
    let name_column = texts(&format_ident!("NAMES"), name_column.iter().map(String::as_str));
    let digits: Vec<String> = rows.iter().map(|row| row.number.to_string()).collect();
    let digits = texts(&format_ident!("DIGITS"), digits.iter().map(String::as_str));
    let reasons = texts(&format_ident!("REASONS"), rows.iter().map(|row| row.reason.as_str()));
    let descriptions = texts(&format_ident!("DESCRIPTIONS"), rows.iter().map(|row| row.description.as_str()));
    let categories = rows.iter().filter_map(|row| table.categories.get(row.category)).map(|category| &category.variant);
    let categories = variants(&format_ident!("CATEGORIES"), &format_ident!("Category"), categories);
    let causes = rows.iter().map(|row| docs::rows(&table.causes, &row.causes).map(|cause| &cause.variant).collect());
    let causes = lists(&format_ident!("CAUSES"), &format_ident!("Cause"), causes);
    let errors = rows.iter().map(|row| docs::rows(&table.errors, &row.errors).map(|error| &error.variant).collect());
    let errors = lists(&format_ident!("ERROR_CODES"), &format_ident!("ErrorCode"), errors);
    let retries = retries(rows.iter().map(|row| row.retry));
    // An enum without variants has no numbers.
    let (repr, number) = match rows.len() {
        0 => (None, quote!(match self {})),
        _ => (Some(quote!(#[repr(u16)])), quote!(self as u16)),
    };
    quote! {
        /// An HTTP status code of the table.
        ///
        /// `Display` prints it as `403 Forbidden`, and `{:#}` all that is known of it.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #repr
        pub enum StatusCode {
            #(#[doc = #docs] #names = #numbers,)*
        }

        const _: () = {
            use #krate::Retry;
            use #krate::__private::{Lists, Numbers, Texts};

            #all
            #name_column
            #digits
            #reasons
            #descriptions
            #categories
            #causes
            #errors
            #retries
            static NUMBERS: Numbers = Numbers::new::<#count>([#(#numbers),*]);

            impl StatusCode {
                /// Every status, in the order of the table.
                pub const ALL: &'static [Self] = &ROWS;

                #[doc(hidden)]
                pub const fn __row(self) -> usize {
                    NUMBERS.row_of(self.as_u16())
                }

                /// The status with this number, if the table has it.
                pub const fn from_u16(number: u16) -> ::core::option::Option<Self> {
                    match NUMBERS.row(number) {
                        ::core::option::Option::Some(row) => ::core::option::Option::Some(ROWS[row]),
                        ::core::option::Option::None => ::core::option::Option::None,
                    }
                }

                /// The number, from 100 to 599.
                pub const fn as_u16(self) -> u16 {
                    #number
                }

                /// The number in three digits, such as `403`.
                pub const fn as_str(self) -> &'static str {
                    DIGITS.get(self.__row())
                }

                /// The reason phrase, such as `Forbidden`.
                pub const fn canonical_reason(self) -> &'static str {
                    REASONS.get(self.__row())
                }

                /// What the status means.
                pub const fn description(self) -> &'static str {
                    DESCRIPTIONS.get(self.__row())
                }

                /// The documented possible causes, in the order of the table.
                pub const fn causes(self) -> &'static [Cause] {
                    CAUSES.get(self.__row())
                }

                /// The error codes that come with this status, in the order of the table.
                pub const fn error_codes(self) -> &'static [ErrorCode] {
                    ERROR_CODES.get(self.__row())
                }

                /// The category.
                pub const fn category(self) -> Category {
                    CATEGORIES[self.__row()]
                }

                /// The verdict on a failure of which only the status is known.
                pub const fn retry(self) -> Retry {
                    RETRIES[self.__row()]
                }

                /// Whether the number is from 100 to 199.
                pub const fn is_informational(self) -> bool {
                    self.as_u16() / 100 == 1
                }

                /// Whether the number is from 200 to 299.
                pub const fn is_success(self) -> bool {
                    self.as_u16() / 100 == 2
                }

                /// Whether the number is from 300 to 399.
                pub const fn is_redirection(self) -> bool {
                    self.as_u16() / 100 == 3
                }

                /// Whether the number is from 400 to 499.
                pub const fn is_client_error(self) -> bool {
                    self.as_u16() / 100 == 4
                }

                /// Whether the number is from 500 to 599.
                pub const fn is_server_error(self) -> bool {
                    self.as_u16() / 100 == 5
                }
            }

            #krate::impl_status_code!(StatusCode, NAMES);
        };
    }
}

fn doc(row: &StatusCode, table: &Table) -> String {
    let mut causes = String::new();
    for cause in docs::rows(&table.causes, &row.causes) {
        let _ = write!(causes, "\n- {}: {}", docs::cause_link(cause), escape(&cause.description));
    }
    let errors: Vec<String> = docs::rows(&table.errors, &row.errors).map(docs::error_link).collect();
    Doc::of(format!("`{}` {}: {}", row.number, escape(&row.reason), escape(&row.description)))
        .section("Possible causes", &causes)
        .section("Error codes", &errors.join(", "))
        .retry(row.retry)
        .end()
}
