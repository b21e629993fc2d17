//! Remarks on a body that cannot be read, and unusual bodies that can be.

use obs_codes::ErrorResponse;
use obs_codes::response::UnreadReason;

const XML: &str = "<Error><Code>NoSuchKey</Code></Error>";

/// The beginning of a body compressed with gzip.
const GZIP: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xb3\x49\xad\x28\x48\x2c";

fn hint(headers: &[(&str, &str)], body: &[u8]) -> String {
    ErrorResponse::from_parts(404, headers.iter().copied(), body).to_string()
}

#[test]
fn the_remark_on_a_compressed_body_says_how_to_decompress_it() {
    let gzip = "404 (the body is gzip: use `curl --compressed` (16 bytes not read))";
    assert_eq!(hint(&[("Content-Encoding", "gzip")], GZIP), gzip);
    assert_eq!(hint(&[], GZIP), gzip);
    let other = hint(&[("Content-Encoding", "br")], b"\x0b\x02\x80\xff\xfe\x03");
    assert_eq!(other, "404 (the body is compressed: use `curl --compressed` (6 bytes not read))");
    let transcript = [b"HTTP/1.1 404 Not Found\r\nContent-Encoding: gzip\r\n\r\n", GZIP].concat();
    let read = ErrorResponse::all_from_reader(&transcript[..]).next().unwrap().unwrap();
    assert_eq!(read.unread().unwrap().reason(), UnreadReason::Gzip);
}

#[test]
fn a_body_that_a_library_has_decompressed_is_read() {
    assert_eq!(hint(&[("Content-Encoding", "gzip")], XML.as_bytes()), "404 NoSuchKey");
}

#[test]
fn utf_16_and_utf_32_are_distinguished() {
    let utf_16: Vec<u8> = XML.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf_32: Vec<u8> = XML.chars().flat_map(|letter| u32::from(letter).to_be_bytes()).collect();
    for (mark, body, reason) in [
        (&b"\xff\xfe"[..], &utf_16, UnreadReason::Utf16),
        (b"", &utf_16, UnreadReason::Utf16),
        (b"\x00\x00\xfe\xff", &utf_32, UnreadReason::Utf32),
        (b"", &utf_32, UnreadReason::Utf32),
    ] {
        let body = [mark, body].concat();
        assert_eq!(ErrorResponse::from_body(404, &body).unread().unwrap().reason(), reason);
    }
    assert_eq!(hint(&[], &utf_32), format!("404 (the body is UTF-32, not UTF-8 ({} bytes not read))", utf_32.len()));
}

#[test]
fn replaced_characters_are_mentioned() {
    let gbk = b"<Error><Code>NoSuchKey</Code><Message>\xb2\xbb\xb4\xe6</Message></Error>";
    let response = ErrorResponse::from_body(404, gbk);
    assert!(response.to_string().ends_with("(the text is not UTF-8: some letters were replaced)"), "{response}");
    assert!(format!("{response:#}").ends_with("\nthe text is not UTF-8: some letters were replaced"));
}

#[test]
fn the_remark_on_a_body_beyond_the_limit_says_that_it_is_too_long() {
    let body = format!("<Error><Code>NoSuchKey</Code><Message>{}</Message></Error>", "x".repeat(100_000));
    assert!(hint(&[], body.as_bytes()).starts_with("404 NoSuchKey (the body is too long: only its beginning was read ("));
}

#[test]
fn members_of_json_may_have_other_names() {
    for body in [
        r#"{"error_code":"OBS.0001","error_msg":"no","request_id":"7"}"#,
        r#"{"errorCode":"OBS.0001","errorMsg":"no","requestId":"7"}"#,
        r#"{"code":"OBS.0001","message":"no","RequestId":"7"}"#,
        r#"{"ErrorCode":"OBS.0001","ErrorMessage":"no","request-id":"7"}"#,
    ] {
        assert_eq!(hint(&[], body.as_bytes()), "404 OBS.0001: no (request ID 7)", "{body}");
        assert_eq!(ErrorResponse::from_text(body).unwrap().to_string(), "OBS.0001: no (request ID 7)", "{body}");
    }
}

#[test]
fn an_error_of_more_than_64_kib_ends_a_list_and_is_unread() {
    let long = "k".repeat(70_000);
    let body =
        format!("<DeleteResult><Error><Key>a</Key></Error><Error><Key>b</Key><Details>{long}</Details></Error></DeleteResult>");
    let response = ErrorResponse::from_body(200, body.as_bytes());
    assert_eq!(response.errors().count(), 1);
    assert_eq!(response.unread().unwrap().reason(), UnreadReason::TooLong);
}

#[test]
fn text_before_the_root_is_not_an_error_of_obs() {
    let body = format!("oops {XML}");
    assert_eq!(hint(&[], body.as_bytes()), format!("404 (the body is neither XML nor JSON ({} bytes not read))", body.len()));
}
