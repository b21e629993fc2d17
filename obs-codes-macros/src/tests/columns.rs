//! The names of columns, and columns that replace those of the extended table.

use std::collections::BTreeMap;

use quote::ToTokens as _;
use syn::{Expr, ImplItem, Item, Stmt};

use super::{Outcome, source};
use crate::spec;

/// The inherent methods of each generated type.
fn methods(outcome: &Outcome) -> BTreeMap<String, Vec<String>> {
    let mut methods = BTreeMap::<String, Vec<String>>::new();
    for item in outcome.file().items {
        let Item::Const(item) = item else { continue };
        let Expr::Block(block) = *item.expr else { continue };
        for statement in block.block.stmts {
            if let Stmt::Item(Item::Impl(found)) = statement
                && found.trait_.is_none()
            {
                let names = found.items.iter().filter_map(|item| match item {
                    ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
                    _ => None,
                });
                methods.entry(found.self_ty.to_token_stream().to_string()).or_default().extend(names);
            }
        }
    }
    methods
}

#[test]
fn a_column_cannot_have_the_name_of_a_method_of_its_type() {
    let methods = methods(&Outcome::of_text("extends = \"obs\""));
    for (of, kind) in [("StatusCode", "status"), ("Cause", "cause"), ("ErrorCode", "error")] {
        assert!(methods[of].len() > 6, "{methods:?}");
        for name in &methods[of] {
            let outcome = Outcome::of_text(&format!("extends = \"obs\"\n[columns.{kind}]\n{name} = \"string\""));
            assert!(outcome.messages.iter().any(|message| message.contains("choose another name")), "{kind} {name}");
        }
    }
}

#[test]
fn a_column_cannot_have_the_name_of_a_key_of_its_rows() {
    for (section, kind) in [("status", &spec::STATUS_ROW), ("cause", &spec::CAUSE_ROW), ("error", &spec::ERROR_ROW)] {
        for key in kind.words() {
            let outcome = Outcome::of_text(&format!("extends = \"obs\"\n[columns.{section}]\n{key} = \"string\""));
            let expected = format!("`{key}` is already a key of these rows");
            assert!(outcome.messages.iter().any(|message| message.contains(&expected)), "{section} {key}");
        }
    }
}

#[test]
fn a_column_that_replaces_a_shipped_one_drops_the_values_that_it_does_not_accept() {
    let shipped = "[columns.error]\nteam = \"string\"\n\n[error.A]\ndescription = \"a\"\nteam = \"storage\"";
    for column in [
        "team = \"integer\"",
        "team = { type = \"boolean\", default = true }",
        "team = { type = \"string\", values = [\"web\"] }",
    ] {
        let outcome = Outcome::extending(shipped, &source(&format!("extends = \"obs\"\n[columns.error]\n{column}")));
        assert_eq!(outcome.messages, [""; 0], "{column}");
        assert!(!outcome.tokens.to_string().contains("\"storage\""), "{column}");
    }
    let outcome = Outcome::extending(shipped, &source("extends = \"obs\"\n[columns.error]\nteam = \"string\""));
    assert!(outcome.tokens.to_string().contains("\"storage\""));
}
