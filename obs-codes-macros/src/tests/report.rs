use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{Outcome, source, tables};
use crate::errors::{Errors, Mistake};
use crate::report::{MOST, messages};

/// The message for the first place where `marked` occurs in `text`.
fn message_for(text: &str, marked: &str) -> String {
    let start = text.find(marked).unwrap();
    message_at(text, start..start + marked.len())
}

fn message_at(text: &str, place: std::ops::Range<usize>) -> String {
    messages_for(text, [Mistake::new("wrong", place)]).pop().unwrap()
}

fn messages_for(text: &str, mistakes: impl IntoIterator<Item = Mistake>) -> Vec<String> {
    let mut errors = Errors::default();
    errors.found.extend(mistakes);
    messages(&errors, &source(text))
}

/// The text above the carets of a message, by the width of characters in a terminal.
fn above_carets(message: &str) -> String {
    let lines: Vec<&str> = message.lines().collect();
    let [.., line, carets] = lines[..] else { panic!("{message}") };
    let start = carets.find('^').unwrap();
    let end = start + carets.trim_end().len() - start;
    let mut column = 0;
    let mut above = String::new();
    for letter in line.chars() {
        let width = letter.width().unwrap_or(0);
        if (start..end).contains(&column) && width > 0 {
            above.push(letter);
        }
        column += width;
    }
    above
}

#[test]
fn a_message_has_the_layout_of_rustc() {
    let message = message_for("[error.A]\nretry = 'x' # what\n", "'x'");
    assert_eq!(message, "wrong\n  --> codes.toml:2:9\n  |\n2 | retry = 'x' # what\n  |         ^^^");
}

#[test]
fn two_places_are_marked_each_with_its_label() {
    let text = "status = [403, 404, 403]\n";
    let twice = Mistake::new("twice", 20..23).and("named again here", 10..13, "first named here");
    let message = messages_for(text, [twice]).pop().unwrap();
    assert!(message.contains("---") && message.contains("^^^ named again here"), "{message}");
    assert!(message.contains("first named here"), "{message}");
}

#[test]
fn a_mistake_of_the_whole_file_has_no_place() {
    assert_eq!(messages_for("a = 1", [Mistake::of_file("there is no file")]), ["there is no file"]);
}

#[test]
fn a_place_at_the_end_of_the_file_is_marked_after_its_last_character() {
    for text in ["", "a", "a\n", "a\r\n", "a\n\n", "é"] {
        let message = message_at(text, text.len()..text.len());
        assert!(message.ends_with('^'), "{message}");
    }
}

#[test]
fn a_place_beyond_the_file_or_within_a_character_is_still_marked() {
    for place in [1..1, 1..2, 0..1, 5..500, 500..501] {
        assert!(message_at("é = 1\n", place).ends_with('^'));
    }
}

#[test]
fn carets_are_under_the_marked_text_after_tabs_and_other_scripts() {
    for before in ["", "\t", "a\tb\t", "ñ", "…", "שלום"] {
        let line = format!("x = \"{before}here\" # and more\n");
        let message = message_for(&line, "here");
        assert_eq!(above_carets(&message), "here", "{message}");
    }
}

#[test]
fn the_column_counts_characters_from_one() {
    let message = message_for("x = \"説明\" # here\n", "here");
    assert!(message.contains("codes.toml:1:12\n"), "{message}");
}

#[test]
fn a_long_line_is_cut_around_the_marked_text() {
    let (blank, word) = (" ".repeat(3), "lorem ipsum ");
    for (before, after) in [(0, 50), (50, 0), (50, 50), (3, 3)] {
        let line = format!("x = \"{}{blank}here{blank}{}\"\n", word.repeat(before), word.repeat(after));
        let message = message_for(&line, "here");
        assert_eq!(above_carets(&message), "here", "{message}");
        assert!(message.lines().all(|line| line.width() <= 140), "{message}");
        let column = format!(":1:{}\n", line.find("here").unwrap() + 1);
        assert!(message.contains(&column), "{message}");
    }
}

#[test]
fn a_long_marked_text_is_cut() {
    for letter in ["a", "説", "💥"] {
        let marked = letter.repeat(10_000);
        let message = message_for(&format!("x = \"{marked}\"\n"), &marked);
        assert!(message.lines().all(|line| line.chars().count() <= 400), "{message}");
    }
}

#[test]
fn only_the_first_line_of_a_text_is_marked() {
    let message = message_for("x = \"\"\"a\nb\nc\"\"\"\n", "\"\"\"a\nb\nc\"\"\"");
    assert_eq!(above_carets(&message), "\"\"\"a");
}

#[test]
fn characters_that_would_garble_a_terminal_are_not_printed() {
    let message = message_for("x = \"\u{1b}[31m\u{202e}\u{7}\u{2028}\u{85}\u{61c}here\"\r\n", "here");
    assert_eq!(above_carets(&message), "here");
    let garbles = |letter: char| letter.is_control() || matches!(letter, '\u{202e}' | '\u{2028}' | '\u{61c}');
    assert!(message.chars().all(|letter| letter == '\n' || !garbles(letter)), "{message:?}");
}

#[test]
fn messages_are_in_the_order_of_the_file() {
    let text = "a = 1\nb = 2\nc = 3\n";
    let mistakes = [12..13, 0..1, 6..7].map(|place| Mistake::new("wrong", place));
    let lines: Vec<bool> =
        messages_for(text, mistakes).iter().zip(["1:1", "2:1", "3:1"]).map(|(message, line)| message.contains(line)).collect();
    assert_eq!(lines, [true; 3]);
    for path in tables("bad") {
        let Outcome { messages, .. } = Outcome::of_file(&path);
        let lines = messages.iter().filter_map(|message| message.split(".toml:").nth(1)?.split(':').next()?.parse().ok());
        assert!(lines.is_sorted_by(|one: &usize, other| one <= other), "{}", path.display());
    }
}

#[test]
fn the_last_of_too_many_messages_counts_the_remaining_mistakes() {
    let text = "a = 1\n".repeat(MOST + 20);
    let messages = messages_for(&text, (0..MOST + 20).map(|line| Mistake::new("wrong", line * 6..line * 6 + 1)));
    assert_eq!(messages.len(), MOST);
    assert!(messages.last().unwrap().ends_with("and 20 more mistakes in `codes.toml`"));
}
