//! Reads any status, headers and body, or any text, and prints the response: without a panic, in one line, and without a secret.
//!
//! `cargo +nightly fuzz run response --sanitizer none -- -timeout=10 -rss_limit_mb=1024`; `--no-trace-compares` tries several times as many
//! inputs, but finds fewer new ones.

#![no_main]

use libfuzzer_sys::fuzz_target;
use obs_codes::{ErrorResponse, Report};
use obs_codes_response_tests::printed;

/// A secret that no input contains by chance.
const MARKER: &str = "hunter2-hunter2-hunter2";

fn contains_marker(text: &[u8]) -> bool {
    text.windows(MARKER.len()).any(|bytes| bytes == MARKER.as_bytes())
}

fuzz_target!(|input: (u8, u16, Vec<(u8, &[u8])>, &[u8])| {
    let (which, status, headers, body) = input;
    let pairs = || headers.iter().map(|(name, value)| (NAMES[usize::from(*name) % NAMES.len()], *value));
    // Only one check for each input, so that more inputs are tried.
    match MARKED.get(usize::from(which) % (MARKED.len() + 4)) {
        Some((before, after)) if !headers.iter().map(|(_, value)| *value).chain([body]).any(contains_marker) => {
            let marked = [before.as_bytes(), body, after.as_bytes()].concat();
            let response = ErrorResponse::from_parts(status, pairs(), &marked);
            let text = match which / 16 % 4 {
                0 => format!("{response} {response:#}"),
                1 => format!("{response:?}"),
                2 => serde_json::to_string(&response).expect("a map of texts can be JSON"),
                _ => diagnosed(&response),
            };
            assert!(!text.contains(MARKER), "{text}");
        }
        _ if which / 16 % 3 == 0 => read_text(body),
        _ => {
            let response = ErrorResponse::from_parts(status, pairs(), body);
            match which / 16 % 4 {
                _ if which == 255 => assert_agrees(&response, printed),
                0 => assert_agrees(&response, |response| response.to_string()),
                1 => drop(diagnosed(&response)),
                _ => check(&response),
            }
        }
    }
});

/// Reads the input as a text, alone and after a secret.
fn read_text(text: &[u8]) {
    for response in ErrorResponse::all_from_reader(text) {
        check(&response.expect("memory can be read"));
    }
    if !contains_marker(text) {
        let marked = [b"Status [403], message [token=", MARKER.as_bytes(), b" ", text].concat();
        for response in ErrorResponse::all_from_reader(&marked[..]) {
            let response = response.expect("memory can be read");
            let printed = format!("{response} {response:#} {response:?} {}", diagnosed(&response));
            assert!(!printed.contains(MARKER), "{printed}");
        }
    }
}

/// Texts before and after the input, one of which contains a secret.
const MARKED: [(&str, &str); 8] = [
    ("<Error><AccessKeyId>hunter2-hunter2-hunter2</AccessKeyId>", "</Error>"),
    ("<Error><a><StringToSign>", "hunter2-hunter2-hunter2</StringToSign></a></Error>"),
    ("{\"SignatureProvided\":\"hunter2-hunter2-hunter2\",\"a\":", "}"),
    ("<Error><Resource>/b/k?Signature=hunter2-hunter2-hunter2", "</Resource></Error>"),
    ("<Error><Message>", "&amp;X-Amz-Credential=hunter2-hunter2-hunter2</Message></Error>"),
    (
        "<Error><Code>AccessDenied</Code><Message>User: u is not authorized to perform: a on resource: r?Signature=hunter2-hunter2-hunter2",
        " because no p policy allows the a action.</Message></Error>",
    ),
    (
        "<Error><AccessKeyId>hunter2-hunter2-hunter2</AccessKeyId><Code>AccessDenied</Code><Message>User: hunter2-hunter2-hunter2 is not \
         authorized to perform: a on resource: ",
        " because no p policy allows the a action.</Message></Error>",
    ),
    ("<DeleteResult><Error><SecurityToken>hunter2-hunter2-hunter2</SecurityToken>", "</Error></DeleteResult>"),
];

const NAMES: [&str; 12] = [
    "x-obs-request-id",
    "X-Amz-Request-Id",
    "x-obs-id-2",
    "x-obs-error-code",
    "x-amz-error-code",
    "x-obs-error-message",
    "x-reserved-indicator",
    "date",
    "Location",
    "x-obs-bucket-region",
    "Retry-After",
    "server",
];

fn check(response: &ErrorResponse<'_>) {
    assert!(!response.to_string().contains(|letter: char| letter.is_control()));
    assert_eq!(response.code(), response.body_code().or(response.header_code()));
    if let Some(first) = response.errors().next() {
        assert!(response.is_error());
        assert_eq!(first.code(), response.body_code());
    }
    for child in response.children() {
        assert_eq!(response.child(child.name()).expect("it is there").name(), child.name());
    }
    let _ = (
        response.retry_after().map(|after| after.delay(std::time::SystemTime::now())),
        response.date(),
        response.request_time(),
        response.server_time(),
    );
    let _ = (response.max_skew(), response.string_to_sign());
}

/// All that a diagnosis and a report print.
fn diagnosed(response: &ErrorResponse<'_>) -> String {
    let diagnosis = response.diagnose().signed_at(response.date()).received_at(response.request_time());
    let report = Report::new(response, &diagnosis);
    let json = serde_json::to_string(&report).expect("a report can be JSON");
    format!("{diagnosis} {diagnosis:#} {diagnosis:?} {report} {report:#} {report:?} {json} {}", report.problem())
}

/// A copy that owns its text gives the same view as the response.
fn assert_agrees<T: PartialEq + std::fmt::Debug>(response: &ErrorResponse<'_>, view: impl Fn(&ErrorResponse<'_>) -> T) {
    assert_eq!(view(response), view(&response.clone().into_owned()));
}
