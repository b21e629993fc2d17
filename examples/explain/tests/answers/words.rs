//! Names in other spellings, and in any order.

use obs_codes::{Category, Cause, ErrorCode, StatusCode};

use crate::{answer, run};

/// The first line of the page.
#[track_caller]
fn title(words: &[&str]) -> String {
    answer(words, "").lines().next().unwrap_or_default().to_owned()
}

#[test]
fn every_error_code_cause_and_reason_phrase_is_found_by_its_name() {
    for code in ErrorCode::ALL {
        assert!(title(&[code.as_str()]).ends_with(code.as_str()));
    }
    for cause in Cause::ALL.iter().filter(|cause| ErrorCode::from_code(cause.as_str()).is_none()) {
        assert!(
            [cause.as_str().to_owned(), cause.status().to_string()].contains(&title(&[cause.as_str()])),
            "{}",
            cause.as_str()
        );
    }
    for status in StatusCode::ALL.iter().filter(|status| ErrorCode::from_code(status.canonical_reason()).is_none()) {
        assert!(title(&[status.canonical_reason()]).starts_with(&status.to_string()));
    }
    for category in Category::ALL {
        assert_eq!(title(&[category.as_str()]), category.to_string());
    }
}

#[test]
fn letter_case_blanks_and_punctuation_do_not_matter() {
    for word in ["accessdenied", "ACCESSDENIED", "access-denied", "access_denied", "Access Denied"] {
        assert_eq!(title(&[word]), "403 Forbidden, AccessDenied");
    }
    for word in ["forbidden", "Forbidden", "403"] {
        assert_eq!(title(&[word]), "403 Forbidden");
    }
    for word in ["clockskew", "clock-skew", "Clock Skew"] {
        assert_eq!(title(&[word]), "ClockSkew");
    }
    for word in ["4xx", "client error", "ClientError", "4XX Client Error"] {
        assert_eq!(title(&[word]), "4XX Client Error");
    }
}

#[test]
fn a_name_of_several_words_needs_no_quotes() {
    assert_eq!(title(&["Not", "Found"]), "404 Not Found");
    assert_eq!(title(&["404", "Not", "Found"]), "404 Not Found");
    assert_eq!(title(&["client", "error"]), "4XX Client Error");
}

#[test]
fn a_status_may_come_before_or_after_a_code() {
    for words in [["404", "NoSuchKey"], ["NoSuchKey", "404"], ["404", "nosuchkey"]] {
        assert_eq!(title(&words), "404 Not Found, NoSuchKey");
    }
}

#[test]
fn a_misspelt_code_gets_the_right_one_suggested() {
    for word in ["NoSuchBukcet", "NoSuchBuckt", "NoSuchBocket", "BucketNoSuch"] {
        for words in [&[word][..], &["404", word]] {
            let answer = run(words, b"");
            assert!(answer.code == 1 && answer.stderr.contains("did you mean NoSuchBucket"), "{words:?}: {answer:?}");
        }
    }
}

#[test]
fn a_word_like_no_other_gets_no_suggestion() {
    for words in [&["qxzjqxzj"][..], &["403", "qxzjqxzj"], &[""], &[" "]] {
        let answer = run(words, b"");
        assert!(answer.code == 1 && !answer.stderr.contains("did you mean"), "{words:?}: {answer:?}");
    }
}

#[test]
fn a_word_cannot_send_escape_sequences_to_the_terminal() {
    for words in [&["\u{1b}[5mX\u{202e}"][..], &["403", "\u{1b}[5mX\u{202e}"]] {
        let answer = run(words, b"");
        assert_eq!(answer.code, 1);
        assert!(answer.stderr.contains(r"\u{1b}[5mX\u{202e}"), "{answer:?}");
        assert!(!(answer.stdout + &answer.stderr).contains(['\u{1b}', '\u{202e}']));
    }
}
