//! Which names become variants.

use std::collections::BTreeMap;

use proc_macro2::Ident;

use crate::errors::{Errors, Mistake};
use crate::parse::{Place, Text, shown};

/// The variants of one enum and where each is defined.
#[derive(Default)]
pub(super) struct Variants {
    defined: BTreeMap<String, Place>,
}

impl Variants {
    /// The variant that a row names itself: a category's `name`, a cause's key, a `variant`.
    pub(super) fn named(&mut self, name: &Text, errors: &mut Errors) -> Option<Ident> {
        match usable(&name.value) {
            Ok(ident) => self.unique(ident, &name.place, errors),
            Err(fault) => {
                errors.at(&name.place, fault);
                None
            }
        }
    }

    /// The variant of a row by its `variant`, or else derived from what it is called (`what`) on the wire.
    pub(super) fn derived(&mut self, explicit: Option<&Text>, what: &str, from: &Text, errors: &mut Errors) -> Option<Ident> {
        if let Some(name) = explicit {
            return self.named(name, errors);
        }
        if let Ok(ident) = usable(&pascal_case(&from.value)) {
            return self.unique(ident, &from.place, errors);
        }
        let message = format!("no variant can be derived from the {what} `{}`; add `variant = \"…\"`", shown(&from.value));
        errors.at(&from.place, message);
        None
    }

    /// No two rows of an enum have the same variant.
    fn unique(&mut self, ident: Ident, place: &Place, errors: &mut Errors) -> Option<Ident> {
        let Some(first) = self.defined.insert(ident.to_string(), place.clone()) else {
            return Some(ident);
        };
        let message = format!("duplicate variant `{ident}`");
        errors.push(match (place, &first) {
            (Place::Own(at), Place::Own(first)) => {
                Mistake::new(message, at.clone()).and("defined again here", first.clone(), "first defined here")
            }
            (Place::Own(at), Place::Shipped) | (Place::Shipped, Place::Own(at)) => {
                Mistake::new(format!("{message}; the extended table has it too"), at.clone())
            }
            (Place::Shipped, Place::Shipped) => Mistake::of_file(message),
        });
        self.defined.insert(ident.to_string(), first);
        None
    }
}

/// A variant is a Rust identifier in `PascalCase` and no keyword.
fn usable(name: &str) -> Result<Ident, String> {
    let shown = shown(name);
    let letters = name.chars().all(|letter| letter == '_' || letter.is_alphanumeric());
    let starts_well = name.chars().next().is_some_and(|first| !first.is_numeric());
    let instead = match pascal_case(name) {
        word if word != name && syn::parse_str::<Ident>(&word).is_ok() => format!("write `{word}`"),
        _ => "choose another name".to_owned(),
    };
    if !letters || !starts_well {
        return Err(format!("`{shown}` is no Rust identifier; {instead}"));
    }
    let Ok(ident) = syn::parse_str::<Ident>(name) else {
        return Err(format!("`{shown}` is a keyword of Rust; {instead}"));
    };
    let upper = name.chars().filter(|letter| letter.is_uppercase()).count();
    let all_capitals = upper > 1 && !name.chars().any(char::is_lowercase);
    if all_capitals || name.contains('_') || name.starts_with(char::is_lowercase) {
        return Err(format!("`{shown}` is not PascalCase; {instead}"));
    }
    Ok(ident)
}

/// `Not Found` to `NotFound`, `KMS.NotFoundException` to `KmsNotFoundException`; a word in mixed case stays as it is.
pub(super) fn pascal_case(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').filter(|word| !word.is_empty());
    words.map(|word| capitalised(&word.replace('\'', ""))).collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    let shouted = !word.chars().any(char::is_lowercase);
    let rest = if shouted { letters.as_str().to_lowercase() } else { letters.as_str().to_owned() };
    first.to_uppercase().collect::<String>() + &rest
}
