//! Which names of the table are spelled most like a word.

use obs_codes::{Cause, ErrorCode, StatusCode};

use crate::words::folded;

/// Less alike than this is another word.
const ALIKE: f64 = 0.5;
/// What is this much less alike than the best is not worth naming beside it.
const WORSE: f64 = 0.15;
/// So many names are read at a glance.
const MOST: usize = 3;

/// The error codes that a word may be a misspelling of, the most likely first.
pub(crate) fn closest_codes(word: &str) -> Vec<&'static str> {
    closest(word, ErrorCode::ALL.iter().map(ErrorCode::as_str))
}

/// The error codes, causes and reason phrases that a word may be a misspelling of, the most likely first.
pub(crate) fn closest_names(word: &str) -> Vec<&'static str> {
    let (codes, causes) = (ErrorCode::ALL.iter().map(ErrorCode::as_str), Cause::ALL.iter().map(Cause::as_str));
    closest(word, codes.chain(causes).chain(StatusCode::ALL.iter().map(StatusCode::canonical_reason)))
}

/// Compared are pairs of neighbouring letters, so that `TokenExpired` finds `ExpiredToken`.
fn closest(word: &str, names: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let word = folded(word);
    let ranked = names.map(|name| (likeness(&word, &folded(name)), name)).filter(|(likeness, _)| *likeness >= ALIKE);
    let mut ranked: Vec<(f64, &str)> = ranked.collect();
    ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    ranked.dedup_by_key(|(_, name)| *name);
    let least = ranked.first().map_or(ALIKE, |(best, _)| best - WORSE);
    ranked.into_iter().take_while(|(likeness, _)| *likeness >= least).map(|(_, name)| name).take(MOST).collect()
}

fn likeness(word: &str, name: &str) -> f64 {
    // Of a text that is three times as long, more than half of the pairs are its own. So a long text costs nothing.
    let (shorter, longer) = (word.len().min(name.len()), word.len().max(name.len()));
    if longer > 3 * shorter { 0.0 } else { strsim::sorensen_dice(word, name) }
}
