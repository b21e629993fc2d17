//! Derives the names of variants, and checks the names of variants and methods.

use proc_macro2::Ident;
use syn::ext::IdentExt as _;
use syn::parse::Parser as _;

use crate::words::shown;

/// `Not Found` becomes `NotFound`, `KMS.NotFoundException` becomes `KmsNotFoundException`; a word in mixed case stays as it is.
pub(crate) fn pascal_case(text: &str) -> String {
    text.replace('\'', "").split(|letter: char| !letter.is_alphanumeric()).map(capitalized).collect()
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    let rest = letters.as_str();
    let rest = if word.chars().any(char::is_lowercase) { rest.to_owned() } else { rest.to_lowercase() };
    first.to_uppercase().chain(rest.chars()).collect()
}

/// The name of a variant derived from a text, if the result is an identifier.
pub(crate) fn derived(text: &str) -> Option<Ident> {
    identifier(&pascal_case(text))
}

/// The word as an identifier, if it is one and not a keyword.
pub(crate) fn identifier(word: &str) -> Option<Ident> {
    // rustc itself reports some of the numbers that it cannot read, such as `1e`.
    if word.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    // The parser also accepts whitespace and comments around an identifier.
    syn::parse_str::<Ident>(word).ok().filter(|ident| ident == word)
}

/// Why a word cannot be the name of a variant, which is an identifier in `PascalCase`, and what to write instead.
pub(crate) fn variant_fault(name: &str) -> Option<String> {
    if name.is_empty() {
        return Some("the name is empty; write one such as `NoSuchKey`".to_owned());
    }
    if let Some(mark) = combining_mark(name) {
        let name = shown(name);
        return Some(format!(
            "`{name}` contains a combining mark (U+{mark:04X}); write the letter and its mark as one character"
        ));
    }
    let what = match identifier(name) {
        Some(_) if is_pascal_case(name) => return None,
        Some(_) => "not PascalCase",
        None if is_keyword(name) => "a keyword of Rust",
        None => "not a Rust identifier",
    };
    let fix = match derived(name) {
        Some(instead) if instead != name => format!("write `{instead}`"),
        _ => "choose another name".to_owned(),
    };
    Some(format!("`{}` is {what}; {fix}", shown(name)))
}

/// Why a word cannot be the name of a method, which is an identifier in `snake_case`, and what to do.
pub(crate) fn method_fault(name: &str) -> Option<String> {
    let what = if is_keyword(name) {
        "a keyword of Rust"
    } else if identifier(name).is_none() {
        "not a Rust identifier"
    } else if name.contains(char::is_uppercase) || name.starts_with('_') {
        "not snake_case"
    } else {
        return None;
    };
    Some(format!("`{}` is {what}; choose another name, such as `severity`", shown(name)))
}

fn is_keyword(word: &str) -> bool {
    let starts_with_digit = word.starts_with(|first: char| first.is_ascii_digit());
    !starts_with_digit && identifier(word).is_none() && Ident::parse_any.parse_str(word).is_ok_and(|ident| ident == word)
}

fn is_pascal_case(name: &str) -> bool {
    let capitals = name.chars().filter(|letter| letter.is_uppercase()).count();
    let is_shouted = capitals > 1 && !name.contains(char::is_lowercase);
    !is_shouted && !name.contains('_') && !name.starts_with(char::is_lowercase)
}

/// The first combining mark. The compiler normalizes identifiers, so a name with such a mark would change.
fn combining_mark(name: &str) -> Option<u32> {
    name.chars().find(|letter| matches!(letter, '\u{300}'..='\u{36f}')).map(u32::from)
}
