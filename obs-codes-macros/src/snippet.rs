//! Lays a mistake out as rustc lays out its own: the path with line and column, the line, and carets under what is wrong.

use std::fmt::Write as _;
use std::ops::Range;

use crate::source::Source;

/// Some bytes of the source and what to say under them.
pub(crate) struct Label<'a> {
    pub(crate) at: Range<usize>,
    pub(crate) text: &'a str,
}

/// A line is cut to about so many columns around what is marked.
const WIDEST: usize = 120;
const TAB: usize = 4;

/// The arrow line and one block for each label, in the order of the file.
pub(crate) fn render(source: &Source, first: &Label<'_>, second: Option<&Label<'_>>) -> String {
    let primary = Excerpt::of(&source.text, first, '^');
    let other = second.map(|label| Excerpt::of(&source.text, label, '-'));
    let gutter = primary.number.max(other.as_ref().map_or(0, |other| other.number)).to_string().len();
    let mut out = format!("{:gutter$}--> {}:{}:{}\n{:gutter$} |", "", source.name, primary.number, primary.column, "");
    let before = other.as_ref().filter(|other| other.number < primary.number);
    let after = other.as_ref().filter(|other| other.number >= primary.number);
    if let Some(other) = before {
        other.write(&mut out, gutter, true);
        separate(&mut out, gutter, other.number, primary.number);
    }
    primary.write(&mut out, gutter, true);
    if let Some(other) = after {
        separate(&mut out, gutter, primary.number, other.number);
        other.write(&mut out, gutter, other.number != primary.number);
    }
    out
}

/// What stands between the two places.
fn separate(out: &mut String, gutter: usize, upper: usize, lower: usize) {
    if lower > upper + 2 {
        out.push_str("\n...");
    } else if lower == upper + 2 {
        let _ = write!(out, "\n{:gutter$} |", "");
    }
}

/// One line of the source with a part of it marked.
struct Excerpt<'a> {
    /// From 1.
    number: usize,
    /// Where the mark begins, in characters from 1.
    column: usize,
    line: String,
    /// Columns on the screen before the mark.
    indent: usize,
    /// Columns on the screen under the mark.
    width: usize,
    mark: char,
    text: &'a str,
}

impl<'a> Excerpt<'a> {
    fn of(source: &str, label: &Label<'a>, mark: char) -> Self {
        let start = boundary(source, label.at.start);
        let end = boundary(source, label.at.end).max(start);
        let head = source.get(..start).unwrap_or_default();
        let number = head.matches('\n').count() + 1;
        let line_start = head.rfind('\n').map_or(0, |newline| newline + 1);
        let rest = source.get(line_start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let before = line.get(..start - line_start).unwrap_or(line);
        let marked = line.get(before.len()..(end - line_start).min(line.len())).unwrap_or_default();
        let after = line.get(before.len() + marked.len()..).unwrap_or_default();
        let mut excerpt = Excerpt {
            number,
            column: before.chars().count() + 1,
            line: String::new(),
            indent: 0,
            width: 0,
            mark,
            text: label.text,
        };
        excerpt.lay_out(before, marked, after);
        excerpt
    }

    /// Cuts the line to what fits, and counts columns.
    fn lay_out(&mut self, before: &str, marked: &str, after: &str) {
        let before = if screen(before).1 > WIDEST / 2 {
            let kept: String = take_width(before.chars().rev(), WIDEST / 2).chars().rev().collect();
            format!("...{kept}")
        } else {
            before.to_owned()
        };
        let (before, indent) = screen(&before);
        let (marked, width) = cut(marked, WIDEST.saturating_sub(indent).max(WIDEST / 2));
        let (after, _) = cut(after, WIDEST.saturating_sub(indent + width));
        format!("{before}{marked}{after}").trim_end().clone_into(&mut self.line);
        self.indent = indent;
        self.width = width.max(1);
    }

    fn write(&self, out: &mut String, gutter: usize, with_line: bool) {
        if with_line {
            let line = format!("{:>gutter$} | {}", self.number, self.line);
            let _ = write!(out, "\n{}", line.trim_end());
        }
        let marks = self.mark.to_string().repeat(self.width);
        let line = format!("{:gutter$} | {:indent$}{marks} {}", "", "", self.text, indent = self.indent);
        let _ = write!(out, "\n{}", line.trim_end());
    }
}

/// The last place at or before `at` where a character begins.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The text with its tabs as blanks and control characters visible, and how many columns it takes.
fn screen(text: &str) -> (String, usize) {
    let mut out = String::new();
    let mut width = 0;
    for letter in text.chars() {
        match letter {
            '\t' => {
                out.push_str(&" ".repeat(TAB));
                width += TAB;
            }
            letter if hidden(letter) => {
                out.push('\u{fffd}');
                width += 1;
            }
            letter => {
                out.push(letter);
                width += columns(letter);
            }
        }
    }
    (out, width)
}

/// As [`screen`], cut at `most` columns.
fn cut(text: &str, most: usize) -> (String, usize) {
    let (shown, width) = screen(text);
    if width <= most {
        return (shown, width);
    }
    let kept = take_width(shown.chars(), most.saturating_sub(3));
    let (kept, width) = screen(&kept);
    (format!("{kept}..."), width + 3)
}

fn take_width(letters: impl Iterator<Item = char>, most: usize) -> String {
    let mut left = most;
    letters
        .take_while(|&letter| {
            let width = if letter == '\t' { TAB } else { columns(letter) };
            let fits = width <= left;
            left = left.saturating_sub(width);
            fits
        })
        .collect()
}

/// Control characters, and the marks that turn the direction of what follows, would garble the terminal.
fn hidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How many columns a terminal gives a character, by the blocks of [UAX #11](https://www.unicode.org/reports/tr11/).
///
/// By block and not by character, as the tables of `unicode-width` have it: that crate would add a tenth to the cold build of all
/// that depend on this one, for carets under rare scripts.
fn columns(letter: char) -> usize {
    match u32::from(letter) {
        // Combining marks, joiners, variation selectors.
        0x0300..=0x036f
        | 0x0483..=0x0489
        | 0x0591..=0x05bd
        | 0x064b..=0x065f
        | 0x1ab0..=0x1aff
        | 0x1dc0..=0x1dff
        | 0x200b..=0x200d
        | 0x20d0..=0x20ff
        | 0xfe00..=0xfe0f
        | 0xfe20..=0xfe2f
        | 0xfeff
        | 0xe0100..=0xe01ef => 0,
        // Hangul, kana, ideographs, fullwidth forms, emoji.
        0x1100..=0x115f
        | 0x231a..=0x231b
        | 0x23e9..=0x23ec
        | 0x2614..=0x2615
        | 0x26a1
        | 0x2705
        | 0x274c
        | 0x2757
        | 0x2e80..=0x303e
        | 0x3041..=0xa4cf
        | 0xa960..=0xa97c
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1b000..=0x1b2ff
        | 0x1f004
        | 0x1f0cf
        | 0x1f18e
        | 0x1f191..=0x1f19a
        | 0x1f200..=0x1f64f
        | 0x1f680..=0x1f6ff
        | 0x1f7e0..=0x1f7eb
        | 0x1f900..=0x1f9ff
        | 0x1fa70..=0x1faff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}
