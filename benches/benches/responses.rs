//! Prints how long it takes to read an error body and to diagnose it, next to what `quick-xml` takes to walk the same body.

use std::collections::HashMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use benches::contest::{self, Contest, Sequences};
use comfy_table::Table;
use comfy_table::presets::ASCII_MARKDOWN;
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
const BODIES: [(u16, &str, &str); 8] = bodies! {
    404 "no-such-key"
    404 "no-such-key-short"
    404 "no-such-key-indented"
    403 "access-denied"
    403 "access-denied-short"
    403 "signature-does-not-match"
    403 "request-time-too-skewed"
    403 "request-time-too-skewed-short"
};

/// The most that reading and diagnosing may take.
const BOUND: Duration = Duration::from_micros(5);

const OWN: &str = "obs-codes";
const ALL: &str = "with every cause";
const WALK: &str = "quick-xml";
const EVENTS: &str = "events alone";
const WAIT: &str = "the bound";

fn main() {
    // Without that argument somebody only asks whether it runs.
    let passes = if std::env::args().any(|argument| argument == "--bench") { 40 } else { 1 };
    let mut contests = BODIES.map(contest);
    contest::hold(&mut contests.each_mut(), passes);
    println!(
        "An error body read and diagnosed, and what `quick-xml` alone takes to walk it: with its texts, and its events alone."
    );
    println!("\n{}", table(&contests));
}

/// A line for each body.
fn table(contests: &[Contest]) -> Table {
    let mut table = Table::new();
    table.load_preset(ASCII_MARKDOWN).set_header([
        "",
        "bytes",
        OWN,
        ALL,
        WALK,
        EVENTS,
        "ratio",
        "with every cause",
        "to events alone",
        "under 5 us",
        "under twice",
    ]);
    for (contest, (_, _, body)) in contests.iter().zip(BODIES) {
        // As multiples of the time of the walk.
        let times: HashMap<&str, f64> = contest.ratios().into_iter().collect();
        let microseconds = |name| format!("{:.2} us", times[name] / times[WAIT] * BOUND.as_secs_f64() * 1e6);
        table.add_row([
            contest.work().to_owned(),
            body.len().to_string(),
            microseconds(OWN),
            microseconds(ALL),
            microseconds(WALK),
            microseconds(EVENTS),
            format!("{:.2}", times[OWN]),
            format!("{:.2}", times[ALL]),
            format!("{:.2}", times[OWN] / times[EVENTS]),
            yes_or_no(times[OWN] < times[WAIT]),
            yes_or_no(times[OWN] < 2.0),
        ]);
    }
    table
}

fn yes_or_no(holds: bool) -> String {
    if holds { "yes" } else { "no" }.to_owned()
}

fn contest((status, name, body): (u16, &'static str, &'static str)) -> Contest {
    let bodies = Sequences::new([vec![body.as_bytes().to_vec(); 100]]);
    let mut contest = Contest::new(name);
    contest.add(WALK, &bodies, |body| walk::<true>(body));
    contest.add(EVENTS, &bodies, |body| walk::<false>(body));
    contest.add(OWN, &bodies, move |body| diagnose(status, body, 1));
    contest.add(ALL, &bodies, move |body| diagnose(status, body, usize::MAX));
    // What the others are measured by, so that it is slowed by the same turns of the machine.
    contest.add(WAIT, &bodies, |_| {
        let start = Instant::now();
        while start.elapsed() < BOUND {}
    });
    contest
}

/// What a caller asks of a failed response: what happened, what to do, the verdict, and the last of so many causes.
type Answer = (Option<&'static str>, Option<&'static str>, Retry, Option<(Cause, Confidence)>);

fn diagnose(status: u16, body: &[u8], causes: usize) -> Answer {
    let response = ErrorResponse::from_body(status, body);
    let diagnosis = response.diagnose();
    let causes = diagnosis.causes().take(causes).map(|ranked| black_box((ranked.cause(), ranked.confidence())));
    (diagnosis.description(), diagnosis.remedy(), diagnosis.retry(), causes.last())
}

/// Goes through the events of a body, and takes the names, what the references stand for, and the texts: as XML has them, with their line
/// ends made alike, or as they are written.
fn walk<const CONTENT: bool>(body: &[u8]) -> usize {
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
