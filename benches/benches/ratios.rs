//! Prints how long each peer takes for what `obs-codes` does, as a multiple of the time of `obs-codes`.

use std::collections::HashMap;
use std::fmt::{Display, Write as _};

use benches::contest::{self, Contest};
use benches::keys::{self, Kind};
use benches::peers;
use comfy_table::Table;
use comfy_table::presets::ASCII_MARKDOWN;
use num_enum::TryFromPrimitive as _;
use obs_codes::table::AnyErrorCode;

fn main() {
    let mut chapters = [
        ("Error code from text:", lookups()),
        ("The same, as multiples of the time with the shipped table:", growth()),
        ("Reason and category from the number of a status:", statuses()),
        ("Text from error code:", texts()),
    ];
    // Without that argument somebody only asks whether it runs.
    let passes = if std::env::args().any(|argument| argument == "--bench") { 40 } else { 1 };
    let mut contests: Vec<&mut Contest> = chapters.iter_mut().flat_map(|(_, contests)| contests).collect();
    contest::hold(&mut contests, passes);
    println!("Times, as multiples of that of obs-codes: where it is above 1, obs-codes is faster.");
    for (title, contests) in &chapters {
        println!("\n{title}\n\n{}", table(contests));
    }
}

/// A line for each contest, a column for each contestant.
fn table(contests: &[Contest]) -> Table {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in contests.iter().flat_map(Contest::ratios) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut table = Table::new();
    table.load_preset(ASCII_MARKDOWN).set_header([""].into_iter().chain(names.iter().copied()));
    for contest in contests {
        let ratios: HashMap<&str, f64> = contest.ratios().into_iter().collect();
        let ratio = |name: &&str| ratios.get(name).map_or_else(String::new, |ratio| format!("{ratio:.2}"));
        table.add_row([contest.work().to_owned()].into_iter().chain(names.iter().map(ratio)));
    }
    table
}

macro_rules! own {
    ($table:ident) => {
        |key: &&str| peers::$table::ErrorCode::from_code(key)
    };
}

macro_rules! phf {
    ($table:ident) => {
        |key: &&str| peers::$table::PHF.get(key).copied()
    };
}

/// One comparison with the one code that it can be.
macro_rules! limit {
    ($table:ident) => {
        |(text, candidate): &(&str, &str)| text == candidate
    };
}

/// What finds a code in a table of any size.
macro_rules! add_all {
    ($contest:ident, $table:ident, $keys:ident, $pairs:ident) => {
        let map: HashMap<&str, peers::$table::Peer> = peers::$table::SORTED.into_iter().collect();
        $contest.add("obs-codes", $keys, own!($table));
        $contest.add("limit", $pairs, limit!($table));
        $contest.add("phf::Map", $keys, phf!($table));
        $contest.add("HashMap", $keys, move |key: &&str| map.get(key).copied());
        $contest.add("binary search", $keys, |key: &&str| {
            let found = peers::$table::SORTED.binary_search_by(|(code, _)| code.cmp(key)).ok()?;
            Some(peers::$table::SORTED[found].1)
        });
    };
}

/// What compares with one code after the other, and is not compiled for more than a thousand.
macro_rules! add_matched {
    ($contest:ident, $table:ident, $keys:ident, $pairs:ident) => {
        $contest.add("strum", $keys, |key: &&str| key.parse::<peers::$table::Peer>().ok());
        $contest.add("strum use_phf", $keys, |key: &&str| key.parse::<peers::$table::StrumPhf>().ok());
        $contest.add("match str", $keys, |key: &&str| peers::$table::match_str(key));
        $contest.add("match bytes", $keys, |key: &&str| peers::$table::match_bytes(key.as_bytes()));
    };
}

fn codes<E: AnyErrorCode>() -> Vec<&'static str> {
    E::ALL.iter().map(|code| code.as_str()).collect()
}

fn lookups() -> Vec<Contest> {
    let mut contests = Vec::new();
    for (kind, name) in [(Kind::Hit, "hits"), (Kind::NearMiss, "near-misses"), (Kind::Foreign, "foreign words")] {
        macro_rules! contest {
            ($table:ident, $($add:ident)*) => {{
                let codes = codes::<peers::$table::ErrorCode>();
                let (keys, pairs) = (&keys::texts(kind, &codes), &keys::texts_and_candidates(kind, &codes));
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

/// How the time grows with the table. Where only a few codes of a large table are asked for, they fit into the caches as those of a small
/// table do: what is left of the growth is not that of the caches.
#[cfg(large)]
fn growth() -> Vec<Contest> {
    let all = codes::<peers::ten_thousand::ErrorCode>();
    let some: Vec<&str> = all.iter().step_by(all.len() / 20).copied().collect();
    macro_rules! contest {
        ($work:literal, $keys:path, $find:ident) => {{
            let mut contest = Contest::new($work);
            contest.add("shipped", &$keys(Kind::Hit, &codes::<peers::shipped::ErrorCode>()), $find!(shipped));
            contest.add("20 codes", &$keys(Kind::Hit, &codes::<peers::few::ErrorCode>()), $find!(few));
            contest.add("1000 codes", &$keys(Kind::Hit, &codes::<peers::thousand::ErrorCode>()), $find!(thousand));
            contest.add("10000 codes", &$keys(Kind::Hit, &all), $find!(ten_thousand));
            contest.add("20 of 10000", &$keys(Kind::Hit, &some), $find!(ten_thousand));
            contest
        }};
    }
    vec![
        contest!("obs-codes", keys::texts, own),
        contest!("phf::Map", keys::texts, phf),
        contest!("limit", keys::texts_and_candidates, limit),
    ]
}

/// Unoptimised builds have no large tables.
#[cfg(not(large))]
fn growth() -> Vec<Contest> {
    Vec::new()
}

fn statuses() -> Vec<Contest> {
    let known: Vec<u16> = obs_codes::StatusCode::ALL.iter().map(|status| status.as_u16()).collect();
    let any: Vec<u16> = (100..600).collect();
    let contest = |(work, numbers): (&str, &[u16])| {
        let numbers = keys::choices(numbers);
        let mut contest = Contest::new(work);
        contest.add("obs-codes", &numbers, |number| {
            let status = obs_codes::StatusCode::from_u16(*number)?;
            Some((status.canonical_reason(), status.category()))
        });
        contest.add("http", &numbers, |number| {
            let status = http::StatusCode::from_u16(*number).ok()?;
            Some((status.canonical_reason(), status.is_client_error()))
        });
        contest.add("num_enum", &numbers, |number| {
            let status = peers::statuses::Status::try_from_primitive(*number).ok()?;
            Some((status.reason(), status.is_client_error()))
        });
        contest.add("match", &numbers, |number| peers::statuses::match_number(*number));
        contest
    };
    [("statuses of the table", &*known), ("any from 100 to 599", &any)].map(contest).into()
}

fn texts() -> Vec<Contest> {
    // Every enum has the same rows, each in its own order.
    let own = keys::choices(obs_codes::ErrorCode::ALL);
    let strum = keys::choices(peers::shipped::Peer::ALL);
    let thiserror = keys::choices(peers::shipped::Thiserror::ALL);
    let displaydoc = keys::choices(peers::shipped::Displaydoc::ALL);
    let mut as_str = Contest::new("as `&'static str`");
    as_str.add("obs-codes", &own, |code| code.as_str());
    as_str.add("strum", &strum, |code| <&'static str>::from(code));
    let mut display = Contest::new("written by `Display`");
    display.add("obs-codes", &own, written());
    display.add("thiserror", &thiserror, written());
    display.add("displaydoc", &displaydoc, written());
    vec![as_str, display]
}

/// Writes into the same text again and again.
fn written<T: Display>() -> impl FnMut(&T) -> usize {
    let mut text = String::new();
    move |value| {
        text.clear();
        let _ = write!(text, "{value}");
        text.len()
    }
}
