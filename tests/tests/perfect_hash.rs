//! What the macro makes of the codes of a table, `obs-codes` reads: every code is found, whatever their number and their length.

use std::collections::BTreeSet;

use obs_codes::__private::{Lookup, Texts, Words};
use proptest::prelude::*;

/// Where the macro makes it. A crate of procedural macros exports nothing else, and it cannot ask `obs-codes` in tests of its own, for
/// its archive is to be tested alone.
#[path = "../../obs-codes-macros/src/lookup.rs"]
mod macros;
/// What it is made with.
#[path = "../../obs-codes-macros/src/order.rs"]
mod order;

/// The most codes in these tests.
const MOST: usize = 10_000;

/// The lookup over some codes as a program has it.
struct Made {
    words: usize,
    lookup: Lookup<usize>,
    codes: Box<Texts<{ MOST + 1 }>>,
}

impl Made {
    fn of(codes: &[&str]) -> Self {
        let macros::Lookup { words, shortest, longest, hashed, seed, multipliers, slots } = macros::Lookup::of(codes);
        // As `expand` writes them: a slot without a row is left out, which is so only in an empty table.
        let slots: Vec<usize> = slots.into_iter().filter(|row| *row < codes.len()).collect();
        let multipliers: Vec<u16> = multipliers.into_iter().map(|multiplier| multiplier.try_into().unwrap()).collect();
        let lookup =
            Lookup { shortest, longest, hashed: hashed.leak(), seed, multipliers: multipliers.leak(), slots: slots.leak() };
        let mut text = String::new();
        let mut offsets = Vec::new();
        for row in 0..=MOST {
            offsets.push(u32::try_from(text.len()).unwrap());
            text.push_str(codes.get(row).unwrap_or(&""));
        }
        Made { words, lookup, codes: Box::new(Texts::new(text.leak(), offsets.try_into().unwrap())) }
    }

    /// The row of a code, as `ErrorCode::from_bytes` finds it.
    fn row(&self, code: &[u8]) -> Option<usize> {
        match self.words {
            1 => self.row_by::<1>(code),
            2 => self.row_by::<2>(code),
            3 => self.row_by::<3>(code),
            4 => self.row_by::<4>(code),
            5 => self.row_by::<5>(code),
            6 => self.row_by::<6>(code),
            9 => self.row_by::<9>(code),
            words => panic!("no test has codes of {words} words"),
        }
    }

    fn row_by<const W: usize>(&self, code: &[u8]) -> Option<usize> {
        if !self.lookup.may_be(code) {
            return None;
        }
        if let Some(words) = Words::<W>::of(code) {
            return self.lookup.candidate(&words).filter(|row| words.is(&self.codes, *row));
        }
        let word = Words::short(code);
        self.lookup.candidate(&word).filter(|row| word.is_short(&self.codes, *row))
    }
}

fn assert_each_is_found(codes: &[&str]) {
    let made = Made::of(codes);
    for (row, code) in codes.iter().enumerate() {
        assert_eq!(made.row(code.as_bytes()), Some(row), "{code:?}");
    }
}

/// Codes as people make them: alike at the beginning and at the end.
fn alike(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("Invalid{number}Argument")).collect()
}

fn texts(codes: &[String]) -> Vec<&str> {
    codes.iter().map(String::as_str).collect()
}

#[test]
fn each_code_is_found_in_a_table_of_any_size() {
    for count in [1, 2, 3, 202, 10_000] {
        assert_each_is_found(&texts(&alike(count)));
    }
}

#[test]
fn each_code_is_found_wherever_the_codes_differ() {
    for count in [7, 8, 9, 63, 64, 65, 227, 228, 3_000] {
        let codes = |code: &dyn Fn(usize) -> String| assert_each_is_found(&texts(&(0..count).map(code).collect::<Vec<_>>()));
        codes(&|number| format!("E{number}"));
        codes(&|number| format!("{number:07}"));
        codes(&|number| format!("{number:08}"));
        codes(&|number| format!("Service.{number:05}"));
        codes(&|number| format!("{number:05}InvalidConfigurationException"));
        codes(&|number| {
            format!("TheCodeOfAnErrorWhose{number:04}NumberStandsBetweenItsBeginningAndItsEndHas{:02}", number % 100)
        });
    }
}

#[test]
fn only_the_words_that_tell_the_codes_apart_are_hashed() {
    let hashed = |codes: &[&str]| macros::Lookup::of(codes).hashed;
    assert_eq!(hashed(&["NoSuchBucketPolicy", "AccessDenied"]), [0]);
    assert_eq!(hashed(&["NoSuchBucketPolicy", "NoSuchBucketNotice"]), [1]);
    assert_eq!(hashed(&["NoSuchBucketPolicyText", "NoSuchBucketPolicyRule"]), [2]);
    // Two differ in the first word alone, two in the last.
    assert_eq!(hashed(&["BadBucketOfPolicyRule", "OneBucketOfPolicyRule", "BadBucketOfPolicyText"]), [0, 2]);
}

#[test]
fn each_code_is_found_whatever_its_length() {
    let letters = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuv";
    for longest in 0..=letters.len() {
        let codes: Vec<&str> = (0..=longest).map(|length| &letters[..length]).collect();
        assert_each_is_found(&codes);
        assert_eq!(Made::of(&codes).words, longest.div_ceil(8).max(1));
    }
}

#[test]
fn codes_that_differ_in_one_letter_or_in_a_zero_at_the_end_are_told_apart() {
    assert_each_is_found(&["", "\0", "\0\0", "a", "a\0", "a\0\0\0\0\0\0\0", "b", "\0a"]);
    let codes: Vec<String> = (0..32).map(|at| format!("{}x{}", "o".repeat(at), "o".repeat(31 - at))).collect();
    assert_each_is_found(&texts(&codes));
}

/// Codes that take two words to be told apart, and pairs that half of all seeds take for the same if a seed only stands before the
/// words: the case of one letter makes up for a letter or digit of the next word.
fn pairs(count: usize) -> Vec<String> {
    let pair = |number| [format!("Part{number:03}KofaEachs"), format!("Part{number:03}kof1Eachs")];
    ["UploadNotYetSent".to_owned(), "UploadNotYetSeen".to_owned()].into_iter().chain((0..count).flat_map(pair)).collect()
}

#[test]
fn a_seed_is_found_for_any_number_of_codes_that_another_seed_does_not_tell_apart() {
    for count in [10, 30, 999] {
        let codes = pairs(count);
        assert_ne!(macros::Lookup::of(&texts(&codes)).seed, 0, "the hash is another one: find codes that are alike to it");
        assert_each_is_found(&texts(&codes));
    }
}

#[test]
fn an_empty_table_has_no_code() {
    let made = Made::of(&[]);
    assert_eq!((made.row(b""), made.row(b"NoSuchKey")), (None, None));
}

#[test]
fn what_is_no_code_is_not_found() {
    let codes = alike(202);
    let codes = texts(&codes);
    let made = Made::of(&codes);
    for code in &codes {
        for other in [format!("{code}s"), code.to_lowercase(), code.replace("Invalid", "Invalld"), code[1..].to_owned()] {
            assert_eq!(made.row(other.as_bytes()), None, "{other}");
        }
    }
}

#[test]
fn a_text_with_the_same_words_but_another_length_is_not_found() {
    // In a table of one code, every text has that code as its candidate.
    let made = Made::of(&["aaaaaaaaa"]);
    for length in (0..=20).filter(|length| *length != 9) {
        assert_eq!(made.row("a".repeat(length).as_bytes()), None, "{length}");
    }
    let made = Made::of(&["a"]);
    assert_eq!((made.row(b""), made.row(b"a\0"), made.row(b"a\0\0\0\0\0\0\0")), (None, None, None));
}

#[test]
fn the_lookup_takes_few_bytes_for_each_code() {
    for count in [0, 1, 202, 250, 1_000, 10_000] {
        let codes = alike(count);
        let made = macros::Lookup::of(&texts(&codes));
        let bytes = 2 * (made.slots.len() + made.multipliers.len());
        assert!(bytes <= 6 * count + 12, "{bytes} bytes for {count} codes");
    }
}

proptest! {
    #[test]
    fn any_codes_are_found(codes in prop::collection::btree_set("\\PC{0,12}|[A-Za-z.]{0,48}", 0..50), other in "\\PC{0,12}") {
        let codes: BTreeSet<String> = codes.into_iter().filter(|code| code.len() <= 48).collect();
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        assert_each_is_found(&codes);
        let found = Made::of(&codes).row(other.as_bytes());
        prop_assert_eq!(found, codes.iter().position(|code| **code == *other));
    }
}
