//! `explain -`: a response on standard input.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// What the program answers to a response on its standard input.
fn explain(words: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(snapbox::cmd::cargo_bin!("explain"));
    let mut child = command
        .args([&["-"], words].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    // A program that refuses its arguments does not read.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

#[track_caller]
fn text(words: &[&str], input: &str) -> String {
    let Output { status, stdout, stderr } = explain(words, input.as_bytes());
    assert_eq!((status.code(), String::from_utf8_lossy(&stderr).as_ref()), (Some(0), ""));
    String::from_utf8(stdout).expect("the answer is UTF-8")
}

#[track_caller]
fn object(words: &[&str], input: &str) -> Value {
    serde_json::from_str(&text(&[&["--json"], words].concat(), input)).expect("the answer is JSON")
}

/// A response with an XML error for its body.
fn failed(status: &str, children: &str) -> String {
    format!("HTTP/1.1 {status}\r\nx-obs-request-id: 0A1B\r\n\r\n<Error>{children}</Error>")
}

/// As the clock of a client that is 16 min 5 s behind has it.
fn skewed() -> String {
    failed(
        "403 Forbidden",
        "<Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message>\
         <RequestTime>Mon, 01 Dec 2025 12:00:00 GMT</RequestTime><ServerTime>2025-12-01T12:16:05.123Z</ServerTime>\
         <MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds>",
    )
}

#[test]
fn the_object_has_all_its_keys_whatever_came() {
    let mut keys = vec![
        "status",
        "reason",
        "category",
        "error_code",
        "known",
        "message",
        "request_id",
        "description",
        "remedy",
        "retry",
        "causes",
        "cases",
        "errors",
    ];
    keys.sort_unstable();
    for input in [
        skewed(),
        failed("418 I'm a teapot", "<Code>NoSuchCode</Code>"),
        "HTTP/2 404\r\n\r\n".to_owned(),
        "HTTP/1.1 502 Bad Gateway\n\n<html>".to_owned(),
        "HTTP/1.1 200 OK\r\n\r\n".to_owned(),
        "HTTP/1.1 999 Odd\r\n\r\n".to_owned(),
    ] {
        let object = object(&[], &input);
        let mut found: Vec<&str> = object.as_object().expect("an object").keys().map(String::as_str).collect();
        found.sort_unstable();
        assert_eq!(found, keys, "{input}");
    }
}

#[test]
fn what_did_not_fail_has_no_verdict() {
    for (line, verdict) in [("200 OK", Value::Null), ("304 Not Modified", Value::Null), ("503 Slow Down", json!("backoff"))] {
        assert_eq!(object(&[], &format!("HTTP/1.1 {line}\r\n\r\n"))["retry"], verdict, "{line}");
    }
}

#[test]
fn times_that_differ_blame_the_clock_with_amount_and_direction() {
    let object = object(&[], &skewed());
    assert_eq!(
        (&object["status"], &object["error_code"], &object["known"]),
        (&json!(403), &json!("RequestTimeTooSkewed"), &json!(true))
    );
    assert_eq!((&object["request_id"], &object["retry"]), (&json!("0A1B"), &json!("sign-again")));
    let first = &object["causes"][0];
    assert_eq!(
        (&first["cause"], &first["confidence"], &first["signalled"]),
        (&json!("ClockSkew"), &json!("certain"), &json!(true))
    );
    assert_eq!(first["because"], "your clock is 16 min 5 s behind");
    assert_eq!(object["causes"].as_array().map(Vec::len), Some(6));
}

#[test]
fn a_signing_time_long_before_blames_the_network_in_every_form_of_a_time() {
    for time in ["2025-12-01T12:00:05Z", "Mon, 01 Dec 2025 12:00:05 GMT", "1764590405", "2025-12-01T13:00:05+01:00"] {
        let object = object(&["--signed-at", time], &skewed());
        assert_eq!(object["cases"][0]["matched"], true, "{time}");
        assert!(object["description"].as_str().is_some_and(|text| text.contains("network")), "{object}");
        let clock = object["causes"].as_array().into_iter().flatten().find(|cause| cause["cause"] == "ClockSkew");
        assert_eq!(clock.map(|cause| &cause["confidence"]), Some(&json!("possible")));
        let page = crate::unwrapped(&text(&["--signed-at", time], &skewed()));
        assert!(page.contains("the request came 16 min 0 s after it was signed"), "{page}");
    }
}

#[test]
fn of_several_responses_the_last_counts() {
    let input = format!(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 307 Temporary Redirect\r\nLocation: http://b/\r\n\r\n{}",
        failed("404 Not Found", "<Code>NoSuchBucket</Code>")
    );
    assert_eq!(object(&[], &input)["error_code"], "NoSuchBucket");
}

#[test]
fn a_multi_object_delete_lists_its_errors_and_takes_its_code_from_the_first() {
    let input = "HTTP/1.1 200 OK\r\n\r\n<DeleteResult><Deleted><Key>a</Key></Deleted>\
        <Error><Key>b</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error>\
        <Error><Key>c</Key><Code>InternalError</Code></Error></DeleteResult>";
    let object = object(&[], input);
    assert_eq!(object["error_code"], "AccessDenied");
    let errors: Vec<_> =
        object["errors"].as_array().into_iter().flatten().map(|error| (&error["key"], &error["retry"])).collect();
    assert_eq!(errors, [(&json!("b"), &json!("fix")), (&json!("c"), &json!("backoff"))]);
    let page = text(&[], input);
    crate::assert_in_order(&page, ["200 OK, AccessDenied", "Objects that were not deleted", "b", "c: InternalError"]);
}

#[test]
fn an_unknown_code_is_explained_by_its_status_with_the_closest_names() {
    let input = failed("403 Forbidden", "<Code>AccesDenied</Code>");
    let object = object(&[], &input);
    assert_eq!((&object["error_code"], &object["known"]), (&json!("AccesDenied"), &json!(false)));
    assert!(crate::unwrapped(&text(&[], &input)).contains("Did you mean AccessDenied?"));
}

#[test]
fn only_a_failure_has_a_word_on_repeating_the_request() {
    assert!(!text(&[], "HTTP/1.1 200 OK\r\n\r\nhello").contains("Retry"));
    assert!(!text(&[], "HTTP/1.1 304 Not Modified\r\n\r\n").contains("Retry"));
    assert!(text(&[], "HTTP/1.1 200 OK\r\n\r\n<Error><Code>InternalError</Code></Error>").contains("Retry"));
    assert!(text(&[], "HTTP/1.1 404 Not Found\r\n\r\n").contains("Retry"));
}

#[test]
fn credentials_in_the_variables_of_a_message_are_not_printed() {
    let input = failed(
        "403 Forbidden",
        "<Code>AccessDenied</Code><Message>User: u is not authorized to perform: a on resource: \
         obs:::object:b/k?AccessKeyId=sesame1&amp;Signature=sesame2 with an explicit deny in the identity-based policy.</Message>",
    );
    for answer in [text(&[], &input), object(&[], &input).to_string()] {
        assert!(!answer.contains("sesame"), "{answer}");
    }
}

#[test]
fn a_code_of_many_letters_is_unknown_and_like_no_other() {
    let input = failed("403 Forbidden", &format!("<Code>{}</Code>", "AccessDenied".repeat(5_000)));
    assert_eq!(object(&[], &input)["known"], false);
    assert!(!text(&[], &input).contains("Did you mean"));
}

#[test]
fn what_is_odd_about_a_response_is_said() {
    let page = |input: &str| crate::unwrapped(&text(&[], input));
    assert!(page("HTTP/1.1 200 OK\r\n\r\nhello").contains("The response reports no error."));
    assert!(page("HTTP/1.1 502 Bad Gateway\r\n\r\n<html><h1>502</h1></html>").contains("not read"));
    let disagree = "HTTP/1.1 403 Forbidden\r\nx-obs-error-code: SlowDown\r\n\r\n<Error><Code>AccessDenied</Code></Error>";
    assert!(page(disagree).contains("The header names another error code: SlowDown."));
    let elsewhere = failed("400 Bad Request", "<Code>NoSuchKey</Code>");
    assert!(page(&elsewhere).contains("NoSuchKey is documented with 404 Not Found, not with 400 Bad Request."));
}

#[test]
fn the_variables_of_a_message_are_named() {
    let input = failed(
        "403 Forbidden",
        "<Code>AccessDenied</Code><Message>User: iam::1:user:2 is not authorized to perform: obs:object:GetObject on resource: \
         obs:::object:b/k with an explicit deny in the identity-based policy.</Message>",
    );
    let object = object(&[], &input);
    assert_eq!(object["cases"][0]["matched"], true);
    let because = object["causes"][0]["because"].as_str().unwrap_or_default();
    for part in ["user iam::1:user:2", "action obs:object:GetObject", "resource obs:::object:b/k", "policy type identity-based"] {
        assert!(because.contains(part), "{because}");
    }
}

#[test]
fn no_secret_is_printed() {
    let secrets = ["AKIAEXAMPLEKEY000001", "wJalrXUtnFEMI", "GET\n\n\nsesame", "c2VzYW1l"];
    let input = failed(
        "403 Forbidden",
        &format!(
            "<Code>SignatureDoesNotMatch</Code><Message>the access key {0} is inactive</Message><AccessKeyId>{0}</AccessKeyId>\
             <SignatureProvided>{1}</SignatureProvided><StringToSign>{2}</StringToSign>\
             <EncodedAuthorizationMessage>{3}</EncodedAuthorizationMessage><Resource>/b/k?AccessKeyId={0}&amp;Signature={1}</Resource>",
            secrets[0], secrets[1], secrets[2], secrets[3]
        ),
    );
    for code in ["SignatureDoesNotMatch", "InvalidAccessKeyId"] {
        let input = input.replace("SignatureDoesNotMatch", code);
        for answer in [text(&[], &input), object(&[], &input).to_string()] {
            for secret in secrets {
                assert!(!answer.contains(secret), "{answer}");
            }
        }
    }
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    let long = "word ".repeat(60);
    for input in [
        skewed(),
        failed("403 Forbidden", &format!("<Code>AccessDenied</Code><Message>{long}</Message>")),
        failed("404 Not Found", "<Code>NoSuchKey</Code>"),
        "HTTP/1.1 503 Service Unavailable\r\n\r\n<html>".to_owned(),
    ] {
        let page = text(&[], &input);
        assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
        assert!(!page.contains('\u{1b}'));
    }
}

#[test]
fn what_is_no_response_is_refused_with_what_is_accepted() {
    for input in ["", "\n\n", "abc", "<Error><Code>NoSuchKey</Code></Error>", "HTTP/1.1\r\n", "HTTP/1.1 abc\r\n"] {
        let Output { status, stdout, stderr } = explain(&[], input.as_bytes());
        assert_eq!((status.code(), stdout.as_slice()), (Some(2), &b""[..]), "{input:?}");
        assert!(String::from_utf8_lossy(&stderr).contains("`HTTP/1.1 403 Forbidden`"), "{input:?}");
    }
}

#[test]
fn arguments_that_do_not_go_together_are_refused() {
    let refused = |words: &[&str]| {
        let Output { status, stderr, .. } = explain(words, skewed().as_bytes());
        assert_eq!(status.code(), Some(2));
        String::from_utf8_lossy(&stderr).into_owned()
    };
    assert!(refused(&["NoSuchKey"]).contains("leave it out"));
    assert!(refused(&["--signed-at", "noon"]).contains("2026-01-31T12:00:00Z"));
    assert!(crate::refusal(&["403", "--signed-at", "1"]).contains("goes with `-`"));
}

#[test]
fn a_large_body_is_read_in_bounds() {
    let mut input = b"HTTP/1.1 500 Internal Server Error\r\n\r\n".to_vec();
    input.resize(40 << 20, b' ');
    let output = explain(&["--json"], &input);
    assert_eq!(output.status.code(), Some(0));
    let object: Value = serde_json::from_slice(&output.stdout).expect("the answer is JSON");
    assert_eq!(object["status"], 500);
}
