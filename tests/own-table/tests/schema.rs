//! `codes.schema.json`, by which editors complete and check a table, says what the macro says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::Value;

// The macro's own list of keys; a procedural macro cannot lend its constants.
#[allow(dead_code, reason = "only the words are of interest here")]
#[path = "../../../obs-codes-macros/src/spec.rs"]
mod spec;

/// Tables that only the macro refuses: each key and each value is one that a table may have, but not here, or not both. An unknown key
/// may be one that `columns` declares.
const SEMANTIC: &[&str] = &[
    "case-never-found",
    "case-never-reached",
    "case-of-status-with-foreign-cause",
    "category-missing",
    "code-without-identifier",
    "extends-names-taken",
    "extends-slips",
    "name-collision",
    "reason-without-identifier",
    "reference-to-foreign-cause",
    "reference-to-no-cause",
    "reference-to-no-status",
    "reference-without-status",
    "text-with-invisible-characters",
    "text-with-no-break-space",
    "unknown-key-of-error",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn schema() -> Value {
    serde_json::from_str(&std::fs::read_to_string(root().join("codes.schema.json")).unwrap()).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

/// The tables of a folder of the macro's fixtures that are TOML, by name.
fn fixtures(folder: &str) -> BTreeMap<String, Value> {
    let mut tables = BTreeMap::new();
    for entry in std::fs::read_dir(root().join("obs-codes-macros/fixtures").join(folder)).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "toml")
            && let Some(table) = table_of(&path)
        {
            tables.insert(path.file_stem().unwrap().to_str().unwrap().to_owned(), table);
        }
    }
    assert!(tables.len() > 5);
    tables
}

/// A table as an editor hands it to the validator, if it is TOML.
fn table_of(path: &Path) -> Option<Value> {
    let text = String::from_utf8(std::fs::read(path).unwrap()).ok()?;
    let table: toml::Table = toml::from_str(&text).ok()?;
    Some(serde_json::to_value(table).unwrap())
}

fn faults(validator: &Validator, table: &Value) -> Vec<String> {
    validator.iter_errors(table).map(|error| format!("{error} at {}", error.instance_path())).collect()
}

#[test]
fn the_schema_is_one() {
    assert_eq!(schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::meta::validate(&schema()).unwrap();
}

#[test]
fn the_shipped_table_names_the_schema_and_is_valid() {
    let path = root().join("codes.toml");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("#:schema ./codes.schema.json\n"));
    assert_eq!(faults(&validator(), &table_of(&path).unwrap()), [""; 0]);
}

#[test]
fn tables_that_the_macro_takes_are_valid() {
    let validator = validator();
    for (name, table) in fixtures("good") {
        assert_eq!(faults(&validator, &table), [""; 0], "{name}");
    }
    for path in ["tests/own-table/tables/hostile.toml", "tests/builds/tests/user_crates/twenty.toml"] {
        assert_eq!(faults(&validator, &table_of(&root().join(path)).unwrap()), [""; 0], "{path}");
    }
}

#[test]
fn tables_with_a_fault_in_their_structure_are_not_valid_and_those_with_another_are() {
    let validator = validator();
    let valid: Vec<String> =
        fixtures("bad").into_iter().filter(|(_, table)| validator.is_valid(table)).map(|(name, _)| name).collect();
    assert_eq!(valid, SEMANTIC);
}

/// The keys that a schema lists. A row may hold others only where the table can declare columns for it, and those are no lists.
fn properties(schema: &Value, has_columns: bool) -> BTreeSet<String> {
    let others = &schema["additionalProperties"];
    assert_eq!(*others == false, !has_columns);
    assert!(!has_columns || others["type"] == serde_json::json!(["string", "integer", "boolean"]));
    schema["properties"].as_object().unwrap().keys().cloned().collect()
}

fn words(keys: &[&str]) -> BTreeSet<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

#[test]
fn the_schema_has_the_keys_that_the_macro_reads() {
    let schema = schema();
    let status = &schema["properties"]["status"]["patternProperties"]["^[1-5][0-9]{2}$"];
    let error = &schema["properties"]["error"]["additionalProperties"];
    let cause = &status["properties"]["causes"]["additionalProperties"]["anyOf"][1];
    let (column, columns) = (&schema["$defs"]["column"]["anyOf"][1], &schema["properties"]["columns"]);
    assert_eq!(properties(&schema, false), words(&spec::FILE.words()));
    assert_eq!(properties(columns, false), words(spec::WITH_COLUMNS));
    assert_eq!(properties(column, false), words(&spec::COLUMN.words()));
    assert_eq!(properties(&schema["$defs"]["category"], false), words(&spec::CATEGORY_ROW.words()));
    assert_eq!(properties(status, true), words(&spec::STATUS_ROW.words()));
    assert_eq!(properties(cause, true), words(&spec::CAUSE_ROW.words()));
    assert_eq!(properties(error, true), words(&spec::ERROR_ROW.words()));
    assert_eq!(properties(&schema["$defs"]["case"], false), words(&spec::CASE_OF_ERROR.words()));
    let categories = ["1XX", "2XX", "3XX", "4XX", "5XX"];
    assert_eq!(properties(&schema["properties"]["category"], false), words(&categories));
}

#[test]
fn the_schema_has_the_words_that_the_macro_reads() {
    fn of(words: &[&spec::Word]) -> Value {
        words.iter().map(|word| word.spelling).collect()
    }
    let schema = schema();
    let status = &schema["properties"]["status"]["patternProperties"]["^[1-5][0-9]{2}$"];
    let error = &schema["properties"]["error"]["additionalProperties"];
    for row in [&schema["$defs"]["category"], status, error] {
        assert_eq!(row["properties"]["retry"]["enum"], of(spec::RETRIES));
    }
    let case = &schema["$defs"]["case"];
    for row in [error, case] {
        assert_eq!(row["properties"]["confidence"]["enum"], of(spec::CONFIDENCES));
    }
    assert_eq!(case["properties"]["clock"]["enum"], of(spec::CLOCKS));
    let column = &schema["$defs"]["column"]["anyOf"];
    assert_eq!(column[0]["enum"], of(spec::COLUMN_TYPES));
    assert_eq!(column[1]["properties"]["type"]["enum"], of(spec::COLUMN_TYPES));
}

#[test]
fn every_key_has_a_text_to_hover_over() {
    fn check(schema: &Value, at: &str, keys: &mut usize) {
        let named = ["properties", "patternProperties", "$defs"];
        for (keyword, value) in schema.as_object().into_iter().flatten() {
            // What stands there repeats keys that are described above.
            if keyword == "else" || keyword == "if" {
                continue;
            }
            if named.contains(&keyword.as_str()) {
                for (key, schema) in value.as_object().unwrap() {
                    let described = schema.get("description").is_some() || schema.get("$ref").is_some();
                    assert!(described, "{at}/{keyword}/{key}");
                    *keys += 1;
                    check(schema, &format!("{at}/{keyword}/{key}"), keys);
                }
            } else {
                for schema in value.as_array().into_iter().flatten().chain([value]) {
                    check(schema, &format!("{at}/{keyword}"), keys);
                }
            }
        }
    }
    let mut keys = 0;
    check(&schema(), "", &mut keys);
    assert!(keys > 35, "{keys}");
}

#[test]
fn every_word_of_a_list_is_explained() {
    fn check(schema: &Value) {
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            assert_eq!(schema["x-taplo"]["docs"]["enumValues"].as_array().unwrap().len(), words.len(), "{schema}");
        }
        for value in schema.as_object().into_iter().flatten().map(|(_, value)| value) {
            check(value);
        }
        schema.as_array().into_iter().flatten().for_each(check);
    }
    check(&schema());
}
