//! Uses the published archives without the rest of this workspace.

use std::fs;

use crate::unpacked::{CRATES, Unpacked, workspace};

#[test]
fn the_archives_contain_the_linked_files_themselves() {
    let unpacked = Unpacked::new();
    let files = [
        "obs-codes/codes.toml",
        "obs-codes/codes.schema.json",
        "obs-codes/README.md",
        "obs-codes/LICENSE-MIT",
        "obs-codes/LICENSE-APACHE",
        "obs-codes-macros/README.md",
        "obs-codes-macros/LICENSE-MIT",
        "obs-codes-macros/LICENSE-APACHE",
    ];
    for file in files {
        let packed = unpacked.path(file);
        assert!(fs::symlink_metadata(&packed).is_ok_and(|found| found.is_file()), "{file}");
        assert_eq!(fs::read(packed).unwrap(), fs::read(workspace().join(file)).unwrap(), "{file}");
    }
}

// One test, so that the dependencies are built once for all three crates.
#[test]
fn the_archives_can_be_tested_and_documented_alone_and_extended_under_another_name() {
    let unpacked = Unpacked::new();
    for name in CRATES {
        let tested = unpacked.cargo(&["test", "--all-features"], name);
        assert!(tested.contains("test result: ok"), "{tested}");
        unpacked.cargo(&["doc", "--no-deps", "--all-features"], name);
        let index = unpacked.path("target/doc").join(name.replace('-', "_")).join("index.html");
        assert!(index.is_file(), "{}", index.display());
    }
    let dependency = r#"codes = { package = "obs-codes", version = "*" }"#;
    unpacked.add("consumer", dependency, include_str!("consumer/main.rs"), include_str!("consumer/codes.toml"));
    let printed = unpacked.cargo(&["run", "--quiet"], "consumer");
    assert_eq!(printed, "TapeOnLoan: Ask the archive for the day on which it returns.\n");
}
