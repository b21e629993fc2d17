//! How far the value behind a name goes.

/// An index is not longer, in bytes.
const LONGEST_INDEX: usize = 64;

/// What follows a name, if that assigns a value to it: `=value`, ` = value`, `: value`, `": "value"`, `[…]=value` or ` [value]`.
pub(super) fn assigned(after_name: &str) -> Option<&str> {
    let mut rest = after_name.trim_start_matches(['"', '\'', '\\']).trim_start_matches("&quot;").trim_start();
    let bracket = rest;
    while let Some(index) = rest.strip_prefix('[') {
        let Some(end) = index.bytes().take(LONGEST_INDEX).position(|byte| byte == b']') else { return Some(bracket) };
        rest = index[end + 1..].trim_start();
    }
    let signs = ['=', ':', '\u{ff1a}'];
    match rest.strip_prefix(signs) {
        // That is the scheme of a URL.
        Some(value) if rest.starts_with(':') && value.starts_with("//") => None,
        Some(value) => {
            Some(value.trim_start_matches(|letter: char| letter == '>' || signs.contains(&letter) || letter.is_whitespace()))
        }
        None => (rest.len() < bracket.len()).then_some(bracket),
    }
}

/// The value at the beginning of a text: what quotes or brackets enclose, or else everything before `is_end`.
pub(super) fn value_of(text: &str, is_end: impl Fn(char) -> bool) -> &str {
    let inner = text.trim_start_matches('\\');
    let slashes = text.len() - inner.len();
    // As programs print texts: `Some("…")`, `b'…'`.
    let wrapped = inner.strip_prefix("Some").or_else(|| inner.strip_prefix(['b', 'u', 'r'])).unwrap_or(inner);
    let wrapped = wrapped.trim_start_matches('(');
    if let Some(quote @ ('"' | '\'')) = wrapped.chars().next() {
        return quoted(&wrapped[1..], quote, slashes);
    }
    let end = match inner.chars().next() {
        Some('[' | '{') => slashes + bracketed(inner),
        // Tags do not end it.
        Some('<') => length(text, |letter| letter.is_whitespace() && is_end(letter)),
        _ => length(text, is_end),
    };
    &text[..end]
}

/// What comes before the closing quote. If the opening quote is escaped, so is the closing one, and a quote in the value once more.
fn quoted(text: &str, quote: char, slashes: usize) -> &str {
    let closes = |end: &usize| {
        let before = text[..*end].bytes().rev().take_while(|byte| *byte == b'\\').count();
        let goes_on = text[end + 1..].starts_with(char::is_alphanumeric);
        before % (2 * (slashes + 1)) == slashes && !goes_on
    };
    let end = text.match_indices(quote).map(|(end, _)| end).find(closes);
    &text[..end.unwrap_or(text.len())]
}

/// The length up to the bracket that closes the first one. Brackets in quotes do not count.
fn bracketed(text: &str) -> usize {
    let (mut depth, mut is_quoted) = (0_usize, false);
    let closing = text.char_indices().find(|(_, letter)| {
        match letter {
            '"' => is_quoted = !is_quoted,
            '[' | '{' if !is_quoted => depth += 1,
            ']' | '}' if !is_quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    closing.map_or(text.len(), |(end, _)| end + 1)
}

pub(super) fn ends_value(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '"' | '\'' | '<' | '>')
}

/// The length of the text up to the first letter that ends it.
pub(super) fn length(text: &str, is_end: impl Fn(char) -> bool) -> usize {
    text.find(is_end).unwrap_or(text.len())
}
