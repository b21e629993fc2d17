//! Suggests the names of the table that are spelled most like a word.

use obs_codes::{Cause, ErrorCode, StatusCode};

use crate::words::folded;

/// The least likeness of a suggestion.
const LEAST_LIKENESS: f64 = 0.5;
/// A suggestion may be this much less alike than the best one.
const MOST_BELOW_BEST: f64 = 0.15;
/// The most suggestions: a reader takes in this many at a glance.
const MOST_SUGGESTIONS: usize = 3;

/// The error codes that a word may be a misspelling of, the most likely first.
pub(crate) fn closest_codes(word: &str) -> Vec<&'static str> {
    closest(word, ErrorCode::ALL.iter().map(ErrorCode::as_str))
}

/// The error codes, causes and reason phrases that a word may be a misspelling of, the most likely first.
pub(crate) fn closest_names(word: &str) -> Vec<&'static str> {
    let (codes, causes) = (ErrorCode::ALL.iter().map(ErrorCode::as_str), Cause::ALL.iter().map(Cause::as_str));
    closest(word, codes.chain(causes).chain(StatusCode::ALL.iter().map(StatusCode::canonical_reason)))
}

/// Compares pairs of neighbouring letters, so that `TokenExpired` finds `ExpiredToken`.
fn closest(word: &str, names: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let word = folded(word);
    let ranked = names.map(|name| (likeness(&word, &folded(name)), name)).filter(|(likeness, _)| *likeness >= LEAST_LIKENESS);
    let mut ranked: Vec<(f64, &str)> = ranked.collect();
    ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    ranked.dedup_by_key(|(_, name)| *name);
    let least = ranked.first().map_or(LEAST_LIKENESS, |(best, _)| best - MOST_BELOW_BEST);
    ranked.into_iter().take_while(|(likeness, _)| *likeness >= least).map(|(_, name)| name).take(MOST_SUGGESTIONS).collect()
}

fn likeness(word: &str, name: &str) -> f64 {
    // Two texts cannot reach the least likeness if one is more than three times as long as the other. Skipping them keeps long texts cheap.
    let (shorter, longer) = (word.len().min(name.len()), word.len().max(name.len()));
    if longer > 3 * shorter { 0.0 } else { strsim::sorensen_dice(word, name) }
}
