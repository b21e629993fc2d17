//! How pages fit on a screen.

use std::fs;

use clap::Parser;
use obs_codes::ErrorCode;
use obs_explain::{Args, explain};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");

/// A page for a terminal of this width, without styles.
fn page(words: &[&str], input: &[u8], columns: usize) -> String {
    let args = Args::try_parse_from([&["obs-explain"], words].concat()).expect("the arguments are accepted");
    let mut page = vec![];
    // An unknown code is an error, but its status is explained.
    let _ = explain(&args, input, Some(columns), &mut page);
    anstream::adapter::strip_str(std::str::from_utf8(&page).expect("a page is UTF-8")).to_string()
}

/// Fails unless the page fits the terminal. A link is never broken.
#[track_caller]
fn assert_fits(words: &[&str], input: &[u8], columns: usize) {
    let page = page(words, input, columns);
    assert!(!page.is_empty() && page.trim() == page.trim_end_matches('\n'), "{words:?}: blank at an end\n{page}");
    for page in page.split("\n\n\n") {
        assert!(columns < 80 || page.lines().count() <= 45, "{words:?}: over 45 lines\n{page}");
        for line in page.lines() {
            let is_link = line.starts_with("https://");
            assert!(is_link || line.chars().count() <= columns.min(100), "{words:?}: over {columns} columns\n{line}");
            assert!(line.trim_end() == line && !line.contains(char::is_control), "{words:?}: {line:?}");
        }
    }
}

#[test]
fn every_status_and_every_error_code_fits_on_a_page() {
    for columns in [60, 80, 120] {
        for number in (100..=599).step_by(if columns == 80 { 1 } else { 7 }) {
            assert_fits(&[&number.to_string()], b"", columns);
        }
        for code in ErrorCode::ALL {
            assert_fits(&[code.as_str()], b"", columns);
        }
    }
}

#[test]
fn every_error_code_fits_on_a_page_with_another_status() {
    for code in ErrorCode::ALL {
        assert_fits(&["403", code.as_str()], b"", 80);
    }
}

#[test]
fn every_response_of_the_fixtures_fits_on_a_page() {
    for folder in ["responses", "logs", "clients"] {
        for file in fs::read_dir(format!("{FIXTURES}/{folder}")).expect("there are fixtures") {
            let path = file.expect("the folder can be read").path();
            let text = fs::read(&path).expect("the fixture can be read");
            // Some logs say that there was no response.
            if !page(&["-"], &text, 80).is_empty() {
                for columns in [60, 80, 120] {
                    assert_fits(&["-"], &text, columns);
                }
            }
        }
    }
}

#[test]
fn long_texts_of_a_server_fit_on_a_page() {
    for text in ["word ".repeat(2000), "word".repeat(2000), "\u{6f22}".repeat(2000), "&#27;".repeat(2000)] {
        let input = format!(
            "HTTP/1.1 403 Forbidden\r\nServer: {text}\r\nx-obs-error-code: {text}\r\nRetry-After: {text}\r\n\r\n\
             <Error><Code>{text}</Code><Message>{text}</Message><RequestId>{text}</RequestId></Error>"
        );
        let page = page(&["-"], input.as_bytes(), 80);
        assert!((10..=45).contains(&page.lines().count()), "{page}");
    }
}

#[test]
fn a_multi_object_delete_with_many_keys_and_many_codes_fits_on_a_page() {
    let entries =
        |count: usize| (0..count).map(|number| format!("<Error><Key>key-{number}</Key><Code>Code{number}</Code></Error>"));
    let input = format!("HTTP/1.1 200 OK\r\n\r\n<DeleteResult>{}</DeleteResult>", entries(1000).collect::<String>());
    assert_fits(&["-"], input.as_bytes(), 80);
}

#[test]
fn a_terminal_that_is_too_narrow_gets_a_page_of_40_columns() {
    assert!(page(&["403"], b"", 1).lines().all(|line| line.starts_with("https://") || line.len() <= 40));
}

#[test]
fn a_table_is_shortened_for_a_terminal_and_complete_elsewhere() {
    let shortened = page(&["--list"], b"", 80);
    assert!(shortened.lines().all(|line| line.chars().count() <= 80), "{shortened}");
    let whole = crate::answer(&["--list"], "");
    assert!(ErrorCode::ALL.iter().all(|code| whole.contains(code.description())));
    assert_eq!(whole.lines().count(), ErrorCode::ALL.len());
}
