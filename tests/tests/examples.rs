//! The examples of tables are short enough to be read.

use std::fs;
use std::path::Path;

/// The lines of each file that the three examples consist of.
fn lines() -> Vec<(String, usize)> {
    let mut lines = Vec::new();
    for file in [
        "own-table/src/main.rs",
        "own-table/codes.toml",
        "extend-obs/src/main.rs",
        "extend-obs/codes.toml",
        "reqwest-client/src/main.rs",
    ] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(file)).unwrap();
        lines.push((file.to_owned(), text.lines().count()));
    }
    lines
}

#[test]
fn an_example_of_a_table_has_less_than_sixty_lines() {
    let long: Vec<_> = lines().into_iter().filter(|(_, count)| *count >= 60).collect();
    assert_eq!(long, []);
}

#[test]
fn an_example_of_a_table_is_one_file_of_rust() {
    for example in ["own-table", "extend-obs", "reqwest-client"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples").join(example).join("src");
        let files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(files, ["main.rs"], "{example}");
    }
}
