//! The results of code without the standard library are correct.

use obs_codes::Retry;
use obs_codes_own_table_tests::device::{CODES, ErrorCode, STARTING, StatusCode, THROTTLED, explain};

#[test]
fn constants_are_looked_up_in_the_table() {
    assert_eq!(STARTING, StatusCode::NotReady);
    assert_eq!(THROTTLED, Retry::Backoff);
    assert_eq!(CODES, [Some(ErrorCode::E17), None]);
}

#[test]
fn an_explanation_is_written_to_any_writer() {
    let mut text = String::new();
    explain(b"E-17", &mut text).unwrap();
    assert_eq!(text, "E-17: The sensor does not answer. The sensor is cold. Wait for a minute.");
}

#[test]
fn an_unknown_code_is_explained_as_unknown() {
    let mut text = String::new();
    explain(b"\xff", &mut text).unwrap();
    assert_eq!(text, "unknown");
}
