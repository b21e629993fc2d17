//! The keys to look up, in a random order that is the same in each run.

use std::collections::HashSet;
use std::hint::black_box;

use fastrand::Rng;

use crate::contest::Sequences;

/// The number of keys in a sequence.
pub const KEYS: usize = 4_096;

/// The number of sequences: too many for a branch predictor to learn by heart.
pub const SEQUENCES: usize = 8;

/// The kind of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A code of the table.
    Hit,
    /// A code of the table with one byte changed.
    NearMiss,
    /// A random word that is as long as a code.
    Foreign,
}

/// Sequences of values in random order.
pub fn choices<T: Copy>(sequences: usize, values: &[T]) -> Sequences<T> {
    let mut random = Rng::with_seed(13);
    Sequences::new((0..sequences).map(|_| (0..KEYS).filter_map(|_| random.choice(values).copied()).collect()))
}

/// Sequences of texts to look up, made from the codes of a table.
pub fn texts(sequences: usize, kind: Kind, codes: &[&'static str]) -> Sequences<&'static str> {
    let texts = pairs(sequences, kind, codes).map(|pairs| pairs.into_iter().map(|(text, _)| text).collect());
    Sequences::of_pointers(texts, |text| read(text))
}

/// The same texts, each with the only code that it could be.
pub fn texts_and_candidates(sequences: usize, kind: Kind, codes: &[&'static str]) -> Sequences<(&'static str, &'static str)> {
    Sequences::of_pointers(pairs(sequences, kind, codes), |(text, _)| read(text))
}

fn read(text: &str) {
    black_box(text.bytes().fold(0, u8::wrapping_add));
}

fn pairs(sequences: usize, kind: Kind, codes: &[&'static str]) -> impl Iterator<Item = Vec<(&'static str, &'static str)>> {
    let mut random = Rng::with_seed(11);
    (0..sequences).map(move |_| sequence(kind, codes, &mut random))
}

fn sequence(kind: Kind, codes: &[&'static str], random: &mut Rng) -> Vec<(&'static str, &'static str)> {
    let known: HashSet<&str> = if kind == Kind::NearMiss { codes.iter().copied().collect() } else { HashSet::new() };
    let mut candidates = Vec::new();
    let mut texts = String::new();
    for _ in 0..KEYS {
        let code = random.choice(codes).copied().unwrap_or_default();
        let start = texts.len();
        match kind {
            Kind::Hit => texts.push_str(code),
            Kind::NearMiss => texts.push_str(&near(code, &known, random)),
            Kind::Foreign => texts.push_str(&foreign(code.len(), random)),
        }
        candidates.push((start..texts.len(), code));
    }
    // As in a real program, the texts are stored apart from the table. They live as long as the program.
    let texts: &str = texts.leak();
    candidates.into_iter().map(|(range, code)| (&texts[range], code)).collect()
}

/// The code with one letter changed, which is not a code of the table.
fn near(code: &str, known: &HashSet<&str>, random: &mut Rng) -> String {
    loop {
        let place = random.usize(..code.len());
        let letter = random.alphabetic();
        let near: String = code.chars().enumerate().map(|(at, old)| if at == place { letter } else { old }).collect();
        if !known.contains(near.as_str()) {
            return near;
        }
    }
}

/// Random words in the form of a code: each begins with a capital.
fn foreign(length: usize, random: &mut Rng) -> String {
    let mut text = String::new();
    let mut left = 0;
    while text.len() < length {
        if left == 0 {
            left = random.usize(3..9);
            text.push(random.uppercase());
        } else {
            text.push(random.lowercase());
        }
        left -= 1;
    }
    text
}
