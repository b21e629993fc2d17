//! Matches texts, such as the server's message, with patterns.

use obs_codes::{Case, Condition, Fit};
use proptest::prelude::*;

/// The pattern as a `'static` text, like the patterns of a table.
fn leaked(pattern: &str) -> &'static str {
    Box::leak(pattern.to_owned().into_boxed_str())
}

fn variables(pattern: &'static str, message: &str) -> Option<Vec<(String, String)>> {
    let fit = Fit::of(pattern, message)?;
    Some(fit.variables().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_final_full_stop_blanks_and_case_do_not_matter() {
    for message in ["Access Denied", "access  denied.", " ACCESS\tDENIED . ", "Access\nDenied"] {
        assert!(Fit::of("Access Denied", message).is_some(), "{message:?}");
        assert!(Fit::of("access denied.", message).is_some(), "{message:?}");
    }
    for message in ["", ".", "Access", "AccessDenied", "Access Denied!", "Access Denied, then", "xAccess Denied"] {
        assert!(Fit::of("Access Denied", message).is_none(), "{message:?}");
    }
}

#[test]
fn a_variable_stands_for_one_or_more_characters() {
    assert_eq!(
        variables("the access key <AK> is inactive.", "The access key AKIA9 is inactive"),
        Some(pairs(&[("AK", "AKIA9")]))
    );
    assert_eq!(variables("the access key <AK> is inactive.", "the access key  is inactive"), None);
    assert_eq!(variables("<what> failed", "Everything here failed"), Some(pairs(&[("what", "Everything here")])));
    assert_eq!(variables("failed: <why>", "failed: because. "), Some(pairs(&[("why", "because")])));
    assert_eq!(variables("failed: <why>", "failed:"), None);
    assert_eq!(variables("<all>", "übel, ganz übel"), Some(pairs(&[("all", "übel, ganz übel")])));
}

#[test]
fn a_variable_ends_at_the_first_occurrence_of_the_next_text() {
    assert_eq!(variables("<a> on <b>", "x on y on z"), Some(pairs(&[("a", "x"), ("b", "y on z")])));
    assert_eq!(variables("<a> on <b> off", "x off on y off on z off"), Some(pairs(&[("a", "x off"), ("b", "y off on z")])));
    assert_eq!(variables("user <u> on <r>.", "user j\u{e4} on r"), Some(pairs(&[("u", "j\u{e4}"), ("r", "r")])));
}

/// Every pattern of the shipped table.
fn patterns() -> impl Iterator<Item = &'static str> {
    Case::ALL.iter().flat_map(Case::conditions).flat_map(Condition::patterns).copied()
}

#[test]
fn every_pattern_of_the_table_fits_itself_with_its_variables() {
    assert!(patterns().count() > 50);
    for pattern in patterns() {
        let filled = pattern.replace('<', "[").replace('>', "]");
        let fit = Fit::of(pattern, &filled).unwrap_or_else(|| panic!("{pattern}"));
        assert_eq!(fit.pattern(), pattern);
        for (name, value) in fit.variables() {
            assert_eq!(value, format!("[{name}]"), "{pattern}");
        }
    }
}

/// The pattern as a regular expression.
fn oracle(pattern: &str) -> regex::Regex {
    let trimmed = pattern.trim();
    let core = trimmed.strip_suffix('.').unwrap_or(trimmed).trim_end();
    let mut text = String::from(r"(?is)\A");
    let mut rest = core;
    while let Some((literal, inner)) = rest.split_once('<') {
        text += &regex::escape(literal);
        text += "(?:.+)";
        rest = inner.split_once('>').expect("the tests write whole variables").1;
    }
    text += &regex::escape(rest);
    text += r"\z";
    regex::Regex::new(&text).expect("a legal expression")
}

/// The variables of a fit, found by a simple comparison of folded bytes.
fn one_by_one(pattern: &str, message: &str) -> Option<Vec<(String, String)>> {
    let (mut pattern, message) = (folded(core(pattern)), folded(core(message)));
    let mut rest = &message[..];
    let mut found = Vec::new();
    loop {
        let text: Vec<u8> = pattern.iter().copied().take_while(|byte| *byte != b'<').collect();
        rest = rest.strip_prefix(&text[..])?;
        if text.len() == pattern.len() {
            return rest.is_empty().then_some(found);
        }
        let end_of_name = pattern.iter().position(|byte| *byte == b'>')?;
        let name = pattern[text.len() + 1..end_of_name].to_vec();
        pattern.drain(..=end_of_name);
        let text: Vec<u8> = pattern.iter().copied().take_while(|byte| *byte != b'<').collect();
        let is_last = text.len() == pattern.len();
        let ends = |end: &usize| if is_last { rest[*end..] == text[..] } else { rest[*end..].starts_with(&text) };
        let end = (1..=rest.len()).find(ends)?;
        let value = String::from_utf8(rest[..end].to_vec()).ok()?.trim().to_owned();
        if value.is_empty() {
            return None;
        }
        found.push((String::from_utf8(name).ok()?, value));
        rest = &rest[end..];
    }
}

/// The text without blanks around it and without a final full stop.
fn core(text: &str) -> &str {
    let text = text.trim();
    text.strip_suffix('.').unwrap_or(text).trim_end()
}

/// The text in lower case and with single blanks.
fn folded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for byte in text.to_ascii_lowercase().bytes().map(|byte| if byte.is_ascii_whitespace() { b' ' } else { byte }) {
        if byte != b' ' || bytes.last() != Some(&b' ') {
            bytes.push(byte);
        }
    }
    bytes
}

/// Texts with characters that the comparison folds.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("a"),
        Just("A"),
        Just("b"),
        Just(" "),
        Just("  "),
        Just("\t"),
        Just("\n "),
        Just("."),
        Just("\u{1}"),
        Just("\u{e4}"),
        Just("on resource "),
        Just("ON  RESOURCE"),
        Just("a long text without any blank"),
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn it_agrees_with_a_comparison_of_folded_bytes(
        mut texts in prop::collection::vec(text(), 1..4),
        values in prop::collection::vec(text(), 4),
        other in text(),
        first in any::<bool>(),
        last in any::<bool>(),
    ) {
        if first {
            texts.insert(0, String::new());
        }
        if last {
            texts.push(String::new());
        }
        let pattern = leaked(&texts.join("<v>"));
        let mut filled = String::new();
        for (text, value) in texts.iter().zip(&values) {
            filled += text;
            filled += value;
        }
        for message in [filled, other, texts.concat().to_ascii_uppercase()] {
            let found = variables(pattern, &message).map(|found| {
                let folded = |value: &str| String::from_utf8(folded(value)).expect("it folds whole characters");
                found.into_iter().map(|(name, value)| (name, folded(&value))).collect()
            });
            let expected = one_by_one(pattern, &message);
            prop_assert_eq!(found, expected, "{:?} {:?}", pattern, message);
        }
    }
}

proptest! {
    #[test]
    fn it_agrees_with_a_regular_expression(
        parts in prop::collection::vec("[ab]{1,2}", 1..4),
        message in "[ab]{0,12}",
        first in any::<bool>(),
        last in any::<bool>(),
    ) {
        let mut pattern = parts.join("<v>");
        if first {
            pattern.insert_str(0, "<v>");
        }
        if last {
            pattern.push_str("<v>");
        }
        let expected = oracle(&pattern).is_match(&message);
        prop_assert_eq!(Fit::of(leaked(&pattern), &message).is_some(), expected, "{}", pattern);
    }

    #[test]
    fn any_message_can_be_matched(message in any::<String>()) {
        for fit in patterns().filter_map(|pattern| Fit::of(pattern, &message)) {
            prop_assert!(fit.variables().all(|(_, value)| !value.is_empty() && message.contains(value)));
        }
    }
}

#[test]
fn a_long_message_that_is_made_to_be_slow_is_matched_quickly() {
    let patterns = [
        "user: <user> is not authorized to perform: <action> on resource: <resource>",
        "user: <user>is not authorized to perform: <action>on resource: <resource>",
    ];
    // The fillers are like the beginning of the text after a variable. If the work grew with the square of the length, this would take
    // minutes.
    for filler in [" ", " is not authorized to perform:  ", " is not authorized to perform", " \t", "\u{1}", "I", "\t", "is not"]
    {
        let message = format!("user: x{}", filler.repeat(200_000 / filler.len()));
        for pattern in patterns {
            assert!(Fit::of(pattern, &message).is_none());
        }
    }
}
