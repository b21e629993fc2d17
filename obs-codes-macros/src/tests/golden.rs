//! The whole expansion of a small table, in `fixtures/golden`, so that you can read how the generated code changes.
//!
//! `BLESS=1 cargo test -p obs-codes-macros` rewrites it.

use std::path::Path;

use quote::quote;
use snapbox::{Data, assert_data_eq};
use syn::{Expr, Item, Stmt};

#[test]
fn a_small_table_becomes_the_golden_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/golden/expansion.rs");
    let tokens = crate::pipeline::expand(quote!("fixtures/golden/table.toml"));
    let code = pretty(syn::parse2(tokens).expect("the tokens are a Rust file"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &code).unwrap();
    }
    assert_data_eq!(code, Data::read_from(&path, None).raw());
}

/// The code in the format of code that is written by hand.
fn pretty(mut file: syn::File) -> String {
    format_optional_parts(&mut file);
    let code = prettyplease::unparse(&file).replace("mod __if_serde {", "::obs_codes::__if_serde! {");
    let code = code.replace("mod __if_http {", "::obs_codes::__if_http! {");
    line_comments(&code)
}

/// Turns each call of `__if_serde!` and `__if_http!` into a module, because the arguments of macros are not formatted.
fn format_optional_parts(file: &mut syn::File) {
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
}

/// Writes documentation as `/// text` instead of `///text` and `/**text*/`.
fn line_comments(code: &str) -> String {
    let code = code.replace("/// ", "///").replace("///", "/// ");
    let (mut written, mut rest) = (String::new(), code.as_str());
    while let Some((before, comment)) = rest.split_once("/**") {
        let (text, after) = comment.split_once("*/").expect("a comment has an end");
        let indent = before.rsplit('\n').next().unwrap_or_default();
        written += before;
        written += &text.lines().map(|line| format!("/// {line}")).collect::<Vec<_>>().join(&format!("\n{indent}"));
        rest = after;
    }
    (written + rest).replace("/// \n", "///\n")
}
