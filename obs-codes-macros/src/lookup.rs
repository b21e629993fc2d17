//! Makes the perfect hash of a table: every error code has a slot of its own, so that a lookup looks at one candidate.
//!
//! The codes are spread over buckets by their hash; each bucket has a multiplier that sends its codes to slots that are still free
//! (hash and displace: Belazzougui, Botelho and Dietzfelbinger, 2009). `obs-codes/src/lookup.rs` reads what is made here: `hash`,
//! `scatter`, `word` and `top` stand there too, in the same words, since a procedural macro cannot lend a function.

fn in_order(keys: &[u64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|index| keys[*index]);
    order
}

/// What `obs_codes::__private::Lookup` is made of.
pub(crate) struct Lookup {
    /// How many words of 8 bytes hold the longest code.
    pub(crate) words: usize,
    /// The length of the shortest code in bytes.
    pub(crate) shortest: usize,
    /// The length of the longest code in bytes.
    pub(crate) longest: usize,
    /// The words that tell every two codes apart.
    pub(crate) hashed: Vec<usize>,
    pub(crate) seed: u64,
    /// One for each bucket.
    pub(crate) multipliers: Vec<usize>,
    /// The row of the code that each slot holds; any row where the slot is free.
    pub(crate) slots: Vec<usize>,
}

impl Lookup {
    /// A lookup over codes that are all different.
    pub(crate) fn of(codes: &[&str]) -> Self {
        let mut longest = 0;
        let mut shortest = usize::MAX;
        for code in codes {
            longest = code.len().max(longest);
            shortest = code.len().min(shortest);
        }
        // Where there are no codes, no length is that of one.
        shortest = shortest.min(longest + 1);
        let words = longest.div_ceil(8).max(1);
        let buckets = (codes.len() / 4 + 2).next_power_of_two();
        let mut slots = (codes.len() + codes.len() / 8 + 2).next_power_of_two();
        let hashed = telling_words(codes, words);
        let mut seed = 0;
        loop {
            let hashes = hash_all(codes, &hashed, seed);
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

/// As many words from the beginning as tell the codes apart, without those that the others make up for.
fn telling_words(codes: &[&str], words: usize) -> Vec<usize> {
    let mut hashed = vec![0];
    while hashed.len() < words && !tell_apart(codes, &hashed) {
        hashed.push(hashed.len());
    }
    let mut place = 0;
    while place < hashed.len() && hashed.len() > 1 {
        let mut fewer = hashed.clone();
        fewer.remove(place);
        if tell_apart(codes, &fewer) {
            hashed = fewer;
        } else {
            place += 1;
        }
    }
    hashed
}

/// Whether no two codes have the same hash by these words.
fn tell_apart(codes: &[&str], hashed: &[usize]) -> bool {
    let hashes = hash_all(codes, hashed, 0);
    let mut last = None;
    for place in in_order(&hashes) {
        let hash = hashes.get(place);
        if hash == last {
            return false;
        }
        last = hash;
    }
    true
}

/// Finds a multiplier for each bucket, the fullest first.
fn place(hashes: &[u64], buckets: usize, slots: usize) -> Option<(Vec<usize>, Vec<usize>)> {
    // The rows of a bucket stand together.
    let mut bucket_of = Vec::with_capacity(hashes.len());
    let mut sizes = vec![0; buckets];
    for hash in hashes {
        let bucket = top(*hash, buckets);
        bucket_of.push(bucket as u64);
        *sizes.get_mut(bucket)? += 1;
    }
    let members = in_order(&bucket_of);
    let mut emptiness = Vec::with_capacity(buckets);
    let mut starts = Vec::with_capacity(buckets);
    let mut start = 0;
    for size in &sizes {
        emptiness.push((hashes.len() - size) as u64);
        starts.push(start);
        start += size;
    }
    let mut multipliers = vec![1; buckets];
    let mut taken = vec![FREE; slots];
    for bucket in in_order(&emptiness) {
        let (start, size) = (*starts.get(bucket)?, *sizes.get(bucket)?);
        let rows = members.get(start..start + size)?;
        let mut multiplier = 1;
        while !fits(multiplier, rows, hashes, &mut taken) {
            multiplier += 1;
            if multiplier > MOST {
                return None;
            }
        }
        *multipliers.get_mut(bucket)? = multiplier;
    }
    for row in &mut taken {
        if *row == FREE {
            *row = 0;
        }
    }
    Some((multipliers, taken))
}

/// The largest multiplier: a column holds it in 16 bits.
const MOST: usize = 0xffff;

/// Stands for the row of a slot that no code has.
const FREE: usize = usize::MAX;

/// Takes the slots to which a multiplier sends the rows, if all are free.
fn fits(multiplier: usize, rows: &[usize], hashes: &[u64], taken: &mut [usize]) -> bool {
    let slots = taken.len();
    for (done, row) in rows.iter().enumerate() {
        match taken.get_mut(slot_of(hashes, *row, multiplier, slots)) {
            Some(slot) if *slot == FREE => *slot = *row,
            _ => {
                for row in rows.get(..done).unwrap_or_default() {
                    if let Some(slot) = taken.get_mut(slot_of(hashes, *row, multiplier, slots)) {
                        *slot = FREE;
                    }
                }
                return false;
            }
        }
    }
    true
}

fn slot_of(hashes: &[u64], row: usize, multiplier: usize, slots: usize) -> usize {
    let hash = hashes.get(row).copied().unwrap_or_default();
    top(hash.wrapping_mul(multiplier as u64), slots)
}

/// A number below `count`, which is a power of two, from the upper bits of the hash.
fn top(hash: u64, count: usize) -> usize {
    usize::try_from(hash >> 1 >> 63_u32.saturating_sub(count.trailing_zeros())).unwrap_or_default()
}

/// Odd, and without a pattern: the fractional part of the golden ratio.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

fn hash_all(codes: &[&str], hashed: &[usize], seed: u64) -> Vec<u64> {
    let mut hashes = Vec::with_capacity(codes.len());
    for code in codes {
        hashes.push(hash(code.as_bytes(), hashed, seed));
    }
    hashes
}

/// The length, then one word after the other, with a multiplication after each.
fn hash(code: &[u8], hashed: &[usize], seed: u64) -> u64 {
    let mut hash = (code.len() as u64).wrapping_add(seed).wrapping_mul(MIX);
    for index in hashed {
        hash = (hash.rotate_left(23) ^ scatter(word(code, *index), seed)).wrapping_mul(MIX);
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
    let mut word = 0;
    let mut end = start + 8;
    while end > start {
        end -= 1;
        word = word << 8 | u64::from(code.get(end).copied().unwrap_or_default());
    }
    word
}
