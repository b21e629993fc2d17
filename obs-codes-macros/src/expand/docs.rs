//! Texts of the table as documentation: words, never markup.

use proc_macro2::Ident;

use super::Context;
use crate::args::Type;
use crate::table::{Cause, ErrorCode, StatusCode};

/// A text with every character escaped that Markdown, HTML or rustdoc could take for more than itself.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.chars();
    // A number with a full stop or a bracket at the beginning would be a list.
    let mut only_digits = true;
    while let Some(letter) = rest.next() {
        let is_plain = match letter {
            ',' | ';' | '?' | '%' | '(' => true,
            // Three full stops become one character, two hyphens a dash.
            '.' => !only_digits && !rest.as_str().starts_with('.') && !escaped.ends_with('.'),
            '-' => !escaped.is_empty() && !rest.as_str().starts_with('-') && !escaped.ends_with('-'),
            ')' => !only_digits,
            '/' => !escaped.ends_with(':'),
            letter => !letter.is_ascii_punctuation(),
        };
        if letter.is_control() {
            escaped.push(' ');
            continue;
        }
        if !is_plain {
            escaped.push('\\');
        }
        escaped.push(letter);
        only_digits &= letter.is_ascii_digit();
    }
    escaped
}

/// A text in the font of code, unless that would need markup inside it.
pub(super) fn code(text: &str) -> String {
    let is_plain = |letter: char| !matches!(letter, '`' | '|' | '\\') && !letter.is_control();
    if text.trim() != text || !text.chars().all(is_plain) { escape(text) } else { format!("`{text}`") }
}

/// Paragraphs, each with a blank line before it, without those that say nothing.
pub(super) fn paragraphs(paragraphs: impl IntoIterator<Item = Option<String>>) -> String {
    paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// A paragraph that begins with a heading, unless there is nothing to say.
pub(super) fn section(heading: &str, text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("**{heading}**: {text}"))
}

/// What to do about a row.
pub(super) fn remedy(remedy: Option<&String>) -> Option<String> {
    remedy.and_then(|remedy| section("What to do", &escape(remedy)))
}

/// A text that links to a variant, if readers of the documentation can see its type.
fn link(text: &str, of: &Type, variant: &Ident) -> String {
    if of.is_public() { format!("[{text}]({}::{variant})", of.name) } else { text.to_owned() }
}

/// Links to the variants of this table's types, under the names that the caller gives these types.
impl Context<'_> {
    /// `[404 Not Found](StatusCode::NotFound)`
    pub(super) fn status_link(&self, row: usize) -> String {
        let StatusCode { variant, number, reason, .. } = &self.table.statuses[row];
        link(&format!("{number} {}", escape(reason)), &self.types.status_code, variant)
    }

    /// ``[`ClockSkew`](Cause::ClockSkew)``
    pub(super) fn cause_link(&self, row: usize) -> String {
        let Cause { variant, .. } = &self.table.causes[row];
        link(&format!("`{variant}`"), &self.types.cause, variant)
    }

    /// ``[`NoSuchKey`](ErrorCode::NoSuchKey)``
    fn error_link(&self, row: usize) -> String {
        let ErrorCode { variant, code: spelling, .. } = &self.table.errors[row];
        link(&code(spelling), &self.types.error_code, variant)
    }

    pub(super) fn status_links(&self, rows: &[usize]) -> String {
        links(rows, |row| self.status_link(row))
    }

    pub(super) fn cause_links(&self, rows: &[usize]) -> String {
        links(rows, |row| self.cause_link(row))
    }

    pub(super) fn error_links(&self, rows: &[usize]) -> String {
        links(rows, |row| self.error_link(row))
    }

    /// A table of all error codes, if there are any.
    pub(super) fn error_table(&self) -> Option<String> {
        let line = |(row, error): (usize, &ErrorCode)| {
            format!("\n| {} | {} | {} |", self.error_link(row), self.status_links(&error.statuses), escape(&error.description))
        };
        let lines: String = self.table.errors.iter().enumerate().map(line).collect();
        (!lines.is_empty()).then(|| format!("| code | status | what happened |\n| --- | --- | --- |{lines}"))
    }
}

fn links(rows: &[usize], link: impl Fn(usize) -> String) -> String {
    rows.iter().map(|row| link(*row)).collect::<Vec<_>>().join(", ")
}
