use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{Outcome, source, tables};
use crate::snippet::{Label, Snippets};
use crate::source::Source;

/// The same as `annotate-snippets` lays it out, which prints what rustc prints.
fn as_rustc(source: &Source, first: &Label<'_>, second: Option<&Label<'_>>) -> String {
    let label = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let primary = AnnotationKind::Primary.span(first.at.clone()).label(label(first.text));
    let mut snippet = Snippet::source(source.text.as_str()).path(source.name.as_str()).annotation(primary);
    if let Some(second) = second {
        snippet = snippet.annotation(AnnotationKind::Context.span(second.at.clone()).label(label(second.text)));
    }
    let report = [Level::ERROR.primary_title("").element(snippet)];
    let rendered = Renderer::plain().term_width(1000).render(&report);
    rendered.split_once('\n').unwrap().1.trim_end().to_owned()
}

/// The snippet of the first place where `marked` stands.
fn of(text: &str, marked: &str) -> String {
    let source = source(text);
    let start = text.find(marked).unwrap();
    Snippets::of(&source).render(&Label { at: start..start + marked.len(), text: "" }, None)
}

/// The text above the carets of a snippet, if each line is as wide as a terminal shows it.
fn above_carets(snippet: &str) -> String {
    let lines: Vec<&str> = snippet.lines().collect();
    let [.., line, carets] = lines[..] else { panic!("{snippet}") };
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
fn a_snippet_is_laid_out_as_rustc_lays_out_its_own() {
    let mut compared = 0;
    for path in tables("bad") {
        let Outcome { source, errors, .. } = Outcome::of_file(&path);
        for (first, second) in errors.found.iter().filter_map(|mistake| mistake.labels(&source)) {
            let ours = Snippets::of(&source).render(&first, second.as_ref());
            let of_lines = source.text[first.at.clone()].contains('\n');
            let cut_or_unprintable = ours.contains("...\n") && second.is_none() || ours.contains('\u{fffd}');
            // Those are laid out in our own way, since rustc cuts by the width of the terminal and marks every line.
            if of_lines || cut_or_unprintable {
                continue;
            }
            assert_eq!(ours, as_rustc(&source, &first, second.as_ref()));
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn two_places_in_one_line_are_marked_in_one_line() {
    let text = "status = [403, 404, 403]\n";
    let source = source(text);
    let first = Label { at: 10..13, text: "first named here" };
    let again = Label { at: 20..23, text: "named again here" };
    for (primary, other) in [(&again, &first), (&first, &again)] {
        assert_eq!(Snippets::of(&source).render(primary, Some(other)), as_rustc(&source, primary, Some(other)));
    }
}

#[test]
fn a_place_at_the_end_of_the_file_is_marked_behind_its_last_character() {
    for text in ["", "a", "a\n", "a\r\n", "a\n\n", "é"] {
        let source = source(text);
        let end = Label { at: text.len()..text.len(), text: "" };
        let snippet = Snippets::of(&source).render(&end, None);
        assert!(snippet.ends_with('^'), "{snippet}");
    }
}

#[test]
fn a_place_beyond_the_file_or_within_a_character_is_marked_all_the_same() {
    let source = source("é = 1\n");
    for at in [1..1, 1..2, 0..1, 5..500, 500..501] {
        assert!(Snippets::of(&source).render(&Label { at, text: "" }, None).ends_with('^'));
    }
}

#[test]
fn carets_stand_under_the_text_after_wide_characters_tabs_and_marks() {
    for before in ["", "説明", "상태", "ｆｕｌｌ", "💥🎉", "e\u{301}", "👩\u{200d}💻", "שלום", "سلام", "\t", "a\tb\t", "ñ", "…"]
    {
        let line = format!("x = \"{before}here\" # and more\n");
        assert_eq!(above_carets(&of(&line, "here")), "here", "{before}");
    }
}

#[test]
fn as_many_carets_as_the_marked_text_is_wide() {
    for marked in ["説明文", "naïve", "💥", "e\u{301}te\u{301}", "…", "קוד"] {
        let snippet = of(&format!("key = \"{marked}\"\n"), marked);
        assert_eq!(snippet.matches('^').count(), marked.width(), "{snippet}");
    }
}

#[test]
fn the_column_counts_characters_from_one() {
    let snippet = of("x = \"説明\" # here\n", "here");
    assert!(snippet.contains("codes.toml:1:12\n"), "{snippet}");
}

#[test]
fn a_long_line_is_cut_around_what_is_marked() {
    let (blank, word) = (" ".repeat(3), "lorem ipsum ");
    for (before, after) in [(0, 50), (50, 0), (50, 50), (3, 3)] {
        let line = format!("x = \"{}{blank}here{blank}{}\"\n", word.repeat(before), word.repeat(after));
        let snippet = of(&line, "here");
        assert_eq!(above_carets(&snippet), "here", "{snippet}");
        assert!(snippet.lines().all(|line| line.width() <= 140), "{snippet}");
    }
}

#[test]
fn a_long_marked_text_is_cut() {
    for letter in ["a", "説", "\t", "💥"] {
        let marked = letter.repeat(10_000);
        let snippet = of(&format!("x = \"{marked}\"\n"), &marked);
        assert!(snippet.lines().all(|line| line.width() <= 200), "{snippet}");
    }
}

#[test]
fn what_would_garble_the_terminal_is_not_printed() {
    let snippet = of("x = \"\u{1b}[31m\u{202e}\u{7}\u{2028}\u{85}here\"\r\n", "here");
    assert_eq!(above_carets(&snippet), "here");
    assert!(snippet.chars().all(|letter| letter == '\n' || !letter.is_control() && letter != '\u{202e}' && letter != '\u{2028}'));
}

#[test]
fn columns_are_those_of_unicode_width_in_the_scripts_of_the_world() {
    let scripts = [
        ' '..='~',
        '¡'..='¬',
        '®'..='ʯ',
        '\u{300}'..='ͯ',
        'Ͱ'..='ҁ',
        'Ҋ'..='Ֆ',
        'א'..='ת',
        'ء'..='ٍ',
        'ก'..='ะ',
        'ぁ'..='ゖ',
        '゠'..='ヿ',
        '一'..='鿿',
        '가'..='힣',
        '！'..='｠',
        '😀'..='🙏',
        '🚀'..='🛅',
    ];
    for letter in scripts.into_iter().flatten() {
        let snippet = of(&format!("{letter}here"), "here");
        let indent = snippet.lines().last().unwrap().find('^').unwrap() - "  | ".len();
        assert_eq!(indent, letter.width().unwrap_or(0), "U+{:04X}", u32::from(letter));
    }
}
