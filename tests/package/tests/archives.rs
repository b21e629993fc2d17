//! Works with the published archives and nothing else of this workspace.

use std::fs;
use std::path::Path;

use obs_codes_package_tests::{CRATES, Unpacked, workspace};

#[test]
fn the_table_and_the_texts_about_the_crates_are_files_with_the_content_of_those_in_the_tree() {
    let unpacked = Unpacked::new();
    let files = [
        "obs-codes/codes.toml",
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
    let consumer = Path::new(env!("CARGO_MANIFEST_DIR")).join("consumer");
    fs::create_dir_all(unpacked.path("consumer/src")).unwrap();
    for file in ["Cargo.toml", "codes.toml", "src/main.rs"] {
        fs::copy(consumer.join(file), unpacked.path("consumer").join(file)).unwrap();
    }
    let printed = unpacked.cargo(&["run", "--quiet"], "consumer");
    assert_eq!(printed, "TapeOnLoan: Ask the archive for the day on which it returns.\n");
}
