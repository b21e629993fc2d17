//! The getters return the texts of the file unchanged, as `toml` reads it here, without the code of the macro.

use obs_codes_own_table_tests::hostile::{Category, Cause, ErrorCode, StatusCode};
use toml::{Table, Value};

fn table() -> Table {
    include_str!("../../tables/hostile.toml").parse().unwrap()
}

fn rows<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = (&'a str, &'a Value)> {
    table[key].as_table().unwrap().iter().map(|(key, row)| (key.as_str(), row))
}

fn text<'a>(row: &'a Value, key: &str) -> Option<&'a str> {
    row.get(key).map(|text| text.as_str().unwrap())
}

#[test]
fn texts_of_categories_are_returned_unchanged() {
    for (key, row) in rows(&table(), "category") {
        let category: Category = key.parse().unwrap();
        assert_eq!(category.as_str(), key);
        assert_eq!(Some(format!("{category:?}").as_str()), text(row, "name"));
        assert_eq!(Some(category.description()), text(row, "description"));
        assert_eq!(category.remedy(), text(row, "remedy"));
    }
}

#[test]
fn texts_of_statuses_and_causes_are_returned_unchanged() {
    let table = table();
    for (key, row) in rows(&table, "status") {
        let status = StatusCode::from_u16(key.parse().unwrap()).unwrap();
        assert_eq!(Some(status.canonical_reason()), text(row, "reason"));
        assert_eq!(Some(status.description()), text(row, "description"));
        assert_eq!(status.remedy(), text(row, "remedy"));
        assert_eq!(status.to_string(), format!("{key} {}", text(row, "reason").unwrap()));
        for (name, row) in row["causes"].as_table().unwrap() {
            let cause: Cause = name.parse().unwrap();
            assert_eq!(Some(cause.description()), row.as_str().or_else(|| text(row, "description")));
            assert_eq!(cause.remedy(), text(row, "remedy"));
            assert_eq!(cause.to_string(), cause.description());
        }
    }
}

#[test]
fn texts_of_error_codes_and_their_cases_are_returned_unchanged() {
    let table = table();
    assert!(rows(&table, "error").count() > 70);
    for (key, row) in rows(&table, "error") {
        let code = ErrorCode::from_code(key).unwrap();
        assert_eq!(code.as_str(), key);
        assert_eq!(code.to_string(), key);
        assert_eq!(format!("{code:?}"), text(row, "variant").unwrap_or(key));
        assert_eq!(Some(code.description()), text(row, "description"));
        assert_eq!(code.remedy(), text(row, "remedy"));
        for (case, row) in code.cases().iter().zip(row.get("cases").and_then(Value::as_array).into_iter().flatten()) {
            assert_eq!(case.conditions().first().map(|condition| condition.patterns()[0]), text(row, "message"));
            assert_eq!(Some(case.description()), text(row, "description"));
            assert_eq!(case.remedy(), text(row, "remedy"));
        }
    }
}
