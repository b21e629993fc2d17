//! Compares the reference of the file format with the macro: it has every key and no others, and quotes only errors that the macro reports.
//!
//! The reference is the documentation of `obs_codes::codes!`.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use regex::Regex;

// The macro's own list of keys. It is included by path, because a procedural macro crate can export only macros.
#[allow(dead_code, reason = "this test needs only the kinds of rows")]
#[path = "../../../obs-codes-macros/src/spec.rs"]
mod spec;

const REFERENCE: &str = include_str!("../../../obs-codes/src/codes.md");
const BAD_TABLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../obs-codes-macros/fixtures/bad");

/// Each kind of row, or the file, with its keys.
fn keys() -> Vec<(String, Vec<&'static str>)> {
    let kinds = [
        &spec::FILE,
        &spec::CATEGORY_ROW,
        &spec::STATUS_ROW,
        &spec::CAUSE_ROW,
        &spec::ERROR_ROW,
        &spec::CASE_OF_ERROR,
        &spec::COLUMN,
    ];
    let heading = |header: &str| if header.is_empty() { "The file".to_owned() } else { format!("`{header}`") };
    kinds.iter().map(|kind| (heading(kind.header), kind.words())).collect()
}

/// The section below a heading: its text, and the code in it.
fn section(heading: &str) -> (String, String) {
    let (mut text, mut code) = (Vec::new(), Vec::new());
    let (mut inside, mut fenced) = (false, false);
    for line in REFERENCE.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if !fenced && line.starts_with("# ") {
            inside = line == format!("# {heading}");
        } else if inside {
            if fenced { &mut code } else { &mut text }.push(line);
        }
    }
    assert!(!text.is_empty(), "there is no `{heading}`");
    (text.join("\n"), code.join("\n"))
}

/// The cells of the rows of all tables whose first column is called `first`.
fn rows(text: &str, first: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut lines = text.lines();
    while lines.any(|line| line.starts_with(&format!("| {first} |"))) {
        let table = lines.by_ref().skip(1).take_while(|line| line.starts_with('|'));
        rows.extend(table.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()));
    }
    rows
}

/// A message without the names in it.
fn shape(message: &str) -> String {
    static NAMES: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"`[^`]*`|\d+").unwrap());
    NAMES.replace_all(message, "…").into_owned()
}

#[test]
fn every_kind_of_row_has_a_section_with_its_keys_and_no_others() {
    for (heading, keys) in keys() {
        let documented: Vec<String> = rows(&section(&heading).0, "key").into_iter().map(|row| row[0].clone()).collect();
        let expected: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
        assert_eq!(documented, expected, "{heading}");
    }
}

#[test]
fn a_case_of_a_status_has_the_keys_of_a_case_of_an_error_code() {
    assert_eq!(spec::CASE_OF_STATUS.words(), spec::CASE_OF_ERROR.words());
}

#[test]
fn every_key_has_its_type_and_default_and_is_in_an_example() {
    for (heading, keys) in keys() {
        let (text, code) = section(&heading);
        for (row, key) in rows(&text, "key").iter().zip(keys) {
            let [_, kind, needed, default, meaning] = &row[..] else { panic!("{row:?}") };
            assert!([kind, needed, meaning].iter().all(|cell| !cell.is_empty()), "{row:?}");
            assert!(needed != "no" || !default.is_empty(), "`{key}` is not required and has no default");
            let shown = Regex::new(&format!(r"(?m)^\s*({key} = |\[+([\w.]+\.)?{key}[.\]])")).unwrap();
            // The keys of the file are shown in many examples, and rows in the section about them.
            let code = if heading == "The file" || kind.contains("rows") { REFERENCE } else { &code };
            assert!(shown.is_match(code), "{heading} does not show `{key}`");
        }
    }
}

#[test]
fn an_error_about_every_key_is_quoted() {
    let wrong: String = rows(REFERENCE, "mistake").concat().join("\n");
    for key in keys().into_iter().flat_map(|(_, keys)| keys) {
        assert!(Regex::new(&format!(r"\b{key}\b")).unwrap().is_match(&wrong), "no error about `{key}` is quoted");
    }
}

#[test]
fn every_quoted_error_is_one_that_the_macro_reports() {
    let mut given = BTreeSet::new();
    for entry in fs::read_dir(BAD_TABLES).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "stderr") {
            given.extend(fs::read_to_string(path).unwrap().lines().map(shape));
        }
    }
    let quoted = rows(REFERENCE, "mistake");
    assert!(quoted.len() > 40);
    for row in quoted {
        let message =
            row[1].strip_prefix("``").and_then(|message| message.strip_suffix("``")).unwrap_or_else(|| panic!("{row:?}"));
        assert!(given.contains(&shape(message.trim())), "the macro does not say {message}");
    }
}
