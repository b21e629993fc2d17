//! Quotes and lists words in messages, and suggests corrections.

use std::cmp::Reverse;

/// Longer words get no suggestion, because comparing them takes too long.
const LONGEST: usize = 100;

/// The candidate that `word` is most likely a misspelling of, if one is close enough.
///
/// A third of the letters may be wrong, as in the suggestions of rustc and cargo. Among candidates at the same distance, one with the same
/// letters in another order comes first, then the first in the list. If none is close, this returns a candidate that is a part of
/// `word`: `status` for `http_status`.
pub(crate) fn closest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let folded = word.to_lowercase();
    let most = (length / 3).max(1);
    let near = candidates
        .iter()
        .map(|candidate| (candidate, candidate.to_lowercase()))
        .filter(|(_, other)| other.chars().count().abs_diff(length) <= most)
        .map(|(candidate, other)| (candidate, strsim::osa_distance(&folded, &other), sorted(&folded) == sorted(&other)))
        .filter(|(_, distance, _)| *distance <= most)
        .min_by_key(|(_, distance, is_swapped)| (*distance, Reverse(*is_swapped)))
        .map(|(candidate, ..)| *candidate);
    near.or_else(|| {
        let parts: Vec<&str> = folded.split(['_', '-', '.', ' ']).collect();
        candidates.iter().copied().find(|candidate| parts.contains(&candidate.to_lowercase().as_str()))
    })
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// "did you mean `word`?"
pub(crate) fn did_you_mean(word: &str) -> String {
    format!("did you mean `{word}`?")
}

/// "did you mean `x`?" if a candidate is close, else "write one of `x`, `y` and `z`".
pub(crate) fn one_of(word: &str, candidates: &[&str]) -> String {
    match closest(word, candidates) {
        Some(meant) => did_you_mean(meant),
        None => format!("write one of {}", list(candidates)),
    }
}

/// "`a`, `b` and `c`"
pub(crate) fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A word of the table as messages quote it: on one line, and cut if it is long.
pub(crate) fn shown(word: &str) -> String {
    const LONGEST: usize = 60;
    let mut letters = word.chars();
    let mut shown = String::new();
    for letter in letters.by_ref().take(LONGEST) {
        match letter {
            '\'' | '"' | '\\' => shown.push(letter),
            _ => shown.extend(letter.escape_debug()),
        }
    }
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}
