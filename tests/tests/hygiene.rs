//! Every text of the shipped table is clean and complete.

use obs_codes::{Case, Category, Cause, ErrorCode, StatusCode};

/// Every text, with its row and its kind.
fn texts() -> Vec<(String, &'static str, &'static str)> {
    let mut texts = Vec::new();
    let mut add = |row: String, what, text: Option<&'static str>| texts.extend(text.map(|text| (row, what, text)));
    for row in Category::ALL {
        add(row.to_string(), "description", Some(row.description()));
        add(row.to_string(), "remedy", row.remedy());
    }
    for row in StatusCode::ALL {
        add(row.to_string(), "description", Some(row.description()));
        add(row.to_string(), "remedy", row.remedy());
    }
    for row in Cause::ALL {
        add(format!("{row:?}"), "cause", Some(row.description()));
        add(format!("{row:?}"), "remedy", row.remedy());
    }
    for row in ErrorCode::ALL {
        add(row.to_string(), "description", Some(row.description()));
        add(row.to_string(), "remedy", row.remedy());
    }
    for row in Case::ALL {
        add(format!("{row:?}"), "description", Some(row.description()));
        add(format!("{row:?}"), "remedy", row.remedy());
    }
    texts
}

#[test]
fn texts_are_one_trimmed_line_of_visible_characters() {
    for (row, what, text) in texts() {
        let visible = |letter: char| !letter.is_control() && letter != '\u{a0}' && letter != '\u{feff}';
        assert!(!text.is_empty() && text.trim() == text && text.chars().all(visible), "{row}: {what}: {text:?}");
        assert!(!text.contains("  "), "{row}: {what} has two blanks in a row: {text:?}");
    }
}

#[test]
fn texts_are_sentences() {
    // The descriptions of causes are quotes, and one of them has no full stop in the documentation.
    for (row, what, text) in texts().into_iter().filter(|(_, what, _)| *what != "cause") {
        assert!(text.ends_with('.'), "{row}: {what}: {text}");
        assert!(text.starts_with(|first: char| !first.is_lowercase()), "{row}: {what}: {text}");
    }
}

#[test]
fn every_failure_has_a_remedy() {
    for status in StatusCode::ALL.iter().filter(|status| status.is_client_error() || status.is_server_error()) {
        assert!(status.remedy().is_some(), "{status}");
    }
    assert!(Cause::ALL.iter().all(|cause| cause.remedy().is_some()));
    for code in ErrorCode::ALL {
        assert!(code.remedy().is_some(), "{code}");
    }
    for case in Case::ALL {
        assert!(case.remedy().is_some(), "{case:?}");
    }
}

#[test]
fn no_remedy_only_refers_to_support() {
    for (row, what, text) in texts().into_iter().filter(|(_, what, _)| *what == "remedy") {
        let sentences = text.trim_end_matches('.').split(". ");
        let only_support = sentences.clone().count() == 1 && text.to_lowercase().contains("support") && text.len() < 40;
        assert!(!only_support, "{row}: {what}: {text}");
    }
}
