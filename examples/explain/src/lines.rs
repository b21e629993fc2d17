//! Wraps texts into lines of a given width.

use anstyle::Style;
use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WordSplitter};

/// A wrapped text after a lead. Its other lines are indented by the width of the lead.
pub(crate) fn paragraph(lead: &str, lead_style: Style, text: &str, style: Style, width: usize) -> Vec<String> {
    let indent = display_width(lead);
    let lines = wrapped(text, width.saturating_sub(indent));
    let lead_of = |number| if number == 0 { styled(lead, lead_style) } else { " ".repeat(indent) };
    lines.iter().enumerate().map(|(number, line)| lead_of(number) + &styled(line, style)).collect()
}

/// The text in lines. It breaks only at blanks, so that a reader can search for a name with a hyphen. Only a word that is wider than the
/// page is broken.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width).word_separator(WordSeparator::AsciiSpace).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(String::from).collect()
}

/// The text, or the beginning and the length of a long one.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}... (cut: {} characters in all)", &text[..end], text.chars().count()),
        None => text.to_owned(),
    }
}

/// The text, or its first words and three dots if it is too wide.
pub(crate) fn shortened(text: &str, width: usize) -> String {
    const DOTS: &str = "...";
    if display_width(text) <= width {
        return text.to_owned();
    }
    let start = wrapped(text, width.saturating_sub(DOTS.len()).max(1)).swap_remove(0);
    start.trim_end_matches(|letter: char| !letter.is_alphanumeric()).to_owned() + DOTS
}

pub(crate) fn styled(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}
