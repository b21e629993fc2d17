//! Prints the time to read and diagnose an error body, and the time that `quick-xml` takes to walk the same body.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use benches::contest::{self, Contest, Sequences};
use benches::responses::{BODIES, diagnose, walk};
use comfy_table::Table;
use comfy_table::presets::ASCII_MARKDOWN;

/// The longest that reading and diagnosing a body may take.
const BOUND: Duration = Duration::from_micros(5);

const OWN: &str = "obs-codes";
const ALL: &str = "with every cause";
const WALK: &str = "quick-xml";
const EVENTS: &str = "events alone";
const WAIT: &str = "the bound";

fn main() {
    // `cargo bench` passes this argument. Without it, one pass shows that the benchmark works.
    let passes = if std::env::args().any(|argument| argument == "--bench") { 40 } else { 1 };
    let mut contests = BODIES.map(contest);
    contest::hold(&mut contests.each_mut(), passes);
    println!(
        "The time to read and diagnose an error body, and the time for `quick-xml` to walk it: with its texts, or its events alone."
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
        "ratio with every cause",
        "to events alone",
        "under 5 us",
        "under 4 times",
    ]);
    for (contest, (_, _, body)) in contests.iter().zip(BODIES) {
        // Multiples of the time of the walk, which is the first contestant.
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
            yes_or_no(times[OWN] < 4.0),
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
    // The other times are computed from this one, so other load on the machine slows all of them alike.
    contest.add(WAIT, &bodies, |_| {
        let start = Instant::now();
        while start.elapsed() < BOUND {}
    });
    contest
}
