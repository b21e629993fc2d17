//! Compares words by their letters and digits only.

/// The letters and digits of a text, in lower case: `No Such-Key` and `nosuchkey` are the same.
pub(crate) fn folded(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(crate) fn is_same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

/// Whether a word of the text begins with `start`, which is in lower case.
pub(crate) fn has_word(text: &str, start: &str) -> bool {
    let text = text.to_lowercase();
    text.match_indices(start).any(|(place, _)| !text[..place].ends_with(char::is_alphanumeric))
}
