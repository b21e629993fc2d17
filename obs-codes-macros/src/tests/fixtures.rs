//! `fixtures/bad` has tables with mistakes, each next to the messages that it gets. `fixtures/good` has tables without mistakes.
//!
//! `BLESS=1 cargo test -p obs-codes-macros` rewrites the messages.

use std::fs;

use super::{Outcome, tables};

#[test]
fn every_mistake_gets_the_message_in_the_golden_file() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut different = Vec::new();
    for path in tables("bad") {
        let outcome = Outcome::of_file(&path);
        outcome.file();
        assert!(!outcome.messages.is_empty(), "{} has no mistake", path.display());
        let found = outcome.messages.join("\n\n") + "\n";
        let golden = path.with_extension("stderr");
        if bless {
            fs::write(&golden, &found).unwrap();
        } else if fs::read_to_string(&golden).unwrap_or_default() != found {
            different.push(format!("{}\n{found}", golden.display()));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn a_table_without_mistakes_gets_no_message() {
    for path in tables("good") {
        let outcome = Outcome::of_file(&path);
        outcome.file();
        assert!(outcome.messages.is_empty(), "{}\n{}", path.display(), outcome.messages.join("\n\n"));
    }
}
