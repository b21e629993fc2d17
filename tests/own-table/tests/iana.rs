//! Compares the registry of HTTP status codes with the `http` crate.

use obs_codes_own_table_tests::iana::{Category, ErrorCode, StatusCode};

/// The codes for which `http` has another reason phrase, and why.
const DIFFERENT: &[(u16, Option<&str>, &str)] = &[
    (203, Some("Non Authoritative Information"), "it drops the hyphen"),
    (306, None, "it has no unused codes"),
    (413, Some("Payload Too Large"), "RFC 7231; RFC 9110 renamed it"),
    (418, Some("I'm a teapot"), "RFC 2324, a joke; RFC 9110 reserves the code"),
    (422, Some("Unprocessable Entity"), "RFC 4918; RFC 9110 renamed it"),
];

/// The reason phrase of `http`.
fn reason_in_http(number: u16) -> Option<&'static str> {
    http::StatusCode::from_u16(number).unwrap().canonical_reason()
}

#[test]
fn every_code_and_reason_agrees_with_http_except_those_listed() {
    for number in 100..600 {
        let ours = StatusCode::from_u16(number).map(|status| status.canonical_reason());
        match DIFFERENT.iter().find(|(different, ..)| *different == number) {
            Some((_, theirs, why)) => {
                assert_eq!(reason_in_http(number), *theirs, "{number}: {why}");
                assert!(ours.is_some_and(|ours| Some(ours) != *theirs), "{number} is listed as different and is not");
            }
            None => assert_eq!(ours, reason_in_http(number), "{number}"),
        }
    }
}

#[test]
fn the_registry_has_63_codes_in_order() {
    let numbers: Vec<u16> = StatusCode::ALL.iter().map(obs_codes_own_table_tests::iana::StatusCode::as_u16).collect();
    assert!(numbers.is_sorted());
    let of = |class| numbers.iter().filter(|number| **number / 100 == class).count();
    assert_eq!([1, 2, 3, 4, 5].map(of), [4, 10, 9, 29, 11]);
    assert_eq!(numbers.len(), 63);
}

#[test]
fn every_code_has_the_category_of_its_first_digit() {
    for status in StatusCode::ALL {
        assert_eq!(Category::of(status.as_u16()), Some(status.category()), "{status}");
        assert_eq!(status.as_str()[..1], status.category().as_str()[..1], "{status}");
    }
}

#[test]
fn variants_are_the_words_of_the_reason() {
    assert_eq!(StatusCode::ImUsed.as_u16(), 226);
    assert_eq!(StatusCode::UriTooLong.as_u16(), 414);
    assert_eq!(StatusCode::NonAuthoritativeInformation.as_u16(), 203);
    assert_eq!([StatusCode::Unused306, StatusCode::Unused418].map(|status| status.canonical_reason()), ["(Unused)"; 2]);
}

#[test]
fn a_table_without_error_codes_finds_none() {
    assert!(ErrorCode::ALL.is_empty());
    assert_eq!(ErrorCode::from_code(""), None);
    assert_eq!(ErrorCode::from_code("NoSuchKey"), None);
    assert!(StatusCode::ALL.iter().all(|status| status.error_codes().is_empty() && status.causes().is_empty()));
}
