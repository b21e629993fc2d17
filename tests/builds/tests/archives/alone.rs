//! Works with the published archives and nothing else of this workspace.

use std::fs;

use crate::unpacked::{CRATES, Unpacked, workspace};

#[test]
fn the_table_its_schema_and_the_texts_about_the_crates_are_files_with_the_content_of_those_in_the_tree() {
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

// One test, since what the archives depend on is built once for all three.
#[test]
fn the_archives_build_test_and_document_alone_and_a_crate_extends_them_under_another_name() {
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
