use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::ident;
use crate::args::Shipped;
use crate::table::Table;

/// To and from the types of the table that this one extends.
pub(super) fn expand(table: &Table, krate: &TokenStream, shipped: Option<&Shipped>) -> TokenStream {
    let (Some(extended), Some(shipped)) = (&table.extends, shipped) else { return TokenStream::new() };
    let from = ident(&format!("from_{}", shipped.name));
    let to = ident(&format!("to_{}", shipped.name));
    let categories = Literal::usize_unsuffixed(extended.categories);
    let statuses = Literal::usize_unsuffixed(extended.statuses);
    let causes = Literal::usize_unsuffixed(extended.causes);
    let errors = Literal::usize_unsuffixed(extended.errors);
    quote! {
        #krate::impl_conversions!(#from, #to, #categories, #statuses, #causes, #errors);
    }
}
