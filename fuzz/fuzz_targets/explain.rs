//! `obs-explain -` answers or refuses any input, and its JSON is valid.
//!
//! `cargo +nightly fuzz run explain tests/fixtures/responses tests/fixtures/logs -- -timeout=10 -rss_limit_mb=1024`

#![no_main]

use std::sync::LazyLock;

use clap::Parser;
use libfuzzer_sys::fuzz_target;
use obs_explain::{Args, Failure, explain};
use serde_json::Value;

/// The lines that a page may have.
const MOST_LINES: usize = 45;

static TEXT: LazyLock<Args> = LazyLock::new(|| Args::parse_from(["obs-explain", "-"]));
static JSON: LazyLock<Args> =
    LazyLock::new(|| Args::parse_from(["obs-explain", "--json", "--signed-at", "2023-11-14T22:13:20Z", "-"]));

fuzz_target!(|input: &[u8]| {
    // Only one form for each input, so that more inputs are tried.
    let is_text = input.len() % 2 == 0;
    let mut output = vec![];
    let answer = explain(if is_text { &TEXT } else { &JSON }, input, None, &mut output);
    let output = String::from_utf8(output).expect("the answer is UTF-8");
    let is_answered = matches!(answer, Ok(()) | Err(Failure::ManyFailures));
    assert_eq!(is_answered, !output.is_empty());
    if is_text {
        // Several pages are numbered and separated by two blank lines.
        assert!(output.split("\n\n\n").all(|page| page.lines().count() <= MOST_LINES), "{output}");
    } else {
        output.lines().for_each(|line| drop(serde_json::from_str::<Value>(line).expect("each line is an object")));
    }
});
