//! The perfect hash over the spellings of all error codes.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::columns;
use crate::lookup::Lookup;

/// The statics of the lookup over these keys, and an expression for the index of the key that equals the bytes `code`.
pub(super) fn expand(keys: &[&str], krate: &TokenStream) -> (TokenStream, TokenStream) {
    let lookup = Lookup::of(keys);
    let multipliers = columns::numbers("MULTIPLIERS", &quote!(u16), lookup.multipliers.iter().copied());
    // Without keys, not even a free slot has one.
    let slots = columns::numbers("SLOTS", &quote!(u16), lookup.slots.iter().copied().filter(|slot| *slot < keys.len()));
    let shortest = Literal::usize_unsuffixed(lookup.shortest);
    let longest = Literal::usize_unsuffixed(lookup.longest);
    let hashed = lookup.hashed.iter().copied().map(Literal::usize_unsuffixed);
    let seed = Literal::u64_unsuffixed(lookup.seed);
    let statics = quote! {
        #multipliers
        #slots
        const LOOKUP: Lookup<u16> = Lookup {
            shortest: #shortest,
            longest: #longest,
            hashed: &[#(#hashed),*],
            seed: #seed,
            multipliers: &MULTIPLIERS,
            slots: &SLOTS,
        };
    };
    let words = Literal::usize_unsuffixed(lookup.words);
    let find = quote! {
        match #krate::__private::Words::<#words>::of(code) {
            _ if !LOOKUP.may_be(code) => None,
            Some(words) => match LOOKUP.candidate(&words) {
                Some(key) if words.is(&CODES, key as usize) => Some(key as usize),
                _ => None,
            },
            None => {
                let word = #krate::__private::Words::short(code);
                match LOOKUP.candidate(&word) {
                    Some(key) if word.is_short(&CODES, key as usize) => Some(key as usize),
                    _ => None,
                }
            }
        }
    };
    (statics, find)
}
