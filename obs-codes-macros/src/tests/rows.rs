//! The variants of a table with mistakes.

use std::fmt::Write as _;

use quote::ToTokens as _;
use syn::Item;

use super::{Outcome, tables};

const TOP: &str = r#"
[category.4XX]
name = "ClientError"
description = "The request is wrong."

[status.404]
reason = "Not Found"
description = "There is no such thing."
"#;

/// The variants of a generated enum; `None` if the type is only a placeholder.
fn variants(outcome: &Outcome, name: &str) -> Option<Vec<String>> {
    outcome.file().items.into_iter().find_map(|item| match item {
        Item::Enum(item) if item.ident == name => Some(item.variants.iter().map(|variant| variant.ident.to_string()).collect()),
        _ => None,
    })
}

#[test]
fn a_row_with_a_mistake_still_becomes_a_variant() {
    let mistakes = [
        ("description = \"\"", "the text is empty"),
        ("descripton = \"a\"", "a key is misspelt"),
        ("", "the description is missing"),
        ("description = 1", "the type is wrong"),
        ("description = \"a\"\nstatus = 405", "there is no such status"),
        ("description = \"a\"\nstatus = \"404\"", "the number is in quotes"),
        ("description = \"a\"\nretry = \"x\"", "there is no such verdict"),
        ("description = \"a\"\nvariant = \"no_such_key\"", "the name is not in Pascal case"),
        ("description = \"a\"\ndescription = \"b\"", "a key occurs twice"),
    ];
    for (row, what) in mistakes {
        let outcome = Outcome::of_text(&format!("{TOP}\n[error.NoSuchKey]\n{row}\n"));
        assert_eq!(outcome.messages.len(), 1, "{what}: {:?}", outcome.messages);
        assert_eq!(variants(&outcome, "ErrorCode").unwrap(), ["NoSuchKey"], "{what}");
        assert_eq!(variants(&outcome, "StatusCode").unwrap(), ["NotFound"], "{what}");
    }
}

#[test]
fn the_types_are_placeholders_if_a_variant_is_unknown() {
    let nameless = format!("{TOP}\n[error.'!']\ndescription = 'a'\n\n[error.NoSuchKey]\ndescription = 'b'\n");
    let twice = format!("{TOP}\n[error.A]\ndescription = 'a'\n\n[error.A]\ndescription = 'b'\n");
    for text in [&nameless, &twice, "[status", "status = 1", "[[error]]\n", "error = []"] {
        let outcome = Outcome::of_text(text);
        assert_eq!(variants(&outcome, "ErrorCode"), None);
        let aliases = outcome.file().items.into_iter().filter(|item| matches!(item, Item::Type(_))).count();
        assert_eq!(aliases, 5);
        let errors = outcome.tokens.to_token_stream().to_string().matches("compile_error").count();
        assert_eq!(errors, outcome.messages.len(), "{text}");
    }
}

#[test]
fn the_types_are_placeholders_after_a_syntax_error() {
    for line in [
        "[error.NoSuchUpload",
        "error.NoSuchUpload]",
        "[error NoSuchUpload]",
        "description = \"a",
        "description = \"\\a\"",
        "retry = fix",
        "description = \"\"\"a",
        "status = [404",
        "=",
    ] {
        let outcome =
            Outcome::of_text(&format!("{TOP}\n[error.NoSuchKey]\n{line}\n\n[error.NoSuchBucket]\ndescription = \"b\"\n"));
        assert_eq!(outcome.messages.len(), 1, "{line}: {:?}", outcome.messages);
        assert_eq!(variants(&outcome, "ErrorCode"), None, "{line}");
    }
}

#[test]
fn each_message_is_a_separate_compile_error() {
    for path in tables("bad") {
        let outcome = Outcome::of_file(&path);
        let errors = outcome.tokens.to_string().matches("compile_error").count();
        assert_eq!(errors, outcome.messages.len(), "{}", path.display());
    }
}

#[test]
fn a_row_beyond_the_limit_is_reported() {
    let mut text = TOP.to_owned();
    for row in 0..=65_536 {
        let _ = write!(text, "\n[error.E{row}]\ndescription = \"a\"\n");
    }
    let outcome = Outcome::of_text(&text);
    let [message] = &outcome.messages[..] else { panic!("{:?}", outcome.messages) };
    assert!(
        message.starts_with("a table may have at most 65536 error codes, and this row exceeds the limit; remove some rows\n"),
        "{message}"
    );
    assert!(message.contains("[error.E65536]"), "{message}");
}

#[test]
fn all_mistakes_of_ten_thousand_rows_are_found() {
    let mut text = TOP.to_owned();
    for row in 0..10_000 {
        let _ = write!(text, "\n[error.E{row}]\nstaus = 404\ncauses = [\"C{row}\", \"C{row}\"]\n");
    }
    let outcome = Outcome::of_text(&text);
    assert_eq!(outcome.errors.found.len(), 50_000);
}

#[test]
fn causes_and_cases_beyond_the_limit_are_reported() {
    let mut text = format!("{TOP}\n[status.404.causes]\n");
    for row in 0..=65_536 {
        let _ = writeln!(text, "C{row} = \"a\"");
    }
    for row in 0..1_025 {
        let _ = write!(text, "\n[error.E{row}]\ndescription = \"a\"\ncases = [{}]\n", "{ description = \"a\" }, ".repeat(64));
    }
    let outcome = Outcome::of_text(&text);
    let [causes, cases] = &outcome.messages[..] else { panic!("{} messages", outcome.messages.len()) };
    assert!(
        causes.starts_with("a table may have at most 65536 causes, and this row exceeds the limit; remove some rows\n"),
        "{causes}"
    );
    assert!(causes.contains("C65536 = "), "{causes}");
    assert!(
        cases
            .starts_with("a table may have at most 65536 cases, and the cases of `E1024` exceed the limit; merge some of them\n"),
        "{cases}"
    );
    assert!(cases.contains("[error.E1024]"), "{cases}");
}
