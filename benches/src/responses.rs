//! Error bodies, and the work on them that is measured.

use std::hint::black_box;

use obs_codes::{Cause, Confidence, ErrorResponse, Retry};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

macro_rules! bodies {
    ($($status:literal $name:literal)*) => {
        [$(($status, $name, include_str!(concat!("../fixtures/", $name, ".xml")))),*]
    };
}

/// Error bodies as OBS sends them. Those that are not called short have long keys and messages: they are 1 KiB long.
pub const BODIES: [(u16, &str, &str); 8] = bodies! {
    404 "no-such-key"
    404 "no-such-key-short"
    404 "no-such-key-indented"
    403 "access-denied"
    403 "access-denied-short"
    403 "signature-does-not-match"
    403 "request-time-too-skewed"
    403 "request-time-too-skewed-short"
};

/// What a caller wants to know: what happened, what to do, whether to retry, and the last of the causes that it asks for.
pub type Answer = (Option<&'static str>, Option<&'static str>, Retry, Option<(Cause, Confidence)>);

/// Reads a body and diagnoses it, with at most `causes` causes.
pub fn diagnose(status: u16, body: &[u8], causes: usize) -> Answer {
    let response = ErrorResponse::from_body(status, body);
    let diagnosis = response.diagnose();
    let causes = diagnosis.causes().take(causes).map(|ranked| black_box((ranked.cause(), ranked.confidence())));
    (diagnosis.description(), diagnosis.remedy(), diagnosis.retry(), causes.last())
}

/// Walks through the events of a body and takes the names, the values of references, and the texts. With `CONTENT`, the line ends of the
/// texts are normalized, as XML demands.
#[expect(clippy::missing_panics_doc, reason = "the bodies are well-formed")]
pub fn walk<const CONTENT: bool>(body: &[u8]) -> usize {
    let mut reader = Reader::from_reader(body);
    let mut length = 0;
    loop {
        match reader.read_event().expect("the body is well-formed") {
            Event::Start(tag) => length += black_box(tag.name()).0.len(),
            Event::Text(text) if CONTENT => length += black_box(text.xml10_content()).len(),
            Event::Text(text) => length += black_box(text.into_inner()).len(),
            Event::GeneralRef(reference) => {
                length += black_box(resolve_predefined_entity(&reference)).expect("the body has no other references").len();
            }
            Event::Eof => return length,
            _ => {}
        }
    }
}

/// The units of hostile bodies: each secret has to be looked for in every other text, or a secret may begin at each character.
const HOSTILE: [&str; 4] =
    ["<Token>abcdefgh</Token>", "<Token>abcdefgh</Token><a>abcdefgi</a>", "<a>Signature=x</a>", "<Message>=&=%%==</Message>"];

/// The units of hostile messages: at each unit, a secret begins that extends to the end of the message.
const ENDLESS: [&str; 2] = ["H4IPJX0TQTHTHEBQQCEC:", "token="];

/// A body for each unit, about as long as the part of a body that is read.
pub fn hostile_bodies() -> Vec<String> {
    let repeated = |unit: &str| unit.repeat(65_000 / unit.len());
    let mut bodies: Vec<String> = HOSTILE.iter().map(|unit| format!("<Error>{}</Error>", repeated(unit))).collect();
    bodies.extend(ENDLESS.iter().map(|unit| format!("<Error><Message>{}</Message></Error>", repeated(unit))));
    bodies
}

/// The units of hostile texts: at each, something may begin that has to be looked for in the rest of the text.
const ENDLESS_TEXTS: [&str; 12] = [
    "message=",
    "Message: no way ",
    "Message: \\n<",
    "AccessDenied, Reason: ",
    "indicator=",
    "headers: ",
    "  (",
    "<x:Error",
    "&lt;/Error",
    "> GET / HTTP/1.1 ",
    "- HTTP/1.1 403\r\n\r\n",
    "HTTP/1.1 403\r\n\r\n<?xml\n",
];

/// A text for each unit, twice as long as the part of a text that is searched for the end of an error.
pub fn hostile_texts() -> Vec<String> {
    let text = |unit: &&str| format!("Status: 403, Code: AccessDenied, {}", unit.repeat(262_144 / unit.len()));
    ENDLESS_TEXTS.iter().map(text).collect()
}

/// Counts the responses in a text.
pub fn count(text: &str) -> usize {
    ErrorResponse::all_from_text(text).count()
}

/// Reads a body and prints the response in three forms.
pub fn print(body: &str) -> usize {
    let response = ErrorResponse::from_body(400, body.as_bytes());
    format!("{response} {response:#} {response:?}").len()
}
