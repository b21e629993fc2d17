//! Builds the perfect hash in which `obs-codes/src/lookup.rs` finds a key.
//!
//! The hash of a key chooses a bucket. Each bucket has a pilot, a number that sends all its keys to free slots. So a lookup
//! compares a text with one key only (see the papers on `PTHash`, 2021, and `PtrHash`, 2025).

#![allow(clippy::indexing_slicing, reason = "`bucket` and `slot` return less than the count")]
#![allow(clippy::cast_possible_truncation, reason = "the check is the lower bits of the hash")]

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::hash::{bucket, hash, slot};

/// The fields of `obs_codes::__private::Lookup`.
#[derive(Debug, Default)]
pub(crate) struct Lookup {
    pub(crate) shortest: usize,
    pub(crate) longest: usize,
    pub(crate) windows: Vec<usize>,
    pub(crate) seed: u64,
    pub(crate) pilots: Vec<u8>,
    pub(crate) slots: Vec<(u8, usize)>,
    pub(crate) rest: Vec<usize>,
}

/// How many seeds are tried. The first one nearly always finds a slot for each key.
const SEEDS: u64 = 32;

impl Lookup {
    /// A lookup of keys that are all different and not empty.
    ///
    /// This ends for all keys: it tries a fixed number of seeds, and for each bucket a fixed number of pilots. A key that gets no
    /// slot goes to `rest`.
    pub(crate) fn of(keys: &[&str]) -> Self {
        let windows = windows(keys);
        let with_seed = |seed| {
            let hashes: Vec<u64> = keys.iter().map(|key| hash(key.as_bytes(), &windows, seed)).collect();
            Lookup { seed, ..Self::of_hashes(&hashes) }
        };
        let found = (0..SEEDS).map(with_seed).find(|lookup| lookup.rest.is_empty());
        let lookup = found.unwrap_or_else(|| with_seed(0));
        let lengths = keys.iter().map(|key| key.len());
        // Without keys, no length is between `shortest` and `longest`.
        let (shortest, longest) = (lengths.clone().min().unwrap_or(1), lengths.max().unwrap_or(0));
        Lookup { shortest, longest, windows, ..lookup }
    }

    /// Sends keys with these hashes to slots.
    pub(crate) fn of_hashes(hashes: &[u64]) -> Self {
        let count = hashes.len();
        // Few keys share one pilot, which a lookup can read before it knows the hash.
        let (bucket_count, slot_count) = match count {
            0..=32 => (1, (count * count / 8).max(count + 1)),
            33..=1024 => (count / 4, count + count / 8),
            // If the buckets were larger, some would not find a pilot.
            _ => (count / 3, count + count / 6),
        };
        let bucket_count = bucket_count.next_power_of_two();
        let mut buckets = vec![Vec::new(); bucket_count];
        let mut slots = vec![None; slot_count];
        for key in hashes.iter().copied().enumerate() {
            buckets[bucket(key.1, bucket_count)].push(key);
        }
        let mut fullest_first: Vec<(usize, Vec<(usize, u64)>)> = buckets.into_iter().enumerate().collect();
        fullest_first.sort_by_key(|(_, keys)| Reverse(keys.len()));
        let mut pilots = vec![0; bucket_count];
        let mut rest = Vec::new();
        for (bucket, keys) in fullest_first {
            let slots_by = |pilot| keys.iter().map(move |(_, hash)| slot(*hash, pilot, slot_count));
            let fits = |pilot: &u8| {
                let free: HashSet<usize> = slots_by(*pilot).filter(|slot| slots[*slot].is_none()).collect();
                free.len() == keys.len()
            };
            if let Some(pilot) = (0..=u8::MAX).find(fits) {
                pilots[bucket] = pilot;
                for (slot, (key, hash)) in slots_by(pilot).zip(&keys) {
                    slots[slot] = Some((*hash as u8, *key));
                }
            } else {
                rest.extend(keys.iter().map(|(key, _)| *key));
            }
        }
        let slots = slots.into_iter().map(Option::unwrap_or_default).collect();
        Lookup { pilots, slots, rest, ..Lookup::default() }
    }
}

/// The ends of the additional words that distinguish keys with the same length, first word and last word.
fn windows(keys: &[&str]) -> Vec<usize> {
    let longest = keys.iter().map(|key| key.len()).max().unwrap_or_default();
    let windows = useful(keys, (16..longest).step_by(8));
    // Later windows can make an earlier one useless.
    useful(keys, windows.into_iter().rev())
}

/// Keeps each window that distinguishes keys which earlier windows do not.
fn useful(keys: &[&str], candidates: impl Iterator<Item = usize>) -> Vec<usize> {
    let distinguished = |windows: &[usize]| {
        let hashes: HashSet<u64> = keys.iter().map(|key| hash(key.as_bytes(), windows, 0)).collect();
        hashes.len()
    };
    let mut windows = Vec::new();
    let mut count = distinguished(&windows);
    for end in candidates {
        if count == keys.len() {
            break;
        }
        windows.push(end);
        let with_window = distinguished(&windows);
        if with_window == count {
            windows.pop();
        }
        count = with_window;
    }
    windows
}
