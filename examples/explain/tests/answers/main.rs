//! What `explain` answers. What the table holds is asked of the library: no row that is added to `codes.toml` changes a test.

mod command_line;
mod error_codes;
mod json;
mod layout;
mod own_table;
mod response;
mod statuses;
mod unknown;

use anstream::adapter::strip_str;
use clap::Parser;
use explain::Args;
use obs_codes::table::AnyStatusCode;

/// The answer from a table, without styles.
fn answer_from<S: AnyStatusCode>(words: &[&str]) -> Result<String, String> {
    let args = Args::try_parse_from([&["explain"], words].concat()).map_err(|error| error.to_string())?;
    explain::answer::<S>(&args, std::io::empty()).map(|answer| strip_str(&answer).to_string()).map_err(|error| error.to_string())
}

/// The answer from the shipped table, without styles.
fn answer(words: &[&str]) -> String {
    answer_from::<obs_codes::StatusCode>(words).expect("the arguments are accepted")
}

/// The message to somebody whose arguments are not accepted.
fn refusal(words: &[&str]) -> String {
    answer_from::<obs_codes::StatusCode>(words).expect_err("the arguments are not accepted")
}

/// The text as one line, however it was wrapped.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fails unless the text has all parts, one after the other, however it was wrapped.
#[track_caller]
fn assert_in_order<'a>(text: &str, parts: impl IntoIterator<Item = &'a str>) {
    let text = unwrapped(text);
    let mut rest = text.as_str();
    for part in parts {
        let Some(start) = rest.find(part) else { panic!("`{part}` is not there, or not in its place:\n{text}") };
        rest = &rest[start + part.len()..];
    }
}
