//! Finds the row of a code in a perfect hash that the macro has made.
//!
//! `obs-codes-macros/src/lookup.rs` makes it: `hash`, `scatter`, `word` and `top` stand there too and must be the same. A test over
//! every code of a table fails when they are not.

use crate::columns::Texts;

/// Odd, and without a pattern: the fractional part of the golden ratio.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// The perfect hash of a table.
///
/// It is a `const` that refers to statics: so the compiler knows every number in it wherever a code is looked up, and still there is
/// only one of each table.
#[derive(Debug)]
pub struct Lookup<T: 'static> {
    /// The length of the shortest code in bytes.
    pub shortest: usize,
    /// The length of the longest code in bytes.
    pub longest: usize,
    /// The words that tell every two codes apart: only these are hashed.
    pub hashed: &'static [usize],
    /// Which of many hashes it is.
    pub seed: u64,
    /// One for each bucket.
    pub multipliers: &'static [u16],
    /// The code that each slot holds; any code where the slot is free.
    pub slots: &'static [T],
}

impl<T: Copy> Lookup<T> {
    /// Whether any code can be as long as this.
    #[inline]
    pub const fn may_be(&self, text: &[u8]) -> bool {
        self.shortest <= text.len() && text.len() <= self.longest
    }

    /// The one code that may be these words. There is none only where the table is empty.
    #[inline]
    pub const fn candidate<const W: usize>(&self, words: &Words<W>) -> Option<T> {
        let hash = words.hash(self.hashed, self.seed);
        let bucket = top(hash, self.multipliers.len());
        if bucket >= self.multipliers.len() {
            return None;
        }
        let slot = top(hash.wrapping_mul(self.multipliers[bucket] as u64), self.slots.len());
        if slot >= self.slots.len() { None } else { Some(self.slots[slot]) }
    }
}

/// A number below `count`, which is a power of two, from the upper bits of the hash.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "below `count`; the lint sees it on some targets only")]
const fn top(hash: u64, count: usize) -> usize {
    (hash >> 1 >> 63_u32.saturating_sub(count.trailing_zeros())) as usize
}

/// A text of 8 to `8 * W` bytes as words that overlap: two texts of one length are equal when their words are. Nothing branches on the
/// length: the processor could not predict it.
#[derive(Clone, Copy, Debug)]
pub struct Words<const W: usize> {
    len: usize,
    words: [u64; W],
}

impl<const W: usize> Words<W> {
    /// The words of a text that has at least 8 bytes.
    #[inline]
    pub const fn of(text: &[u8]) -> Option<Self> {
        let Some(last) = text.len().checked_sub(8) else { return None };
        let mut words = [0; W];
        let mut index = 0;
        while index < W {
            words[index] = word(text, index, last);
            index += 1;
        }
        Some(Self { len: text.len(), words })
    }

    /// Whether this is the text in a row of a column.
    #[inline]
    pub const fn is<const N: usize>(&self, column: &Texts<N>, row: usize) -> bool {
        // Read at the length of the key, which is known earlier than that of the row.
        let Some((text, len)) = column.start(row, self.len) else { return false };
        let Some(last) = text.len().checked_sub(8) else { return false };
        let mut differing = (self.len ^ len) as u64;
        let mut index = 0;
        while index < W {
            differing |= self.words[index] ^ word(text, index, last);
            index += 1;
        }
        differing == 0
    }

    /// The length, then one word after the other, with a multiplication after each.
    #[inline]
    const fn hash(&self, hashed: &[usize], seed: u64) -> u64 {
        let mut hash = (self.len as u64).wrapping_add(seed).wrapping_mul(MIX);
        let mut place = 0;
        while place < hashed.len() {
            let index = hashed[place];
            let word = self.words[if index < W { index } else { W - 1 }];
            hash = (hash.rotate_left(23) ^ scatter(word, seed)).wrapping_mul(MIX);
            place += 1;
        }
        hash
    }
}

impl Words<1> {
    /// The one word of a text that has fewer than 8 bytes.
    #[inline]
    pub const fn short(text: &[u8]) -> Self {
        Self { len: text.len(), words: [short(text)] }
    }

    /// Whether this is the text in a row of a column.
    #[inline]
    pub const fn is_short<const N: usize>(&self, column: &Texts<N>, row: usize) -> bool {
        match column.start(row, self.len) {
            Some((text, len)) => self.len == len && self.words[0] == short(text),
            None => false,
        }
    }
}

/// With the first seed the word itself; with each other one another word of its own.
#[inline]
const fn scatter(word: u64, seed: u64) -> u64 {
    if seed == 0 {
        return word;
    }
    let word = (word ^ seed).wrapping_mul(MIX);
    (word ^ (word >> 32)).wrapping_mul(MIX)
}

/// The 8 bytes at `8 * index`, or the last 8 where fewer are left.
#[inline]
const fn word(text: &[u8], index: usize, last: usize) -> u64 {
    let start = if 8 * index < last { 8 * index } else { last };
    let (_, rest) = text.split_at(start);
    match rest.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}

/// A text of fewer than 8 bytes, filled up with zeros.
#[inline]
const fn short(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let mut index = 0;
    while index < text.len() && index < bytes.len() {
        bytes[index] = text[index];
        index += 1;
    }
    u64::from_le_bytes(bytes)
}
