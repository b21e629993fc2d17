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
/// What is shown for a tab.
const TAB: &str = "    ";

/// Lays out places of one source.
pub(crate) struct Snippets<'a> {
    pub(crate) source: &'a Source,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl<'a> Snippets<'a> {
    pub(crate) fn of(source: &'a Source) -> Self {
        let mut lines = vec![0];
        for (place, byte) in source.text.bytes().enumerate() {
            if byte == b'\n' {
                lines.push(place + 1);
            }
        }
        Snippets { source, lines }
    }

    /// The arrow line and one block for each label, in the order of the file.
    pub(crate) fn render(&self, first: &Label<'_>, second: Option<&Label<'_>>) -> String {
        let primary = self.excerpt(first, '^');
        let other = second.map(|label| self.excerpt(label, '-'));
        let gutter = primary.number.max(other.as_ref().map_or(0, |other| other.number)).to_string().len();
        let mut out = format!("{:gutter$}--> {}:{}:{}\n{:gutter$} |", "", self.source.name, primary.number, primary.column, "");
        match &other {
            None => primary.write(&mut out, gutter),
            Some(other) if other.number == primary.number && other.line == primary.line => {
                let (left, right) = if other.indent < primary.indent { (other, &primary) } else { (&primary, other) };
                left.write_beside(right, &mut out, gutter);
            }
            Some(other) => {
                let (upper, lower) = if other.number < primary.number { (other, &primary) } else { (&primary, other) };
                upper.write(&mut out, gutter);
                self.between(upper.number, lower.number, &mut out, gutter);
                lower.write(&mut out, gutter);
            }
        }
        out
    }

    /// What stands between the lines of two places: one line, or a sign that there are more.
    fn between(&self, upper: usize, lower: usize, out: &mut String, gutter: usize) {
        if lower > upper + 2 {
            out.push_str("\n...");
        } else if lower == upper + 2 {
            let line = self.lines.get(upper).copied().unwrap_or_default();
            self.excerpt(&Label { at: line..line, text: "" }, ' ').write_line(out, gutter);
        }
    }

    fn excerpt<'l>(&self, label: &Label<'l>, mark: char) -> Excerpt<'l> {
        let text = &self.source.text;
        let start = boundary(text, label.at.start);
        let end = boundary(text, label.at.end).max(start);
        let number = self.lines.partition_point(|line| *line <= start);
        let line_start = self.lines.get(number - 1).copied().unwrap_or_default();
        let line = line_from(text, line_start);
        let before = line.get(..start - line_start).unwrap_or(line);
        let marked = line.get(before.len()..(end - line_start).min(line.len())).unwrap_or_default();
        let after = line.get(before.len() + marked.len()..).unwrap_or_default();
        Excerpt::lay_out(before, marked, after, label.text, mark, number)
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
    /// Cuts the line to what fits, and counts columns.
    fn lay_out(before: &str, marked: &str, after: &str, text: &'a str, mark: char, number: usize) -> Self {
        let column = before.chars().count() + 1;
        let before = if screen(before).1 > WIDEST / 2 { format!("...{}", end(before, WIDEST / 2)) } else { before.to_owned() };
        let (before, indent) = screen(&before);
        let (marked, width) = cut(marked, WIDEST.saturating_sub(indent).max(WIDEST / 2));
        let (after, _) = cut(after, WIDEST.saturating_sub(indent + width));
        let line = format!("{before}{marked}{after}").trim_end().to_owned();
        Excerpt { number, column, line, indent, width: width.max(1), mark, text }
    }

    /// The line, and under it the mark and what it says.
    fn write(&self, out: &mut String, gutter: usize) {
        self.write_line(out, gutter);
        self.write_under(out, gutter, &format!("{} {}", self.marks(), self.text));
    }

    /// The line, and under it two marks, this one to the left.
    fn write_beside(&self, right: &Excerpt<'_>, out: &mut String, gutter: usize) {
        self.write_line(out, gutter);
        let gap = right.indent.saturating_sub(self.indent + self.width);
        self.write_under(out, gutter, &format!("{}{:gap$}{} {}", self.marks(), "", right.marks(), right.text));
        self.write_under(out, gutter, "|");
        self.write_under(out, gutter, self.text);
    }

    fn write_line(&self, out: &mut String, gutter: usize) {
        let line = format!("{:>gutter$} | {}", self.number, self.line);
        let _ = write!(out, "\n{}", line.trim_end());
    }

    fn write_under(&self, out: &mut String, gutter: usize, text: &str) {
        let line = format!("{:gutter$} | {:indent$}{text}", "", "", indent = self.indent);
        let _ = write!(out, "\n{}", line.trim_end());
    }

    fn marks(&self) -> String {
        let mut marks = String::new();
        for _ in 0..self.width {
            marks.push(self.mark);
        }
        marks
    }
}

/// The line of a text from `start` on, without its end.
pub(crate) fn line_from(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
    line.strip_suffix('\r').unwrap_or(line)
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
                out.push_str(TAB);
                width += TAB.len();
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
    let (kept, width) = screen(beginning(&shown, most.saturating_sub(3)));
    (kept + "...", width + 3)
}

/// The longest beginning of a text that takes at most so many columns.
fn beginning(text: &str, most: usize) -> &str {
    let mut letters = text.chars();
    let mut width = 0;
    let mut kept = text;
    while let Some(letter) = letters.next() {
        width += width_of(letter);
        if width > most {
            break;
        }
        kept = letters.as_str();
    }
    text.strip_suffix(kept).unwrap_or(text)
}

/// The longest end of a text that takes at most so many columns.
fn end(text: &str, most: usize) -> &str {
    let mut letters = text.chars();
    let mut width = 0;
    let mut dropped = text;
    while let Some(letter) = letters.next_back() {
        width += width_of(letter);
        if width > most {
            break;
        }
        dropped = letters.as_str();
    }
    text.strip_prefix(dropped).unwrap_or(text)
}

fn width_of(letter: char) -> usize {
    if letter == '\t' { TAB.len() } else { columns(letter) }
}

/// Control characters, and the marks that turn the direction of what follows, would garble the terminal.
fn hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// How many columns a terminal gives a character, by the blocks of [UAX #11](https://www.unicode.org/reports/tr11/).
///
/// By block and not by character, as the tables of `unicode-width` have it: that crate would add a tenth to the cold build of all
/// that depend on this one, for carets under rare scripts.
fn columns(letter: char) -> usize {
    match letter {
        ' '..='~' => 1,
        _ if is_in(letter, COMBINING) => 0,
        _ if is_in(letter, WIDE) => 2,
        _ => 1,
    }
}

fn is_in(letter: char, blocks: &[(char, char)]) -> bool {
    for (first, last) in blocks {
        if *first <= letter && letter <= *last {
            return true;
        }
    }
    false
}

/// Combining marks, joiners, variation selectors.
const COMBINING: &[(char, char)] = &[
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{591}', '\u{5bd}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{1ab0}', '\u{1aff}'),
    ('\u{1dc0}', '\u{1dff}'),
    ('\u{200b}', '\u{200d}'),
    ('\u{20d0}', '\u{20ff}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{fe20}', '\u{fe2f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{e0100}', '\u{e01ef}'),
];

/// Hangul, kana, ideographs, fullwidth forms, emoji.
const WIDE: &[(char, char)] = &[
    ('\u{1100}', '\u{115f}'),
    ('\u{231a}', '\u{231b}'),
    ('\u{23e9}', '\u{23ec}'),
    ('\u{2614}', '\u{2615}'),
    ('\u{26a1}', '\u{26a1}'),
    ('\u{2705}', '\u{2705}'),
    ('\u{274c}', '\u{274c}'),
    ('\u{2757}', '\u{2757}'),
    ('\u{2e80}', '\u{303e}'),
    ('\u{3041}', '\u{a4cf}'),
    ('\u{a960}', '\u{a97c}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fe30}', '\u{fe6f}'),
    ('\u{ff00}', '\u{ff60}'),
    ('\u{ffe0}', '\u{ffe6}'),
    ('\u{1b000}', '\u{1b2ff}'),
    ('\u{1f004}', '\u{1f004}'),
    ('\u{1f0cf}', '\u{1f0cf}'),
    ('\u{1f18e}', '\u{1f18e}'),
    ('\u{1f191}', '\u{1f19a}'),
    ('\u{1f200}', '\u{1f64f}'),
    ('\u{1f680}', '\u{1f6ff}'),
    ('\u{1f7e0}', '\u{1f7eb}'),
    ('\u{1f900}', '\u{1f9ff}'),
    ('\u{1fa70}', '\u{1faff}'),
    ('\u{20000}', '\u{3fffd}'),
];
