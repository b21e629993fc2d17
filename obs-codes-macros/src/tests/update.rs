//! A row that an update of the shipped table brings never breaks a file that already has the row under the same key.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{Outcome, args, folder, source};
use crate::errors::Errors;
use crate::read_table;
use crate::table::Table;

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

fn shipped() -> String {
    std::fs::read_to_string(folder("shipped.toml")).unwrap()
}

/// The file on top of the shipped table with these rows more, which are not a mistake by themselves.
fn updated(rows: &str) -> Outcome {
    let shipped = shipped() + rows;
    let alone = Outcome::of_text(&shipped);
    assert_eq!(alone.messages, [""; 0]);
    Outcome::extending(&shipped, source(OWN))
}

#[test]
fn before_the_update_own_rows_follow_the_shipped_ones() {
    let outcome = updated("");
    assert_eq!(outcome.variants("StatusCode"), ["Forbidden", "Lost", "ImATeapot"]);
    assert_eq!(outcome.variants("Cause"), ["ClockSkew", "BadgeExpired", "NoCoffee"]);
    assert_eq!(outcome.variants("ErrorCode"), ["NoSuchKey", "RequestTimeTooSkewed", "TapeOnLoan", "Answer"]);
}

#[test]
fn a_shipped_row_with_the_key_of_an_own_one_is_replaced_and_keeps_its_variant() {
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
fn a_row_that_only_changes_a_remedy_has_the_variant_of_the_shipped_row() {
    let shipped = shipped() + "[error.E42]\nvariant = 'Answer'\ndescription = 'a'\n";
    let outcome = Outcome::extending(&shipped, source("extends = 'obs'\n[error.E42]\nremedy = 'Ask again.'\n"));
    assert_eq!(outcome.variants("ErrorCode"), ["NoSuchKey", "RequestTimeTooSkewed", "Answer"]);
}

#[test]
fn an_alias_of_the_update_that_is_an_own_code_belongs_to_the_own_code() {
    let outcome = updated("[error.TapeAway]\naliases = ['TapeOnLoan', 'TapeGone']\ndescription = 'a'\n");
    assert_eq!(outcome.variants("ErrorCode"), ["NoSuchKey", "RequestTimeTooSkewed", "TapeAway", "TapeOnLoan", "Answer"]);
}

#[test]
fn two_rows_with_different_keys_and_one_variant_are_told_which_line_to_add() {
    let shipped = shipped() + "[error.tape_on_loan]\ndescription = 'a'\n";
    let outcome = Outcome::extending(&shipped, source(OWN));
    let [message] = &outcome.messages[..] else { panic!("{:?}", outcome.messages) };
    let expected = "duplicate variant `TapeOnLoan`: `tape_on_loan` of the extended table and `TapeOnLoan` both have it; \
                    add a line such as `variant = \"TapeOnLoan2\"`\n";
    assert!(message.starts_with(expected), "{message}");
}

/// Names that come to few different variants.
const CODES: &[&str] = &["AB", "a.b", "a_b", "C", "c", "D", "NoSuchKey"];
const REASONS: &[&str] = &["A B", "a b", "Not Found", "Forbidden", "C"];
const CAUSES: &[&str] = &["AB", "C", "ClockSkew"];
const VARIANTS: &[&str] = &["AB", "Ab", "C", "NotFound"];
const NUMBERS: &[u16] = &[403, 404, 418, 419, 420];

/// What a row says by itself; the text says whose row it is.
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

/// Rows of each kind. Those that are not whole are only right where another table has them.
fn rows(who: &'static str, parts: bool) -> impl Strategy<Value = String> {
    let whole = move || prop::bool::weighted(if parts { 0.8 } else { 1.0 });
    let variant = || prop::option::weighted(0.3, select(VARIANTS));
    let codes = subsequence(CODES, 0..5).prop_flat_map(move |codes| {
        let says = prop::collection::vec(
            (variant(), whole(), prop::option::of(select(NUMBERS)), prop::option::of(select(CAUSES))),
            codes.len(),
        );
        (Just(codes), says)
    });
    let statuses = subsequence(NUMBERS, 0..4).prop_flat_map(move |numbers| {
        let says = prop::collection::vec((variant(), whole(), select(REASONS), subsequence(CAUSES, 0..3)), numbers.len());
        (Just(numbers), says)
    });
    (codes, statuses).prop_map(move |((codes, of_codes), (numbers, of_statuses))| {
        let mut text = String::new();
        for (number, (variant, whole, reason, causes)) in numbers.iter().zip(of_statuses) {
            let reason = if whole { format!("reason = '{reason}'\n") } else { String::new() };
            let _ = write!(text, "[status.{number}]\n{reason}{}[status.{number}.causes]\n", rest(variant, whole, who));
            for cause in causes {
                let _ = writeln!(text, "{cause} = '{who} {number}'");
            }
        }
        for (code, (variant, whole, status, cause)) in codes.iter().zip(of_codes) {
            let _ = write!(text, "[error.'{code}']\n{}", rest(variant, whole, who));
            if let Some(status) = status {
                let _ = writeln!(text, "status = {status}");
                if let Some(cause) = cause {
                    let _ = writeln!(text, "causes = ['{cause}']");
                }
            }
        }
        text
    })
}

/// The file on top of the shipped table, if there is no mistake.
fn extended(shipped: &str, own: &str) -> Option<Table> {
    let mut errors = Errors::default();
    let table = read_table(&source(own), &args(shipped), &mut errors);
    errors.found.is_empty().then_some(table)
}

/// The keys of the rows, causes with their status.
fn keys(rows: &str) -> BTreeSet<String> {
    let mut header = "";
    let mut keys = BTreeSet::new();
    for line in rows.lines() {
        if line.starts_with('[') {
            header = line;
            keys.insert(line.to_owned());
        } else if header.ends_with(".causes]") {
            keys.extend(line.split_once(" = ").map(|(cause, _)| format!("{header} {cause}")));
        }
    }
    keys
}

/// The variants of each type.
fn all_variants(table: &Table) -> [BTreeSet<String>; 3] {
    [
        table.statuses.iter().map(|row| row.variant.to_string()).collect(),
        table.causes.iter().map(|row| row.variant.to_string()).collect(),
        table.errors.iter().map(|row| row.variant.to_string()).collect(),
    ]
}

/// The rows that say what the own file says: by type and variant, what they are, and their causes.
fn own_rows(table: &Table) -> BTreeMap<(&'static str, String), String> {
    let mut rows = BTreeMap::new();
    for row in table.statuses.iter().filter(|row| row.description == "own text") {
        rows.insert(("status", row.variant.to_string()), row.number.to_string());
    }
    for row in table.causes.iter().filter(|row| row.description.starts_with("own")) {
        rows.insert(("cause", row.variant.to_string()), row.description.clone());
    }
    for row in table.errors.iter().filter(|row| row.description == "own text") {
        let causes = row.causes.iter().map(|cause| &table.causes[*cause]).filter(|cause| cause.description.starts_with("own"));
        let causes: Vec<String> = causes.map(|cause| cause.variant.to_string()).collect();
        rows.insert(("error", row.variant.to_string()), format!("{} {causes:?}", row.code));
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 1_000_000, ..ProptestConfig::default() })]
    #[test]
    fn an_update_with_keys_of_the_file_brings_no_mistake_and_takes_no_variant(
        own in rows("own", true),
        update in rows("new", false),
    ) {
        let base = shipped();
        // Rows that the file has, and that the shipped table did not have.
        let (new, old) = (keys(&update), keys(&base.replace('\'', "")));
        prop_assume!(!new.is_empty() && new.is_subset(&keys(&own)));
        prop_assume!(new.iter().all(|key| !old.contains(&key.replace('\'', ""))));
        let shipped = base.clone() + &update;
        prop_assume!(extended("[category.4XX]\nname = 'A'\ndescription = 'a'\n", &shipped).is_some());
        let own = format!("extends = 'obs'\n{own}");
        let before = extended(&base, &own);
        prop_assume!(before.is_some());
        let before = before.unwrap();
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
