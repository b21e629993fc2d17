//! Finds the value after a name.

/// The length of the longest index after a name, as in `token[0]`, in bytes. The closing bracket counts, the opening one does not.
const LONGEST_INDEX: usize = 64;

/// If the text after a name assigns a value to it, returns the rest of the text, beginning with the value. These forms assign one: `=value`,
/// ` = value`, `: value`, `": "value"`, `[…]=value` and ` [value]`.
pub(super) fn assigned(after_name: &str) -> Option<&str> {
    let mut rest = after_name.trim_start_matches(['"', '\'', '\\']).trim_start_matches("&quot;").trim_start();
    let bracket = rest;
    while let Some(index) = rest.strip_prefix('[') {
        let Some(end) = index.bytes().take(LONGEST_INDEX).position(|byte| byte == b']') else { return Some(bracket) };
        rest = index[end + 1..].trim_start();
    }
    let signs = ['=', ':', '\u{ff1a}'];
    match rest.strip_prefix(signs) {
        // In `name://`, the name is the scheme of a URL.
        Some(value) if rest.starts_with(':') && value.starts_with("//") => None,
        Some(value) => Some(value.trim_start_matches(|c: char| c == '>' || signs.contains(&c) || c.is_whitespace())),
        None => (rest.len() < bracket.len()).then_some(bracket),
    }
}

/// The value at the beginning of a text: a text in quotes or brackets, or else everything before the first character for which `is_end` is
/// true.
pub(super) fn value_of(text: &str, is_end: impl Fn(char) -> bool) -> &str {
    let inner = text.trim_start_matches('\\');
    let slashes = text.len() - inner.len();
    // Programs print strings as `Some("…")` or `b'…'`.
    let wrapped = inner.strip_prefix("Some").or_else(|| inner.strip_prefix(['b', 'u', 'r'])).unwrap_or(inner);
    let wrapped = wrapped.trim_start_matches('(');
    if let Some(quote @ ('"' | '\'')) = wrapped.chars().next() {
        return quoted(&wrapped[1..], quote, slashes);
    }
    let end = match inner.chars().next() {
        Some('[' | '{') => slashes + bracketed(inner),
        // A value that begins with a tag contains `<` and `>`, so only whitespace ends it.
        Some('<') => length_until(text, |c| c.is_whitespace() && is_end(c)),
        _ => length_until(text, is_end),
    };
    &text[..end]
}

/// The text before the closing quote. `slashes` is the number of backslashes before the opening quote. The closing quote has the same
/// number, not counting escaped backslashes; a quote inside the value has more, as in `\"a\\\"b\"`, or is followed by a letter or digit.
fn quoted(text: &str, quote: char, slashes: usize) -> &str {
    let closes = |end: &usize| {
        let before = text[..*end].bytes().rev().take_while(|byte| *byte == b'\\').count();
        let goes_on = text[end + 1..].starts_with(char::is_alphanumeric);
        before % (2 * (slashes + 1)) == slashes && !goes_on
    };
    let end = text.match_indices(quote).map(|(end, _)| end).find(closes);
    &text[..end.unwrap_or(text.len())]
}

/// The length of a text in brackets, including the brackets. Brackets in quotes are ignored.
fn bracketed(text: &str) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(place) = text[at..].find(['[', '{', ']', '}', '"', '\'']) {
        let before = &text[..at + place];
        let rest = &text[at + place..];
        at += place + 1;
        match rest.as_bytes()[0] {
            b'[' | b'{' => depth += 1,
            // If escapes were replaced, quotes can be misleading. A bracket directly before a letter or digit was in quotes.
            b']' | b'}' if rest[1..].starts_with(char::is_alphanumeric) => {}
            b']' | b'}' => depth = depth.saturating_sub(1),
            quote => {
                let slashes = before.len() - before.trim_end_matches('\\').len();
                at += quoted(&rest[1..], char::from(quote), slashes).len();
                at += usize::from(at < text.len());
            }
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// Whether a character ends a value that has no quotes or brackets.
pub(super) fn ends_value(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>')
}

/// The length of the text before the first character for which `is_end` is true, or of the whole text.
pub(super) fn length_until(text: &str, is_end: impl Fn(char) -> bool) -> usize {
    text.find(is_end).unwrap_or(text.len())
}
