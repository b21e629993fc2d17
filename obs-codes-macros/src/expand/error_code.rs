use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::columns::{lists, retries, texts, variants};
use super::docs::{self, Doc, escape};
use super::{repr, row};
use crate::lookup::Lookup;
use crate::table::{ErrorCode, Table};

/// `ErrorCode`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let rows = &table.errors;
    let names: Vec<&Ident> = rows.iter().map(|row| &row.variant).collect();
    let docs = rows.iter().map(|row| doc(row, table));
    let type_doc = docs::error_table(table);
    let repr = repr(rows.len());
    let row = row(rows.len());
    let error_code = format_ident!("ErrorCode");
    let all = variants(&format_ident!("ROWS"), &error_code, names.iter().copied());
    let name_column: Vec<String> = names.iter().map(ToString::to_string).collect();
    let name_column = texts(&format_ident!("NAMES"), name_column.iter().map(String::as_str));
    let codes = texts(&format_ident!("CODES"), rows.iter().map(|row| row.code.as_str()));
    let descriptions = texts(&format_ident!("DESCRIPTIONS"), rows.iter().map(|row| row.description.as_str()));
    let remedies = texts(&format_ident!("REMEDIES"), rows.iter().map(|row| row.remedy.as_deref().unwrap_or_default()));
    let statuses = rows.iter().map(|row| docs::rows(&table.statuses, &row.statuses).map(|status| &status.variant).collect());
    let statuses = lists(&format_ident!("STATUSES"), &format_ident!("StatusCode"), statuses);
    let causes = rows.iter().map(|row| docs::rows(&table.causes, &row.causes).map(|cause| &cause.variant).collect());
    let causes = lists(&format_ident!("CAUSES"), &format_ident!("Cause"), causes);
    let retries = retries(rows.iter().map(|row| row.retry));
    let sources = sources(rows);
    let (lookup, words) = lookup(rows);
    quote! {
        /// An error code of the table: what stands in `<Code>` of an error response.
        ///
        /// `Display` prints the spelling on the wire, and `{:#}` all that is known of it.
        #[doc = #type_doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #repr
        pub enum ErrorCode {
            #(#[doc = #docs] #names,)*
        }

        const _: () = {
            use #krate::Retry;
            use #krate::__private::{Lists, Lookup, Texts, Words};

            #all
            #name_column
            #codes
            #descriptions
            #remedies
            #statuses
            #causes
            #retries
            #sources
            #lookup

            impl ErrorCode {
                /// Every error code, in the order of the table.
                pub const ALL: &'static [Self] = &ROWS;

                #row

                /// The error code with exactly this spelling, if the table has it.
                ///
                /// The cost does not grow with the table.
                #[inline]
                pub const fn from_code(code: &str) -> ::core::option::Option<Self> {
                    Self::from_bytes(code.as_bytes())
                }

                /// The error code with exactly this spelling, if the table has it.
                ///
                /// The cost does not grow with the table.
                #[inline]
                pub const fn from_bytes(code: &[u8]) -> ::core::option::Option<Self> {
                    if let ::core::option::Option::Some(words) = Words::<#words>::of(code) {
                        if let ::core::option::Option::Some(candidate) = LOOKUP.candidate(&words) {
                            if words.is(CODES.bytes(candidate.__row())) {
                                return ::core::option::Option::Some(candidate);
                            }
                        }
                    }
                    ::core::option::Option::None
                }

                /// The spelling on the wire.
                pub const fn as_str(self) -> &'static str {
                    CODES.get(self.__row())
                }

                /// The status that the code usually comes with, if one is documented.
                pub const fn status(self) -> ::core::option::Option<StatusCode> {
                    match self.statuses() {
                        [first, ..] => ::core::option::Option::Some(*first),
                        [] => ::core::option::Option::None,
                    }
                }

                /// Every status that the code is documented with, the usual one first.
                pub const fn statuses(self) -> &'static [StatusCode] {
                    STATUSES.get(self.__row())
                }

                /// Those of the documented causes that the code signals, the most likely first.
                pub const fn causes(self) -> &'static [Cause] {
                    CAUSES.get(self.__row())
                }

                /// What happened.
                pub const fn description(self) -> &'static str {
                    DESCRIPTIONS.get(self.__row())
                }

                /// What to do about it.
                pub const fn remedy(self) -> ::core::option::Option<&'static str> {
                    REMEDIES.get_some(self.__row())
                }

                /// The verdict: may the request be repeated, and what must happen before?
                pub const fn retry(self) -> Retry {
                    RETRIES[self.__row()]
                }

                /// Which kind of document lists the code.
                pub const fn source(self) -> ::core::option::Option<&'static str> {
                    SOURCES.get_some(SOURCE_OF[self.__row()] as usize)
                }
            }

            #krate::impl_error_code!(ErrorCode, NAMES);
        };
    }
}

/// The perfect hash and how many words its longest code has.
fn lookup(rows: &[ErrorCode]) -> (TokenStream, Literal) {
    let codes: Vec<&str> = rows.iter().map(|row| row.code.as_str()).collect();
    let lookup = Lookup::of(&codes);
    let seed = Literal::u64_unsuffixed(lookup.seed);
    let multipliers = lookup.multipliers.iter().map(|multiplier| Literal::u16_unsuffixed(*multiplier));
    // In a table without rows no slot holds one.
    let slots: Vec<&Ident> = lookup.slots.iter().filter_map(|row| rows.get(*row)).map(|row| &row.variant).collect();
    let bucket_count = Literal::usize_unsuffixed(lookup.multipliers.len());
    let slot_count = Literal::usize_unsuffixed(slots.len());
    let tokens = quote! {
        static LOOKUP: Lookup<ErrorCode, #bucket_count, #slot_count> =
            Lookup::new(#seed, [#(#multipliers),*], [#(ErrorCode::#slots),*]);
    };
    (tokens, Literal::usize_unsuffixed(lookup.words))
}

/// The few different sources, and which one each row has; the first is none.
fn sources(rows: &[ErrorCode]) -> TokenStream {
    let mut sources = vec![""];
    let mut chosen = Vec::new();
    for row in rows {
        let source = row.source.as_deref().unwrap_or_default();
        let index = sources.iter().position(|known| *known == source).unwrap_or_else(|| {
            sources.push(source);
            sources.len() - 1
        });
        chosen.push(Literal::usize_unsuffixed(index));
    }
    let number = if sources.len() > 256 { quote!(u16) } else { quote!(u8) };
    let count = Literal::usize_unsuffixed(rows.len());
    let sources = texts(&format_ident!("SOURCES"), sources);
    quote! {
        #sources
        static SOURCE_OF: [#number; #count] = [#(#chosen),*];
    }
}

fn doc(row: &ErrorCode, table: &Table) -> String {
    let statuses: Vec<String> = docs::rows(&table.statuses, &row.statuses).map(docs::status_link).collect();
    let causes: Vec<String> = docs::rows(&table.causes, &row.causes).map(docs::cause_link).collect();
    Doc::of(format!("{}: {}", docs::code(&row.code), escape(&row.description)))
        .text("What to do", row.remedy.as_deref())
        .section("Status", &statuses.join(", "))
        .section("Causes", &causes.join(", "))
        .retry(row.retry)
        .end()
}
