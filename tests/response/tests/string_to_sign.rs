//! Comparing the string that the client signed with the one that the server signed.

use obs_codes::ErrorResponse;

fn difference(server: &str, own: &str) -> Option<(usize, Option<String>, Option<String>, String)> {
    let body = format!("<Error><Code>SignatureDoesNotMatch</Code><StringToSign>{server}</StringToSign></Error>");
    let response = ErrorResponse::from_body(403, body.as_bytes());
    let found = response.string_to_sign_difference(own)?;
    Some((found.line(), found.own().map(str::to_owned), found.server().map(str::to_owned), found.to_string()))
}

#[test]
fn equal_strings_do_not_differ_and_a_final_line_feed_makes_no_difference() {
    assert_eq!(difference("GET\n\n/b/k", "GET\n\n/b/k"), None);
    assert_eq!(difference("GET\n\n/b/k\n", "GET\n\n/b/k"), None);
    assert_eq!(difference("GET\n\n/b/k", "GET\n\n/b/k\n"), None);
    assert!(difference("GET\n\n/b/k\n\n", "GET\n\n/b/k").is_some());
}

#[test]
fn the_first_line_that_differs_is_found() {
    let (line, own, server, text) = difference("GET\n\ntext/plain\n/b/k", "GET\n\ntext/html\n/b/l").unwrap();
    assert_eq!((line, own.as_deref(), server.as_deref()), (3, Some("text/html"), Some("text/plain")));
    assert_eq!(text, "line 3 of the string to sign differs");
}

#[test]
fn a_longer_string_differs_in_the_line_that_the_other_does_not_have() {
    let (line, own, server, text) = difference("GET\n/b/k\nmore", "GET\n/b/k").unwrap();
    assert_eq!((line, own, server.as_deref()), (3, None, Some("more")));
    assert_eq!(text, "line 3 of the string to sign differs: the server's has more lines");
    let (line, own, server, text) = difference("GET\n/b/k", "GET\n/b/k\nmore").unwrap();
    assert_eq!((line, own.as_deref(), server), (3, Some("more"), None));
    assert_eq!(text, "line 3 of the string to sign differs: the client's has more lines");
}

#[test]
fn a_response_without_the_string_has_no_difference() {
    assert_eq!(ErrorResponse::from_body(403, b"<Error><Code>X</Code></Error>").string_to_sign_difference("GET"), None);
}
