//! What SDKs and tools print of a failed response, in `tests/fixtures/logs`.

use std::fs;
use std::path::Path;

use obs_codes::ErrorResponse;
use serde::Deserialize;

#[derive(Deserialize)]
struct Index {
    log: Vec<Log>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Log {
    file: String,
    #[serde(flatten)]
    expected: Expected,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
struct Expected {
    status: Option<u16>,
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
}

impl Expected {
    fn of(text: &str) -> Self {
        let Ok(response) = ErrorResponse::from_text(text) else { return Self::default() };
        Self {
            status: response.status(),
            code: response.code().map(str::to_owned),
            message: response.message().map(|message| message.expose_secrets().to_owned()),
            request_id: response.request_id().map(str::to_owned),
        }
    }
}

fn logs() -> Vec<(String, String, Expected)> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/logs"));
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let index: Index = toml::from_str(&read("index.toml")).expect("the index is a list of logs");
    index
        .log
        .into_iter()
        .map(|log| (read(&log.file), log.file, log.expected))
        .map(|(text, file, expected)| (file, text, expected))
        .collect()
}

/// Reads each log after a change that does not alter what it says.
fn assert_read(mut change: impl FnMut(&str) -> String) {
    let wrong: Vec<_> = logs()
        .into_iter()
        .map(|(file, text, expected)| (file, Expected::of(&change(&text)), expected))
        .filter(|(_, read, expected)| read != expected)
        .map(|(file, read, expected)| format!("{file}:\n  {read:?}\n  {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_log_says_what_the_index_expects() {
    assert_read(str::to_owned);
}

#[test]
fn the_ends_of_lines_do_not_matter() {
    assert_read(|text| text.replace('\r', "").replace('\n', "\r\n"));
}

#[test]
fn colours_do_not_matter() {
    let coloured = |line: &str| format!("\u{1b}[1;31m{line}\u{1b}[0m\n");
    assert_read(|text| text.lines().map(coloured).collect());
    assert_read(|text| text.replace(": ", "\u{1b}[32m: \u{1b}[39m"));
}

#[test]
fn what_a_logger_puts_before_each_line_does_not_matter() {
    for prefix in [
        "2025-03-11 08:00:00,123 ERROR [main] app - ",
        "2025-03-11T08:00:00.123Z  ERROR app: ",
        "app_1  | ",
        "E0311 08:00:00.123456    1234 upload.go:42] ",
        "Mar 11 08:00:00 host app[1234]: ",
        "  ",
        "> ",
        "\u{2502} ",
        "[2025-03-11 08:00:00] [error] [pid 12] ",
    ] {
        let mut second = 10;
        assert_read(|text| {
            let prefixed = text.lines().map(|line| {
                second = second % 50 + 1;
                format!("{}{line}\n", prefix.replace("08:00:00", &format!("08:00:{second:02}")))
            });
            prefixed.collect()
        });
    }
}
