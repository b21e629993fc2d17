//! Properties of any response. Set `PROPTEST_CASES=1000000` to try a million of them.

use obs_codes::ErrorResponse;
use obs_codes::response::{BodyKind, Child};
use obs_codes_response_tests::printed;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Whole responses as OBS sends them.
const REAL: [&str; 7] = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>\
     <RequestId>0A</RequestId><HostId>H</HostId><BucketName>b</BucketName></Error>",
    "<Error><Code>SignatureDoesNotMatch</Code><Message>a &amp; b</Message><AccessKeyId>AK</AccessKeyId>\
     <SignatureProvided>s+/=</SignatureProvided><StringToSign>GET\n\n\n/b/k?a=1&amp;Signature=x</StringToSign></Error>",
    "<Error><Code>RequestTimeTooSkewed</Code><RequestTime>Wed, 15 Nov 2023 22:12:20 GMT</RequestTime>\
     <ServerTime>2023-11-14T22:13:20.000Z</ServerTime><MaxAllowedSkewMilliseconds>900000</MaxAllowedSkewMilliseconds></Error>",
    "<DeleteResult><Deleted><Key>a</Key></Deleted><Error><Key>b</Key><Code>AccessDenied</Code><Message>no</Message></Error></DeleteResult>",
    "{\"code\":\"SYS.0014\",\"message\":\"\\u00fc \\\"x\\\"\",\"request_id\":\"7\",\"a\":[{\"token\":\"t\"},[1,2.5e3],null,true]}",
    "<!DOCTYPE html><html><head><title>502</title></head></html>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]><Error><a><![CDATA[x]]>&b;&#65;<!-- d --></a><b c='d'/></Error>",
];

/// Pieces from which bodies are built.
const PIECES: [&str; 40] = [
    "<Error>",
    "</Error>",
    "<Code>",
    "</Code>",
    "<Message>",
    "</Message>",
    "<DeleteResult>",
    "</DeleteResult>",
    "<Key>",
    "</Key>",
    "<a>",
    "</a>",
    "<b/>",
    "<AccessKeyId>",
    "</AccessKeyId>",
    "&amp;",
    "&#65;",
    "&#xD800;",
    "&x;",
    "&",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml",
    "?>",
    "<!DOCTYPE",
    "{\"code\":",
    "\"A\"",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "null",
    "\\ud800",
    "Signature=s",
    "\u{feff}",
    " ",
];

fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<Index>(), any::<Index>(), select(&PIECES[..]), any::<u8>(), 0..5);
    (select(&REAL[..]), vec(change, 0..8)).prop_map(|(real, changes)| {
        let mut body = real.as_bytes().to_vec();
        for (at, to, piece, byte, kind) in changes {
            let (at, to) = (at.index(body.len() + 1), to.index(body.len() + 1));
            match kind {
                0 => drop(body.splice(at..at, piece.bytes())),
                1 => drop(body.drain(at.min(to)..at.max(to))),
                2 => body.truncate(at),
                3 => drop(body.splice(at..at, [byte])),
                _ => body.extend_from_within(at.min(to)..at.max(to)),
            }
        }
        body
    })
}

fn pieced() -> impl Strategy<Value = Vec<u8>> {
    vec(select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat().into_bytes())
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![mutated(), pieced(), vec(any::<u8>(), 0..200)]
}

/// Pieces from which logs are built.
const LOG_PIECES: [&str; 56] = [
    "HTTP/1.1 404 Not Found",
    "HTTP/2 403 ",
    "HTTP/1.1 200 OK",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "< ",
    "> ",
    "* ",
    "PUT /k HTTP/1.1",
    "Host: b",
    "Content-Length: 3",
    "content-length: 50",
    "Transfer-Encoding: chunked",
    "5\r\nabcde\r\n0\r\n",
    "x-obs-request-id: 0A1B",
    "Status=404 Not Found",
    "Status [403]",
    "status: 500",
    "status=200",
    "ResponseCode: 404",
    "stat:",
    "but got 404 instead",
    ", ",
    "; ",
    "Code=NoSuchKey",
    "error code [AccessDenied]",
    "ErrorCode[",
    "occurred (SlowDown)",
    "api error Ab: x",
    "ERROR: NoSuchKey",
    "Message=No such key.",
    "message: \"",
    "\"msg\":\"",
    "errorMessage[null",
    "]",
    "\"",
    "\\\"",
    "\\n",
    "RequestId=0A",
    "request id: ",
    "HostId: x",
    "(Service: Amazon S3; Status Code: 403)",
    "\tstatus code: 403, request id: 1",
    "AccessDenied,\n Reason: no",
    "Expected HTTP response code [200]",
    "when accessing [GET https://b/k]",
    "<Error>",
    "</Error>",
    "<Code>NoSuchKey</Code>",
    "&lt;Error&gt;&lt;Code&gt;Ab&lt;/Code&gt;&lt;/Error&gt;",
    "\\u003cError\\u003e",
    "<DeleteResult>",
    "\u{1b}[31m",
    "\u{fc}\u{1f600}",
];

fn log() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(select(&LOG_PIECES[..]), 0..24).prop_map(|pieces| pieces.concat()),
        vec(prop_oneof![select(&LOG_PIECES[..]).prop_map(str::to_owned), "\\PC{0,12}"], 0..24).prop_map(|pieces| pieces.concat()),
    ]
}

/// A text that repeats itself beyond the limits of a body and of the search for its end.
fn long_log() -> impl Strategy<Value = String> {
    (log(), log()).prop_map(|(first, unit)| first + &unit.repeat(150_000 / unit.len().max(1)))
}

fn headers() -> impl Strategy<Value = Vec<(Vec<u8>, Vec<u8>)>> {
    let known = [
        "x-obs-request-id",
        "X-Amz-Request-Id",
        "x-obs-id-2",
        "x-obs-error-code",
        "x-amz-error-code",
        "x-obs-error-message",
        "x-reserved-indicator",
        "Date",
        "Location",
        "x-obs-bucket-region",
        "Retry-After",
    ];
    let name = prop_oneof![select(known.to_vec()).prop_map(|name| name.as_bytes().to_vec()), vec(any::<u8>(), 0..20)];
    let value = prop_oneof![
        vec(any::<u8>(), 0..40),
        "[0-9]{0,25}".prop_map(String::into_bytes),
        "[A-Z][a-z]{2}, [0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} (GMT|UTC)".prop_map(String::into_bytes),
        "[0-9]{4}-?[0-9]{2}-?[0-9]{2}T[0-9]{2}:?[0-9]{2}:?[0-9]{2}(\\.[0-9]{1,12})?Z".prop_map(String::into_bytes),
    ];
    vec((name, value), 0..6)
}

fn pairs(headers: &[(Vec<u8>, Vec<u8>)]) -> impl Iterator<Item = (&Vec<u8>, &Vec<u8>)> {
    headers.iter().map(|(name, value)| (name, value))
}

fn count(child: Child<'_>) -> usize {
    1 + child.children().map(count).sum::<usize>()
}

proptest! {
    #[test]
    fn nothing_panics_and_each_accessor_agrees_with_the_others(status: u16, headers in headers(), body in body()) {
        let response = ErrorResponse::from_parts(status, pairs(&headers), &body);
        prop_assert_eq!(response.status(), Some(status));
        prop_assert_eq!(response.code(), response.body_code().or(response.header_code()));
        prop_assert_eq!(response.diagnose().error_code_text(), response.code());
        for text in [response.code(), response.header_code(), response.request_id(), response.host_id(), response.indicator()].into_iter().flatten() {
            prop_assert!(!text.trim_ascii().is_empty());
        }
        prop_assert!(!response.is_lossy() || String::from_utf8_lossy(&body).contains(char::REPLACEMENT_CHARACTER));
        if response.body_kind() == BodyKind::Empty {
            prop_assert!(response.unread().is_none() && response.body_code().is_none());
        }
        if let Some(unread) = response.unread() {
            prop_assert!(unread.bytes() <= body.len());
            if !response.is_lossy() && std::str::from_utf8(&body).is_ok() {
                prop_assert!(body.ends_with(unread.expose_secrets().as_bytes()));
                prop_assert_eq!(unread.bytes(), unread.expose_secrets().len());
            }
        }
        for child in response.children() {
            let found = response.child(child.name()).unwrap();
            prop_assert_eq!(found.name(), child.name());
        }
        prop_assert!(response.children().map(count).sum::<usize>() <= body.len());
        prop_assert!(response.errors().count() <= body.len());
        let first = response.errors().next();
        if let Some(first) = &first {
            prop_assert!(response.is_error());
            prop_assert_eq!(first.code(), response.body_code());
        }
        let _ = (response.retry_after().map(|after| after.delay(std::time::SystemTime::now())), response.date(), response.request_time(), response.server_time());
        let _ = (response.max_skew(), response.string_to_sign(), response.diagnose().to_string());
    }

    #[test]
    fn a_log_line_is_one_line_and_a_copy_prints_the_same(status: u16, headers in headers(), body in body()) {
        let response = ErrorResponse::from_parts(status, pairs(&headers), &body);
        let line = response.to_string();
        prop_assert!(!line.chars().any(char::is_control), "{}", line);
        prop_assert_eq!(printed(&response), printed(&response.clone().into_owned()));
    }

    #[test]
    fn any_text_is_read_or_refused(text in log()) {
        let all: Vec<_> = ErrorResponse::all_from_text(&text).collect();
        match ErrorResponse::from_text(&text) {
            Ok(last) => prop_assert!(all.iter().any(|response| response.to_string() == last.to_string())),
            Err(error) => prop_assert!(all.is_empty() && !error.to_string().is_empty()),
        }
        for response in all {
            prop_assert!(response.is_error(), "{:?}", response);
            prop_assert!(!response.to_string().chars().any(char::is_control));
            prop_assert!(response.status().is_none_or(|status| (300..600).contains(&status) || response.code().is_some() || response.body_kind() == BodyKind::Xml));
            let _ = (response.diagnose().to_string(), printed(&response));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..300)) {
        prop_assert!(ErrorResponse::all_from_reader(&bytes[..]).all(|response| response.is_ok()));
    }

    #[test]
    fn a_secret_element_is_never_printed(name in select(&["AccessKeyId", "SignatureProvided", "StringToSign", "EncodedAuthorizationMessage"][..]), body in mutated()) {
        let marked = [&b"<Error><"[..], name.as_bytes(), b">hunter2x</", name.as_bytes(), b">", &body, b"</Error>"].concat();
        let response = ErrorResponse::from_body(403, &marked);
        prop_assert_eq!(response.child(name).map(|child| child.text().expose_secrets().to_owned()), Some("hunter2x".to_owned()));
        for text in printed(&response) {
            prop_assert!(!text.contains("hunter2x"), "{}", text);
        }
    }

    #[test]
    fn a_credential_in_a_query_is_never_printed(
        before in "[ -~&&[^<&]]{0,20}", name in select(&["AccessKeyId", "Signature", "X-Amz-Credential", "x-obs-security-token"][..]), after in "[ -~&&[^<&]]{0,20}",
    ) {
        let url = format!("/b/k?{before}&{name}=hunter2x&{after}");
        let response = ErrorResponse::from_parts(403, [("Location", url.as_str()), ("x-obs-error-message", url.as_str())], b"");
        for text in printed(&response) {
            prop_assert!(!text.contains("hunter2x"), "{}", text);
        }
    }
}

proptest! {
    // These take longer.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.div_ceil(8), ..ProptestConfig::default() })]

    #[test]
    fn a_long_text_is_read_or_refused(text in long_log()) {
        for response in ErrorResponse::all_from_text(&text).take(20) {
            prop_assert!(response.is_error(), "{:?}", response);
            prop_assert!(!response.to_string().chars().any(char::is_control));
        }
    }
}
