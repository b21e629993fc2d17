//! The text that a string literal of Rust stands for.
//!
//! `syn` knows it too. It is not used because it would have to be compiled before this crate, and all that it would do here is this.

use proc_macro2::Literal;

/// The text of a string literal, raw or not; none where it is a literal of another type.
pub(crate) fn text(literal: &Literal) -> Option<String> {
    let source = literal.to_string();
    let Some(raw) = source.strip_prefix('r') else {
        return unescaped(source.strip_prefix('"')?.strip_suffix('"')?);
    };
    let quoted = raw.trim_start_matches('#');
    let (hashes, _) = raw.split_at_checked(raw.len() - quoted.len())?;
    Some(quoted.strip_suffix(hashes)?.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// What stands between the quotes, with its [escapes](https://doc.rust-lang.org/reference/tokens.html#string-literals) replaced.
fn unescaped(mut rest: &str) -> Option<String> {
    let mut text = String::new();
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut letters = escape.chars();
        let letter = letters.next()?;
        rest = letters.as_str();
        match letter {
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            '0' => text.push('\0'),
            '\\' | '\'' | '"' => text.push(letter),
            // A line that goes on in the next one.
            '\n' => rest = rest.trim_start_matches([' ', '\t', '\n', '\r']),
            'x' => {
                let (digits, after) = rest.split_at_checked(2)?;
                text.push(character(digits)?);
                rest = after;
            }
            'u' => {
                let (digits, after) = rest.strip_prefix('{')?.split_once('}')?;
                text.push(character(digits)?);
                rest = after;
            }
            _ => return None,
        }
    }
    text.push_str(rest);
    Some(text)
}

/// The character with this number, in hexadecimal digits that underscores may part.
fn character(digits: &str) -> Option<char> {
    let mut number: u32 = 0;
    for digit in digits.chars() {
        if digit != '_' {
            number = number.checked_mul(16)?.checked_add(digit.to_digit(16)?)?;
        }
    }
    char::from_u32(number)
}
