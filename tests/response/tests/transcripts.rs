//! Reading the output of `curl -i` and `curl -v`.

use obs_codes::ErrorResponse;
use obs_codes::response::BodyKind;

const ERROR: &str = "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code><Message>No such key.</Message></Error>";

/// The status, the error code, and the unread part of the body of each response.
fn read(output: &str) -> Vec<(u16, Option<String>, String)> {
    let said = |response: ErrorResponse<'_>| {
        let unread = response.unread().map(|unread| unread.expose_secrets().to_owned()).unwrap_or_default();
        (response.status().unwrap(), response.code().map(str::to_owned), unread)
    };
    ErrorResponse::all_from_text(output).map(said).collect()
}

fn statuses(output: &str) -> Vec<u16> {
    read(output).into_iter().map(|(status, ..)| status).collect()
}

#[test]
fn a_status_line_headers_and_a_body_are_read() {
    let output = format!(
        "HTTP/1.1 404 Not Found\r\nServer: OBS\r\nx-obs-request-id: 0A\r\nContent-Length: {}\r\n\r\n{ERROR}",
        ERROR.len()
    );
    let response = ErrorResponse::from_text(&output).unwrap();
    assert_eq!((response.status(), response.code(), response.request_id()), (Some(404), Some("NoSuchKey"), Some("0A")));
    assert_eq!(response.header("SERVER").unwrap().to_string(), "OBS");
    assert!(response.unread().is_none());
}

#[test]
fn every_version_of_http_and_every_line_break_is_read() {
    for line in ["HTTP/1.0 403 Forbidden", "HTTP/1.1 403", "HTTP/1.1 403 ", "HTTP/2 403", "HTTP/2 403 ", "HTTP/3 403 "] {
        for end in ["\r\n", "\n", "\r"] {
            let output = format!("{line}{end}x-obs-error-code: AccessDenied{end}{end}plain");
            assert_eq!(read(&output), [(403, Some("AccessDenied".to_owned()), "plain".to_owned())], "{output:?}");
        }
    }
}

#[test]
fn every_failed_response_is_read() {
    let output = "HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n\
        HTTP/1.1 307 Temporary Redirect\r\nLocation: https://x/\r\nContent-Length: 0\r\n\r\nHTTP/2 403 \r\nx-obs-error-code: AccessDenied\r\n\r\n";
    assert_eq!(statuses(output), [307, 403]);
    assert_eq!(ErrorResponse::from_text(output).unwrap().status(), Some(403));
}

#[test]
fn the_next_response_may_begin_on_the_last_line_of_a_body() {
    let first = format!("HTTP/1.1 404 Not Found\r\nContent-Length: {}\r\n\r\n{ERROR}", ERROR.len());
    assert_eq!(statuses(&format!("{first}{}", first.replace("404", "403"))), [404, 403]);
    let without_length = format!("HTTP/2 404 \r\n\r\n{ERROR}");
    assert_eq!(statuses(&format!("{without_length}{}", without_length.replace("404", "403"))), [404, 403]);
    let page = "HTTP/2 502 \r\n\r\n<html>x</html>HTTP/2 503 \r\n\r\n{\"code\":\"SYS.0014\"}HTTP/2 504 \r\n\r\n";
    assert_eq!(statuses(page), [502, 503, 504]);
}

#[test]
fn equal_responses_without_an_id_are_different_responses() {
    let output = format!("HTTP/2 404 \r\n\r\n{ERROR}");
    assert_eq!(statuses(&output.repeat(3)), [404, 404, 404]);
}

#[test]
fn a_body_in_chunks_is_read() {
    let (first, second) = ERROR.split_at(40);
    let chunks = format!("{:x}\r\n{first}\r\n{:X};a=b\r\n{second}\r\n0\r\n\r\n", first.len(), second.len());
    let output = format!("HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}HTTP/1.1 500 Error\r\n\r\n");
    assert_eq!(read(&output)[0], (404, Some("NoSuchKey".to_owned()), String::new()));
    assert_eq!(statuses(&output), [404, 500]);
    // Without `--raw` curl joins the chunks.
    let joined = format!("HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n{ERROR}");
    assert_eq!(read(&joined), [(404, Some("NoSuchKey".to_owned()), String::new())]);
}

#[test]
fn a_body_that_looks_like_a_response_is_not_one() {
    let fake = "HTTP/1.1 404 Not Found\r\nx-obs-error-code: NoSuchKey\r\n\r\n";
    let output = format!("HTTP/1.1 502 Bad Gateway\r\ncontent-length: {}\r\n\r\n{fake}", fake.len());
    assert_eq!(read(&output), [(502, None, fake.to_owned())]);
    assert_eq!(statuses(&(output.clone() + "\n\n")), [502]);
    assert_eq!(statuses(&(output + "HTTP/1.1 500 Error\r\n\r\n")), [502, 404, 500]);
    let output = format!("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 500\r\n\r\nlog:\n{fake}");
    assert_eq!(statuses(&output), [502]);
    let output =
        format!("HTTP/1.1 502 Bad Gateway\r\ncontent-length: {}\r\n\r\nlog:{fake}HTTP/1.1 500 Error\r\n\r\n", fake.len() + 4);
    assert_eq!(statuses(&output), [502, 500]);
    let chunk = format!("{:x}\r\nlog:{fake}\r\n0\r\n\r\n", fake.len() + 4);
    let output = format!("HTTP/1.1 502 Bad Gateway\r\nTransfer-Encoding: chunked\r\n\r\n{chunk}HTTP/1.1 500 Error\r\n\r\n");
    assert_eq!(statuses(&output), [502, 500]);
}

#[test]
fn a_declared_length_may_count_the_byte_that_a_longer_character_replaced() {
    let output = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 5\r\n\r\nlog:\u{fffd}HTTP/1.1 500 Error\r\n\r\n";
    assert_eq!(read(output), [(502, None, "log:\u{fffd}".to_owned()), (500, None, String::new())]);
}

#[test]
fn a_page_ends_with_its_end_tag_and_another_text_with_an_empty_line() {
    let (other, head) = ("Status: 500, Code: InternalError\n", "HTTP/1.1 502 Bad Gateway\r\n\r\n");
    for (body, expected) in [
        (format!("<p>page</HTML>{other}"), &[502, 500][..]),
        (format!("<p>page\n\n{other}</html>"), &[502]),
        (format!("text\n{other}"), &[502]),
        (format!("text\n\n{other}"), &[502, 500]),
    ] {
        assert_eq!(statuses(&format!("{head}{body}")), expected, "{body}");
    }
}

#[test]
fn a_long_page_of_html_may_have_any_characters() {
    for begin in ["<p>", "<p>a", "<p>ab"] {
        let page = begin.to_owned() + &"\u{fffd}\n\n".repeat(30_000);
        let output = format!("HTTP/1.1 502 Bad Gateway\r\n\r\n{page}");
        assert_eq!(statuses(&(output.clone() + "HTTP/1.1 404 Not Found\r\n\r\n")), [502, 404]);
        assert_eq!(statuses(&(output + "</HTML>Status: 500, Code: InternalError\n")), [502, 500]);
    }
}

#[test]
fn a_head_without_an_empty_line_ends_before_a_body_or_another_response() {
    let (body, status) = ("<Error><Code>NoSuchKey</Code></Error>", "HTTP/1.1 500 Error");
    let output = format!("HTTP/1.1 404 Not Found\r\nServer: OBS\r\n{body}\r\n{status}\r\nServer: OBS\r\n{status}\r\n");
    assert_eq!(read(&output)[0], (404, Some("NoSuchKey".to_owned()), String::new()));
    assert_eq!(statuses(&output), [404, 500, 500]);
}

#[test]
fn an_answer_to_head_has_no_body_despite_its_content_length() {
    let head = "HTTP/1.1 404 Not Found\r\nContent-Length: 243\r\n\r\n";
    assert_eq!(statuses(&format!("{head}{}", head.replace("404", "403"))), [404, 403]);
}

#[test]
fn a_transcript_may_end_anywhere() {
    let output = format!("HTTP/1.1 404 Not Found\r\nx-obs-error-code: NoSuchKey\r\n\r\n{ERROR}");
    for end in "HTTP/1.1 404".len()..=output.len() {
        assert_eq!(statuses(&output[..end]), [404], "{end}");
    }
}

#[test]
fn folded_headers_broken_lines_and_a_byte_order_mark_are_accepted() {
    let output = "\u{feff}\r\n \r\nHTTP/1.1 404 Not Found\r\nbroken\r\n : \r\nX-OBS-ERROR-CODE : NoSuchKey\r\nx-obs-error-message: no\r\n  such key\r\n\r\n";
    let response = ErrorResponse::from_text(output).unwrap();
    assert_eq!(response.to_string(), "404 NoSuchKey: no such key");
}

const VERBOSE: &str = "* Host b.example.com:80 was resolved.\n*   Trying 127.0.0.1:80...\n  % Total    % Received % Xferd  Average Speed\n\
    \r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0* Connected to b.example.com port 80\n\
    > PUT /k?acl HTTP/1.1\r\n> Host: b.example.com\r\n> User-Agent: curl/8.5.0\r\n> \r\n} [5 bytes data]\n\
    < HTTP/1.1 404 Not Found\r\n< Server: OBS\r\n< x-obs-request-id: 0A1B\r\n< Content-Length: 84\r\n< \r\n{ [84 bytes data]\n";
const LEFT: &str = "* Connection #0 to host b.example.com left intact\n";

#[test]
fn the_output_of_curl_v_is_read_with_the_request() {
    for output in [
        format!("{VERBOSE}{ERROR}{LEFT}"),
        format!("{VERBOSE}{ERROR}\n{LEFT}"),
        // The progress has no line break after it.
        format!("{}{ERROR}{LEFT}", VERBOSE.replace("< HTTP", "\r  0     0    0     0 --:--:-- --:--:-- --:--:--     0< HTTP")),
        VERBOSE.replace("< HTTP", "< HTTP/1.1 100 Continue\r\n< \r\n< HTTP") + ERROR + LEFT,
        // If curl writes to a file, the body comes last.
        format!("{VERBOSE}\r100    84  100    84    0     0   9000      0 --:--:-- --:--:-- --:--:--  9000\n{LEFT}{ERROR}"),
        format!(
            "{VERBOSE}HTTP/1.1 404 Not Found\r\nServer: OBS\r\nx-obs-request-id: 0A1B\r\nContent-Length: 84\r\n\r\n{ERROR}{LEFT}"
        ),
    ] {
        let all: Vec<_> = ErrorResponse::all_from_text(&output).collect();
        assert_eq!(all.len(), 1, "{output}: {all:?}");
        assert_eq!(all[0].to_string(), "404 NoSuchKey: No such key. (request ID 0A1B)", "{output}");
        let fact = |name: &str| all[0].child(name).map(|child| child.text().expose_secrets().to_owned());
        assert_eq!(fact("request.method").as_deref(), Some("PUT"));
        assert_eq!(fact("request.host").as_deref(), Some("b.example.com"));
        assert_eq!(fact("request.url").as_deref(), Some("b.example.com/k?acl"));
    }
}

#[test]
fn each_of_several_requests_of_curl_v_has_its_own_response() {
    let second = VERBOSE.replace("404 Not Found", "403 Forbidden").replace("0A1B", "2C3D");
    let denied = ERROR.replace("NoSuchKey", "AccessDenied");
    let output = format!("{VERBOSE}{ERROR}{LEFT}{second}{denied}{LEFT}");
    let read: Vec<_> = read(&output).into_iter().map(|(status, code, _)| (status, code.unwrap())).collect();
    assert_eq!(read, [(404, "NoSuchKey".to_owned()), (403, "AccessDenied".to_owned())]);
}

#[test]
fn a_transcript_in_utf_16_is_read() {
    let output = format!("HTTP/1.1 404 Not Found\r\nx-obs-request-id: 0A\r\n\r\n{ERROR}\u{1f600}");
    let units = |mark: &str| format!("{mark}{output}").encode_utf16().collect::<Vec<_>>();
    let bytes = |units: Vec<u16>, encode: fn(u16) -> [u8; 2]| units.into_iter().flat_map(encode).collect::<Vec<u8>>();
    for output in [
        bytes(units("\u{feff}"), u16::to_le_bytes),
        bytes(units("\u{feff}"), u16::to_be_bytes),
        bytes(units(""), u16::to_le_bytes),
        bytes(units(""), u16::to_be_bytes),
    ] {
        let all: Vec<_> = ErrorResponse::all_from_reader(&output[..]).map(Result::unwrap).collect();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].to_string(), "404 NoSuchKey: No such key. (request ID 0A)");
    }
}

#[test]
fn a_few_null_bytes_do_not_make_a_text_utf_16_or_utf_32() {
    for beginning in ["a\0\0\0", "\0\0a\0", "\0a\0\0", "\0\0\0a", "\0\0\0\0a\0\0\0", "\0\0\0\0\0\0\0a"] {
        let response = ErrorResponse::from_text(&format!("{beginning}\nHTTP/1.1 404 Not Found\r\n\r\n")).unwrap();
        assert_eq!(response.status(), Some(404), "{beginning:?}");
    }
}

#[test]
fn a_long_text_in_utf_16_or_utf_32_is_read_whole() {
    let text =
        "HTTP/1.1 404 Not Found\r\n\r\n".to_owned() + &"\u{1f600}\n".repeat(400_000) + "\nStatus: 403, Code: AccessDenied\n";
    let mut expected = statuses(&text);
    expected.sort_unstable();
    assert_eq!(expected, [403, 404]);
    let read = |bytes: Vec<u8>| {
        let responses = ErrorResponse::all_from_reader(&bytes[..]).map(|response| response.unwrap());
        let mut statuses: Vec<_> =
            responses.inspect(|response| assert!(!response.is_lossy())).filter_map(|response| response.status()).collect();
        statuses.sort_unstable();
        statuses
    };
    for mark in ["", "\u{feff}"] {
        let text = [mark, &text].concat();
        assert_eq!(read(text.encode_utf16().flat_map(u16::to_le_bytes).collect()), expected);
        assert_eq!(read(text.encode_utf16().flat_map(u16::to_be_bytes).collect()), expected);
        assert_eq!(read(text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()), expected);
        assert_eq!(read(text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect()), expected);
    }
}

#[test]
fn lines_of_curl_may_come_before_a_body() {
    let output =
        "< HTTP/1.1 403 Forbidden\r\n< Server: OBS\r\n< \r\n* Connection #0 to host b left intact\r\n{\"code\":\"SYS.0014\"}";
    let response = ErrorResponse::from_text(output).unwrap();
    assert_eq!((response.body_kind(), response.code()), (BodyKind::Json, Some("SYS.0014")));
}

#[test]
fn a_text_without_a_failure_is_refused() {
    for text in [
        "",
        " ",
        "hello",
        "403",
        "HTTP",
        "HTTP/1.1",
        "HTTP/1.1 40",
        "HTTP/1.1 4040",
        "HTTP/1.1 abc",
        "GET / HTTP/1.1\r\n\r\n",
        "curl: (6) Could not resolve host",
        "took 404 ms",
        "exit code: 403",
        "exit status 404",
        "return code 404",
        "error 200",
        "line 404 of main.rs",
        "<Error/>",
        "message: hello",
        "request id: 12",
        "<html><title>403 Forbidden</title></html>",
    ] {
        let error = ErrorResponse::from_text(text).unwrap_err();
        assert!(error.to_string().starts_with("no failed response found: expected the output of `curl -i`"), "{text}");
        assert_eq!(error.status(), None);
    }
    for text in ["HTTP/1.1 200 OK\r\n\r\nStatus [403]", "Status=200 OK, RequestId=0A", "HTTP/2 304 \r\n\r\n"] {
        let error = ErrorResponse::from_text(text).unwrap_err();
        assert!(error.to_string().starts_with("the response did not fail: its status is `"), "{text}: {error}");
    }
}
