//! Which error codes of the table are spelled most like a text.

use obs_codes::table::AnyErrorCode;

/// Less alike than this is another word.
const ALIKE: f64 = 0.5;
/// What is this much less alike than the best is not worth naming beside it.
const WORSE: f64 = 0.15;
/// So many names are read at a glance.
const MOST: usize = 3;

/// The error codes that `text` may be a slip of, the likeliest first. Letter case and punctuation do not count.
///
/// Compared are pairs of neighbouring letters, so that `TokenExpired` finds `ExpiredToken`.
pub(crate) fn closest<E: AnyErrorCode>(text: &str) -> Vec<E> {
    let text = folded(text);
    let mut codes: Vec<(f64, E)> = E::ALL
        .iter()
        .map(|&code| (likeness(&text, &folded(code.as_str())), code))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    codes.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let least = codes.first().map_or(ALIKE, |(best, _)| best - WORSE);
    codes.into_iter().take_while(|(likeness, _)| *likeness >= least).map(|(_, code)| code).take(MOST).collect()
}

fn likeness(text: &str, code: &str) -> f64 {
    // Of a text that is three times as long, more than half of the pairs are its own. So a long text costs nothing.
    let (shorter, longer) = (text.len().min(code.len()), text.len().max(code.len()));
    if longer > 3 * shorter { 0.0 } else { strsim::sorensen_dice(text, code) }
}

fn folded(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
