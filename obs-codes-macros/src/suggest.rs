//! "did you mean": the closest of the accepted words.

/// A longer word is no name that somebody mistyped, and comparing it takes time.
const LONGEST: usize = 100;

/// The candidate that `word` is most likely a slip of, if one is close enough.
pub(crate) fn closest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let letters = word.chars().count();
    if letters > LONGEST {
        return None;
    }
    let folded = word.to_lowercase();
    // A third of the letters may be wrong, as rustc and cargo allow.
    let mut most = (letters / 3).max(1);
    let mut closest = None;
    for candidate in candidates {
        let distance = distance(&folded, &candidate.to_lowercase(), most);
        if distance < most || distance == most && closest.is_none() {
            most = distance;
            closest = Some(*candidate);
        }
    }
    closest
}

/// How messages put it.
pub(crate) fn did_you_mean(word: &str) -> String {
    format!("did you mean `{word}`?")
}

/// "`a`, `b` and `c`"
pub(crate) fn list(words: &[&str]) -> String {
    let mut text = String::new();
    for (before, word) in words.iter().enumerate() {
        let joint = match words.len() - before {
            _ if before == 0 => "",
            1 => " and ",
            _ => ", ",
        };
        text = text + joint + "`" + word + "`";
    }
    text
}

/// How many letters are added, dropped, changed or swapped with their neighbour between `a` and `b` (optimal string alignment);
/// more than `most` when the lengths alone say so.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b) = (letters(a), letters(b));
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above = vec![0];
    for column in 1..=b.len() {
        above.push(column);
    }
    let mut last_a = None;
    for (row, &letter_a) in a.iter().enumerate() {
        let mut current = vec![row + 1];
        let mut last_b = None;
        let mut left = row + 1;
        for (column, &letter_b) in b.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut best = (left + 1).min(at(&above, column + 1) + 1).min(at(&above, column) + usize::from(letter_a != letter_b));
            if column > 0 && last_a == Some(letter_b) && last_b == Some(letter_a) {
                best = best.min(at(&before, column - 1) + 1);
            }
            current.push(best);
            left = best;
            last_b = Some(letter_b);
        }
        before = std::mem::replace(&mut above, current);
        last_a = Some(letter_a);
    }
    above.last().copied().unwrap_or(0)
}

fn letters(word: &str) -> Vec<char> {
    let mut letters = Vec::new();
    for letter in word.chars() {
        letters.push(letter);
    }
    letters
}
