//! All that is written for a small table, beside it in `fixtures/golden`, so that a change of the generated code can be read.
//!
//! `BLESS=1 cargo test -p obs-codes-macros` writes it anew.

use std::path::Path;

use quote::quote;
use snapbox::{Data, assert_data_eq};
use syn::{Expr, Item, Stmt};

#[test]
fn a_small_table_becomes_the_code_that_stands_beside_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden/expansion.rs");
    let tokens = crate::expand_call(quote!("fixtures/golden/table.toml"));
    let code = pretty(syn::parse2(tokens).expect("the tokens are a Rust file"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &code).unwrap();
    }
    assert_data_eq!(code, Data::read_from(&path, None).raw());
}

/// Formats the code, also between the braces of `__if_serde!` and `__if_http!`: these are taken for modules while the rest is formatted.
fn pretty(mut file: syn::File) -> String {
    for item in &mut file.items {
        let Item::Const(item) = item else { continue };
        let Expr::Block(block) = &mut *item.expr else { continue };
        for statement in &mut block.block.stmts {
            let Stmt::Macro(call) = statement else { continue };
            let name = &call.mac.path.segments.last().expect("a path is not empty").ident;
            let items = &call.mac.tokens;
            *statement = syn::parse_quote!(mod #name { #items });
        }
    }
    prettyplease::unparse(&file)
        .replace("mod __if", "::obs_codes::__if")
        .replace("__if_serde {", "__if_serde! {")
        .replace("__if_http {", "__if_http! {")
}
