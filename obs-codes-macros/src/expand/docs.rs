//! Texts of the table as rustdoc: words, never markup.

use std::fmt::Write as _;

use crate::keys::Word;
use crate::table::{Cause, ErrorCode, StatusCode, Table};

/// A text with every character escaped that Markdown, HTML or rustdoc could take for more than itself.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    // A number with a full stop or a bracket at the beginning would be a list.
    let mut only_digits = true;
    while let Some(letter) = letters.next() {
        let plain = match letter {
            ',' | ';' | '?' | '%' | '(' => true,
            // Three full stops become one character, two hyphens a dash.
            '.' => !only_digits && !letters.as_str().starts_with('.') && !out.ends_with('.'),
            '-' => !out.is_empty() && !letters.as_str().starts_with('-') && !out.ends_with('-'),
            ')' => !only_digits,
            '/' => !out.ends_with(':'),
            letter => !letter.is_ascii_punctuation(),
        };
        if letter.is_control() {
            out.push(' ');
            continue;
        }
        if !plain {
            out.push('\\');
        }
        out.push(letter);
        only_digits &= letter.is_ascii_digit();
    }
    out
}

/// A text in the font of code, where that can be had without markup in it.
pub(super) fn code(text: &str) -> String {
    let is_plain = |letter: char| !matches!(letter, '`' | '|' | '\\') && !letter.is_control();
    if text.trim() != text || !text.chars().all(is_plain) { escape(text) } else { format!("`{text}`") }
}

/// `[404 Not Found](StatusCode::NotFound)`
pub(super) fn status_link(status: &StatusCode) -> String {
    format!("[{} {}](StatusCode::{})", status.number, escape(&status.reason), status.variant)
}

/// [`ClockSkew`](Cause::ClockSkew)
pub(super) fn cause_link(cause: &Cause) -> String {
    format!("[`{0}`](Cause::{0})", cause.variant)
}

/// The error code, linked to its variant.
fn error_link(error: &ErrorCode) -> String {
    format!("[{}](ErrorCode::{})", code(&error.code), error.variant)
}

/// The statuses with these rows, linked.
pub(super) fn status_links(table: &Table, rows: &[usize]) -> String {
    links(rows, |row| table.statuses.get(row).map(status_link))
}

/// The causes with these rows, linked.
pub(super) fn cause_links(table: &Table, rows: &[usize]) -> String {
    links(rows, |row| table.causes.get(row).map(cause_link))
}

/// The error codes with these rows, linked.
pub(super) fn error_links(table: &Table, rows: &[usize]) -> String {
    links(rows, |row| table.errors.get(row).map(error_link))
}

fn links(rows: &[usize], link: impl Fn(usize) -> Option<String>) -> String {
    let mut text = String::new();
    for row in rows {
        if let Some(link) = link(*row) {
            if !text.is_empty() {
                text.push_str(", ");
            }
            text.push_str(&link);
        }
    }
    text
}

/// What is known of a row, a paragraph each.
pub(super) struct Doc {
    text: String,
}

impl Doc {
    pub(super) fn of(summary: impl Into<String>) -> Self {
        Doc { text: summary.into() }
    }

    pub(super) fn paragraph(mut self, text: &str) -> Self {
        if !text.is_empty() {
            let _ = write!(self.text, "\n\n{text}");
        }
        self
    }

    /// A paragraph with a heading in it, unless there is nothing to say.
    pub(super) fn section(self, heading: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.paragraph(&format!("**{heading}**: {text}")) }
    }

    /// A section whose text comes from the table.
    pub(super) fn text(self, heading: &str, text: &str) -> Self {
        self.section(heading, &escape(text))
    }

    pub(super) fn retry(self, retry: &Word) -> Self {
        self.section("Retry", retry.doc)
    }

    pub(super) fn end(self) -> String {
        self.text
    }
}

/// One table of all error codes.
pub(super) fn error_table(table: &Table) -> String {
    let mut text = String::new();
    if !table.errors.is_empty() {
        text.push_str("\n\n| code | status | what happened |\n| --- | --- | --- |");
    }
    for error in &table.errors {
        let statuses = status_links(table, &error.statuses);
        let _ = write!(text, "\n| {} | {statuses} | {} |", error_link(error), escape(&error.description));
    }
    text
}
