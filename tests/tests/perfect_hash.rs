//! A lookup finds every key of a table and nothing else, for any number of keys, any lengths, and any position where they differ.

use std::collections::{BTreeSet, HashMap};

use obs_codes::__private::{Lookup, Texts};
use proptest::prelude::*;

/// The hash that `lookup` uses.
#[path = "../../obs-codes-macros/src/hash.rs"]
mod hash;
/// The code that builds lookups in the macro. It is included by path, because a procedural macro crate can export only macros.
#[path = "../../obs-codes-macros/src/lookup.rs"]
mod lookup;

/// The most keys in these tests.
const MOST: usize = 10_000;

/// A table of keys, as a program has it.
struct Table {
    lookup: Lookup,
    keys: Box<Texts<{ MOST + 1 }>>,
}

impl Table {
    fn of(keys: &[&str]) -> Self {
        Self::with(lookup::Lookup::of(keys), keys)
    }

    fn with(built: lookup::Lookup, keys: &[&str]) -> Self {
        let index = |key: usize| u16::try_from(key).unwrap();
        let (checks, slots): (Vec<u8>, Vec<u16>) = built.slots.into_iter().map(|(check, key)| (check, index(key))).unzip();
        let rest: Vec<u16> = built.rest.into_iter().map(index).collect();
        let lookup = Lookup {
            shortest: built.shortest,
            longest: built.longest,
            windows: built.windows.leak(),
            seed: built.seed,
            pilots: built.pilots.leak(),
            checks: checks.leak(),
            slots: slots.leak(),
            rest: rest.leak(),
        };
        let mut offsets = vec![0; MOST + 1];
        for index in 0..MOST {
            offsets[index + 1] = offsets[index] + u32::try_from(keys.get(index).map_or(0, |key| key.len())).unwrap();
        }
        Table { lookup, keys: Box::new(Texts::new(keys.concat().leak(), offsets.try_into().unwrap())) }
    }

    fn find(&self, text: &[u8]) -> Option<usize> {
        self.lookup.find(text, &self.keys)
    }
}

/// The texts that differ from a key by one byte or by the case of one letter, and the parts of the key.
fn neighbours(key: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..=key.len()).flat_map(move |at| {
        let (start, end) = key.split_at(at);
        let added = [0, b'a', u8::MAX].map(|byte| [start, &[byte], end].concat());
        let changed = end.split_first().into_iter().flat_map(move |(byte, rest)| {
            let other = [byte ^ 0x20, byte ^ 1, byte ^ 0x80, 0].map(|byte| [start, &[byte], rest].concat());
            other.into_iter().chain([[start, rest].concat()])
        });
        changed.chain(added).chain([start.to_vec(), end.to_vec()])
    })
}

/// Checks that each key is found, and that a neighbour is found only if it is a key.
fn check(keys: &[impl AsRef<str>]) {
    let keys: Vec<&str> = keys.iter().map(AsRef::as_ref).collect();
    let expected: HashMap<&[u8], usize> = keys.iter().enumerate().map(|(index, key)| (key.as_bytes(), index)).collect();
    let table = Table::of(&keys);
    assert!(table.lookup.rest.is_empty(), "each key has a slot");
    for (index, key) in keys.iter().enumerate() {
        assert_eq!(table.find(key.as_bytes()), Some(index), "{key:?}");
    }
    // Only some keys of a large table, to save time.
    for key in keys.iter().step_by(keys.len() / 20 + 1) {
        for text in neighbours(key.as_bytes()) {
            assert_eq!(table.find(&text), expected.get(&*text).copied(), "{}", text.escape_ascii());
        }
    }
}

#[test]
fn the_macro_and_the_library_have_the_same_hash() {
    assert_eq!(include_str!("../../obs-codes-macros/src/hash.rs"), include_str!("../../obs-codes/src/hash.rs"));
}

#[test]
fn keys_are_found_in_a_table_of_any_size() {
    for count in (1..=40).chain([202, 1_000, 10_000]) {
        check(&(0..count).map(|number| format!("Invalid{number}Argument")).collect::<Vec<_>>());
    }
}

#[test]
fn keys_are_found_wherever_they_differ() {
    for count in [7, 8, 9, 63, 64, 65, 227, 228, 3_000] {
        let check_each = |key: &dyn Fn(usize) -> String| check(&(0..count).map(key).collect::<Vec<_>>());
        check_each(&|number| format!("E{number}"));
        check_each(&|number| format!("{}", 10_000 + number));
        check_each(&|number| format!("{number:08}"));
        check_each(&|number| format!("ecs.{number:05}"));
        check_each(&|number| format!("{number:05}InvalidConfigurationException"));
        check_each(&|number| format!("TheErrorWhose{number:04}NumberStandsInTheMiddleOfItsCode{:02}", number % 100));
    }
}

#[test]
fn keys_of_every_length_are_told_apart() {
    let letters = "abcdefghijklmnopqrstuvwxyz".repeat(3);
    for longest in 1..letters.len() {
        check(&(1..=longest).map(|length| &letters[..length]).collect::<Vec<_>>());
        check(&(1..=longest).map(|length| "a".repeat(length)).collect::<Vec<_>>());
    }
}

#[test]
fn keys_that_differ_in_one_bit_or_in_a_zero_at_the_end_are_told_apart() {
    check(&["\0", "\0\0", "a", "a\0", "a\0\0\0\0\0\0\0", "b", "\0a"]);
    for length in [7, 8, 9, 16, 32, 100] {
        let key = |at| format!("{}p{}", "q".repeat(at), "q".repeat(length - 1 - at));
        check(&(0..length).map(key).chain(["q".repeat(length)]).collect::<Vec<_>>());
    }
}

#[test]
fn keys_of_thousands_of_bytes_are_told_apart_by_one_byte_in_the_middle() {
    let key = |at: usize| format!("{}b{}", "a".repeat(at), "a".repeat(2_999 - at));
    let keys: Vec<String> = (0..3_000).step_by(150).map(key).collect();
    let table = Table::of(&keys.iter().map(String::as_str).collect::<Vec<_>>());
    for (index, other) in (0..3_000).map(key).enumerate() {
        assert_eq!(table.find(other.as_bytes()), (index % 150 == 0).then_some(index / 150));
    }
    assert_eq!(table.find(&[b'a'; 3_000]), None);
}

#[test]
fn only_the_windows_that_distinguish_keys_are_hashed() {
    let windows = |keys: &[&str]| lookup::Lookup::of(keys).windows;
    assert!(windows(&["NoSuchBucketPolicy", "AccessDenied"]).is_empty());
    assert_eq!(windows(&["NoSuchTheBadBucketPolicy", "NoSuchTheOldBucketPolicy"]), [16]);
    assert_eq!(windows(&["NoSuchConfigurationOfBadBucketPolicy", "NoSuchConfigurationOfOldBucketPolicy"]), [24]);
    // The second and the third key differ in both windows, so one window is enough for them.
    let [one, two, three] =
        ["First---12345678abcdefghLastLast", "First---12345678ABCDEFGHLastLast", "First---87654321abcdefghLastLast"];
    assert_eq!(windows(&[one, two]), [24]);
    assert_eq!(windows(&[one, three]), [16]);
    assert_eq!(windows(&[two, three]), [16]);
    assert_eq!(windows(&[one, two, three]), [24, 16]);
}

#[test]
fn keys_without_a_slot_are_found_among_the_rest() {
    let keys: Vec<String> = (0..30).map(|number| format!("Invalid{number}Argument")).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    // All have the same hash, so no pilot can send them to different slots.
    let built = lookup::Lookup::of_hashes(&vec![7; keys.len()]);
    assert_eq!(built.rest, (0..keys.len()).collect::<Vec<_>>());
    let table = Table::with(lookup::Lookup { shortest: 1, longest: 100, ..built }, &keys);
    for (index, key) in keys.iter().enumerate() {
        assert_eq!(table.find(key.as_bytes()), Some(index));
        assert_eq!(table.find(key.replace("Argument", "Arguments").as_bytes()), None);
    }
}

#[test]
fn an_empty_table_has_no_key() {
    let table = Table::of(&[]);
    for text in ["", "\0", "NoSuchKey"] {
        assert_eq!(table.find(text.as_bytes()), None);
    }
}

#[test]
fn a_lookup_takes_few_bytes_for_each_key() {
    for count in [0, 1, 20, 32, 33, 202, 250, 1_000, 10_000, 65_536] {
        let keys: Vec<String> = (0..count).map(|number| format!("Invalid{number}Argument")).collect();
        let built = lookup::Lookup::of(&keys.iter().map(String::as_str).collect::<Vec<_>>());
        let bytes = 3 * built.slots.len() + built.pilots.len();
        // A small table has more slots for each key, so that one pilot is enough.
        let most = if count <= 32 { 12 * count + 8 } else { 4 * count };
        assert!(bytes <= most && built.rest.is_empty(), "{bytes} bytes for {count} keys");
    }
}

proptest! {
    #[test]
    fn any_keys_are_found_and_no_other_bytes(
        keys in prop::collection::btree_set("\\PC{1,12}|[A-Za-z.]{1,48}|[ab]{1,20}", 0..60),
        others in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 20),
    ) {
        let keys: Vec<String> = keys.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let table = Table::of(&keys);
        for text in others.iter().map(Vec::as_slice).chain(keys.iter().map(|key| key.as_bytes())) {
            prop_assert_eq!(table.find(text), keys.iter().position(|key| key.as_bytes() == text));
        }
    }
}
