//! Finds a key of a table.

use crate::columns::Texts;
use crate::hash::{bucket, hash, short, slot, word};

/// A perfect hash, which gives each key a slot of its own. `obs-codes-macros/src/lookup.rs` builds it.
///
/// It is a `const` that refers to statics, so the compiler knows the lengths and the windows at every lookup.
#[derive(Debug)]
pub struct Lookup {
    /// The length of the shortest key in bytes.
    pub shortest: usize,
    /// The length of the longest key in bytes.
    pub longest: usize,
    /// The ends of the words that are hashed in addition to the first and the last one.
    pub windows: &'static [usize],
    /// The seed of the hash.
    pub seed: u64,
    /// For each bucket, the number that leads its keys to their slots.
    pub pilots: &'static [u8],
    /// For each slot, the lowest byte of the hash of its key.
    pub checks: &'static [u8],
    /// For each slot, the index of its key. A free slot has an arbitrary index.
    pub slots: &'static [u16],
    /// The indices of the keys without a slot. Nearly every table has none.
    pub rest: &'static [u16],
}

impl Lookup {
    /// The index of a key.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call takes a third as long as the lookup")]
    #[expect(clippy::cast_possible_truncation, reason = "the check is the lower bits of the hash")]
    pub const fn find<const N: usize>(&self, key: &[u8], keys: &Texts<N>) -> Option<usize> {
        if key.len() < self.shortest || self.longest < key.len() {
            return None;
        }
        let hash = hash(key, self.windows, self.seed);
        let pilot = self.pilots[bucket(hash, self.pilots.len())];
        let slot = slot(hash, pilot, self.slots.len());
        // The check byte rejects most unknown texts without a comparison.
        if self.checks[slot] == hash as u8 && is_key(key, keys, self.slots[slot]) {
            return Some(self.slots[slot] as usize);
        }
        let mut rest = self.rest;
        while let [found, tail @ ..] = rest {
            if is_key(key, keys, *found) {
                return Some(*found as usize);
            }
            rest = tail;
        }
        None
    }
}

/// Whether a text is the key with this index.
#[inline]
const fn is_key<const N: usize>(text: &[u8], keys: &Texts<N>, index: u16) -> bool {
    let Some(key) = keys.bytes(index as usize, text.len()) else { return false };
    if text.len() < 8 {
        return short(text) == short(key);
    }
    // Up to 24 bytes there is no branch on the length, which the processor would mispredict.
    let differing = word(text, 8) ^ word(key, 8) | word(text, 16) ^ word(key, 16) | word(text, text.len()) ^ word(key, key.len());
    if differing != 0 {
        return false;
    }
    let mut end = 24;
    while end < text.len() {
        if word(text, end) != word(key, end) {
            return false;
        }
        end += 8;
    }
    true
}
