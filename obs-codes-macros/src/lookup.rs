//! Makes the perfect hash of a table: every error code has a slot of its own, so that a lookup looks at one candidate.
//!
//! The codes are spread over buckets by their hash; each bucket has a multiplier that sends its codes to slots that are still free
//! (hash and displace: Belazzougui, Botelho and Dietzfelbinger, 2009). `obs-codes/src/lookup.rs` reads what is made here: `hash`,
//! `scatter`, `word` and `top` stand there too, in the same words, since a procedural macro cannot lend a function.

use std::collections::HashSet;

/// What `obs_codes::__private::Lookup` is made of.
pub(crate) struct Lookup {
    /// How many words of 8 bytes hold the longest code.
    pub(crate) words: usize,
    /// The length of the shortest code in bytes.
    pub(crate) shortest: usize,
    /// The length of the longest code in bytes.
    pub(crate) longest: usize,
    /// So many words from the beginning tell every two codes apart.
    pub(crate) hashed: usize,
    pub(crate) seed: u64,
    /// One for each bucket.
    pub(crate) multipliers: Vec<u16>,
    /// The row of the code that each slot holds; any row where the slot is free.
    pub(crate) slots: Vec<usize>,
}

impl Lookup {
    /// A lookup over codes that are all different.
    pub(crate) fn of(codes: &[&str]) -> Self {
        let longest = codes.iter().map(|code| code.len()).max().unwrap_or_default();
        // Where there are no codes, no length is that of one.
        let shortest = codes.iter().map(|code| code.len()).min().unwrap_or(longest + 1);
        let words = longest.div_ceil(8).max(1);
        let buckets = (codes.len() / 4 + 2).next_power_of_two();
        let mut slots = (codes.len() + codes.len() / 8 + 2).next_power_of_two();
        let (mut hashed, mut seed) = (1, 0);
        loop {
            let hashes: Vec<u64> = codes.iter().map(|code| hash(code.as_bytes(), hashed, seed)).collect();
            if hashed < words && !all_differ(&hashes) {
                hashed += 1;
                continue;
            }
            if let Some((multipliers, slots)) = place(&hashes, buckets, slots) {
                return Lookup { words, shortest, longest, hashed, seed, multipliers, slots };
            }
            // The first try nearly always finds a multiplier for each bucket.
            seed += 1;
            if seed == 4 {
                slots *= 2;
            }
        }
    }
}

fn all_differ(hashes: &[u64]) -> bool {
    let mut seen = HashSet::new();
    hashes.iter().all(|hash| seen.insert(hash))
}

/// Finds a multiplier for each bucket, the fullest first.
fn place(hashes: &[u64], buckets: usize, slots: usize) -> Option<(Vec<u16>, Vec<usize>)> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); buckets];
    for (row, hash) in hashes.iter().enumerate() {
        members.get_mut(top(*hash, buckets))?.push(row);
    }
    let fullest = members.iter().map(Vec::len).max().unwrap_or_default();
    let mut multipliers = vec![1; buckets];
    let mut taken: Vec<Option<usize>> = vec![None; slots];
    for size in (1..=fullest).rev() {
        for (rows, chosen) in members.iter().zip(&mut multipliers).filter(|(rows, _)| rows.len() == size) {
            *chosen = (1..=u16::MAX).find(|multiplier| fits(*multiplier, rows, hashes, &mut taken))?;
        }
    }
    Some((multipliers, taken.into_iter().map(Option::unwrap_or_default).collect()))
}

/// Takes the slots to which a multiplier sends the rows, if all are free.
fn fits(multiplier: u16, rows: &[usize], hashes: &[u64], taken: &mut [Option<usize>]) -> bool {
    let slots = taken.len();
    for (done, row) in rows.iter().enumerate() {
        if let Some(free @ None) = taken.get_mut(slot_of(hashes, *row, multiplier, slots)) {
            *free = Some(*row);
            continue;
        }
        for row in rows.iter().take(done) {
            if let Some(slot) = taken.get_mut(slot_of(hashes, *row, multiplier, slots)) {
                *slot = None;
            }
        }
        return false;
    }
    true
}

fn slot_of(hashes: &[u64], row: usize, multiplier: u16, slots: usize) -> usize {
    let hash = hashes.get(row).copied().unwrap_or_default();
    top(hash.wrapping_mul(u64::from(multiplier)), slots)
}

/// A number below `count`, which is a power of two, from the upper bits of the hash.
fn top(hash: u64, count: usize) -> usize {
    usize::try_from(hash >> 1 >> 63_u32.saturating_sub(count.trailing_zeros())).unwrap_or_default()
}

/// Odd, and without a pattern: the fractional part of the golden ratio.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// The length, then one word after the other, with a multiplication after each.
fn hash(code: &[u8], hashed: usize, seed: u64) -> u64 {
    let mut hash = (code.len() as u64).wrapping_add(seed).wrapping_mul(MIX);
    for index in 0..hashed {
        hash = (hash.rotate_left(23) ^ scatter(word(code, index), seed)).wrapping_mul(MIX);
    }
    hash
}

/// With the first seed the word itself. With each other one another word of its own: codes in which what differs in one word makes up
/// for what differs in the next may be alike to half of all seeds otherwise, and a few such pairs to every seed.
fn scatter(word: u64, seed: u64) -> u64 {
    if seed == 0 {
        return word;
    }
    let word = (word ^ seed).wrapping_mul(MIX);
    (word ^ (word >> 32)).wrapping_mul(MIX)
}

/// The 8 bytes at `8 * index`, or the last 8 where fewer are left; a code shorter than that, filled up with zeros.
fn word(code: &[u8], index: usize) -> u64 {
    let start = (8 * index).min(code.len().saturating_sub(8));
    let mut bytes = [0; 8];
    for (byte, from) in bytes.iter_mut().zip(code.iter().skip(start)) {
        *byte = *from;
    }
    u64::from_le_bytes(bytes)
}
