//! The errors of a multi-object delete.

use obs_codes::ErrorResponse;
use obs_codes::response::{BodyKind, Redacted, UnreadReason};

fn exposed(text: Redacted<'_>) -> &str {
    text.expose_secrets()
}

fn result(entries: &str) -> String {
    format!("<?xml version=\"1.0\"?>\n<DeleteResult xmlns=\"http://obs.myhwclouds.com/doc/2015-06-30/\">{entries}</DeleteResult>")
}

const TWO: &str = "<Deleted><Key>a</Key></Deleted>\n\
    <Error><Key>b</Key><VersionId>v1</VersionId><Code>AccessDenied</Code><Message>Access &amp; Denied</Message></Error>\n\
    <Deleted><Key>c</Key><Error>no error of an object</Error></Deleted>\
    <Error><Key>d</Key><Code>InternalError</Code><Message>Internal Error</Message></Error>";

#[test]
fn each_error_has_its_key_version_code_and_message() {
    let body = result(TWO);
    let response = ErrorResponse::from_body(200, body.as_bytes());
    assert!(response.is_error());
    let errors: Vec<_> = response.errors().collect();
    let read: Vec<_> = errors
        .iter()
        .map(|error| (error.key().map(exposed), error.version_id(), error.code(), error.message().map(exposed)))
        .collect();
    assert_eq!(
        read,
        [
            (Some("b"), Some("v1"), Some("AccessDenied"), Some("Access & Denied")),
            (Some("d"), None, Some("InternalError"), Some("Internal Error")),
        ]
    );
    assert_eq!(errors[0].children().map(|child| child.name()).collect::<Vec<_>>(), ["Key", "VersionId", "Code", "Message"]);
    assert!(response.unread().is_none());
}

#[test]
fn the_response_has_the_code_and_the_message_of_its_first_error() {
    let body = result(TWO);
    let response = ErrorResponse::from_body(200, body.as_bytes());
    assert_eq!(
        (response.code(), response.message().map(|text| text.expose_secrets())),
        (Some("AccessDenied"), Some("Access & Denied"))
    );
    assert_eq!(response.child("Key").unwrap().text().to_string(), "b");
    assert_eq!(response.diagnose().error_code(), Some(obs_codes::ErrorCode::AccessDenied));
}

#[test]
fn a_delete_that_succeeded_is_not_an_error() {
    for body in [result(""), result("<Deleted><Key>a</Key></Deleted>"), "<DeleteResult/>".to_owned()] {
        let response = ErrorResponse::from_body(200, body.as_bytes());
        assert_eq!(response.body_kind(), BodyKind::Xml);
        assert!(!response.is_error(), "{body}");
        assert_eq!(response.errors().count(), 0);
        assert!(response.unread().is_none());
    }
}

#[test]
fn other_bodies_have_no_list_of_errors() {
    assert_eq!(ErrorResponse::from_body(404, b"<Error><Code>NoSuchKey</Code></Error>").errors().count(), 0);
    assert_eq!(ErrorResponse::from_body(404, b"").errors().count(), 0);
}

#[test]
fn each_of_very_many_errors_is_read() {
    let entries: Vec<_> = (0..5000).map(|n| format!("<Error><Key>key-{n}</Key><Code>AccessDenied</Code></Error>")).collect();
    let body = result(&entries.concat());
    assert!(body.len() > 200_000);
    let response = ErrorResponse::from_body(200, body.as_bytes());
    assert!(response.unread().is_none());
    let mut errors = response.errors();
    for n in 0..5000 {
        assert_eq!(errors.next().unwrap().key().map(exposed), Some(format!("key-{n}").as_str()));
    }
    assert!(errors.next().is_none());
}

#[test]
fn an_error_after_the_first_64_kib_is_read() {
    let entries = "<Deleted><Key>a</Key></Deleted>".repeat(5000) + "<Error><Key>b</Key><Code>AccessDenied</Code></Error>";
    let body = result(&entries);
    let response = ErrorResponse::from_body(200, body.as_bytes());
    assert!(response.is_error());
    assert_eq!(response.errors().next().unwrap().code(), Some("AccessDenied"));
}

#[test]
fn an_error_that_is_cut_off_is_unread() {
    let body = result(TWO);
    let cut = body.find("<Message>Internal").unwrap();
    let response = ErrorResponse::from_body(200, &body.as_bytes()[..cut]);
    assert_eq!(response.unread().unwrap().reason(), UnreadReason::Truncated);
    assert!(response.unread().unwrap().expose_secrets().starts_with("<Error><Key>d"));
    assert_eq!(response.errors().count(), 1);
}

#[test]
fn bytes_that_are_not_utf_8_do_not_hide_other_errors() {
    let mut body = result(TWO).into_bytes();
    let key = body.windows(3).position(|bytes| bytes == b"b</").unwrap();
    body[key] = 0xff;
    let response = ErrorResponse::from_body(200, &body);
    let keys: Vec<_> = response.errors().map(|error| error.key().unwrap().expose_secrets().to_owned()).collect();
    assert_eq!(keys, ["\u{fffd}", "d"]);
}
