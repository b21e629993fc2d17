//! What SDKs and tools print about a failed response, in `tests/fixtures/logs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use obs_codes::ErrorResponse;
use obs_codes::response::RetryAfter;
use serde::Deserialize;

#[derive(Deserialize)]
struct Index {
    log: Vec<Log>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Log {
    file: String,
    #[serde(flatten)]
    expected: Expected,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
struct Expected {
    status: Option<u16>,
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
}

impl Expected {
    fn of(text: &str) -> Self {
        let Ok(response) = ErrorResponse::from_text(text) else { return Self::default() };
        Self {
            status: response.status(),
            code: response.code().map(str::to_owned),
            message: response.message().map(|message| message.expose_secrets().to_owned()),
            request_id: response.request_id().map(str::to_owned),
        }
    }
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/logs"))
}

fn logs() -> Vec<(String, String, Expected)> {
    let read = |name: &str| fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let index: Index = toml::from_str(&read("index.toml")).expect("the index is a list of logs");
    index
        .log
        .into_iter()
        .map(|log| (read(&log.file), log.file, log.expected))
        .map(|(text, file, expected)| (file, text, expected))
        .collect()
}

/// Reads each log after a change that does not alter what it says.
fn assert_read(mut change: impl FnMut(&str) -> String) {
    let wrong: Vec<_> = logs()
        .into_iter()
        .map(|(file, text, expected)| (file, Expected::of(&change(&text)), expected))
        .filter(|(_, read, expected)| read != expected)
        .map(|(file, read, expected)| format!("{file}:\n  {read:?}\n  {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_log_is_read_as_the_index_expects() {
    assert_read(str::to_owned);
}

#[test]
fn every_log_is_in_the_index() {
    let listed: BTreeSet<_> = logs().into_iter().map(|(file, ..)| file).collect();
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(files.filter(|file| file != "index.toml").collect::<BTreeSet<_>>(), listed);
}

#[test]
fn a_line_may_be_wrapped_after_a_label() {
    let log = "Status [403], error code [AccessDenied], error message\n[Access Denied], request id\n[0A1B]";
    assert_eq!(ErrorResponse::from_text(log).unwrap().to_string(), "403 AccessDenied: Access Denied (request ID 0A1B)");
}

#[test]
fn several_failures_in_a_log_are_separate_and_a_repeated_one_is_merged() {
    let codes = |log: &str| -> Vec<String> { ErrorResponse::all_from_text(log).map(|response| response.to_string()).collect() };
    let log = "put a: Status=403 Forbidden, Code=AccessDenied, Message=Access Denied, RequestId=0A1\n\
        put b: Status=403 Forbidden, Code=AccessDenied, Message=Access Denied, RequestId=0A2\n\
        put c: Status=200 OK, RequestId=0A3\n\
        An error occurred (SlowDown) when calling the PutObject operation: Slow down.\n\
        Caused by: Status=403 Forbidden, Code=AccessDenied, Message=Access Denied, RequestId=0A1\n";
    let denied = "403 AccessDenied: Access Denied (request ID 0A";
    assert_eq!(codes(log), [format!("{denied}1)"), format!("{denied}2)"), "SlowDown: Slow down.".to_owned()]);
    let array = r#"[{"status":403,"code":"AccessDenied","request_id":"1A"},{"status":404,"code":"NoSuchKey","request_id":"2A"}]"#;
    assert_eq!(codes(array), ["403 AccessDenied (request ID 1A)", "404 NoSuchKey (request ID 2A)"]);
}

#[test]
fn a_message_on_another_line_does_not_belong_to_the_failure() {
    for before in [r#"{"message":"starting"}"#, "INFO upload done, message=starting", "status=200 message=starting"] {
        let response = ErrorResponse::from_text(&format!("{before}\nStatus [403], error code [AccessDenied]")).unwrap();
        assert_eq!(response.to_string(), "403 AccessDenied", "{before}");
    }
}

#[test]
fn a_log_may_name_the_request() {
    let log = "Expected HTTP response code [200] when accessing [GET https://b.example.com/k?acl], but got 404 instead.";
    let response = ErrorResponse::from_text(log).unwrap();
    let fact = |name: &str| response.child(name).map(|child| child.text().expose_secrets().to_owned());
    assert_eq!(fact("request.method").as_deref(), Some("GET"));
    assert_eq!(fact("request.host").as_deref(), Some("b.example.com"));
    assert_eq!(fact("request.url").as_deref(), Some("https://b.example.com/k?acl"));
    for query in ["?error-code=Abc", "?error-code= Abc"] {
        let response = ErrorResponse::from_text(&log.replace("?acl", query)).unwrap();
        assert_eq!(response.code(), None, "{query}");
    }
    for other in ["[Get https://b.example.com/k]", "[ https://b.example.com/k]"] {
        let response = ErrorResponse::from_text(&log.replace("[GET https://b.example.com/k?acl]", other)).unwrap();
        assert!(response.child("request.method").is_none(), "{other}");
    }
}

#[test]
fn the_kind_of_line_break_makes_no_difference() {
    assert_read(|text| text.replace('\r', "").replace('\n', "\r\n"));
}

#[test]
fn colours_make_no_difference() {
    let coloured = |line: &str| format!("\u{1b}[1;31m{line}\u{1b}[0m\n");
    assert_read(|text| text.lines().map(coloured).collect());
    assert_read(|text| text.replace(": ", "\u{1b}[32m: \u{1b}[39m"));
}

#[test]
fn the_prefix_of_a_logger_makes_no_difference() {
    for prefix in [
        "2025-03-11 08:00:00,123 ERROR [main] app - ",
        "2025-03-11T08:00:00.123Z  ERROR app: ",
        "app_1  | ",
        "E0311 08:00:00.123456    1234 upload.go:42] ",
        "Mar 11 08:00:00 host app[1234]: ",
        "  ",
        "> ",
        "\u{2502} ",
        "[2025-03-11 08:00:00] [error] [pid 12] ",
    ] {
        let mut second = 10;
        assert_read(|text| {
            let prefixed = text.lines().map(|line| {
                second = second % 50 + 1;
                format!("{}{line}\n", prefix.replace("08:00:00", &format!("08:00:{second:02}")))
            });
            prefixed.collect()
        });
    }
}

#[test]
fn a_long_text_may_be_divided_within_a_character() {
    for begin in ["", "a", "ab"] {
        let text = begin.to_owned() + &"\u{fffd}".repeat(3_000_000);
        assert_eq!(ErrorResponse::all_from_text(&text).count(), 0);
    }
}

#[test]
fn the_headers_of_a_response_are_read_and_not_those_of_a_request() {
    let error = r#"ObsError { code: "SlowDown" }, context: { response: Parts { status: 503, version: HTTP/1.1, headers: {"server": "OBS",
        "date": "Tue, 14 Nov 2023 22:13:20 GMT", "retry-after": "7", "x-obs-request-id": "0A1B"} } }"#;
    let response = ErrorResponse::from_text(error).unwrap();
    assert_eq!(response.header("server").unwrap().expose_secrets(), "OBS");
    assert_eq!(response.date(), Some(1_700_000_000));
    assert_eq!(response.retry_after(), Some(RetryAfter::Delay(Duration::from_secs(7))));
    assert_eq!(response.request_id(), Some("0A1B"));
    let request = error.replace("status: 503, version", "status: 503 } => Parts { method: GET, version");
    let response = ErrorResponse::from_text(&request).unwrap();
    assert_eq!((response.status(), response.date()), (Some(503), None));
    let without_status = error.replace("status: 503, ", "").replace(r#""SlowDown" }"#, r#""SlowDown""#);
    let response = ErrorResponse::from_text(&without_status).unwrap();
    assert_eq!((response.code(), response.date()), (Some("SlowDown"), None));
}

/// Status, code and message of each failure in a log.
fn failures(log: &str) -> Vec<(Option<u16>, Option<String>, Option<String>)> {
    let responses = ErrorResponse::all_from_text(log);
    responses
        .map(|response| {
            let message = response.message().map(|message| message.to_string());
            (response.status(), response.code().map(str::to_owned), message)
        })
        .collect()
}

#[test]
fn a_request_id_many_lines_after_a_failure_is_not_its_own() {
    let request_id = |lines| {
        let log = format!("Status: 403, Code: AccessDenied\n{}Request ID: 0A1B\n", "a line of another kind\n".repeat(lines));
        ErrorResponse::from_text(&log).unwrap().request_id().map(str::to_owned)
    };
    assert_eq!(request_id(3).as_deref(), Some("0A1B"));
    assert_eq!(request_id(30), None);
    // The request ID is repeated between the failure and another value.
    let other = "a line of another kind\n".repeat(8);
    let id = "RequestId: 0A1B\n";
    let log = format!("Status: 403, Code: AccessDenied, {id}{other}{id}{other}HostId: H\n");
    assert_eq!(ErrorResponse::from_text(&log).unwrap().host_id(), Some("H"));
}

#[test]
fn a_text_with_an_error_code_in_it_is_not_the_message() {
    let found = failures("Status: 403, Message: no access. Code: AccessDenied");
    assert_eq!(found, [(Some(403), Some("AccessDenied".to_owned()), None)]);
}

#[test]
fn an_apostrophe_does_not_end_a_message_in_single_quotes() {
    let found = failures("Status=404, Code=NoSuchKey, Message='The user's key is gone', RequestId=0A1B");
    assert_eq!(found, [(Some(404), Some("NoSuchKey".to_owned()), Some("The user's key is gone".to_owned()))]);
}

#[test]
fn a_reason_within_a_message_is_part_of_it() {
    let found = failures("Status=403, Code=AccessDenied, Message=no access, Reason: it is blocked, RequestId=0A1B");
    assert_eq!(found, [(Some(403), Some("AccessDenied".to_owned()), Some("no access, Reason: it is blocked".to_owned()))]);
}

#[test]
fn a_message_before_any_sign_of_a_failure_ends_with_its_line() {
    let found = failures("message: the user logged in\nthe backup ran, Status: 404, Code: NoSuchKey");
    assert_eq!(found, [(Some(404), Some("NoSuchKey".to_owned()), Some("the user logged in".to_owned()))]);
}

#[test]
fn a_value_that_is_repeated_on_a_line_keeps_its_first_text() {
    let request_ids = |log| -> Vec<_> {
        ErrorResponse::all_from_text(log).map(|response| response.request_id().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(request_ids("Status: 403, Code: AccessDenied, RequestId: 0A1B, RequestId: 2C3D"), ["0A1B"]);
    assert_eq!(
        request_ids("Status: 403, Code: AccessDenied, RequestId: 0A1B\nStatus: 403, Code: AccessDenied, RequestId: 2C3D"),
        ["0A1B", "2C3D"]
    );
    assert_eq!(
        request_ids("Status: 403, Code: AccessDenied, RequestId: 0A1B\nRequestId: 2C3D, Status: 404, Code: NoSuchKey"),
        ["0A1B", "2C3D"]
    );
    assert_eq!(request_ids("HTTP/1.1 403 Forbidden\r\n\r\nRequestId: 0A1B"), [""]);
    let log = "Status: 403, Code: AccessDenied, RequestId: 0A1B, RequestId: 2C3D, HostId: H";
    assert_eq!(ErrorResponse::from_text(log).unwrap().host_id(), Some("H"));
    for (blanks, host_id) in [(4095, Some("H")), (4096, None)] {
        let log = log.replace(", RequestId: 2C3D", &(" ".repeat(blanks) + "RequestId: 2C3D"));
        assert_eq!(ErrorResponse::from_text(&log).unwrap().host_id(), host_id, "{blanks} bytes are between the values");
    }
}

#[test]
fn a_code_after_a_transcript_belongs_to_another_failure_if_the_request_ids_differ() {
    let log = |id| {
        let head = "HTTP/1.1 403 Forbidden\r\nx-obs-request-id: 0A1B\r\nContent-Length: 0\r\n\r\n";
        failures(&format!("{head}failed, Code: NoSuchKey, RequestId: {id}\n"))
    };
    let code = || Some("NoSuchKey".to_owned());
    assert_eq!(log("0A1B"), [(Some(403), code(), None)]);
    assert_eq!(log("2C3D"), [(Some(403), None, None), (None, code(), None)]);
}

#[test]
fn an_error_without_an_end_tag_ends_before_the_next_error() {
    let errors = ["NoSuchKey", "AccessDenied"].map(|code| format!("<Error><Code>{code}</Code>"));
    for between in ["\n", " ", "\n  "] {
        let codes: Vec<_> = failures(&errors.join(between)).into_iter().map(|(_, code, _)| code.unwrap()).collect();
        assert_eq!(codes, ["NoSuchKey", "AccessDenied"], "{between:?}");
    }
}

#[test]
fn an_empty_message_ends_at_the_next_label() {
    let found = failures("Message: | Status: 404 | Code: NoSuchKey");
    assert_eq!(found, [(Some(404), Some("NoSuchKey".to_owned()), None)]);
}

#[test]
fn the_lines_of_a_message_in_quotes_are_joined() {
    for escape in [r"\n", r"\r\n", r"\n\t"] {
        let found = failures(&format!(r#"Status: 403, Code: AccessDenied, Message: "no{escape}access""#));
        assert_eq!(found, [(Some(403), Some("AccessDenied".to_owned()), Some("no access".to_owned()))], "{escape}");
    }
}

#[test]
fn a_value_after_a_success_on_its_line_belongs_to_the_success() {
    let denied = (Some(403), Some("AccessDenied".to_owned()), None);
    for before in ["", "The first line.\n"] {
        let found = failures(&format!("{before}Status: 200, Message: done. Then Status: 403, Code: AccessDenied"));
        assert_eq!(found, std::slice::from_ref(&denied), "{before}");
    }
    let message = Some("done.".to_owned());
    assert_eq!(failures("Status: 200\nMessage: done., Status: 403, Code: AccessDenied"), [(denied.0, denied.1, message)]);
}

#[test]
fn the_same_failure_without_an_id_is_another_one_far_away() {
    let count = |bytes: usize| {
        let line = "Status: 403, Code: AccessDenied\n";
        failures(&format!("{line}{}\n{line}", "x".repeat(bytes))).len()
    };
    // 22 more bytes are between the sign after `Code` and the one after the next `Status`.
    assert_eq!((count(10), count(2000 - 22 - 1), count(2000 - 22)), (1, 1, 2));
    // Each is near the one before.
    let chain = ["Status: 403, Code: AccessDenied\n"; 3].join(&("x".repeat(1500) + "\n"));
    assert_eq!(failures(&chain).len(), 1);
    let page = "x".repeat(3000);
    let after_page = format!("HTTP/1.1 403 Forbidden\r\n\r\n{page}\n\nStatus: 403, Code: AccessDenied\n");
    assert_eq!(failures(&after_page).len(), 1);
    let kinds = ["Status: 403, Code: AccessDenied\n", "HTTP/1.1 403 Forbidden\r\nx-obs-error-code: AccessDenied\r\n\r\n"];
    let far = "The body.\n\n".to_owned() + &"a line of another kind\n".repeat(120);
    let log: String = kinds.iter().cycle().take(4000).flat_map(|failure| [failure, &*far]).collect();
    assert_eq!(ErrorResponse::all_from_text(&log).count(), 4000);
    assert_eq!(ErrorResponse::all_from_text(&kinds.concat()).count(), 1);
}

#[test]
fn a_failure_is_recognized_among_the_sixteen_before() {
    let count = |others: usize| {
        let line = |id: usize| format!("Status: 403, Code: AccessDenied, RequestId: 0A{id}\n");
        let log: String = (0..=others).map(line).chain([line(0)]).collect();
        failures(&log).len()
    };
    assert_eq!((count(15), count(16)), (16, 18));
}

#[test]
fn a_replaced_character_in_a_value_is_noticed() {
    let is_lossy = |message: &str| {
        let log = format!("Status: 403, Code: AccessDenied, Message: {message}, RequestId: 0A1B");
        ErrorResponse::from_text(&log).unwrap().is_lossy()
    };
    assert_eq!((is_lossy("no"), is_lossy("n\u{fffd}")), (false, true));
}

#[test]
fn an_indented_error_keeps_the_indentation_of_its_message() {
    let log = "  <Error><Code>AccessDenied</Code><Message>a\n  b</Message></Error>";
    let response = ErrorResponse::from_text(log).unwrap();
    assert_eq!(response.message().unwrap().expose_secrets(), "a\n  b");
}

#[test]
fn an_error_that_is_escaped_twice_ends_with_its_end_tag() {
    let error = "<Error><Code>AccessDenied</Code></Error>".replace('<', "&amp;lt;").replace('>', "&amp;gt;");
    let found = failures(&format!("{error}Status: 404, Code: NoSuchKey"));
    assert_eq!(found, [(None, Some("AccessDenied".to_owned()), None), (Some(404), Some("NoSuchKey".to_owned()), None)]);
}

#[test]
fn a_request_id_is_one_word_of_at_most_256_bytes() {
    let request_id = |value: &str| {
        let log = format!("Status: 403, Code: AccessDenied, RequestId: {value}, HostId: H");
        ErrorResponse::from_text(&log).unwrap().request_id().map(str::to_owned)
    };
    let long = "0A".repeat(128);
    assert_eq!(request_id(&long), Some(long.clone()));
    for other in [&*(long + "0"), "", "null", "None"] {
        assert_eq!(request_id(other), None, "{other}");
    }
}

#[test]
fn a_word_for_a_missing_message_is_no_message() {
    let message = |value: &str| failures(&format!("Status: 404, Code: NoSuchKey, Message: {value}")).remove(0).2;
    for missing in ["null", "None", "\"nil\"", "[null]", "null, RequestId: 0A", "Null request error. x", "", "<a>", "{", "&lt;a"]
    {
        assert_eq!(message(missing), None, "{missing}");
    }
    for text in ["nullable", "none of these", "null and void", "a <b>"] {
        assert_eq!(message(text).as_deref(), Some(text));
    }
}
