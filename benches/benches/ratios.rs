//! Prints the time of each peer as a multiple of that of `obs-codes`, and plots the time to find a code against the size of the table.

use std::{env, fs, io};

use benches::contest::{self, Contest};
use benches::keys::{self, Kind, SEQUENCES};
use benches::table::{self, Row};
use benches::{find, peers, plot, work};
use obs_codes::table::AnyErrorCode;

/// Where the plot is stored.
const PLOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/lookup.svg");

fn main() -> io::Result<()> {
    let mut chapters = [
        ("Error code from text:", lookups()),
        ("Reason and category from the number of a status:", statuses()),
        ("Text from error code:", texts()),
    ];
    // `cargo bench` passes this argument. Without it, one pass shows that the benchmark works.
    let measures = env::args().any(|argument| argument == "--bench");
    let passes = if measures { 40 } else { 1 };
    let mut contests: Vec<&mut Contest> = chapters.iter_mut().flat_map(|(_, contests)| contests).collect();
    contest::hold(&mut contests, passes);
    println!("Times as multiples of that of obs-codes; above 1, obs-codes is faster.");
    for (title, contests) in &chapters {
        let rows: Vec<Row> = contests.iter().map(row).collect();
        println!("\n{title}\n\n{}", table::markdown(&rows));
    }
    if measures { fs::write(PLOT, plot::svg("Time to find a code", &lines(&chapters[0].1))) } else { Ok(()) }
}

fn row(contest: &Contest) -> Row {
    let ratio = |(name, ratio): (&str, f64)| (name.to_owned(), format!("{ratio:.2}"));
    (contest.work().to_owned(), contest.ratios().into_iter().map(ratio).collect())
}

/// Adds the contestants that compile for a table of any size.
macro_rules! add_all {
    ($contest:ident, $table:ident, $keys:ident, $pairs:ident) => {
        $contest.add("obs-codes", $keys, find!(obs_codes in $table));
        $contest.add("limit", $pairs, find!(limit in $table));
        $contest.add("hashify", $keys, find!(hashify in $table));
        $contest.add("phf", $keys, find!(phf_map in $table));
        $contest.add("phf ptrhash", $keys, find!(phf_ptrhash in $table));
        $contest.add("HashMap", $keys, find!(hash_map in $table));
        $contest.add("binary search", $keys, find!(binary_search in $table));
    };
}

/// Adds the contestants that take minutes to compile for more than a thousand codes.
macro_rules! add_matched {
    ($contest:ident, $table:ident, $keys:ident, $pairs:ident) => {
        $contest.add("strum", $keys, find!(strum in $table));
        $contest.add("strum use_phf", $keys, find!(strum_use_phf in $table));
        $contest.add("match str", $keys, find!(match_str in $table));
        $contest.add("match bytes", $keys, find!(match_bytes in $table));
    };
}

fn codes<E: AnyErrorCode>() -> Vec<&'static str> {
    E::ALL.iter().map(obs_codes::table::AnyErrorCode::as_str).collect()
}

fn lookups() -> Vec<Contest> {
    let mut contests = Vec::new();
    for (kind, name) in [(Kind::Hit, "hits"), (Kind::NearMiss, "near-misses"), (Kind::Foreign, "foreign words")] {
        macro_rules! contest {
            ($table:ident, $($add:ident)*) => {{
                let codes = codes::<peers::$table::ErrorCode>();
                let (keys, pairs) = (&keys::texts(SEQUENCES, kind, &codes), &keys::texts_and_candidates(SEQUENCES, kind, &codes));
                let mut contest = Contest::new(format!("{} codes, {name}", codes.len()));
                $($add!(contest, $table, keys, pairs);)*
                contests.push(contest);
            }};
        }
        contest!(few, add_all add_matched);
        contest!(shipped, add_all add_matched);
        #[cfg(large)]
        {
            contest!(thousand, add_all add_matched);
            contest!(ten_thousand, add_all);
        }
    }
    contests
}

/// For each contestant, the time to find a code in each table.
fn lines(lookups: &[Contest]) -> Vec<plot::Line> {
    let sizes = [
        peers::few::ErrorCode::ALL.len(),
        peers::shipped::ErrorCode::ALL.len(),
        #[cfg(large)]
        peers::thousand::ErrorCode::ALL.len(),
        #[cfg(large)]
        peers::ten_thousand::ErrorCode::ALL.len(),
    ];
    let mut lines: Vec<plot::Line> = Vec::new();
    // The contests of hits come first.
    for (size, contest) in sizes.into_iter().zip(lookups) {
        for (name, time) in contest.nanoseconds() {
            match lines.iter_mut().find(|(line, _)| *line == name) {
                Some((_, points)) => points.push((size, time)),
                None => lines.push((name, vec![(size, time)])),
            }
        }
    }
    lines
}

fn statuses() -> Vec<Contest> {
    let known: Vec<u16> = obs_codes::StatusCode::ALL.iter().map(obs_codes::StatusCode::as_u16).collect();
    let any: Vec<u16> = (100..600).collect();
    let contest = |(work, numbers): (&str, &[u16])| {
        let numbers = keys::choices(SEQUENCES, numbers);
        let mut contest = Contest::new(work);
        contest.add("obs-codes", &numbers, work::status_of_obs_codes);
        contest.add("http", &numbers, work::status_of_http);
        contest.add("num_enum", &numbers, work::status_of_num_enum);
        contest.add("match", &numbers, work::status_of_match);
        contest
    };
    [("statuses of the table", &*known), ("any from 100 to 599", &any)].map(contest).into()
}

fn texts() -> Vec<Contest> {
    // The enums have the same rows, but not in the same order.
    let own = keys::choices(SEQUENCES, obs_codes::ErrorCode::ALL);
    let strum = keys::choices(SEQUENCES, peers::shipped::Peer::ALL);
    let thiserror = keys::choices(SEQUENCES, peers::shipped::Thiserror::ALL);
    let displaydoc = keys::choices(SEQUENCES, peers::shipped::Displaydoc::ALL);
    let mut as_str = Contest::new("as `&'static str`");
    as_str.add("obs-codes", &own, obs_codes::ErrorCode::as_str);
    as_str.add("strum", &strum, |code| <&'static str>::from(code));
    let mut display = Contest::new("written by `Display`");
    display.add("obs-codes", &own, work::written());
    display.add("thiserror", &thiserror, work::written());
    display.add("displaydoc", &displaydoc, work::written());
    vec![as_str, display]
}
