//! A response as text and as JSON.

use obs_codes::ErrorResponse;
use serde_json::json;

const BODY: &[u8] = b"<Error><Code>SignatureDoesNotMatch</Code><Message>Check your key &amp; signing\nmethod.</Message>\
    <Resource>/b/k</Resource><RequestId>01</RequestId><HostId>H</HostId><AccessKeyId>AK</AccessKeyId><BucketName>b</BucketName>\
    <Details><Reason>r</Reason></Details></Error>";

#[test]
fn display_is_one_line() {
    let response = ErrorResponse::from_body(403, BODY);
    assert_eq!(response.to_string(), "403 SignatureDoesNotMatch: Check your key & signing\\nmethod. (request ID 01)");
    assert_eq!(ErrorResponse::from_body(404, b"").to_string(), "404");
    assert_eq!(
        ErrorResponse::from_body(502, b"<html></html>").to_string(),
        "502 (the body is HTML, probably from a proxy (13 bytes not read))"
    );
}

#[test]
fn the_alternate_form_has_a_line_for_each_value() {
    let headers = [("Retry-After", "3"), ("x-obs-error-code", "AccessDenied")];
    let response = ErrorResponse::from_parts(403, headers, BODY);
    let expected = "403 SignatureDoesNotMatch: Check your key & signing\\nmethod.\nheader code: AccessDenied\nresource: /b/k\n\
        request ID: 01\nhost ID: H\nretry after: 3\nAccessKeyId: [redacted]\nBucketName: b\nDetails:\n  Reason: r";
    assert_eq!(format!("{response:#}"), expected);
}

#[test]
fn debug_prints_the_known_values() {
    let debug = format!("{:?}", ErrorResponse::from_body(403, BODY));
    let expected = "ErrorResponse { status: Some(403), code: \"SignatureDoesNotMatch\", message: \"Check your key & signing\\nmethod.\", \
        resource: \"/b/k\", request_id: \"01\", host_id: \"H\", body_kind: Xml, children: [Code: \"SignatureDoesNotMatch\", ";
    assert!(debug.starts_with(expected), "{debug}");
    assert!(debug.contains("Details: [Reason: \"r\"]"), "{debug}");
    assert!(debug.contains("AccessKeyId: [redacted]"), "{debug}");
}

#[test]
fn json_has_the_names_of_the_methods() {
    let headers = [("Date", "Tue, 14 Nov 2023 22:13:20 GMT")];
    let response = ErrorResponse::from_parts(403, headers, BODY);
    let expected = json!({
        "status": 403,
        "code": "SignatureDoesNotMatch",
        "message": "Check your key & signing\nmethod.",
        "resource": "/b/k",
        "request_id": "01",
        "host_id": "H",
        "date": "Tue, 14 Nov 2023 22:13:20 GMT",
        "body_kind": "XML",
        "children": [
            {"name": "Code", "text": "SignatureDoesNotMatch"},
            {"name": "Message", "text": "Check your key & signing\nmethod."},
            {"name": "Resource", "text": "/b/k"},
            {"name": "RequestId", "text": "01"},
            {"name": "HostId", "text": "H"},
            {"name": "AccessKeyId", "text": "[redacted]"},
            {"name": "BucketName", "text": "b"},
            {"name": "Details", "text": "", "children": [{"name": "Reason", "text": "r"}]},
        ],
    });
    assert_eq!(serde_json::to_value(&response).unwrap(), expected);
}

#[test]
fn json_has_the_errors_of_a_delete_and_the_unread_part() {
    let body = b"<DeleteResult><Error><Key>k</Key><VersionId>v</VersionId><Code>AccessDenied</Code></Error>";
    let value = serde_json::to_value(ErrorResponse::from_body(200, body)).unwrap();
    assert_eq!(value["errors"], json!([{"key": "k", "version_id": "v", "code": "AccessDenied"}]));
    assert_eq!(value["unread"], json!({"reason": "the body is cut off", "bytes": 0}));
}

#[test]
fn characters_that_break_a_line_or_change_its_direction_are_escaped() {
    let body = "<Error><Code>X\u{1b}[31m</Code><Message>a\r\nb\u{2028}c\u{202e}d\u{0}e\u{85}</Message></Error>";
    let text = ErrorResponse::from_body(400, body.as_bytes()).to_string();
    assert_eq!(text, "400 X\\u{1b}[31m: a\\r\\nb\\u{2028}c\\u{202e}d\\u{0}e\\u{85}");
}
