use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::columns::{Letters, Lists, Selection, Texts, Values};
use crate::table::Table;

/// `Case`
pub(super) fn expand(table: &Table, krate: &TokenStream) -> TokenStream {
    let mut errors = Selection::new("ERRORS", "ErrorCode");
    let mut messages = Texts::new("MESSAGES");
    let mut clocks = Letters::new("CLOCKS", "When", "clocks");
    let mut descriptions = Texts::new("DESCRIPTIONS");
    let mut remedies = Texts::new("REMEDIES");
    let mut causes = Lists::new("CAUSES", "Cause");
    let mut names_causes = Values::new("NAMES_CAUSES", "u8");
    for row in &table.cases {
        errors.push(row.error);
        messages.push(&row.message);
        clocks.push(row.clock.map_or(b'-', |clock| clock.letter));
        descriptions.push(&row.description);
        remedies.push(&row.remedy);
        causes.push(&row.causes);
        names_causes.push_number(usize::from(row.names_causes));
    }
    let count = Literal::usize_unsuffixed(table.cases.len());
    quote! {
        /// One of the cases that an error code stands for.
        ///
        /// `Display` prints its description, and `{:#}` its remedy as well.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct Case(u16);

        const _: () = {
            use #krate::__private::{Lists, Texts, When, clocks, rows};

            #errors
            #messages
            #clocks
            #descriptions
            #remedies
            #causes
            #names_causes
            #krate::impl_case!(#count);
        };
    }
}
