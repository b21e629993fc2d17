//! All that is written for a small table, beside it in `fixtures/golden`, so that a change of the generated code can be read.
//!
//! `BLESS=1 cargo test -p obs-codes-macros` writes it anew.

use std::path::Path;

use quote::quote;
use snapbox::{Data, assert_data_eq};

#[test]
fn a_small_table_becomes_the_code_that_stands_beside_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden/expansion.rs");
    let tokens = crate::expand_call(quote!("fixtures/golden/table.toml"));
    let code = prettyplease::unparse(&syn::parse2(tokens).expect("the tokens are a Rust file"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &code).unwrap();
    }
    assert_data_eq!(code, Data::read_from(&path, None).raw());
}
