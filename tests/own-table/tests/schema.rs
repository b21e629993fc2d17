//! `codes.schema.json`, which editors use to complete and check a table, agrees with the macro.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::Value;

// The macro's own list of keys. It is included by path, because a procedural macro crate can export only macros.
#[allow(dead_code, reason = "this test needs only the words")]
#[path = "../../../obs-codes-macros/src/spec.rs"]
mod spec;

/// Tables that only the macro rejects: their keys and values are allowed, but not in this place or not together.
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
    "reference-to-unknown-cause",
    "reference-to-unknown-status",
    "reference-without-status",
    "text-with-invisible-characters",
    "text-with-no-break-space",
    // The unknown keys could be columns.
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

fn mistakes(validator: &Validator, table: &Value) -> Vec<String> {
    validator.iter_errors(table).map(|error| format!("{error} at {}", error.instance_path())).collect()
}

#[test]
fn the_schema_is_valid() {
    assert_eq!(schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::meta::validate(&schema()).unwrap();
}

#[test]
fn the_shipped_table_names_the_schema_and_is_valid() {
    let path = root().join("codes.toml");
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("#:schema ./codes.schema.json\n"));
    assert_eq!(mistakes(&validator(), &table_of(&path).unwrap()), [""; 0]);
}

#[test]
fn tables_that_the_macro_accepts_are_valid() {
    let validator = validator();
    for (name, table) in fixtures("good") {
        assert_eq!(mistakes(&validator, &table), [""; 0], "{name}");
    }
    for path in [
        "examples/extend-obs/codes.toml",
        "examples/own-table/codes.toml",
        "tests/builds/tests/user_crates/twenty.toml",
        "tests/own-table/tables/columns.toml",
        "tests/own-table/tables/filled.toml",
        "tests/own-table/tables/hostile.toml",
    ] {
        assert_eq!(mistakes(&validator, &table_of(&root().join(path)).unwrap()), [""; 0], "{path}");
    }
}

#[test]
fn only_tables_with_a_mistake_in_their_structure_are_invalid() {
    let validator = validator();
    let valid: Vec<String> =
        fixtures("bad").into_iter().filter(|(_, table)| validator.is_valid(table)).map(|(name, _)| name).collect();
    assert_eq!(valid, SEMANTIC);
}

/// The schemas of the kinds of rows that may have columns.
fn rows_with_columns(schema: &Value) -> [&Value; 3] {
    let status = &schema["properties"]["status"]["patternProperties"]["^[1-5][0-9]{2}$"];
    let cause = &status["properties"]["causes"]["additionalProperties"]["anyOf"][1];
    [status, cause, &schema["properties"]["error"]["additionalProperties"]]
}

/// The keys that a schema lists.
fn properties(schema: &Value) -> BTreeSet<&str> {
    schema["properties"].as_object().unwrap().keys().map(String::as_str).collect()
}

/// The keys that a schema lists, where it admits no others.
fn only_properties(schema: &Value) -> BTreeSet<&str> {
    assert_eq!(schema["additionalProperties"], false);
    properties(schema)
}

fn keys(kind: &spec::Kind) -> BTreeSet<&'static str> {
    kind.words().into_iter().collect()
}

#[test]
fn the_schema_has_the_keys_that_the_macro_reads() {
    let schema = schema();
    let [status, cause, error] = rows_with_columns(&schema);
    assert_eq!(properties(status), keys(&spec::STATUS_ROW));
    assert_eq!(properties(cause), keys(&spec::CAUSE_ROW));
    assert_eq!(properties(error), keys(&spec::ERROR_ROW));
    assert_eq!(only_properties(&schema), keys(&spec::FILE));
    assert_eq!(only_properties(&schema["$defs"]["category"]), keys(&spec::CATEGORY_ROW));
    assert_eq!(only_properties(&schema["$defs"]["column"]["anyOf"][1]), keys(&spec::COLUMN));
    assert_eq!(only_properties(&schema["properties"]["columns"]), spec::WITH_COLUMNS.iter().copied().collect());
    assert_eq!(only_properties(&schema["properties"]["category"]), BTreeSet::from(["1XX", "2XX", "3XX", "4XX", "5XX"]));
    for (row, kind) in [(status, &spec::CASE_OF_STATUS), (error, &spec::CASE_OF_ERROR)] {
        assert_eq!(row["properties"]["cases"]["items"]["$ref"], "#/$defs/case");
        assert_eq!(only_properties(&schema["$defs"]["case"]), keys(kind));
    }
}

#[test]
fn the_schema_has_the_words_that_the_macro_reads() {
    fn assert_words(schema: &Value, words: &[&spec::Word]) {
        assert_eq!(schema["enum"], words.iter().map(|word| word.spelling).collect::<Value>());
    }
    let schema = schema();
    let [status, _, error] = rows_with_columns(&schema);
    for row in [&schema["$defs"]["category"], status, error] {
        assert_words(&row["properties"]["retry"], spec::RETRIES);
    }
    let (case, column) = (&schema["$defs"]["case"], &schema["$defs"]["column"]["anyOf"]);
    assert_words(&error["properties"]["confidence"], spec::CONFIDENCES);
    assert_words(&case["properties"]["confidence"], spec::CONFIDENCES);
    assert_words(&case["properties"]["clock"], spec::CLOCKS);
    assert_words(&column[0], spec::COLUMN_TYPES);
    assert_words(&column[1]["properties"]["type"], spec::COLUMN_TYPES);
}

/// Which keys are columns depends on the file, so only the macro finds a misspelled key of a row. Cases and categories have no columns.
#[test]
fn rows_may_hold_any_text_number_or_boolean_as_the_value_of_a_column() {
    let validator = validator();
    let table = |row: &str| {
        let text = format!("[error.A]\ndescription = \"a\"\n{row}");
        serde_json::to_value(toml::from_str::<toml::Table>(&text).unwrap()).unwrap()
    };
    for value in ["owner = \"me\"", "dashboard = 7", "public = true"] {
        assert_eq!(mistakes(&validator, &table(value)), [""; 0]);
    }
    for value in
        ["owner = [\"me\"]", "dashboard = 0.5", "status = \"404\"", "[[error.A.cases]]\ndescription = \"b\"\nowner = \"me\""]
    {
        assert!(!validator.is_valid(&table(value)), "{value}");
    }
}

#[test]
fn every_key_has_a_text_to_hover_over() {
    fn check(schema: &Value, at: &str, keys: &mut usize) {
        let named = ["properties", "patternProperties", "$defs"];
        for (keyword, value) in schema.as_object().into_iter().flatten() {
            // These schemas repeat keys that are described above.
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
