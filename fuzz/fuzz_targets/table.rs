//! Any bytes as the file of a table, through all stages of the macro but the reading of the file.
//!
//! A procedural macro cannot be linked, so its modules are built into this program.

#![no_main]
#![allow(dead_code, reason = "the entry of the macro is not called here")]

#[path = "../../obs-codes-macros/src/args.rs"]
mod args;
#[path = "../../obs-codes-macros/src/check/mod.rs"]
mod check;
#[path = "../../obs-codes-macros/src/errors.rs"]
mod errors;
#[path = "../../obs-codes-macros/src/expand/mod.rs"]
mod expand;
#[path = "../../obs-codes-macros/src/extend/mod.rs"]
mod extend;
#[path = "../../obs-codes-macros/src/hash.rs"]
mod hash;
#[path = "../../obs-codes-macros/src/keys.rs"]
mod keys;
#[path = "../../obs-codes-macros/src/literal.rs"]
mod literal;
#[path = "../../obs-codes-macros/src/lookup.rs"]
mod lookup;
#[path = "../../obs-codes-macros/src/order.rs"]
mod order;
#[path = "../../obs-codes-macros/src/parse/mod.rs"]
mod parse;
#[path = "../../obs-codes-macros/src/tests/promise.rs"]
mod promise;
#[path = "../../obs-codes-macros/src/snippet.rs"]
mod snippet;
#[path = "../../obs-codes-macros/src/source.rs"]
mod source;
#[path = "../../obs-codes-macros/src/suggest.rs"]
mod suggest;
#[path = "../../obs-codes-macros/src/table.rs"]
mod table;

use libfuzzer_sys::fuzz_target;
use quote::quote;

use crate::args::Args;

thread_local! {
    static ARGS: Args = {
        let shipped = include_str!("../../obs-codes-macros/fixtures/shipped.toml");
        let args = Args::read(quote!(crate = ::obs_codes; shipped = "obs" #shipped; "codes.toml"));
        args.unwrap_or_else(|wrong| panic!("{}", wrong.message))
    };
}

fuzz_target!(|bytes: &[u8]| {
    let tokens = ARGS.with(|args| promise::types(bytes, args));
    // Reading the tokens takes as long as all else, so only one file in sixteen has them read, told by its bytes.
    if bytes.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte)) % 16 == 0 {
        syn::parse2::<syn::File>(tokens).expect("the tokens are a Rust file");
    }
});
