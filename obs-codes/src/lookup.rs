//! Finds the row of a code in a perfect hash that the macro has made.
//!
//! `obs-codes-macros/src/lookup.rs` makes it: `hash`, `word` and `reduce` stand there too and must be the same. A test over every
//! code of a table fails when they are not.

/// Odd, and without a pattern: the fractional part of the golden ratio.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// The perfect hash of a table.
#[derive(Debug)]
pub struct Lookup {
    seed: u64,
    /// One for each bucket.
    multipliers: &'static [u16],
    slots: &'static [u16],
}

impl Lookup {
    /// What the macro has made.
    pub const fn new(seed: u64, multipliers: &'static [u16], slots: &'static [u16]) -> Self {
        Self { seed, multipliers, slots }
    }

    /// The one row whose code may be these words. There is none only where the table is empty.
    #[inline]
    pub const fn candidate<const W: usize>(&self, code: &Words<W>) -> Option<usize> {
        let hash = code.hash(self.seed);
        let bucket = reduce(hash, self.multipliers.len());
        if bucket >= self.multipliers.len() {
            return None;
        }
        let slot = reduce(hash.wrapping_mul(self.multipliers[bucket] as u64), self.slots.len());
        if slot >= self.slots.len() { None } else { Some(self.slots[slot] as usize) }
    }
}

/// A number below `count` from the upper half of the hash.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "below `count`; the lint sees it on some targets only")]
const fn reduce(hash: u64, count: usize) -> usize {
    (((hash >> 32) * count as u64) >> 32) as usize
}

/// A text of at most `8 * W` bytes as words that overlap: two are equal when the texts are, and no loop depends on the length.
#[derive(Clone, Copy, Debug)]
pub struct Words<const W: usize> {
    len: usize,
    words: [u64; W],
}

impl<const W: usize> Words<W> {
    /// The words of a text, none if it is longer than `8 * W` bytes.
    #[inline]
    pub const fn of(text: &[u8]) -> Option<Self> {
        if text.len() > 8 * W {
            return None;
        }
        let mut words = [0; W];
        let mut index = 0;
        while index < W {
            words[index] = word(text, index);
            index += 1;
        }
        Some(Self { len: text.len(), words })
    }

    /// Whether this is `text`.
    #[inline]
    pub const fn is(&self, text: &[u8]) -> bool {
        if self.len != text.len() {
            return false;
        }
        let mut differing = 0;
        let mut index = 0;
        while index < W {
            differing |= self.words[index] ^ word(text, index);
            index += 1;
        }
        differing == 0
    }

    /// The words, two by two, multiplied to 128 bits and folded.
    #[inline]
    const fn hash(&self, seed: u64) -> u64 {
        let mut hash = (self.len as u64 ^ seed).wrapping_mul(MIX);
        let mut salt = MIX;
        let mut pair = 0;
        while pair < W {
            let first = self.words[pair] ^ salt;
            salt = salt.wrapping_add(MIX);
            let second = if pair + 1 < W { self.words[pair + 1] } else { seed } ^ salt;
            salt = salt.wrapping_add(MIX);
            let product = first as u128 * second as u128;
            #[expect(clippy::cast_possible_truncation, reason = "the two halves of the product are folded")]
            let folded = product as u64 ^ (product >> 64) as u64;
            hash = hash.wrapping_add(folded);
            pair += 2;
        }
        hash
    }
}

/// The 8 bytes at `8 * index`, or the last 8 where fewer are left; a text shorter than that, filled up with zeros.
#[inline]
const fn word(text: &[u8], index: usize) -> u64 {
    let Some(last) = text.len().checked_sub(8) else { return short(text) };
    let start = if 8 * index < last { 8 * index } else { last };
    let (_, rest) = text.split_at(start);
    match rest.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}

#[cold]
const fn short(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let mut index = 0;
    while index < text.len() && index < 8 {
        bytes[index] = text[index];
        index += 1;
    }
    u64::from_le_bytes(bytes)
}
