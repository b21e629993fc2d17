use clap::Parser;
use explain::Args;
use obs_codes::{ErrorCode, StatusCode};

use crate::{answer, assert_in_order, refusal, unwrapped};

/// No error code has two letters in a row of this.
const NONSENSE: &str = "qxzjqxzj";

#[test]
fn an_unknown_code_with_a_known_status_says_so_names_the_closest_and_explains_the_status() {
    let (status, code) = ("403 Forbidden", "The table has no error code `RequestTimeTooSkewd`.");
    let (closest, instead) = ("Did you mean RequestTimeTooSkewed", "What follows is about 403 Forbidden alone.");
    let page = answer(&["403", "RequestTimeTooSkewd"]);
    assert_in_order(&page, [status, code, closest, instead, "Access denied.", "ClockSkew"]);
}

#[test]
fn an_unknown_code_is_explained_by_its_status_like_the_status_alone() {
    for &status in StatusCode::ALL {
        let alone = unwrapped(&answer(&[status.as_str()]));
        let note = format!("The table has no error code `{NONSENSE}`. What follows is about {status} alone. ");
        assert_eq!(unwrapped(&answer(&[status.as_str(), NONSENSE])).replace(&note, ""), alone);
    }
}

#[test]
fn an_unknown_code_with_an_unknown_status_says_both_and_explains_the_category() {
    let number = (400..500).find(|&number| StatusCode::from_u16(number).is_none()).unwrap().to_string();
    let note = format!("The table has neither status {number} nor error code `{NONSENSE}`. What follows is about its category");
    assert_in_order(&answer(&[&number, NONSENSE]), [&note, "4XX Client Error"]);
}

#[test]
fn a_code_in_lower_case_finds_its_name() {
    for &code in ErrorCode::ALL {
        let slip = code.as_str().to_lowercase();
        if ErrorCode::from_code(&slip).is_some() {
            continue;
        }
        let page = unwrapped(&answer(&["403", &slip]));
        let (_, closest) = page.split_once("Did you mean ").unwrap();
        assert!(closest.split_once('?').unwrap().0.contains(code.as_str()), "{page}");
    }
}

#[test]
fn a_swapped_missing_or_wrong_letter_finds_the_name() {
    for slip in ["NoSuchBukcet", "NoSuchBuckt", "NoSuchBocket", "no_such_bucket", "BucketNoSuch"] {
        assert_in_order(&answer(&["404", slip]), ["Did you mean NoSuchBucket"]);
    }
}

#[test]
fn nonsense_has_no_closest_name() {
    assert!(!answer(&["403", NONSENSE]).contains("Did you mean"));
    assert!(!refusal(&[NONSENSE]).contains("tip"));
}

#[test]
fn an_unknown_code_alone_is_refused_with_what_is_accepted_and_the_closest_name() {
    let message = refusal(&["nosuchbucket"]);
    let parts = ["`nosuchbucket` is neither a status from 100 to 599 nor a known error code", "`NoSuchBucket`"];
    assert_in_order(&message, parts);
}

#[test]
fn a_number_that_is_no_status_is_refused_alone_and_before_a_code() {
    for number in ["0", "99", "600", "999", "65536", "99999999999999999999"] {
        let expected = format!("status must be a number from 100 to 599, found `{number}`");
        assert!(refusal(&[number]).contains(&expected));
        assert!(refusal(&[number, "NoSuchBucket"]).contains(&expected));
    }
}

#[test]
fn a_code_before_the_status_is_refused_with_the_order() {
    let message = refusal(&["NoSuchBucket", "404"]);
    assert!(message.contains("found `NoSuchBucket`; the error code comes after it"), "{message}");
}

#[test]
fn an_unknown_code_cannot_send_escape_sequences_to_the_terminal() {
    let args = Args::try_parse_from(["explain", "403", "\u{1b}[5mX\r"]).unwrap();
    let page = explain::answer::<StatusCode>(&args, std::io::empty()).unwrap();
    assert!(!page.contains("\u{1b}[5m") && !page.contains('\r'), "{page:?}");
    assert!(page.contains(r"`\u{1b}[5mX\r`"), "{page:?}");
    assert!(refusal(&["\u{1b}[5mX"]).contains(r"`\u{1b}[5mX`"));
}
