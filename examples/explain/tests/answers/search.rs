//! Searches for words that are not names.

use crate::{answer, run};

/// The names that a search finds, in their order.
fn names(words: &[&str]) -> Vec<String> {
    let page = answer(&[words, &["--all"]].concat(), "");
    let entries = page.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    entries.map(|line| line.trim().split(" (").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_row_with_the_word_in_its_name_comes_first() {
    let names = names(&["quota"]);
    assert!(names[0].contains("Quota") && names[1].contains("Quota"), "{names:?}");
    assert!(names.contains(&"InsufficientStorageSpace".to_owned()), "{names:?}");
}

#[test]
fn the_beginning_of_a_word_is_enough() {
    assert!(names(&["throttl"]).contains(&"GetQosTokenException".to_owned()));
    assert!(!answer(&["clock"], "").is_empty());
    assert_eq!(run(&["hrottl"], b"").code, 1);
}

#[test]
fn a_row_must_mention_all_words_in_any_order() {
    let both = names(&["storage", "quota"]);
    assert!(both.contains(&"InsufficientStorageSpace".to_owned()), "{both:?}");
    assert_eq!(both.len(), names(&["quota storage"]).len());
    assert!(both.len() <= names(&["quota"]).len());
    assert_eq!(run(&["quota", "qxzj"], b"").code, 1);
}

#[test]
fn a_case_is_found_by_the_message_that_the_server_sends() {
    assert!(answer(&["not authorized to perform"], "").contains("AccessDenied (case, 403)"));
}

#[test]
fn a_number_that_is_not_a_status_is_not_searched_for() {
    assert_eq!(run(&["15"], b"").code, 1);
}
