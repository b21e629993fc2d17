//! An update of the shipped table never breaks a file that already has a row with the key of a new one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;

use super::{Outcome, args, folder, source};
use crate::errors::Errors;
use crate::pipeline::read_table;
use crate::table::Table;

/// Rows that the shipped table does not have, and one shipped row with another reason.
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

fn shipped() -> String {
    std::fs::read_to_string(folder("shipped.toml")).unwrap()
}

/// Expands [`OWN`] after the shipped table was updated with these rows, which must not have mistakes of their own.
fn updated(rows: &str) -> Outcome {
    let shipped = shipped() + rows;
    let alone = Outcome::of_text(&shipped);
    assert_eq!(alone.messages, [""; 0]);
    Outcome::extending(&shipped, &source(OWN))
}

#[test]
fn own_rows_follow_the_shipped_ones() {
    let outcome = updated("");
    assert_eq!(outcome.variants("StatusCode"), ["Forbidden", "Lost", "ImATeapot"]);
    assert_eq!(outcome.variants("Cause"), ["ClockSkew", "BadgeExpired", "NoCoffee"]);
    assert_eq!(outcome.variants("ErrorCode"), ["NoSuchKey", "RequestTimeTooSkewed", "TapeOnLoan", "Answer"]);
}

#[test]
fn a_new_shipped_row_does_not_change_the_variant_of_an_own_row() {
    let outcome = updated(
        "[status.418]\nreason = 'Kettle'\nvariant = 'Pot'\ndescription = 'a'\nretry = 'backoff'\n
         [status.418.causes]\nNoCoffee = 'b'\nNoTea = 'c'\n
         [error.TapeOnLoan]\nstatus = 404\nvariant = 'TapeAway'\ndescription = 'a'\nretry = 'sign-again'\n
         [[error.TapeOnLoan.cases]]\nmessage = 'away'\ndescription = 'a'\n
         [error.42]\nvariant = 'FortyTwo'\ndescription = 'a'\n",
    );
    assert_eq!(outcome.variants("StatusCode"), ["Forbidden", "Lost", "ImATeapot"]);
    assert_eq!(outcome.variants("Cause"), ["ClockSkew", "NoCoffee", "NoTea", "BadgeExpired"]);
    assert_eq!(outcome.variants("ErrorCode"), ["NoSuchKey", "RequestTimeTooSkewed", "TapeOnLoan", "Answer"]);
}

#[test]
fn a_row_that_only_changes_a_remedy_keeps_the_variant_of_the_shipped_row() {
    let shipped = shipped() + "[error.E42]\nvariant = 'Answer'\ndescription = 'a'\n";
    let outcome = Outcome::extending(&shipped, &source("extends = 'obs'\n[error.E42]\nremedy = 'Ask again.'\n"));
    assert_eq!(outcome.variants("ErrorCode"), ["NoSuchKey", "RequestTimeTooSkewed", "Answer"]);
}

#[test]
fn a_new_shipped_alias_that_is_an_own_code_stays_with_the_own_code() {
    let outcome = updated("[error.TapeAway]\naliases = ['TapeOnLoan', 'TapeGone']\ndescription = 'a'\n");
    assert_eq!(outcome.variants("ErrorCode"), ["NoSuchKey", "RequestTimeTooSkewed", "TapeAway", "TapeOnLoan", "Answer"]);
}

#[test]
fn the_error_for_two_keys_with_one_variant_shows_the_line_to_add() {
    let shipped = shipped() + "[error.tape_on_loan]\ndescription = 'a'\n";
    let outcome = Outcome::extending(&shipped, &source(OWN));
    let [message] = &outcome.messages[..] else { panic!("{:?}", outcome.messages) };
    let expected = "duplicate variant `TapeOnLoan`: `tape_on_loan` of the extended table and `TapeOnLoan` both have it; \
                    add a line such as `variant = \"TapeOnLoan2\"`\n";
    assert!(message.starts_with(expected), "{message}");
}

/// Names that give only a few different variants.
const CODES: &[&str] = &["AB", "a.b", "a_b", "C", "c", "D", "NoSuchKey"];
const REASONS: &[&str] = &["A B", "a b", "Not Found", "Forbidden", "C"];
const CAUSES: &[&str] = &["AB", "C", "ClockSkew"];
const VARIANTS: &[&str] = &["AB", "Ab", "C", "NotFound"];
const NUMBERS: &[u16] = &[403, 404, 418, 419, 420];

/// The values of a row. Each text begins with `who`, the owner of the row.
fn rest(variant: Option<&str>, whole: bool, who: &str) -> String {
    let mut rest = format!("remedy = '{who} remedy'\n");
    if let Some(variant) = variant {
        let _ = writeln!(rest, "variant = '{variant}'");
    }
    if whole {
        let _ = writeln!(rest, "description = '{who} text'");
    }
    rest
}

/// Random rows of each kind, by their headers. With `parts`, some lack required keys and need a row to extend.
fn rows(who: &'static str, parts: bool) -> impl Strategy<Value = BTreeMap<String, String>> {
    let whole = move || prop::bool::weighted(if parts { 0.8 } else { 1.0 });
    let variant = || prop::option::weighted(0.3, select(VARIANTS));
    let code = (select(CODES), variant(), whole(), prop::option::of(select(NUMBERS)), prop::option::of(select(CAUSES)));
    let code = code.prop_map(move |(code, variant, whole, status, cause)| {
        let status = status.map(|status| {
            let causes = cause.map(|cause| format!("causes = ['{cause}']\n")).unwrap_or_default();
            format!("status = {status}\n{causes}")
        });
        (format!("[error.'{code}']"), rest(variant, whole, who) + &status.unwrap_or_default())
    });
    let status = (select(NUMBERS), variant(), whole(), select(REASONS)).prop_map(move |(number, variant, whole, reason)| {
        let reason = if whole { format!("reason = '{reason}'\n") } else { String::new() };
        (format!("[status.{number}]"), reason + &rest(variant, whole, who))
    });
    let cause = (select(NUMBERS), select(CAUSES)).prop_map(move |(number, cause)| {
        (format!("[status.{number}.causes.{cause}]"), format!("description = '{who} {number}'\n"))
    });
    prop::collection::vec(prop_oneof![code, status, cause], 0..8).prop_map(BTreeMap::from_iter)
}

/// A file of these rows.
fn file<'a>(rows: impl IntoIterator<Item = (&'a String, &'a String)>) -> String {
    rows.into_iter().flat_map(|(header, values)| [header.as_str(), "\n", values, "\n"]).collect()
}

/// The table of the file `own`, which extends `shipped`, if there is no mistake.
fn extended(shipped: &str, own: &str) -> Option<Table> {
    let mut errors = Errors::default();
    let table = read_table(&source(own), &args(shipped), &mut errors);
    errors.found.is_empty().then_some(table)
}

/// The variants of each type.
fn all_variants(table: &Table) -> [BTreeSet<String>; 3] {
    [
        table.statuses.iter().map(|row| row.variant.to_string()).collect(),
        table.causes.iter().map(|row| row.variant.to_string()).collect(),
        table.errors.iter().map(|row| row.variant.to_string()).collect(),
    ]
}

/// The rows with a text of the own file, by type and variant.
fn own_rows(table: &Table) -> BTreeMap<(&'static str, String), String> {
    let mut rows = BTreeMap::new();
    for row in table.statuses.iter().filter(|row| row.description == "own text") {
        rows.insert(("status", row.variant.to_string()), row.number.to_string());
    }
    for row in table.causes.iter().filter(|row| row.description.starts_with("own")) {
        rows.insert(("cause", row.variant.to_string()), row.description.clone());
    }
    for row in table.errors.iter().filter(|row| row.description == "own text") {
        rows.insert(("error", row.variant.to_string()), row.code.clone());
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 1_000_000, ..ProptestConfig::default() })]
    #[test]
    fn an_update_with_keys_of_the_file_causes_no_mistake_and_removes_no_variant(
        own in rows("own", true),
        update in rows("new", false),
    ) {
        let base = shipped();
        // Only rows that the file already has, and that are new in the shipped table.
        let update = update.iter().filter(|(header, _)| own.contains_key(*header) && !base.contains(&header.replace('\'', "")));
        let (own, update) = (format!("extends = 'obs'\n{}", file(&own)), file(update));
        let before = extended(&base, &own);
        prop_assume!(before.is_some());
        let before = before.unwrap();
        let shipped = base.clone() + &update;
        prop_assume!(extended("", &shipped).is_some());
        let after = extended(&shipped, &own);
        prop_assert!(after.is_some(), "{own}\n{update}");
        let after = after.unwrap();
        for (before, after) in all_variants(&before).iter().zip(&all_variants(&after)) {
            prop_assert!(before.is_subset(after), "{before:?} {after:?}\n{own}\n{update}");
        }
        let after = own_rows(&after);
        for (row, says) in own_rows(&before) {
            prop_assert_eq!(after.get(&row), Some(&says), "{:?}\n{}\n{}", row, own, update);
        }
    }
}
