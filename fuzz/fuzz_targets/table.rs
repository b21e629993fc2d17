//! Any bytes as the file of a table, through all stages of the macro except reading the file.
//!
//! A procedural macro cannot be linked, so its modules are built into this program.

#![no_main]
#![allow(dead_code, reason = "the entry point of the macro is not called here")]

#[path = "../../obs-codes-macros/src/args.rs"]
mod args;
#[path = "../../obs-codes-macros/src/check/mod.rs"]
mod check;
#[path = "../../obs-codes-macros/src/errors.rs"]
mod errors;
#[path = "../../obs-codes-macros/src/expand/mod.rs"]
mod expand;
#[path = "../../obs-codes-macros/src/hash.rs"]
mod hash;
#[path = "../../obs-codes-macros/src/lookup.rs"]
mod lookup;
#[path = "../../obs-codes-macros/src/naming.rs"]
mod naming;
#[path = "../../obs-codes-macros/src/overlay.rs"]
mod overlay;
#[path = "../../obs-codes-macros/src/pipeline.rs"]
mod pipeline;
#[path = "../../obs-codes-macros/src/tests/promise.rs"]
mod promise;
#[path = "../../obs-codes-macros/src/raw.rs"]
mod raw;
#[path = "../../obs-codes-macros/src/read/mod.rs"]
mod read;
#[path = "../../obs-codes-macros/src/report.rs"]
mod report;
#[path = "../../obs-codes-macros/src/source.rs"]
mod source;
#[path = "../../obs-codes-macros/src/spec.rs"]
mod spec;
#[path = "../../obs-codes-macros/src/table.rs"]
mod table;
#[path = "../../obs-codes-macros/src/words.rs"]
mod words;

use libfuzzer_sys::fuzz_target;
use quote::quote;

use crate::args::Args;

thread_local! {
    static ARGS: Args = {
        let shipped = include_str!("../../obs-codes-macros/fixtures/shipped.toml");
        syn::parse2(quote!(crate = ::obs_codes; shipped = "obs" #shipped; "codes.toml")).expect("the call is right")
    };
}

fuzz_target!(|bytes: &[u8]| {
    let tokens = ARGS.with(|args| promise::types(bytes, args));
    // Parsing the tokens takes as long as everything else together, so only one file in sixteen gets this check, chosen by the sum of its
    // bytes.
    if bytes.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte)) % 16 == 0 {
        syn::parse2::<syn::File>(tokens).expect("the tokens are a Rust file");
    }
});
