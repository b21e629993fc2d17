//! Whole pages, from a small table of its own: the shipped one may grow without a change to them.
//!
//! `SNAPSHOTS=overwrite cargo test -p explain` writes the files anew.

use std::path::Path;

use snapbox::{Data, assert_data_eq};

use crate::answer_from;

mod table {
    obs_codes::codes!("tests/answers/own_table/codes.toml");
}

#[test]
fn every_kind_of_answer_is_as_in_its_file() {
    for (words, file) in [
        (&[][..], "table.txt"),
        (&["--json"], "table.json"),
        (&["409"], "status.txt"),
        (&["431"], "status-without-causes.txt"),
        (&["418"], "unknown-status.txt"),
        (&["204"], "unknown-status-and-category.txt"),
        (&["Stock.Empty"], "code.txt"),
        (&["Stock.Empty", "--json"], "code.json"),
        (&["OrderLocked"], "code-with-two-statuses.txt"),
        (&["404", "OrderLocked"], "code-with-another-status.txt"),
        (&["404", "OrderLocked", "--json"], "code-with-another-status.json"),
        (&["418", "OrderLocked"], "code-with-unknown-status.txt"),
        (&["10007"], "code-of-digits.txt"),
        (&["Printer on fire"], "code-without-status.txt"),
        (&["409", "stock_empty"], "unknown-code.txt"),
        (&["409", "stock_empty", "--json"], "unknown-code.json"),
        (&["418", "OrderLock"], "unknown-code-and-status.txt"),
        (&["OrderLock"], "unknown-code-alone.txt"),
    ] {
        let answer = answer_from::<table::StatusCode>(words).unwrap_or_else(|refusal| refusal);
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers/own_table").join(file);
        assert_data_eq!(answer, Data::read_from(&file, None).raw());
    }
}
