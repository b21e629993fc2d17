//! Error bodies, and what is done with them.

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

/// Error bodies as OBS sends them. Those that are not called short have 1 KiB: their keys and messages are long.
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

/// What a caller asks of a failed response: what happened, what to do, the verdict, and the last of so many causes.
pub type Answer = (Option<&'static str>, Option<&'static str>, Retry, Option<(Cause, Confidence)>);

/// Reads a body and asks all that.
pub fn diagnose(status: u16, body: &[u8], causes: usize) -> Answer {
    let response = ErrorResponse::from_body(status, body);
    let diagnosis = response.diagnose();
    let causes = diagnosis.causes().take(causes).map(|ranked| black_box((ranked.cause(), ranked.confidence())));
    (diagnosis.description(), diagnosis.remedy(), diagnosis.retry(), causes.last())
}

/// Goes through the events of a body, and takes the names, what the references stand for, and the texts: as XML has them, with their line
/// ends made alike, or as they are written.
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

/// Of what bodies consist in which each secret has to be looked for in each other text, and texts in which each sign may begin one.
const HOSTILE: [&str; 4] =
    ["<Token>abcdefgh</Token>", "<Token>abcdefgh</Token><a>abcdefgi</a>", "<a>Signature=x</a>", "<Message>=&=%%==</Message>"];

/// Of what texts consist in which at each place a secret begins that is all that follows: a signature of an access key, and a value.
const ENDLESS: [&str; 2] = ["H4IPJX0TQTHTHEBQQCEC:", "token="];

/// As much of each as is read of a body.
pub fn hostile_bodies() -> Vec<String> {
    let repeated = |unit: &str| unit.repeat(65_000 / unit.len());
    let mut bodies: Vec<String> = HOSTILE.iter().map(|unit| format!("<Error>{}</Error>", repeated(unit))).collect();
    bodies.extend(ENDLESS.iter().map(|unit| format!("<Error><Message>{}</Message></Error>", repeated(unit))));
    bodies
}

/// Reads a body and prints all that is known of it.
pub fn print(body: &str) -> usize {
    let response = ErrorResponse::from_body(400, body.as_bytes());
    format!("{response} {response:#} {response:?}").len()
}
