//! The page about what other clients retry, in the documentation of `Retry`, against the table.

use std::collections::BTreeSet;

use obs_codes::{ErrorCode, Retry, StatusCode};

const PAGE: &str = include_str!("../../obs-codes/src/retry.md");

/// What a row of the page says of this crate.
struct Row {
    statuses: Vec<u16>,
    /// The error codes that it names.
    codes: Vec<ErrorCode>,
    /// Whether it is about every error code of its statuses that no other row names.
    any_code: bool,
    /// Whether it is about responses without an error code.
    no_code: bool,
    retry: Retry,
}

fn rows() -> Vec<Row> {
    let lines = PAGE.lines().filter(|line| line.starts_with('|')).skip(2);
    let rows = lines.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        Row {
            statuses: cells[0].split(", ").filter_map(|number| number.parse().ok()).collect(),
            codes: quoted(cells[1]).map(|code| code.parse().unwrap_or_else(|_| panic!("no code {code}"))).collect(),
            any_code: cells[1].starts_with("any"),
            no_code: cells[1].ends_with("none"),
            retry: cells[2].trim_matches('`').parse().unwrap_or_else(|_| panic!("no verdict {}", cells[2])),
        }
    });
    rows.collect()
}

/// What stands between backquotes.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn numbers(statuses: &[StatusCode]) -> Vec<u16> {
    statuses.iter().map(StatusCode::as_u16).collect()
}

#[test]
fn it_has_the_verdict_on_every_code_that_is_retryable_or_comes_with_a_server_error() {
    let rows = rows();
    for code in ErrorCode::ALL {
        let statuses = numbers(code.statuses());
        if !code.retry().is_retryable() && !statuses.iter().any(|status| *status >= 500) {
            continue;
        }
        let named = rows.iter().find(|row| row.codes.contains(code));
        let row = named.or_else(|| {
            rows.iter()
                .find(|row| row.any_code && !statuses.is_empty() && statuses.iter().all(|status| row.statuses.contains(status)))
        });
        assert_eq!(row.map(|row| row.retry), Some(code.retry()), "{code}");
    }
}

#[test]
fn it_has_the_verdict_on_every_status_that_is_retryable_or_a_server_error() {
    let rows = rows();
    for status in StatusCode::ALL.iter().filter(|status| status.retry().is_retryable() || status.is_server_error()) {
        let row = rows.iter().find(|row| row.no_code && row.statuses.contains(&status.as_u16()));
        assert_eq!(row.map(|row| row.retry), Some(status.retry()), "{status}");
    }
}

#[test]
fn the_codes_that_it_names_come_with_the_statuses_of_their_row() {
    for row in rows().iter().filter(|row| !row.codes.is_empty()) {
        let statuses: BTreeSet<u16> = row.codes.iter().flat_map(|code| numbers(code.statuses())).collect();
        assert_eq!(statuses, row.statuses.iter().copied().collect(), "{:?}", row.codes);
    }
}
