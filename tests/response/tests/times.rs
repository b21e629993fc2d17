//! Reading the times of a response, and diagnosing them.

use std::time::Duration;

use obs_codes::{Cause, Confidence, ErrorResponse, Retry};

fn date(value: &str) -> Option<i64> {
    ErrorResponse::from_parts(403, [("Date", value)], b"").date()
}

#[test]
fn every_form_of_an_http_date_is_read() {
    assert_eq!(date("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777));
    assert_eq!(date("Sunday, 06-Nov-94 08:49:37 GMT"), Some(784_111_777));
    assert_eq!(date("Sun Nov  6 08:49:37 1994"), Some(784_111_777));
    assert_eq!(date(" Thu, 01 Jan 1970 00:00:00 GMT "), Some(0));
}

#[test]
fn iso_8601_is_read_in_its_long_and_its_short_form() {
    assert_eq!(date("2018-02-14T00:28:07.133Z"), Some(1_518_568_087));
    assert_eq!(date("2018-02-14T00:28:07Z"), Some(1_518_568_087));
    assert_eq!(date("20180214T002807Z"), Some(1_518_568_087));
}

#[test]
fn a_text_that_is_not_a_time_is_ignored() {
    let odd = [
        "",
        "x",
        "now",
        "2018",
        "2018-02-14",
        "2018-13-14T00:28:07Z",
        "20180214T002807+",
        "20180214 002807Z",
        "2018021400280700",
        "Sun, 06 Nov 1994",
        "Sun, 99 Nov 1994 08:49:37 GMT",
        "9999999999999999",
        "\u{661}\u{662}",
        "2018-02-14T00:28:07.133ZZ",
    ];
    for text in odd {
        assert_eq!(date(text), None, "{text}");
    }
}

const SKEWED: &[u8] = b"<Error><Code>RequestTimeTooSkewed</Code>\
    <Message>The difference between the request time and the current time is too large.</Message>\
    <RequestTime>Wed, 15 Nov 2023 22:12:20 GMT</RequestTime><ServerTime>2023-11-14T22:13:20.417Z</ServerTime>\
    <MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds></Error>";

#[test]
fn the_times_of_a_skewed_request_are_read() {
    let response = ErrorResponse::from_body(403, SKEWED);
    assert_eq!(response.request_time(), Some(1_700_086_340));
    assert_eq!(response.server_time(), Some(1_700_000_000));
    assert_eq!(response.max_skew(), Some(Duration::from_secs(900)));
}

#[test]
fn a_skewed_request_is_diagnosed_from_its_times() {
    let response = ErrorResponse::from_body(403, SKEWED);
    let diagnosis = response.diagnose();
    let first = diagnosis.causes().next().unwrap();
    assert_eq!((first.cause(), first.confidence()), (Cause::ClockSkew, Confidence::Certain));
    assert_eq!(first.evidence().to_string(), "your clock is 23 h 59 min ahead");
    assert_eq!(diagnosis.retry(), Retry::SignAgain);
}

#[test]
fn a_skew_that_the_response_allows_is_not_reported() {
    let body = String::from_utf8_lossy(SKEWED).replace("900000", "86400000");
    let response = ErrorResponse::from_body(403, body.as_bytes());
    let first = response.diagnose().causes().next().unwrap();
    assert!(!first.evidence().to_string().contains("clock is"), "{}", first.evidence());
}

#[test]
fn the_date_header_replaces_a_missing_server_time() {
    let headers = [("Date", "Tue, 14 Nov 2023 22:13:20 GMT")];
    let response = ErrorResponse::from_parts(403, headers, b"<Error><Code>RequestTimeTooSkewed</Code></Error>");
    let diagnosis = response.diagnose().received_at(1_700_000_000 - 3600);
    assert_eq!(diagnosis.clock_difference().unwrap().as_secs(), -3600);
    assert_eq!(ErrorResponse::from_parts(403, headers, SKEWED).diagnose().clock_difference().unwrap().as_secs(), 86_340);
}

#[test]
fn a_diagnosis_uses_the_status_the_code_and_the_message() {
    let body = b"<Error><Code>AccessDenied</Code><Message>OBS authentication requires a valid Date or x-obs-date header</Message></Error>";
    let response = ErrorResponse::from_body(403, body);
    let diagnosis = response.diagnose();
    assert_eq!(diagnosis.number(), Some(403));
    assert_eq!(diagnosis.error_code_text(), Some("AccessDenied"));
    assert!(diagnosis.cases().next().unwrap().is_matched());
}
