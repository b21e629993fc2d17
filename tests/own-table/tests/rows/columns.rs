//! A user's own columns, on each kind of row and with each type of value.

use obs_codes_own_table_tests::columns::{Cause, ErrorCode, StatusCode};
use obs_codes_own_table_tests::filled;

#[test]
fn a_column_of_error_codes_has_the_values_of_their_rows() {
    let code = ErrorCode::CardDeclined;
    assert_eq!((code.owner(), code.severity()), (Some("payments"), "high"));
    assert_eq!((code.dashboard(), code.weight()), (Some(i64::MAX), i64::MIN));
    assert_eq!((code.public(), code.logged()), (Some(false), false));
}

#[test]
fn a_row_without_a_value_has_the_default_of_the_column_or_none() {
    let code = ErrorCode::NoSuchCard;
    assert_eq!((code.owner(), code.severity()), (None, "low"));
    assert_eq!((code.dashboard(), code.weight()), (None, -1));
    assert_eq!((code.public(), code.logged()), (None, true));
}

#[test]
fn status_codes_have_columns() {
    let (filled, empty) = (StatusCode::PaymentRequired, StatusCode::NotFound);
    assert_eq!((filled.page(), filled.rank(), filled.permanent()), (Some("billing"), 1, Some(true)));
    assert_eq!((empty.page(), empty.rank(), empty.permanent()), (None, 16, None));
}

#[test]
fn causes_have_columns() {
    let (filled, empty) = (Cause::CardExpired, Cause::Arrears);
    assert_eq!((filled.runbook(), filled.minutes(), filled.common()), ("https://runbooks.example/cards", Some(15), true));
    assert_eq!((empty.runbook(), empty.minutes(), empty.common()), ("https://runbooks.example/", None, false));
}

#[test]
fn columns_are_read_at_compile_time() {
    const SEVERITY: &str = ErrorCode::CardDeclined.severity();
    const WEIGHT: i64 = ErrorCode::CardDeclined.weight();
    assert_eq!((SEVERITY, WEIGHT), ("high", i64::MIN));
}

#[test]
fn the_shipped_columns_keep_their_values_and_take_those_of_own_rows() {
    assert_eq!(filled::ErrorCode::TapeOnLoan.docs(), "https://wiki.example/tapes");
    assert_eq!(filled::ErrorCode::NoSuchKey.docs(), obs_codes::ErrorCode::NoSuchKey.docs());
}

#[test]
fn an_own_column_replaces_a_shipped_one_with_the_same_name() {
    assert!(obs_codes::ErrorCode::NoSuchBucket.documented().is_some());
    assert_eq!(filled::ErrorCode::NoSuchBucket.documented(), None);
    assert_eq!(filled::ErrorCode::NoSuchKey.documented(), Some("there"));
    assert_eq!(filled::ErrorCode::TapeOnLoan.documented(), Some("here"));
    let numbers: [i64; 2] = [filled::StatusCode::NotFound.docs(), filled::StatusCode::Forbidden.docs()];
    assert_eq!(numbers, [404, 0]);
}

#[test]
fn own_columns_have_values_for_shipped_rows() {
    assert_eq!(filled::ErrorCode::NoSuchKey.severity(), "high");
    assert_eq!(filled::ErrorCode::NoSuchBucket.severity(), "low");
    assert_eq!(filled::Cause::ClockSkew.owner(), Some("operations"));
    assert_eq!(filled::Cause::PermissionDenied.owner(), None);
}
