//! Checks the variants of the rows of a type.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};

use crate::errors::{Errors, Place};
use crate::naming;
use crate::raw::Text;
use crate::words::shown;

/// The variants of one enum.
pub(super) struct Variants {
    /// The key that sets the variant of a row; `None` if the row's own key is its variant.
    key: Option<&'static str>,
    /// For each variant, the row that has it, and where it is defined.
    defined: BTreeMap<String, (String, Place)>,
}

impl Variants {
    /// No variants yet. Rows set theirs with the key `key`, or with their own key.
    pub(super) fn new(key: Option<&'static str>) -> Self {
        Variants { key, defined: BTreeMap::new() }
    }

    /// The variant that the row called `row` sets itself: the `name` of a category, the key of a cause, or a `variant`.
    pub(super) fn named(&mut self, row: &str, name: &Text, errors: &mut Errors) -> Ident {
        let Some(fault) = naming::variant_fault(&name.value) else {
            return self.define(row, naming::identifier(&name.value), &name.place, errors);
        };
        errors.at(&name.place, fault);
        // The name that is probably meant, unless it is taken.
        let meant = naming::derived(&name.value).filter(|meant| !self.defined.contains_key(&meant.to_string()));
        self.define(row, meant, &Place::Reported, errors)
    }

    /// The `variant` of a row if it has one, else a variant derived from `from`; `what` names that text in messages.
    pub(super) fn derived(&mut self, row: &str, explicit: Option<&Text>, what: &str, from: &Text, errors: &mut Errors) -> Ident {
        if let Some(name) = explicit {
            return self.named(row, name, errors);
        }
        let variant = naming::derived(&from.value);
        // The check of texts reports an empty one.
        if variant.is_none() && !from.value.trim().is_empty() {
            let from_text = shown(&from.value);
            errors.at(&from.place, format!("no variant can be derived from the {what} `{from_text}`; add `variant = \"…\"`"));
        }
        self.define(row, variant, &from.place, errors)
    }

    /// A placeholder for the variant of a row without a name.
    pub(super) fn unknown(errors: &mut Errors) -> Ident {
        errors.set_unnamed();
        Ident::new("Unnamed", Span::call_site())
    }

    /// No two rows of an enum have the same variant.
    fn define(&mut self, row: &str, variant: Option<Ident>, place: &Place, errors: &mut Errors) -> Ident {
        let Some(variant) = variant else { return Self::unknown(errors) };
        let name = variant.to_string();
        if let Some((first_row, first)) = self.defined.get(&name) {
            let message = self.collision(&name, (row, place), (first_row, first));
            errors.at_both(message, (place, "defined again here"), (first, "first defined here"));
            return Self::unknown(errors);
        }
        self.defined.insert(name, (row.to_owned(), place.clone()));
        variant
    }

    /// The message, which names both rows and the line to add.
    fn collision(&self, variant: &str, one: (&str, &Place), other: (&str, &Place)) -> String {
        let called = |(row, place): (&str, &Place)| match place {
            Place::Shipped => format!("`{}` of the extended table", shown(row)),
            _ => format!("`{}`", shown(row)),
        };
        let both = format!("duplicate variant `{variant}`: {} and {} both have it", called(other), called(one));
        let Some(key) = self.key else { return format!("{both}; rename one of them") };
        let from_row = naming::derived(one.0).map(|name| name.to_string());
        let numbered = (2..).map(|number| format!("{variant}{number}"));
        let free = from_row.into_iter().chain(numbered).find(|name| !self.defined.contains_key(name)).unwrap_or_default();
        format!("{both}; add a line such as `{key} = \"{free}\"`")
    }
}
