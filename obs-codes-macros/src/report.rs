//! Prints mistakes in the layout of rustc: the message, the path with line and column, the line, and carets under the mistake.

use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic, Label};
use codespan_reporting::files::{self, Files, SimpleFile, column_index};
use codespan_reporting::term::{Chars, Config, emit_into_string};

use crate::errors::{Errors, Mistake};
use crate::source::Source;

/// The maximum number of messages for one table. The last one says how many more mistakes there are.
pub(crate) const MOST: usize = 100;

/// The maximum number of characters that are shown before the marked part of a line, and after it.
const CONTEXT: usize = 60;

/// The maximum number of characters that are marked.
const WIDEST_MARK: usize = 120;

/// A message for each mistake, in the order of the file.
pub(crate) fn messages(errors: &Errors, source: &Source) -> Vec<String> {
    let text = visible(&source.text);
    let file = SimpleFile::new(source.name.as_str(), text.as_str());
    let mut mistakes: Vec<&Mistake> = errors.found.iter().collect();
    mistakes.sort_by_key(|mistake| mistake.at.as_ref().map_or(0, |at| at.start));
    let mut messages: Vec<String> = mistakes.iter().take(MOST).map(|mistake| render(mistake, &file)).collect();
    if let Some(more) = mistakes.len().checked_sub(MOST).filter(|more| *more > 0)
        && let Some(last) = messages.last_mut()
    {
        let mistakes = if more == 1 { "mistake" } else { "mistakes" };
        *last = format!("{last}\n\nand {more} more {mistakes} in `{}`", source.name);
    }
    messages
}

/// The message without the `error: ` that the compiler puts before it.
fn render(mistake: &Mistake, file: &SimpleFile<&str, &str>) -> String {
    let Some(at) = &mistake.at else { return mistake.message.clone() };
    let at = marked(file.source(), character_in(file.source(), at, mistake.character));
    let mut labels = vec![Label::primary((), at.clone()).with_message(mistake.label)];
    let mut marks = vec![at];
    if let Some((second, label)) = &mistake.second {
        let second = marked(file.source(), second.clone());
        labels.push(Label::secondary((), second.clone()).with_message(*label));
        marks.push(second);
    }
    let diagnostic = Diagnostic::error().with_message(&mistake.message).with_labels(labels);
    let config = Config { chars: Chars::ascii(), ..Config::default() };
    match emit_into_string(&config, &Excerpt { file, marks }, &diagnostic) {
        Ok(rendered) => {
            let lines: Vec<&str> = rendered.trim_start_matches("error: ").trim_end().lines().map(str::trim_end).collect();
            lines.join("\n")
        }
        Err(_) => mistake.message.clone(),
    }
}

/// The place of the offending character within a value, if the source contains it unescaped.
fn character_in(text: &str, at: &Range<usize>, character: Option<char>) -> Range<usize> {
    let place = character.map(visible_character).and_then(|character| Some((character, text.get(at.clone())?.find(character)?)));
    match place {
        Some((character, place)) => at.start + place..at.start + place + character.len_utf8(),
        None => at.clone(),
    }
}

/// The part of a place that is marked: within the text, on the first line, and at most [`WIDEST_MARK`] characters.
fn marked(text: &str, at: Range<usize>) -> Range<usize> {
    let start = boundary(text, at.start);
    let rest = &text[start..boundary(text, at.end).max(start)];
    let line = rest.split('\n').next().unwrap_or_default();
    let length = line.char_indices().nth(WIDEST_MARK).map_or(line.len(), |(end, _)| end);
    start..start + length
}

/// The last character boundary at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Replaces the characters that would garble a terminal. The others have the same length, so that places stay valid.
fn visible(text: &str) -> String {
    text.replace("\r\n", " \n").chars().map(visible_character).collect()
}

fn visible_character(character: char) -> char {
    let is_hidden = character.is_control() && !matches!(character, '\n' | '\t')
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    match character.len_utf8() {
        _ if !is_hidden => character,
        1 => '?',
        2 => '¿',
        _ => '\u{fffd}',
    }
}

/// A file that shows only the marked parts of long lines.
struct Excerpt<'f> {
    file: &'f SimpleFile<&'f str, &'f str>,
    marks: Vec<Range<usize>>,
}

impl<'f> Files<'f> for Excerpt<'f> {
    type FileId = ();
    type Name = &'f str;
    type Source = &'f str;

    fn name(&'f self, (): ()) -> Result<&'f str, files::Error> {
        Ok(self.file.name())
    }

    fn source(&'f self, (): ()) -> Result<&'f str, files::Error> {
        Ok(self.file.source())
    }

    fn line_index(&'f self, (): (), at: usize) -> Result<usize, files::Error> {
        self.file.line_index((), at)
    }

    fn column_number(&'f self, (): (), line: usize, at: usize) -> Result<usize, files::Error> {
        Ok(column_index(self.file.source(), self.file.line_range((), line)?, at) + 1)
    }

    fn line_range(&'f self, (): (), line: usize) -> Result<Range<usize>, files::Error> {
        let whole = self.file.line_range((), line)?;
        let text = self.file.source();
        let marks = self.marks.iter().filter(|mark| whole.contains(&mark.start));
        let marked = marks.cloned().reduce(|one, other| one.start.min(other.start)..one.end.max(other.end));
        let marked = marked.unwrap_or(whole.start..whole.start);
        let before = text[whole.start..marked.start].char_indices().rev().nth(CONTEXT - 1);
        let start = before.map_or(whole.start, |(start, _)| whole.start + start);
        let after = text[marked.end..whole.end].char_indices().nth(CONTEXT);
        let end = after.map_or(whole.end, |(end, _)| marked.end + end);
        Ok(start..end)
    }
}
