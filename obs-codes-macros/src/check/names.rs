//! Which names become variants.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};
use unicode_ident::{is_xid_continue, is_xid_start};

use crate::errors::{Errors, shown};
use crate::parse::{Place, Text};

/// The variants of one enum and where each is defined.
pub(super) struct Variants {
    defined: BTreeMap<String, usize>,
    places: Vec<Place>,
    /// What to do about two rows with one variant.
    cure: &'static str,
}

impl Variants {
    pub(super) fn new(cure: &'static str) -> Self {
        Variants { defined: BTreeMap::new(), places: Vec::new(), cure }
    }

    /// The variant that a row names itself: a category's `name`, a cause's key, a `variant`.
    pub(super) fn named(&mut self, name: &Text, errors: &mut Errors) -> Ident {
        match fault(&name.value) {
            None => self.unique(&name.value, &name.place, errors),
            Some(fault) => {
                errors.at(&name.place, fault);
                self.guessed(&name.value, errors)
            }
        }
    }

    /// The variant of a row by its `variant`, or else derived from what it is called (`what`) on the wire.
    pub(super) fn derived(&mut self, explicit: Option<&Text>, what: &str, from: &Text, errors: &mut Errors) -> Ident {
        if let Some(name) = explicit {
            return self.named(name, errors);
        }
        let variant = pascal_case(&from.value);
        if is_free(&variant) {
            return self.unique(&variant, &from.place, errors);
        }
        // That an empty text says nothing is said where texts are checked.
        if !from.value.trim().is_empty() {
            let from_text = shown(&from.value);
            errors.at(&from.place, format!("no variant can be derived from the {what} `{from_text}`; add `variant = \"…\"`"));
        }
        self.unknown(errors)
    }

    /// A variant for a row with a mistake in its name: what is likely meant, if that can be told.
    fn guessed(&mut self, name: &str, errors: &mut Errors) -> Ident {
        let variant = pascal_case(name);
        if is_free(&variant) && !self.defined.contains_key(&spelt(&variant)) {
            return self.define(&variant, Place::Reported);
        }
        self.unknown(errors)
    }

    /// Stands for the variant of a row that has no name.
    pub(super) fn unknown(&mut self, errors: &mut Errors) -> Ident {
        errors.lose_names();
        self.define(&format!("__Unknown{}", self.places.len()), Place::Reported)
    }

    /// No two rows of an enum have the same variant.
    fn unique(&mut self, variant: &str, place: &Place, errors: &mut Errors) -> Ident {
        let Some(first) = self.defined.get(&spelt(variant)).and_then(|row| self.places.get(*row)) else {
            return self.define(variant, place.clone());
        };
        let whose = if matches!((place, first), (Place::Own(_), Place::Own(_))) { "" } else { " of the extended table" };
        let message = format!("duplicate variant `{variant}`{whose}; {}", self.cure);
        errors.at_odds(message, (place, "defined again here"), (first, "first defined here"));
        self.unknown(errors)
    }

    fn define(&mut self, variant: &str, place: Place) -> Ident {
        self.defined.insert(spelt(variant), self.places.len());
        self.places.push(place);
        Ident::new(variant, Span::call_site())
    }
}

/// An identifier as the compiler spells it, which takes composed and decomposed letters for the same.
fn spelt(variant: &str) -> String {
    Ident::new(variant, Span::call_site()).to_string()
}

/// The variant of a row that names it so: what is likely meant, where that is none.
pub(crate) fn named_variant(name: &str) -> String {
    if fault(name).is_none() { spelt(name) } else { derived_variant(name) }
}

/// The variant of a row that is called so on the wire; no identifier where none can be derived.
pub(crate) fn derived_variant(text: &str) -> String {
    let variant = pascal_case(text);
    if is_free(&variant) { spelt(&variant) } else { variant }
}

/// A variant is a Rust identifier in `PascalCase` and no keyword.
fn fault(name: &str) -> Option<String> {
    let what = if name.is_empty() {
        return Some("the name is empty; write one such as `NoSuchKey`".to_owned());
    } else if KEYWORDS.contains(&name) {
        "a keyword of Rust"
    } else if !is_identifier(name) {
        "no Rust identifier"
    } else if !is_pascal_case(name) {
        "not PascalCase"
    } else {
        return None;
    };
    let instead = pascal_case(name);
    let cure = if instead != name && is_free(&instead) { format!("write `{instead}`") } else { "choose another name".to_owned() };
    Some(format!("`{}` is {what}; {cure}", shown(name)))
}

fn is_pascal_case(name: &str) -> bool {
    let mut capitals = 0;
    let mut has_small = false;
    for letter in name.chars() {
        capitals += usize::from(letter.is_uppercase());
        has_small |= letter.is_lowercase();
    }
    let shouted = capitals > 1 && !has_small;
    !shouted && !name.contains('_') && !name.chars().next().is_some_and(char::is_lowercase)
}

/// Whether a word can be a variant.
fn is_free(word: &str) -> bool {
    is_identifier(word) && !KEYWORDS.contains(&word)
}

fn is_identifier(word: &str) -> bool {
    for letter in word.chars() {
        if letter != '_' && !is_letter(letter) {
            return false;
        }
    }
    word.chars().next().is_some_and(|first| first == '_' || is_xid_start(first))
}

/// A letter or digit in the eyes of this compiler, whose tables may be older, and of `unicode-ident`, which knows what Rust allows.
fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() && is_xid_continue(letter)
}

/// `Not Found` to `NotFound`, `KMS.NotFoundException` to `KmsNotFoundException`; a word in mixed case stays as it is.
fn pascal_case(text: &str) -> String {
    let mut name = String::new();
    let mut word = String::new();
    for letter in text.chars() {
        if is_letter(letter) {
            word.push(letter);
        } else if letter != '\'' {
            push_capitalised(&mut name, &word);
            word.clear();
        }
    }
    push_capitalised(&mut name, &word);
    name
}

fn push_capitalised(name: &mut String, word: &str) {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return };
    for capital in first.to_uppercase() {
        name.push(capital);
    }
    let rest = letters.as_str();
    let mut has_small = false;
    for letter in word.chars() {
        has_small |= letter.is_lowercase();
    }
    if has_small {
        name.push_str(rest);
    } else {
        name.push_str(&rest.to_lowercase());
    }
}

/// Every keyword of every edition, reserved ones included.
const KEYWORDS: &[&str] = &[
    "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
