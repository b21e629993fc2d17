//! The labels by which SDKs and tools name what they print.

use std::collections::HashMap;
use std::sync::LazyLock;
use std::vec::Vec;

/// What the value behind a label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// A status code.
    Status,
    /// An error code.
    Code,
    /// An error code, or a status code where the server sent none.
    Error,
    /// An error code, if the word looks like one, or a status code.
    Headline,
    Message,
    /// An ID, which this element of a body holds.
    Identifier(&'static str),
    /// A method and a URL.
    Request,
    /// The headers of the response, as `http::HeaderMap` prints them.
    Headers,
    /// A message, if an error code and a comma come before the label.
    Reason,
    /// Nothing, but the message comes before the label.
    Service,
    /// Nothing that belongs to the response.
    Other,
}

pub(super) struct Label {
    /// Compared without regard to letter case, blanks, `_` and `-`. `*` stands for one word.
    text: &'static str,
    pub(super) field: Field,
    /// Whether the value may follow without a sign such as `:`.
    is_phrase: bool,
}

const fn sign(text: &'static str, field: Field) -> Label {
    Label { text, field, is_phrase: false }
}

const fn phrase(text: &'static str, field: Field) -> Label {
    Label { text, field, is_phrase: true }
}

const REQUEST_ID: Field = Field::Identifier("RequestId");
const HOST_ID: Field = Field::Identifier("HostId");

/// Of those that fit the longest counts.
const LABELS: &[Label] = &[
    phrase("status", Field::Status),
    sign("stat", Field::Status),
    sign("resp", Field::Status),
    phrase("http", Field::Status),
    phrase("http status", Field::Status),
    phrase("http code", Field::Status),
    phrase("http error", Field::Status),
    phrase("http error code", Field::Status),
    phrase("status code", Field::Status),
    phrase("http status code", Field::Status),
    phrase("response status", Field::Status),
    phrase("response status code", Field::Status),
    phrase("response code", Field::Status),
    phrase("http response code", Field::Status),
    phrase("http response status", Field::Status),
    phrase("http response status code", Field::Status),
    phrase("returned error", Field::Status),
    phrase("but got", Field::Status),
    phrase("awaiting response...", Field::Status),
    phrase("expected http response code", Field::Other),
    phrase("expected status code", Field::Other),
    sign("rpc error: code", Field::Other),
    phrase("exit status", Field::Other),
    phrase("exit code", Field::Other),
    sign("code", Field::Code),
    sign("obs code", Field::Code),
    sign("err code", Field::Code),
    phrase("error code", Field::Error),
    phrase("obs error code", Field::Error),
    phrase("error", Field::Headline),
    phrase("api error", Field::Error),
    phrase("S3 error", Field::Headline),
    phrase("obs error", Field::Headline),
    sign("error occurred", Field::Error),
    sign("unhandled error", Field::Error),
    sign("message", Field::Message),
    sign("msg", Field::Message),
    sign("err msg", Field::Message),
    sign("err message", Field::Message),
    sign("error msg", Field::Message),
    sign("error message", Field::Message),
    sign("obs error message", Field::Message),
    sign("when calling the * operation", Field::Message),
    sign("reason", Field::Reason),
    sign("(service", Field::Service),
    sign("request id", REQUEST_ID),
    sign("req id", REQUEST_ID),
    sign("obs request id", REQUEST_ID),
    sign("aws request id", REQUEST_ID),
    sign("host id", HOST_ID),
    sign("id-2", HOST_ID),
    sign("extended request id", HOST_ID),
    sign("s3 extended request id", HOST_ID),
    sign("indicator", Field::Identifier("Indicator")),
    sign("headers", Field::Headers),
    phrase("when accessing", Field::Request),
    phrase("error performing", Field::Request),
];

/// The labels by their last two letters. Nearly every word of a log is told apart by these.
static BY_END: LazyLock<HashMap<[u8; 2], Vec<&Label>>> = LazyLock::new(|| {
    let mut labels = HashMap::new();
    for label in LABELS {
        labels.entry(end_of(label.text)).or_insert_with(Vec::new).push(label);
    }
    labels
});

/// The label at the end of a text, and where it begins.
pub(super) fn label_before(text: &str, is_phrase: bool) -> Option<(&'static Label, usize)> {
    let labels = BY_END.get(&end_of(text))?.iter().filter(|label| label.is_phrase || !is_phrase);
    labels.filter_map(|label| Some((*label, start_of(label.text, text)?))).min_by_key(|(_, start)| *start)
}

/// The last two letters of a text.
fn end_of(text: &str) -> [u8; 2] {
    let mut letters = text.bytes().rev().filter(|byte| !is_gap(*byte)).map(|byte| byte.to_ascii_lowercase());
    let last = letters.next().unwrap_or_default();
    [letters.next().unwrap_or_default(), last]
}

/// Where a text begins that ends with this label.
fn start_of(label: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for byte in label.bytes().rev() {
        if is_gap(byte) {
            continue;
        }
        rest = rest.trim_end_matches(|letter| u8::try_from(letter).is_ok_and(is_gap));
        if byte == b'*' {
            rest = rest.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric());
        } else {
            let (last, before) = rest.as_bytes().split_last()?;
            if !last.eq_ignore_ascii_case(&byte) {
                return None;
            }
            rest = rest.get(..before.len())?;
        }
    }
    let is_escape = ["\\n", "\\r", "\\t"].iter().any(|escape| rest.ends_with(escape));
    (is_escape || !rest.ends_with(|letter: char| letter.is_alphanumeric())).then_some(rest.len())
}

fn is_gap(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b'_' | b'-')
}
