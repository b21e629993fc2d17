//! The hash of the lookup.
//!
//! The macro uses it to place the keys of a table, and `obs-codes` uses it to find them. A procedural macro crate cannot export functions,
//! so both crates have this file, and a test compares the two.

#![allow(clippy::cast_possible_truncation, reason = "a hash is cut into its halves and into its upper bits")]

/// An odd number without a pattern: the fractional part of the golden ratio.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// Hashes the length of a key, its first word, its last word, and the words that end at `windows`.
#[inline]
pub(crate) const fn hash(key: &[u8], mut windows: &[usize], seed: u64) -> u64 {
    let length = (key.len() as u64).wrapping_mul(MIX);
    if key.len() < 8 {
        return fold(short(key) ^ seed, short(key) ^ length);
    }
    let mut hash = fold(word(key, 8) ^ seed, word(key, key.len()) ^ length);
    while let [end, rest @ ..] = windows {
        hash = fold(hash ^ word(key, *end), MIX);
        windows = rest;
    }
    hash
}

/// Chooses one of `count` buckets, which is a power of two, by the upper bits of a hash.
#[inline]
pub(crate) const fn bucket(hash: u64, count: usize) -> usize {
    (hash >> 1 >> (63 - count.trailing_zeros())) as usize
}

/// Chooses one of `count` slots by a hash and the pilot of its bucket.
#[inline]
pub(crate) const fn slot(hash: u64, pilot: u8, count: usize) -> usize {
    let mixed = (hash ^ pilot as u64).wrapping_mul(MIX);
    ((mixed as u128 * count as u128) >> 64) as usize
}

/// Combines both halves of a product, so that the result depends on all bits of both factors.
#[inline]
const fn fold(one: u64, other: u64) -> u64 {
    let product = one as u128 * other as u128;
    product as u64 ^ (product >> 64) as u64
}

/// The 8 bytes before `end`, or the last 8 bytes of a text that ends earlier. The text has at least 8 bytes.
#[inline]
pub(crate) const fn word(text: &[u8], end: usize) -> u64 {
    let (start, _) = text.split_at(if end < text.len() { end } else { text.len() });
    match start.last_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}

/// All bytes of a text of fewer than 8 bytes. Two texts of the same length are equal if these numbers are equal.
#[inline]
pub(crate) const fn short(text: &[u8]) -> u64 {
    if let (Some(start), Some(end)) = (text.first_chunk(), text.last_chunk()) {
        return (u32::from_le_bytes(*start) as u64) << 32 | u32::from_le_bytes(*end) as u64;
    }
    match *text {
        [one] => one as u64,
        [one, two] => u16::from_le_bytes([one, two]) as u64,
        [one, two, three] => u32::from_le_bytes([one, two, three, 0]) as u64,
        _ => 0,
    }
}
