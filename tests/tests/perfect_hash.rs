//! What the macro makes of the codes of a table, `obs-codes` reads: every code is found, whatever their number and their length.

use std::collections::BTreeSet;

use obs_codes::__private::{Lookup, Words};
use proptest::prelude::*;

/// Where the macro makes it. A crate of procedural macros exports nothing else, and it cannot ask `obs-codes` in tests of its own, for
/// its archive is to be tested alone.
#[path = "../../obs-codes-macros/src/lookup.rs"]
mod macros;

/// The lookup over some codes as a program has it.
struct Made<'a> {
    codes: &'a [&'a str],
    words: usize,
    lookup: Lookup,
}

impl<'a> Made<'a> {
    fn of(codes: &'a [&'a str]) -> Self {
        let macros::Lookup { words, seed, multipliers, slots } = macros::Lookup::of(codes);
        // As `expand` writes them: a slot without a row is left out, which is so only in an empty table.
        let slots: Vec<u16> = slots.into_iter().filter(|row| *row < codes.len()).map(|row| u16::try_from(row).unwrap()).collect();
        Made { codes, words, lookup: Lookup::new(seed, multipliers.leak(), slots.leak()) }
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
            words => panic!("no test has codes of {words} words"),
        }
    }

    fn row_by<const W: usize>(&self, code: &[u8]) -> Option<usize> {
        let words = Words::<W>::of(code)?;
        let row = self.lookup.candidate(&words)?;
        words.is(self.codes.get(row)?.as_bytes()).then_some(row)
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
fn few_slots_are_free() {
    for count in [0, 1, 202, 10_000] {
        let codes = alike(count);
        let slots = macros::Lookup::of(&texts(&codes)).slots.len();
        assert!(slots <= count + count / 4 + 1, "{slots} slots for {count} codes");
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
