use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::columns::{lists, texts, variants};
use super::docs::{self, Doc, escape};
use super::{repr, row};
use crate::table::{Cause, Table};

/// `Cause`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let rows = &table.causes;
    let names: Vec<&Ident> = rows.iter().map(|row| &row.variant).collect();
    let docs = rows.iter().map(|row| doc(row, table));
    let repr = repr(rows.len());
    let row = row(rows.len());
    let all = variants(&format_ident!("ROWS"), &format_ident!("Cause"), names.iter().copied());
    let name_column: Vec<String> = names.iter().map(ToString::to_string).collect();
    let name_column = texts(&format_ident!("NAMES"), name_column.iter().map(String::as_str));
    let descriptions = texts(&format_ident!("DESCRIPTIONS"), rows.iter().map(|row| row.description.as_str()));
    let remedies = texts(&format_ident!("REMEDIES"), rows.iter().map(|row| row.remedy.as_deref().unwrap_or_default()));
    let statuses = rows.iter().filter_map(|row| table.statuses.get(row.status)).map(|status| &status.variant);
    let statuses = variants(&format_ident!("STATUSES"), &format_ident!("StatusCode"), statuses);
    let errors = rows.iter().map(|row| docs::rows(&table.errors, &row.errors).map(|error| &error.variant).collect());
    let errors = lists(&format_ident!("ERROR_CODES"), &format_ident!("ErrorCode"), errors);
    quote! {
        /// A documented possible cause of a status.
        ///
        /// `Display` prints its description, and `{:#}` its remedy as well.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #repr
        pub enum Cause {
            #(#[doc = #docs] #names,)*
        }

        const _: () = {
            use #krate::__private::{Lists, Texts};

            #all
            #name_column
            #descriptions
            #remedies
            #statuses
            #errors

            impl Cause {
                /// Every cause, in the order of the table.
                pub const ALL: &'static [Self] = &ROWS;

                #row

                /// The name of the cause, which is that of the variant.
                pub const fn as_str(self) -> &'static str {
                    NAMES.get(self.__row())
                }

                /// What the cause is.
                pub const fn description(self) -> &'static str {
                    DESCRIPTIONS.get(self.__row())
                }

                /// What to do about it.
                pub const fn remedy(self) -> ::core::option::Option<&'static str> {
                    REMEDIES.get_some(self.__row())
                }

                /// The status for which the cause is documented.
                pub const fn status(self) -> StatusCode {
                    STATUSES[self.__row()]
                }

                /// The error codes that signal this cause, in the order of the table.
                pub const fn error_codes(self) -> &'static [ErrorCode] {
                    ERROR_CODES.get(self.__row())
                }
            }

            #krate::impl_cause!(Cause, NAMES);
        };
    }
}

fn doc(row: &Cause, table: &Table) -> String {
    let status = table.statuses.get(row.status).map(docs::status_link).unwrap_or_default();
    let errors: Vec<String> = docs::rows(&table.errors, &row.errors).map(docs::error_link).collect();
    Doc::of(escape(&row.description))
        .text("What to do", row.remedy.as_deref())
        .section("Status", &status)
        .section("Error codes", &errors.join(", "))
        .end()
}
