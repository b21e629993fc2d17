//! What `curl -i` prints.

use obs_codes::ErrorResponse;

fn read(output: &str) -> (u16, Option<String>, String) {
    let response = ErrorResponse::from_curl(output.as_bytes()).unwrap();
    let rest = response.unread().map(|unread| unread.expose_secrets().to_owned()).unwrap_or_default();
    (response.status().unwrap(), response.code().map(str::to_owned), rest)
}

#[test]
fn a_status_line_headers_and_a_body_are_read() {
    let output = "HTTP/1.1 404 Not Found\r\nServer: OBS\r\nx-obs-request-id: 0A\r\nContent-Length: 37\r\n\r\n<Error><Code>NoSuchKey</Code></Error>";
    let response = ErrorResponse::from_curl(output.as_bytes()).unwrap();
    assert_eq!((response.status(), response.code(), response.request_id()), (Some(404), Some("NoSuchKey"), Some("0A")));
    assert!(response.unread().is_none());
}

#[test]
fn lines_may_end_as_unix_writes_them() {
    let output = "HTTP/1.1 404 Not Found\nx-obs-error-code: NoSuchKey\n\nplain";
    assert_eq!(read(output), (404, Some("NoSuchKey".to_owned()), "plain".to_owned()));
}

#[test]
fn every_version_of_http_is_read() {
    for line in [
        "HTTP/1.0 403 Forbidden",
        "HTTP/1.1 403",
        "HTTP/1.1 403 ",
        "HTTP/2 403",
        "HTTP/2 403 ",
        "HTTP/3 403 ",
        "HTTP/2.0 403 Forbidden",
    ] {
        assert_eq!(read(&format!("{line}\r\n\r\n")).0, 403, "{line}");
    }
}

#[test]
fn the_last_of_several_responses_counts() {
    let output = "HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n\
        HTTP/1.1 307 Temporary Redirect\r\nLocation: https://x/\r\nContent-Length: 0\r\n\r\nHTTP/2 403 \r\nx-obs-error-code: AccessDenied\r\n\r\n";
    assert_eq!(read(output), (403, Some("AccessDenied".to_owned()), String::new()));
}

#[test]
fn a_body_before_the_last_is_passed_over_by_its_length() {
    let output = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nfirst\nHTTP/1.1 404 Not Found\r\n\r\nsecond";
    assert_eq!(read(output), (404, None, "second".to_owned()));
}

#[test]
fn a_status_line_inside_a_body_is_none() {
    let output = "HTTP/1.1 502 Bad Gateway\r\ncontent-length: 500\r\n\r\nlog:\nHTTP/1.1 404 Not Found\r\n\r\n";
    assert_eq!(read(output).0, 502);
}

#[test]
fn the_end_may_come_anywhere() {
    let output = "HTTP/1.1 404 Not Found\r\nx-obs-error-code: NoSuchKey\r\n\r\n<Error><Code>X</Code></Error>";
    for end in "HTTP/1.1 404".len()..=output.len() {
        assert_eq!(read(&output[..end]).0, 404);
    }
}

#[test]
fn blanks_and_a_mark_before_it_and_lines_that_are_no_headers_do_not_count() {
    let output = "\u{feff}\r\n \r\nHTTP/1.1 404 Not Found\r\nbroken\r\n : \r\nX-OBS-ERROR-CODE : NoSuchKey\r\n\r\n";
    assert_eq!(read(output).1, Some("NoSuchKey".to_owned()));
}

#[test]
fn what_is_no_response_is_refused() {
    let odd = [
        "",
        " ",
        "x",
        "HTTP",
        "HTTP/",
        "HTTP/1.1",
        "HTTP/1.1 ",
        "HTTP/1.1 40",
        "HTTP/1.1 4040",
        "HTTP/1.1 abc",
        "HTTP/x 404",
        "HTTP/ 404",
        "http/1.1 404",
        "<Error/>",
        "GET / HTTP/1.1\r\n\r\n",
        "HTTP/1.1 -04",
        "curl: (6) Could not resolve host",
    ];
    for output in odd {
        let error = ErrorResponse::from_curl(output.as_bytes()).unwrap_err();
        assert!(error.to_string().starts_with("no HTTP response: expected a status line"), "{output}");
    }
}
