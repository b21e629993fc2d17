//! Conversions of every row there and back, what each type prints, and the order of the rows.

use std::collections::{BTreeSet, HashSet};
use std::fmt::{Debug, Display};
use std::hash::Hash;

use obs_codes::table::Row;
use obs_codes::{Case, Category, Cause, ErrorCode, Retry, StatusCode};
use obs_codes_tests::unknown_status;

const TABLE: &str = include_str!("../../codes.toml");

fn table() -> toml::Table {
    TABLE.parse().expect("codes.toml is TOML")
}

fn keys(table: &toml::Table, name: &str) -> Vec<String> {
    table[name].as_table().expect("a table of rows").keys().cloned().collect()
}

#[test]
fn rows_are_in_the_order_of_the_file() {
    let table = table();
    let spelt = |rows: Vec<&'static str>| rows.into_iter().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(spelt(Category::ALL.iter().map(Category::as_str).collect()), keys(&table, "category"));
    assert_eq!(spelt(StatusCode::ALL.iter().map(StatusCode::as_str).collect()), keys(&table, "status"));
    assert_eq!(spelt(ErrorCode::ALL.iter().map(ErrorCode::as_str).collect()), keys(&table, "error"));
    let statuses = table["status"].as_table().expect("a table of rows").values();
    let causes = statuses.filter_map(|status| status.get("causes")).flat_map(keys_of);
    assert_eq!(spelt(Cause::ALL.iter().map(Cause::as_str).collect()), causes.collect::<Vec<_>>());
    let rows = ["status", "error"].into_iter().flat_map(|section| table[section].as_table().expect("a table of rows").values());
    let cases = rows.filter_map(|row| row.get("cases")?.as_array()).flatten();
    let described: Vec<&str> = cases.filter_map(|case| case.get("description")?.as_str()).collect();
    assert_eq!(Case::ALL.iter().map(Case::description).collect::<Vec<_>>(), described);
}

fn keys_of(value: &toml::Value) -> Vec<String> {
    value.as_table().expect("a table of rows").keys().cloned().collect()
}

#[test]
fn every_value_is_that_of_the_file() {
    let table = table();
    let text = |row: &toml::Value, key: &str| row.get(key).and_then(toml::Value::as_str).map(str::to_owned);
    for row in ErrorCode::ALL {
        let value = &table["error"][row.as_str()];
        assert_eq!(Some(row.description().to_owned()), text(value, "description"), "{row}");
        assert_eq!(row.remedy().map(str::to_owned), text(value, "remedy"), "{row}");
        if let Some(retry) = text(value, "retry") {
            assert_eq!(row.retry().as_str(), retry, "{row}");
        }
        if let Some(confidence) = text(value, "confidence") {
            assert_eq!(row.confidence().as_str(), confidence, "{row}");
        }
    }
    for row in StatusCode::ALL {
        let value = &table["status"][row.as_str()];
        assert_eq!(Some(row.canonical_reason().to_owned()), text(value, "reason"), "{row}");
        assert_eq!(Some(row.description().to_owned()), text(value, "description"), "{row}");
        assert_eq!(row.remedy().map(str::to_owned), text(value, "remedy"), "{row}");
    }
    for row in Category::ALL {
        let value = &table["category"][row.as_str()];
        assert_eq!(Some(format!("{row:?}")), text(value, "name"));
        assert_eq!(row.remedy().map(str::to_owned), text(value, "remedy"), "{row}");
    }
    for row in Cause::ALL {
        let value = &table["status"][row.status().as_str()]["causes"][row.as_str()];
        let description = value.as_str().map(str::to_owned).or_else(|| text(value, "description"));
        assert_eq!(Some(row.description().to_owned()), description);
        assert_eq!(row.remedy().map(str::to_owned), text(value, "remedy"));
    }
}

#[test]
fn a_status_is_its_number() {
    for number in 0..=u16::MAX {
        let status = StatusCode::from_u16(number);
        assert_eq!(status.is_some(), StatusCode::ALL.iter().any(|status| status.as_u16() == number), "{number}");
        assert_eq!(StatusCode::try_from(number).ok(), status);
        let Some(status) = status else {
            let error = StatusCode::try_from(number).expect_err("the table does not have it");
            assert_eq!(error.as_u16(), number);
            continue;
        };
        assert_eq!(status.as_u16(), number);
        assert_eq!(u16::from(status), number);
        assert_eq!(status as u16, number);
        assert_eq!(status.as_str(), number.to_string());
    }
}

#[test]
fn every_number_has_the_category_of_its_first_digit() {
    for number in 0..=u16::MAX {
        let expected = match number {
            100..=199 => Some(Category::Informational),
            200..=299 => Some(Category::Success),
            300..=399 => Some(Category::Redirection),
            400..=499 => Some(Category::ClientError),
            500..=599 => Some(Category::ServerError),
            _ => None,
        };
        assert_eq!(Category::of(number), expected, "{number}");
        if let Some(status) = StatusCode::from_u16(number) {
            assert_eq!(Some(status.category()), expected);
            let classes = [
                status.is_informational(),
                status.is_success(),
                status.is_redirection(),
                status.is_client_error(),
                status.is_server_error(),
            ];
            assert_eq!(classes.iter().position(|is| *is), Some(usize::from(number / 100 - 1)));
            assert_eq!(classes.iter().filter(|is| **is).count(), 1);
        }
    }
}

#[test]
fn names_are_read_back() {
    for row in Cause::ALL {
        assert_eq!(row.as_str().parse(), Ok(*row));
        assert_eq!(format!("{row:?}"), row.as_str());
    }
    for row in Category::ALL {
        assert_eq!(row.as_str().parse(), Ok(*row));
    }
    for row in ErrorCode::ALL {
        assert_eq!(row.as_str().parse(), Ok(*row));
        assert_eq!(ErrorCode::try_from(row.as_str()), Ok(*row));
    }
    for row in Retry::ALL {
        assert_eq!(row.as_str().parse(), Ok(*row));
    }
    assert!("".parse::<ErrorCode>().is_err() && "".parse::<Cause>().is_err());
    assert!("".parse::<Category>().is_err() && "".parse::<Retry>().is_err());
}

#[test]
fn each_type_prints_what_its_documentation_says() {
    assert_eq!(StatusCode::Forbidden.to_string(), "403 Forbidden");
    assert_eq!(Category::ClientError.to_string(), "4XX Client Error");
    assert_eq!(Cause::InvalidAccessKey.to_string(), "Invalid AK");
    assert_eq!(ErrorCode::KmsNotFoundException.to_string(), "KMS.NotFoundException");
    assert_eq!(format!("{:?} {:?}", StatusCode::Forbidden, ErrorCode::KmsNotFoundException), "Forbidden KmsNotFoundException");
    assert_eq!(format!("{:>12}|{:<12}|", ErrorCode::NoSuchKey, ErrorCode::NoSuchKey), "   NoSuchKey|NoSuchKey   |");
    for status in StatusCode::ALL {
        let http = http::StatusCode::from_u16(status.as_u16()).expect("a status of HTTP");
        if http.canonical_reason() == Some(status.canonical_reason()) {
            assert_eq!(status.to_string(), http.to_string());
        }
    }
}

#[test]
fn the_alternate_form_explains_over_several_lines() {
    let contains = |text: &str, part: &str| assert!(text.contains(part), "{text}\nlacks: {part}");
    for row in StatusCode::ALL {
        let text = format!("{row:#}");
        assert!(text.lines().count() > 3);
        for part in [&*row.to_string(), row.description(), row.category().description()] {
            contains(&text, part);
        }
        // A retry verdict is printed for failures only.
        assert_eq!(text.contains(row.retry().description()), row.as_u16() >= 300, "{text}");
        for cause in row.causes() {
            contains(&text, cause.description());
            contains(&text, cause.remedy().unwrap_or_default());
        }
    }
    for row in ErrorCode::ALL {
        let text = format!("{row:#}");
        assert!(text.lines().count() > 3);
        for part in [row.as_str(), row.description(), row.remedy().unwrap_or_default(), row.retry().description()] {
            contains(&text, part);
        }
        row.causes().iter().for_each(|cause| contains(&text, cause.description()));
    }
    for row in Cause::ALL {
        assert_eq!(format!("{row:#}"), format!("{}\n{}", row.description(), row.remedy().unwrap_or_default()));
    }
    for row in Category::ALL {
        contains(&format!("{row:#}"), row.description());
    }
    for row in Case::ALL {
        contains(&format!("{row:#}"), row.remedy().unwrap_or_default());
    }
}

/// Requires the traits of a key in a map, and checks that the values differ.
fn assert_is_a_key<T: Row + Copy + Eq + Ord + Hash + Debug + Display + Send + Sync + 'static>() {
    assert_eq!(T::ALL.iter().copied().collect::<HashSet<_>>().len(), T::ALL.len());
    assert_eq!(T::ALL.iter().copied().collect::<BTreeSet<_>>().len(), T::ALL.len());
}

#[test]
fn every_type_can_be_a_key() {
    assert_is_a_key::<Category>();
    assert_is_a_key::<StatusCode>();
    assert_is_a_key::<Cause>();
    assert_is_a_key::<ErrorCode>();
    assert_is_a_key::<Case>();
}

#[test]
fn an_error_code_is_an_error() {
    let error: Box<dyn std::error::Error + Send + Sync> = ErrorCode::SlowDown.into();
    assert_eq!(error.to_string(), "SlowDown");
    assert_eq!(error.downcast_ref(), Some(&ErrorCode::SlowDown));
}

#[test]
fn statuses_convert_to_those_of_the_http_crate_and_back() {
    for status in StatusCode::ALL {
        let http = http::StatusCode::from(*status);
        assert_eq!(http.as_u16(), status.as_u16());
        assert_eq!(StatusCode::try_from(http), Ok(*status));
        assert_eq!(StatusCode::try_from(&http), Ok(*status));
    }
    let number = unknown_status(400..500);
    let unknown = StatusCode::try_from(http::StatusCode::from_u16(number).unwrap()).expect_err("the table does not have it");
    assert_eq!(unknown.to_string(), format!("unknown status code `{number}`"));
}

fn check_text<T: Row + serde_core::Serialize + serde_core::de::DeserializeOwned>(name: impl Fn(&T) -> &'static str) {
    for row in T::ALL {
        let json = serde_json::to_string(row).expect("it has a JSON form");
        assert_eq!(json, format!("\"{}\"", name(row)));
        assert_eq!(serde_json::from_str::<T>(&json).expect("it reads its own form"), *row);
        // A reader gives an owned text instead of a borrowed one.
        assert_eq!(serde_json::from_reader::<_, T>(json.as_bytes()).expect("it reads its own form"), *row);
    }
}

#[test]
fn serde_writes_a_status_as_its_number_and_the_rest_as_text() {
    for row in StatusCode::ALL {
        assert_eq!(serde_json::to_value(row).expect("it has a JSON form"), row.as_u16());
        assert_eq!(serde_json::from_str::<StatusCode>(row.as_str()).expect("it reads its own form"), *row);
    }
    check_text(Cause::as_str);
    check_text(Category::as_str);
    check_text(ErrorCode::as_str);
    for retry in Retry::ALL {
        let json = serde_json::to_string(retry).expect("it has a JSON form");
        assert_eq!(serde_json::from_str::<Retry>(&json).expect("it reads its own form"), *retry);
    }
}

#[test]
fn serde_errors_name_the_unknown_value_and_what_is_expected() {
    fn error<T: serde_core::de::DeserializeOwned + Debug>(json: &str) -> String {
        serde_json::from_str::<T>(json).expect_err("it is not a row").to_string()
    }
    let number = unknown_status(400..500);
    assert!(error::<StatusCode>(&number.to_string()).starts_with(&format!("unknown status code `{number}`")));
    assert!(error::<StatusCode>("\"403\"").contains("expected u16"));
    assert!(error::<StatusCode>("70000").contains("expected u16"));
    assert!(error::<Cause>("\"clockSkew\"").starts_with("invalid value: string \"clockSkew\", expected the name of a cause"));
    assert!(error::<ErrorCode>("\"nosuchkey\"").contains("expected an error code"));
    assert!(error::<Category>("4").contains("expected the name of a category"));
    assert!(error::<Retry>("\"never\"").contains("expected `backoff`, `sign-again`, `redirect` or `fix`"));
}
