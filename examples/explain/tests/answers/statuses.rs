use obs_codes::{Category, StatusCode};

use crate::{answer, assert_in_order};

#[test]
fn status_403_has_its_six_documented_causes_word_for_word() {
    let causes = include_str!("statuses/403-causes.txt");
    assert_eq!(causes.lines().count(), 6);
    assert_in_order(&answer(&["403"]), ["403 Forbidden", "Access denied.", "Possible causes"].into_iter().chain(causes.lines()));
}

#[test]
fn every_status_has_its_meaning_category_verdict_and_all_causes_with_their_remedies() {
    for &status in StatusCode::ALL {
        let (title, category) = (status.to_string(), status.category().to_string());
        let head = [&title, status.description(), &category, status.category().description()];
        let verdict = is_failure(status.as_u16()).then(|| status.retry().description());
        let causes = status.causes().iter().flat_map(|cause| [Some(cause.description()), cause.remedy()]).flatten();
        assert_in_order(&answer(&[status.as_str()]), head.into_iter().chain(verdict).chain(causes));
    }
}

/// `304 Not Modified` is what was asked for, and so is a success.
pub(super) fn is_failure(number: u16) -> bool {
    number >= 300 && number != 304
}

#[test]
fn a_status_that_is_no_failure_has_no_verdict() {
    for number in (100..=599).filter(|number| !is_failure(*number)) {
        assert!(!answer(&[&number.to_string()]).contains("Retry"), "{number}");
    }
}

#[test]
fn every_cause_of_a_status_names_the_error_codes_that_signal_it() {
    for &status in StatusCode::ALL {
        let page = answer(&[status.as_str()]);
        for cause in status.causes() {
            assert_in_order(
                &page,
                [cause.as_str()].into_iter().chain(cause.error_codes().iter().map(obs_codes::ErrorCode::as_str)),
            );
        }
    }
}

#[test]
fn every_number_without_a_status_is_explained_by_its_category() {
    for number in (100..=599).filter(|&number| StatusCode::from_u16(number).is_none()) {
        let category = Category::of(number).unwrap();
        let verdict = is_failure(number).then(|| category.retry().description());
        let number = number.to_string();
        let note = format!("The table has no status {number}. What follows is about its category, {category}.");
        assert_in_order(&answer(&[&number]), [&number, &note, category.description()].into_iter().chain(verdict));
    }
}

#[test]
fn without_an_argument_every_status_has_a_line_with_its_reason_and_the_start_of_its_description() {
    let table = answer(&[]);
    assert_eq!(table.lines().count(), StatusCode::ALL.len());
    for (line, status) in table.lines().zip(StatusCode::ALL) {
        let (number, rest) = line.split_at(3);
        assert_eq!(number, status.as_str());
        let text = rest.trim_start().strip_prefix(status.canonical_reason()).unwrap().trim_start();
        let start = text.strip_suffix("...").unwrap_or(text);
        assert!(status.description().starts_with(start), "{line}");
    }
}
