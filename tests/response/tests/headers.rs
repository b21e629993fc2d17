//! Reading the headers of a response.

use obs_codes::ErrorResponse;
use obs_codes::response::RetryAfter;
use std::time::{Duration, UNIX_EPOCH};

#[test]
fn an_answer_to_head_is_read_from_its_headers() {
    let headers = [
        ("x-obs-error-code", "NoSuchKey"),
        ("x-obs-error-message", "The specified key does not exist."),
        ("x-obs-request-id", "0000018C9D5E3B0A9414CF5E5B5E9C84"),
        ("x-obs-id-2", "32AAAQAAEAAB"),
        ("x-reserved-indicator", "0017"),
        ("x-obs-bucket-region", "cn-north-4"),
        ("Location", "https://logs.obs.cn-north-4.myhuaweicloud.com/"),
    ];
    let response = ErrorResponse::from_parts(404, headers, b"");
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!(response.message().map(|text| text.expose_secrets()), Some("The specified key does not exist."));
    assert_eq!(response.request_id(), Some("0000018C9D5E3B0A9414CF5E5B5E9C84"));
    assert_eq!(response.host_id(), Some("32AAAQAAEAAB"));
    assert_eq!(response.indicator(), Some("0017"));
    assert_eq!(response.bucket_region(), Some("cn-north-4"));
    assert_eq!(response.location().unwrap().expose_secrets(), "https://logs.obs.cn-north-4.myhuaweicloud.com/");
}

#[test]
fn header_names_may_have_any_case_and_either_prefix() {
    for name in ["x-obs-error-code", "X-Obs-Error-Code", "X-OBS-ERROR-CODE", "x-amz-error-code", "X-Amz-Error-Code"] {
        assert_eq!(ErrorResponse::from_parts(404, [(name, "NoSuchKey")], b"").code(), Some("NoSuchKey"), "{name}");
    }
    for name in ["x-obs-error", "x-obs-error-code2", "obs-error-code", "x-oss-error-code", "error-code", ""] {
        assert_eq!(ErrorResponse::from_parts(404, [(name, "NoSuchKey")], b"").code(), None, "{name}");
    }
}

#[test]
fn x_obs_takes_precedence_over_x_amz_and_the_first_header_over_the_second() {
    let headers = [("x-amz-request-id", "twin"), ("x-obs-request-id", "first"), ("x-obs-request-id", "second")];
    assert_eq!(ErrorResponse::from_parts(404, headers, b"").request_id(), Some("first"));
}

#[test]
fn a_blank_value_is_ignored() {
    let headers = [("x-obs-error-code", "  "), ("x-amz-error-code", "\tNoSuchKey ")];
    assert_eq!(ErrorResponse::from_parts(404, headers, b"").code(), Some("NoSuchKey"));
}

#[test]
fn the_body_takes_precedence_over_the_header_and_a_disagreement_is_visible() {
    let body = b"<Error><Code>NoSuchKey</Code><Message>b</Message><RequestId>B</RequestId><HostId>BH</HostId></Error>";
    let headers =
        [("x-obs-error-code", "AccessDenied"), ("x-obs-error-message", "h"), ("x-obs-request-id", "H"), ("x-obs-id-2", "HH")];
    let response = ErrorResponse::from_parts(404, headers, body);
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert_eq!((response.body_code(), response.header_code()), (Some("NoSuchKey"), Some("AccessDenied")));
    assert!(response.codes_disagree());
    assert_eq!(
        (response.message().map(|text| text.expose_secrets()), response.request_id(), response.host_id()),
        (Some("b"), Some("B"), Some("BH"))
    );
    assert_eq!(response.to_string(), "404 NoSuchKey: b (request ID B; the header says AccessDenied)");
    let agreeing = ErrorResponse::from_parts(404, [("x-obs-error-code", "NoSuchKey")], body);
    assert!(!agreeing.codes_disagree());
}

#[test]
fn the_header_has_the_code_if_that_of_the_body_is_blank() {
    let response = ErrorResponse::from_parts(404, [("x-obs-error-code", "NoSuchKey")], b"<Error><Code> </Code></Error>");
    assert_eq!(response.code(), Some("NoSuchKey"));
    assert!(!response.codes_disagree());
}

#[test]
fn a_response_with_a_code_in_a_header_is_an_error_whatever_its_status() {
    assert!(ErrorResponse::from_parts(200, [("x-obs-error-code", "InternalError")], b"").is_error());
}

#[test]
fn bytes_that_are_not_utf_8_are_replaced() {
    let headers: [(&[u8], &[u8]); 1] = [(b"x-obs-error-message", b"caf\xe9")];
    assert_eq!(ErrorResponse::from_parts(400, headers, b"").message().map(|text| text.expose_secrets()), Some("caf\u{fffd}"));
}

#[test]
fn headers_are_pairs_of_any_text_type() {
    let owned = [("X-Obs-Request-Id".to_owned(), "1".to_owned())];
    let pairs = owned.iter().map(|(name, value)| (name, value));
    assert_eq!(ErrorResponse::from_parts(404, pairs, b"").request_id(), Some("1"));
    let map: std::collections::HashMap<String, Vec<u8>> = [("x-obs-request-id".to_owned(), b"1".to_vec())].into();
    assert_eq!(ErrorResponse::from_parts(404, &map, b"").request_id(), Some("1"));
    let mut map = http::HeaderMap::new();
    map.insert("x-amz-request-id", http::HeaderValue::from_static("1"));
    assert_eq!(ErrorResponse::from_parts(404, &map, b"").request_id(), Some("1"));
}

#[test]
fn headers_may_outlive_the_body() {
    let headers: Vec<(&'static str, &'static str)> = vec![("x-obs-request-id", "1")];
    let body = String::from("<Error><Code>NoSuchKey</Code></Error>");
    let response = ErrorResponse::from_parts(404, headers, body.as_bytes());
    assert_eq!((response.code(), response.request_id()), (Some("NoSuchKey"), Some("1")));
}

fn retry_after(value: &str) -> Option<RetryAfter> {
    ErrorResponse::from_parts(503, [("retry-after", value)], b"").retry_after()
}

#[test]
fn retry_after_is_a_number_of_seconds_or_a_date() {
    assert_eq!(retry_after("120"), Some(RetryAfter::Delay(Duration::from_secs(120))));
    assert_eq!(retry_after("0"), Some(RetryAfter::Delay(Duration::ZERO)));
    assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:37 GMT"), Some(RetryAfter::At(784_111_777)));
    assert_eq!(retry_after("99999999999999999999999"), Some(RetryAfter::Delay(Duration::from_secs(u64::MAX))));
    for odd in ["", "-1", "1.5", "soon", "12 s"] {
        assert_eq!(retry_after(odd), None, "{odd}");
    }
}

#[test]
fn the_delay_until_a_date_is_never_negative() {
    let now = UNIX_EPOCH + Duration::from_millis(40_500);
    assert_eq!(RetryAfter::At(100).delay(now), Duration::from_millis(59_500));
    assert_eq!(RetryAfter::At(30).delay(now), Duration::ZERO);
    assert_eq!(RetryAfter::At(i64::MIN).delay(now), Duration::ZERO);
    assert_eq!(RetryAfter::At(i64::MAX).delay(UNIX_EPOCH), Duration::from_secs(i64::MAX as u64));
    assert_eq!(RetryAfter::At(7).delay(UNIX_EPOCH - Duration::from_secs(9)), Duration::from_secs(7));
    assert_eq!(RetryAfter::Delay(Duration::from_secs(7)).delay(now), Duration::from_secs(7));
}
