//! `explain -` answers or refuses whatever it reads, and its JSON is JSON.
//!
//! `cargo +nightly fuzz run explain tests/fixtures/responses -- -timeout=10 -rss_limit_mb=1024`

#![no_main]

use std::sync::LazyLock;

use clap::Parser;
use explain::Args;
use libfuzzer_sys::fuzz_target;
use obs_codes::StatusCode;

static TEXT: LazyLock<Args> = LazyLock::new(|| Args::parse_from(["explain", "-"]));
static JSON: LazyLock<Args> =
    LazyLock::new(|| Args::parse_from(["explain", "--json", "--signed-at", "2023-11-14T22:13:20Z", "-"]));

fuzz_target!(|input: &[u8]| {
    // One form at a time, so that many inputs are tried.
    if input.len() % 2 == 0 {
        let _ = explain::answer::<StatusCode>(&TEXT, input);
    } else if let Ok(json) = explain::answer::<StatusCode>(&JSON, input) {
        assert!(json.starts_with('{') && json.ends_with("}\n"));
    }
});
