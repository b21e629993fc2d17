//! Compares the lookup of a code with a `HashMap`.

use std::collections::HashMap;
use std::sync::LazyLock;

use obs_codes::ErrorCode;
use proptest::prelude::*;

static EXPECTED: LazyLock<HashMap<&[u8], ErrorCode>> =
    LazyLock::new(|| ErrorCode::ALL.iter().map(|code| (code.as_str().as_bytes(), *code)).collect());

fn check(code: &[u8]) {
    let expected = EXPECTED.get(code).copied();
    assert_eq!(ErrorCode::from_bytes(code), expected, "{}", code.escape_ascii());
    if let Ok(text) = std::str::from_utf8(code) {
        assert_eq!(ErrorCode::from_code(text), expected, "{text}");
    }
}

#[test]
fn every_code_is_found() {
    assert_eq!(EXPECTED.len(), ErrorCode::ALL.len(), "no two codes have the same spelling");
    for code in ErrorCode::ALL {
        check(code.as_str().as_bytes());
        assert_eq!(ErrorCode::from_code(code.as_str()), Some(*code));
    }
}

#[test]
fn a_code_with_one_byte_changed_added_removed_or_in_another_case_is_found_only_if_it_is_one() {
    for code in ErrorCode::ALL.iter().map(|code| code.as_str().as_bytes()) {
        for place in 0..=code.len() {
            for byte in 0..=u8::MAX {
                let mut added = code.to_vec();
                added.insert(place, byte);
                check(&added);
            }
        }
        for place in 0..code.len() {
            for byte in 0..=u8::MAX {
                let mut changed = code.to_vec();
                changed[place] = byte;
                check(&changed);
            }
            let mut removed = code.to_vec();
            removed.remove(place);
            check(&removed);
            let mut flipped = code.to_vec();
            flipped[place] ^= 0x20;
            check(&flipped);
        }
    }
}

#[test]
fn parts_of_codes_and_two_in_one_are_not_found() {
    for code in ErrorCode::ALL.iter().map(|code| code.as_str().as_bytes()) {
        for end in 0..code.len() {
            check(&code[..end]);
            check(&code[end..]);
        }
        check(&[code, code].concat());
        check(&[code, &[0; 8]].concat());
    }
}

#[test]
fn a_text_of_any_length_is_looked_up() {
    for length in 0..200 {
        check(&vec![b'A'; length]);
        check(&vec![0; length]);
    }
    check(&vec![b'A'; 1 << 20]);
}

#[test]
fn a_lookup_works_in_a_const() {
    const FOUND: Option<ErrorCode> = ErrorCode::from_code("NoSuchBucket");
    const BYTES: Option<ErrorCode> = ErrorCode::from_bytes(b"System Capacity Not enough");
    const MISSED: Option<ErrorCode> = ErrorCode::from_code("NoSuchBuckets");
    assert_eq!(FOUND, Some(ErrorCode::NoSuchBucket));
    assert_eq!(BYTES, Some(ErrorCode::SystemCapacityNotEnough));
    assert_eq!(MISSED, None);
}

proptest! {
    #[test]
    fn any_bytes_are_found_only_if_they_are_a_code(code in prop::collection::vec(any::<u8>(), 0..64)) {
        check(&code);
    }

    #[test]
    fn any_text_is_found_only_if_it_is_a_code(code in "[A-Za-z. -]{0,50}") {
        check(code.as_bytes());
    }

    #[test]
    fn a_code_with_several_bytes_changed_is_found_only_if_it_is_one(
        row in 0..ErrorCode::ALL.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut code = ErrorCode::ALL[row].as_str().as_bytes().to_vec();
        for (place, byte) in changes {
            let place = place.index(code.len());
            code[place] = byte;
        }
        check(&code);
    }
}

mod short {
    obs_codes::codes! {
        toml = r#"
            [category.4XX]
            name = "ClientError"
            description = "Your fault."

            [status.400]
            reason = "Bad Request"
            description = "Wrong."

            [error.A]
            description = "One letter."

            [error.AB]
            description = "Two letters."

            [error.ABCDEFG]
            description = "Seven letters."

            [error.ABCDEFGH]
            description = "Eight letters."
        "#
    }
}

#[test]
fn codes_shorter_than_a_word_are_told_apart() {
    for code in short::ErrorCode::ALL {
        assert_eq!(short::ErrorCode::from_code(code.as_str()), Some(*code));
    }
    for missing in ["", "B", "A\0\0", "AB\0", "ABCDEF", "ABCDEFG\0", "BCDEFGH", "ABCDEFGHI"] {
        assert_eq!(short::ErrorCode::from_code(missing), None, "{missing:?}");
    }
}

mod empty {
    obs_codes::codes! {
        toml = r#"
            [category.2XX]
            name = "Success"
            description = "Fine."

            [status.200]
            reason = "OK"
            description = "Done."
        "#
    }
}

#[test]
fn a_table_without_codes_finds_none() {
    for code in ["", "A", "NoSuchBucket"] {
        assert_eq!(empty::ErrorCode::from_code(code), None);
    }
    assert!(empty::ErrorCode::ALL.is_empty() && empty::Cause::ALL.is_empty() && empty::Case::ALL.is_empty());
    assert_eq!(empty::StatusCode::Ok.error_codes(), []);
}
