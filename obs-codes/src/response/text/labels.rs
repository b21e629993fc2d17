//! The labels that SDKs and tools print before values.

use std::collections::HashMap;
use std::sync::LazyLock;
use std::vec::Vec;

/// What kind of value comes after a label.
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
    /// An ID, with the name of the element that has it in a body.
    Identifier(&'static str),
    /// A method and a URL.
    Request,
    /// The headers of the response, as `http::HeaderMap` prints them.
    Headers,
    /// A message, if an error code and a comma come before the label.
    Reason,
    /// No value. The message comes before the label.
    Service,
    /// A value that does not belong to the response.
    Other,
}

pub(super) struct Label {
    /// Letter case, blanks, `_` and `-` make no difference. `*` matches one word.
    text: &'static str,
    pub(super) field: Field,
    /// Whether the value may come after the label without a sign such as `:`.
    is_phrase: bool,
}

/// A label with a sign such as `:` after it.
const fn label(text: &'static str, field: Field) -> Label {
    Label { text, field, is_phrase: false }
}

/// A label that needs no sign after it.
const fn phrase(text: &'static str, field: Field) -> Label {
    Label { text, field, is_phrase: true }
}

const REQUEST_ID: Field = Field::Identifier("RequestId");
const HOST_ID: Field = Field::Identifier("HostId");

/// If a text ends with several of these, the longest counts.
const LABELS: &[Label] = &[
    phrase("status", Field::Status),
    label("stat", Field::Status),
    label("resp", Field::Status),
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
    label("rpc error: code", Field::Other),
    phrase("exit status", Field::Other),
    phrase("exit code", Field::Other),
    label("code", Field::Code),
    label("obs code", Field::Code),
    label("err code", Field::Code),
    phrase("error code", Field::Error),
    phrase("obs error code", Field::Error),
    phrase("error", Field::Headline),
    phrase("api error", Field::Error),
    phrase("S3 error", Field::Headline),
    phrase("obs error", Field::Headline),
    label("error occurred", Field::Error),
    label("unhandled error", Field::Error),
    label("message", Field::Message),
    label("msg", Field::Message),
    label("err msg", Field::Message),
    label("err message", Field::Message),
    label("error msg", Field::Message),
    label("error message", Field::Message),
    label("obs error message", Field::Message),
    label("when calling the * operation", Field::Message),
    label("reason", Field::Reason),
    label("(service", Field::Service),
    label("request id", REQUEST_ID),
    label("req id", REQUEST_ID),
    label("obs request id", REQUEST_ID),
    label("aws request id", REQUEST_ID),
    label("host id", HOST_ID),
    label("id-2", HOST_ID),
    label("extended request id", HOST_ID),
    label("s3 extended request id", HOST_ID),
    label("indicator", Field::Identifier("Indicator")),
    label("headers", Field::Headers),
    phrase("when accessing", Field::Request),
    phrase("error performing", Field::Request),
];

/// The labels by their last two characters, which exclude nearly every word of a log.
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

/// The last two characters of a text, in lower case and without gaps.
fn end_of(text: &str) -> [u8; 2] {
    let mut bytes = text.bytes().rev().filter(|byte| !is_gap(*byte)).map(|byte| byte.to_ascii_lowercase());
    let last = bytes.next().unwrap_or_default();
    [bytes.next().unwrap_or_default(), last]
}

/// Where the label begins, if the text ends with it.
fn start_of(label: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for byte in label.bytes().rev() {
        if is_gap(byte) {
            continue;
        }
        rest = rest.trim_end_matches(|c| u8::try_from(c).is_ok_and(is_gap));
        if byte == b'*' {
            rest = rest.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
        } else {
            let (last, before) = rest.as_bytes().split_last()?;
            if !last.eq_ignore_ascii_case(&byte) {
                return None;
            }
            rest = rest.get(..before.len())?;
        }
    }
    let is_escape = ["\\n", "\\r", "\\t"].iter().any(|escape| rest.ends_with(escape));
    (is_escape || !rest.ends_with(|c: char| c.is_alphanumeric())).then_some(rest.len())
}

/// Whether a byte makes no difference in a label.
fn is_gap(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | b'_' | b'-')
}
