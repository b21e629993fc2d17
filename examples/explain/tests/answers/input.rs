//! What is read from files and from standard input.

use std::fs;

use crate::{answer, failed, run};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");

#[test]
fn a_file_is_read_like_standard_input() {
    let path = format!("{FIXTURES}/logs/curl-i.txt");
    assert_eq!(answer(&[&path], ""), answer(&["-"], fs::read(&path).expect("the fixture is there")));
}

#[test]
fn every_recording_of_a_client_is_answered() {
    let recordings = fs::read_dir(format!("{FIXTURES}/clients")).expect("there are recordings");
    let recordings = recordings.map(|file| file.expect("the folder can be read").path());
    let texts: Vec<_> = recordings.filter(|path| path.extension().is_some_and(|extension| extension == "txt")).collect();
    assert!(!texts.is_empty());
    for path in texts {
        answer(&["-"], fs::read(&path).expect("the recording can be read"));
    }
}

#[test]
fn a_bare_error_is_enough() {
    let page = answer(&["-"], "<Error><Code>NoSuchKey</Code></Error>");
    assert!(page.starts_with("NoSuchKey\nThe status is not known. NoSuchKey is documented with 404 Not Found.\n"), "{page}");
}

#[test]
fn a_file_that_cannot_be_read_is_an_error_of_the_input() {
    let answer = run(&["no/such/file.log"], b"");
    assert_eq!((answer.code, answer.stdout.as_str()), (1, ""));
    assert!(answer.stderr.contains("`no/such/file.log` is not a status, an error code, a cause or a file"), "{}", answer.stderr);
}

#[test]
fn the_time_of_signing_distinguishes_a_slow_request_from_a_wrong_clock() {
    let body = "<Code>RequestTimeTooSkewed</Code>\
        <Message>The difference between the request time and the current time is too large.</Message>\
        <RequestTime>Mon, 01 Dec 2025 12:00:05 GMT</RequestTime><ServerTime>2025-12-01T12:16:05Z</ServerTime>";
    let input = failed("403 Forbidden", body);
    for time in ["2025-12-01T12:00:05Z", "Mon, 01 Dec 2025 12:00:05 GMT", "1764590405", "2025-12-01T13:00:05+01:00"] {
        let page = answer(&["-", "--signed-at", time], &input);
        assert!(page.contains("the request arrived 16 min 0 s after it was signed"), "{time}: {page}");
    }
    assert!(!answer(&["-"], &input).contains("after it was signed\n"));
}

#[test]
fn a_long_message_is_cut_and_says_how_long_it_was() {
    let message = "word ".repeat(1000);
    let input = failed("403 Forbidden", &format!("<Code>AccessDenied</Code><Message>{message}end</Message>"));
    let page = answer(&["-"], &input);
    let words: Vec<&str> = page.split_whitespace().collect();
    assert!(words.join(" ").contains("(cut: 5003 characters in all)"), "{page}");
    assert!(!page.contains(" end\n"));
    assert!(answer(&["-", "--all"], &input).contains(" end\n"));
}

#[test]
fn no_secret_of_a_response_is_printed() {
    let body = "<Code>SignatureDoesNotMatch</Code><Message>See http://b/k?Signature=sesame1 with AK SESAME2SESAME2SESAM2</Message>\
        <AccessKeyId>SESAME2SESAME2SESAM2</AccessKeyId><SignatureProvided>sesame3</SignatureProvided><StringToSign>sesame4</StringToSign>";
    for form in ["--all", "--json"] {
        let answer = answer(&["-", form], failed("403 Forbidden", body));
        assert!(!answer.to_lowercase().contains("sesame"), "{answer}");
    }
}

#[test]
fn of_very_many_failures_the_first_are_explained_unless_all_are_asked_for() {
    let error = "error: only the first 1000 failures are explained; `--all` explains every one\n";
    let input = "HTTP/1.1 403 Forbidden\r\n\r\n".repeat(1001);
    let cut = run(&["-", "--json"], input.as_bytes());
    assert_eq!((cut.code, cut.stdout.lines().count()), (2, 1000));
    assert_eq!(cut.stderr, error);
    assert_eq!(answer(&["-", "--json", "--all"], &input).lines().count(), 1001);
    assert_eq!(answer(&["-", "--json"], &input[26..]).lines().count(), 1000);

    let delete = |count| {
        let errors = "<Error><Code>AccessDenied</Code></Error>".repeat(count);
        format!("HTTP/1.1 200 OK\r\n\r\n<DeleteResult>{errors}</DeleteResult>\n")
    };
    for (input, lines) in [(delete(1001), 1), (delete(600) + &delete(401), 2), (delete(1000) + &delete(1), 1)] {
        let cut = run(&["-", "--json"], input.as_bytes());
        assert_eq!((cut.code, &*cut.stderr, cut.stdout.lines().count()), (2, error, lines));
        assert_eq!(objects(&cut.stdout), 1000);
        assert_eq!(objects(&answer(&["-", "--json", "--all"], &input)), 1001);
    }
    assert_eq!(objects(&answer(&["-", "--json"], &(delete(600) + &delete(400)))), 1000);
}

/// The number of objects that were not deleted in all the lines of an answer.
fn objects(answer: &str) -> usize {
    let lines = answer.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    lines.map(|line| line["objects"].as_array().map_or(0, Vec::len)).sum()
}

#[test]
fn utf_16_and_utf_32_are_decoded_with_and_without_a_byte_order_mark() {
    let text = failed("404 Not Found", "<Code>NoSuchKey</Code>");
    let expected = answer(&["-"], &text);
    for mark in ["", "\u{feff}"] {
        let text = [mark, &text].concat();
        let (units, letters) = (|| text.encode_utf16(), || text.chars().map(u32::from));
        assert_eq!(answer(&["-"], units().flat_map(u16::to_le_bytes).collect::<Vec<_>>()), expected);
        assert_eq!(answer(&["-"], units().flat_map(u16::to_be_bytes).collect::<Vec<_>>()), expected);
        assert_eq!(answer(&["-"], letters().flat_map(u32::to_le_bytes).collect::<Vec<_>>()), expected);
        assert_eq!(answer(&["-"], letters().flat_map(u32::to_be_bytes).collect::<Vec<_>>()), expected);
    }
}

#[test]
fn a_response_in_another_encoding_says_that_letters_were_replaced() {
    let body = b"HTTP/1.1 404 Not Found\r\n\r\n<Error><Code>NoSuchKey</Code><Message>\xb2\xbb\xb4\xe6</Message></Error>";
    assert!(answer(&["-"], body).contains("\nthe text is not UTF-8: some letters were replaced.\n"));
    let log = b"Status=404, Code=NoSuchKey, Message=\xb2\xbb\xb4\xe6, RequestId=0A1B";
    assert!(answer(&["-"], log).contains("some letters were replaced"));
}
