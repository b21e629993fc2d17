//! Whole answers, one in each file of `pages`. `BLESS=1 cargo test -p obs-explain` rewrites them.

use std::env;
use std::path::Path;

use snapbox::assert::Action;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

use crate::{Answer, failed, run};

/// Compares what the program prints with the file of this name.
#[track_caller]
fn assert_page(name: &str, words: &[&str], input: impl AsRef<[u8]>) {
    let Answer { code, stdout, stderr } = run(words, input.as_ref());
    let stderr = if stderr.is_empty() { stderr } else { format!("--- on standard error:\n{stderr}") };
    let page = format!("$ obs-explain {}\n{stdout}{stderr}--- exit code {code}\n", words.join(" "));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/answers/pages/{name}.txt"));
    let expected = Data::read_from(&path, Some(DataFormat::Text)).raw();
    let action = if env::var_os("BLESS").is_some() { Action::Overwrite } else { Action::Verify };
    Assert::new().action(action).eq(page, expected);
}

#[test]
fn a_status_is_explained_with_its_documented_causes() {
    assert_page("status", &["403"], "");
}

#[test]
fn a_status_that_the_table_does_not_have_is_explained_by_its_category() {
    assert_page("status-of-category", &["418"], "");
}

#[test]
fn an_error_code_is_explained_with_the_causes_that_it_signals() {
    assert_page("code", &["NoSuchBucket"], "");
}

#[test]
fn everything_about_an_error_code_is_shown_on_demand() {
    assert_page("code-all", &["AccessDenied", "--all"], "");
}

#[test]
fn a_code_with_another_status_than_its_own_is_explained_with_a_note() {
    assert_page("status-and-code", &["503", "NoSuchKey"], "");
}

#[test]
fn an_unknown_code_is_explained_by_its_status_and_gets_suggestions() {
    assert_page("unknown-code", &["404", "NoSuchBukcet"], "");
}

#[test]
fn a_request_makes_the_answer_about_a_status_more_exact() {
    assert_page("status-with-request", &["404", "--request", "PUT https://b.obs.cn-north-4.myhuaweicloud.com/k"], "");
}

#[test]
fn a_cause_is_explained_with_the_codes_that_signal_it() {
    assert_page("cause", &["ClockSkew"], "");
}

#[test]
fn a_category_is_explained_with_its_statuses() {
    assert_page("category", &["5XX"], "");
}

#[test]
fn a_search_finds_codes_causes_and_cases() {
    assert_page("search", &["quota"], "");
}

#[test]
fn an_unknown_word_gets_suggestions() {
    assert_page("unknown-word", &["NoSuchBukcet"], "");
}

#[test]
fn a_number_that_is_not_a_status_gets_the_range_of_statuses() {
    assert_page("unknown-number", &["999"], "");
}

#[test]
fn an_unknown_option_is_wrong_usage() {
    assert_page("unknown-option", &["--jsn", "403"], "");
}

#[test]
fn a_request_without_a_method_is_wrong_usage() {
    assert_page("wrong-request", &["404", "--request", "upload https://b.example.com/k"], "");
}

#[test]
fn input_without_a_failure_says_what_is_accepted() {
    assert_page("input-without-failure", &["-"], "hello\n");
}

#[test]
fn a_response_that_did_not_fail_says_its_status() {
    assert_page("input-of-success", &["-"], "HTTP/1.1 200 OK\r\n\r\n");
}

const SIGNATURE: &str = "<Code>SignatureDoesNotMatch</Code>\
    <Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message>\
    <RequestId>0A1B</RequestId><HostId>00C2</HostId><AccessKeyId>UDSIAMSTUBTEST000003</AccessKeyId>\
    <SignatureProvided>c2lnbmF0dXJlIG9mIHRoZSB0ZXN0</SignatureProvided>";

#[test]
fn a_signature_mismatch_with_its_string_to_sign_is_explained() {
    let body = format!(
        "{SIGNATURE}<StringToSign>PUT\n\ntext/plain\nWed, 01 Jan 2025 00:00:00 GMT\nx-obs-acl:private\n/bucket/logs/2025.log</StringToSign>\
         <StringToSignBytes>50 55 54 0a 0a 74 65 78 74 2f 70 6c 61 69 6e 0a 57 65 64</StringToSignBytes>"
    );
    assert_page("signature", &["-"], failed("403 Forbidden", &body));
}

#[test]
fn a_signature_mismatch_of_version_4_is_explained() {
    let to_sign = "AWS4-HMAC-SHA256\n20250101T000000Z\n20250101/cn-north-4/s3/aws4_request\n\
        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let body = format!("{SIGNATURE}<StringToSign>{to_sign}</StringToSign>");
    assert_page("signature-v4", &["-"], failed("403 Forbidden", &body));
}

#[test]
fn a_wrong_clock_is_explained_with_how_far_it_is_off() {
    let body = "<Code>RequestTimeTooSkewed</Code>\
        <Message>The difference between the request time and the current time is too large.</Message>\
        <RequestTime>Mon, 01 Dec 2025 12:46:05 GMT</RequestTime><ServerTime>2025-12-01T12:00:00.123Z</ServerTime>\
        <MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds>";
    assert_page("clock", &["-"], failed("403 Forbidden", body));
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let shown = include_str!("../../README.md").split("| obs-explain -\n").nth(1).and_then(|rest| rest.split("...\n").next());
    let page = include_str!("pages/clock.txt").trim_start_matches("$ obs-explain -\n");
    assert!(shown.is_some_and(|shown| !shown.is_empty() && page.starts_with(shown)), "{shown:?}");
}

#[test]
fn a_denied_access_is_explained_with_every_meaning_of_its_message() {
    assert_page("denied", &["-"], failed("403 Forbidden", "<Code>AccessDenied</Code><Message>Access Denied</Message>"));
}

#[test]
fn an_answer_to_head_is_explained_by_its_headers() {
    let head = "HTTP/1.1 404 Not Found\r\nServer: OBS\r\nx-obs-request-id: 0A1B\r\nx-obs-error-code: NoSuchKey\r\n\r\n";
    assert_page("head", &["-"], head);
}

#[test]
fn a_page_of_a_proxy_is_not_explained_as_an_answer_of_obs() {
    let input =
        "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\nContent-Type: text/html\r\n\r\n<html><h1>502 Bad Gateway</h1></html>";
    assert_page("proxy", &["-"], input);
}

#[test]
fn a_request_to_slow_down_is_explained_with_when_to_retry() {
    let input = "HTTP/1.1 503 Slow Down\r\nServer: OBS\r\nRetry-After: 30\r\nx-obs-request-id: 0A1B\r\n\r\n\
        <Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>";
    assert_page("slow-down", &["-"], input);
}

#[test]
fn an_unknown_code_of_a_response_is_explained_by_the_status() {
    assert_page("response-with-unknown-code", &["-"], failed("403 Forbidden", "<Code>AccesDenied</Code>"));
}

#[test]
fn each_key_of_a_multi_object_delete_is_named_once_with_its_own_cause() {
    let input = "HTTP/1.1 200 OK\r\nServer: OBS\r\nx-obs-request-id: 0A1B\r\n\r\n<DeleteResult><Deleted><Key>a.txt</Key></Deleted>\
        <Error><Key>b.txt</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error>\
        <Error><Key>c.txt</Key><VersionId>G0011</VersionId><Code>InternalError</Code></Error>\
        <Error><Key>d.txt</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error></DeleteResult>";
    assert_page("multi-object-delete", &["-"], input);
}

#[test]
fn several_responses_are_numbered() {
    let first = failed("404 Not Found", "<Code>NoSuchBucket</Code>");
    let second = failed("409 Conflict", "<Code>BucketNotEmpty</Code>");
    assert_page("several", &["-"], format!("{first}\n{second}"));
}

#[test]
fn a_line_of_a_log_is_explained() {
    let log = "2025-01-01 12:00:00 ERROR upload failed: obs: service returned error: Status=403 Forbidden, Code=InsufficientStorageSpace, \
        Message=Insufficient storage space., RequestId=0A1B\n";
    assert_page("log", &["-"], log);
}

#[test]
fn the_statuses_are_listed_without_an_argument() {
    assert_page("statuses", &[], "");
}
