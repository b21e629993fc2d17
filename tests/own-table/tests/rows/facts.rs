//! All that a table says about a row, as texts that can be compared between tables.

use std::collections::BTreeMap;

use obs_codes::table::{AnyCase, AnyCategory, AnyCause, AnyErrorCode, AnyStatusCode, Row};

/// The value of each key of a row, by the name of the key, and the rows that refer to the row.
pub(crate) type Facts = BTreeMap<&'static str, String>;

/// The key of each row and its facts, in the order of the table.
pub(crate) type Rows = Vec<(String, Facts)>;

/// All rows of a type.
pub(crate) fn of_all<T: Row>(facts_of: impl Fn(T) -> (String, Facts)) -> Rows {
    T::ALL.iter().copied().map(facts_of).collect()
}

pub(crate) fn category<T: AnyCategory>(category: T) -> (String, Facts) {
    let facts = [
        ("name", format!("{category:?}")),
        ("description", category.description().to_owned()),
        ("remedy", format!("{:?}", category.remedy())),
        ("retry", category.retry().to_string()),
    ];
    (category.as_str().to_owned(), facts.into())
}

pub(crate) fn status<T: AnyStatusCode>(status: T) -> (String, Facts) {
    let facts = [
        ("variant", format!("{status:?}")),
        ("reason", status.canonical_reason().to_owned()),
        ("description", status.description().to_owned()),
        ("remedy", format!("{:?}", status.remedy())),
        ("retry", status.retry().to_string()),
        ("causes", format!("{:?}", status.causes())),
        ("category", status.category().as_str().to_owned()),
        ("error codes", codes(status.error_codes())),
    ];
    (status.as_str().to_owned(), facts.into())
}

pub(crate) fn cause<T: AnyCause>(cause: T) -> (String, Facts) {
    let facts = [
        ("description", cause.description().to_owned()),
        ("remedy", format!("{:?}", cause.remedy())),
        ("status", cause.status().as_str().to_owned()),
        ("error codes", codes(cause.error_codes())),
    ];
    (cause.as_str().to_owned(), facts.into())
}

pub(crate) fn error<T: AnyErrorCode>(code: T) -> (String, Facts) {
    let statuses: Vec<&str> = code.statuses().iter().map(obs_codes::table::AnyStatusCode::as_str).collect();
    let cases =
        code.cases().iter().map(|case| (case.conditions(), case.clock(), case.description(), case.remedy(), case.causes()));
    let facts = [
        ("variant", format!("{code:?}")),
        ("status", statuses.join(" ")),
        ("causes", format!("{:?}", code.causes())),
        ("confidence", format!("{:?}", code.confidence())),
        ("description", code.description().to_owned()),
        ("remedy", format!("{:?}", code.remedy())),
        ("retry", code.retry().to_string()),
        ("cases", format!("{:?}", cases.collect::<Vec<_>>())),
    ];
    (code.as_str().to_owned(), facts.into())
}

fn codes<T: AnyErrorCode>(codes: &[T]) -> String {
    codes.iter().map(obs_codes::table::AnyErrorCode::as_str).collect::<Vec<_>>().join(" ")
}
