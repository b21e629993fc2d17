//! No update of the shipped table breaks a file that extends it.

use syn::{Item, ItemEnum};

use super::{Outcome, folder, source};
use crate::errors::Errors;

/// Rows that the shipped table does not have, and one that has another name here.
const OWN: &str = r#"
extends = "obs"

[status.404]
reason = "Lost"

[status.418]
reason = "I'm a teapot"
description = "The machine makes tea."

[status.418.causes]
NoCoffee = "Coffee was asked for."

[status.403.causes.BadgeExpired]
description = "The badge has expired."

[error.TapeOnLoan]
status = [403, 418]
causes = ["BadgeExpired", "NoCoffee", "ClockSkew"]
description = "The tape is on loan."

[error."42"]
variant = "Answer"
description = "That is all."
"#;

/// The file on top of the shipped table with these rows more, which are no mistake by themselves.
fn updated(rows: &str) -> Outcome {
    let shipped = std::fs::read_to_string(folder("shipped.toml")).unwrap() + rows;
    let alone = Outcome::of_text(&shipped);
    assert_eq!(alone.messages, [""; 0]);
    Outcome::extending(&shipped, source(OWN), Errors::default())
}

/// The variants of a type of a table without a mistake.
fn variants(outcome: &Outcome, name: &str) -> Vec<String> {
    assert_eq!(outcome.messages, [""; 0]);
    let found = outcome.file().items.into_iter().find_map(|item| match item {
        Item::Enum(found) if found.ident == name => Some(found),
        _ => None,
    });
    let ItemEnum { variants, .. } = found.expect("the type is an enum");
    variants.iter().map(|variant| variant.ident.to_string()).collect()
}

#[test]
fn before_the_update_own_rows_follow_the_shipped_ones() {
    let outcome = updated("");
    assert_eq!(variants(&outcome, "StatusCode"), ["Forbidden", "Lost", "ImATeapot"]);
    assert_eq!(variants(&outcome, "Cause"), ["ClockSkew", "BadgeExpired", "NoCoffee"]);
    assert_eq!(variants(&outcome, "ErrorCode"), ["NoSuchKey", "RequestTimeTooSkewed", "TapeOnLoan", "Answer"]);
}

#[test]
fn a_shipped_row_with_the_key_of_an_own_one_is_replaced_and_keeps_its_variant() {
    let outcome = updated(
        "[status.418]\nreason = 'Kettle'\nvariant = 'Pot'\ndescription = 'a'\nretry = 'backoff'\n
         [status.418.causes]\nNoCoffee = 'b'\nNoTea = 'c'\n
         [error.TapeOnLoan]\nstatus = 404\nvariant = 'TapeAway'\ndescription = 'a'\nretry = 'resign'\n
         [[error.TapeOnLoan.cases]]\nmessage = 'away'\ndescription = 'a'\n
         [error.42]\nvariant = 'FortyTwo'\ndescription = 'a'\n",
    );
    assert_eq!(variants(&outcome, "StatusCode"), ["Forbidden", "Lost", "ImATeapot"]);
    assert_eq!(variants(&outcome, "Cause"), ["ClockSkew", "NoCoffee", "NoTea", "BadgeExpired"]);
    assert_eq!(variants(&outcome, "ErrorCode"), ["NoSuchKey", "RequestTimeTooSkewed", "TapeOnLoan", "Answer"]);
}

#[test]
fn a_shipped_row_with_the_variant_of_an_own_one_takes_another() {
    let outcome = updated(
        "[status.410]\nreason = 'Lost'\ndescription = 'a'\n
         [status.419]\nreason = 'I am a teapot'\nvariant = 'ImATeapot'\ndescription = 'a'\n
         [error.tape_on_loan]\ndescription = 'a'\n
         [error.Answer]\ndescription = 'a'\n",
    );
    assert_eq!(variants(&outcome, "StatusCode"), ["Forbidden", "Lost", "ObsLost", "ObsImATeapot", "ImATeapot"]);
    assert_eq!(
        variants(&outcome, "ErrorCode"),
        ["NoSuchKey", "RequestTimeTooSkewed", "ObsTapeOnLoan", "ObsAnswer", "TapeOnLoan", "Answer"]
    );
}

#[test]
fn the_variant_that_a_shipped_row_takes_is_that_of_no_other() {
    let outcome = updated(
        "[error.ObsAnswer]\ndescription = 'a'\n
         [error.Answer]\ndescription = 'b'\n",
    );
    assert_eq!(
        variants(&outcome, "ErrorCode"),
        ["NoSuchKey", "RequestTimeTooSkewed", "ObsAnswer", "ObsObsAnswer", "TapeOnLoan", "Answer"]
    );
}

#[test]
fn a_shipped_cause_with_the_name_of_an_own_one_takes_another() {
    let outcome = updated(
        "[status.404.causes]\nNoCoffee = 'Lost coffee.'\n
         [error.CoffeeLost]\nstatus = 404\ncauses = ['NoCoffee']\ndescription = 'a'\n",
    );
    assert_eq!(variants(&outcome, "Cause"), ["ClockSkew", "ObsNoCoffee", "BadgeExpired", "NoCoffee"]);
}
