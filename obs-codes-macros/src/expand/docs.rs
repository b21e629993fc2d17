//! Builds documentation from the texts of the table, which it escapes.

use proc_macro2::Ident;

use super::Context;
use crate::args::Type;
use crate::table::{Cause, Column, ColumnValues, ErrorCode, StatusCode};

/// Escapes every character that Markdown, HTML or rustdoc could read as markup.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.chars();
    // A text that begins with a number and a full stop or a bracket would be a list.
    let mut only_digits = true;
    while let Some(letter) = rest.next() {
        let is_plain = match letter {
            ',' | ';' | '?' | '%' | '(' => true,
            // rustdoc replaces three full stops by an ellipsis, and two hyphens by a dash.
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

/// Formats a text as code. A text with characters that would need escapes there stays ordinary text.
pub(super) fn code(text: &str) -> String {
    let is_plain = |letter: char| !matches!(letter, '`' | '|' | '\\') && !letter.is_control();
    if text.trim() != text || !text.chars().all(is_plain) { escape(text) } else { format!("`{text}`") }
}

/// Joins the existing paragraphs with blank lines.
pub(super) fn paragraphs(paragraphs: impl IntoIterator<Item = Option<String>>) -> String {
    paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// A paragraph that begins with a heading, unless the text is empty.
pub(super) fn section(heading: &str, text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("**{heading}**: {text}"))
}

/// The paragraph with a remedy.
pub(super) fn remedy(remedy: Option<&String>) -> Option<String> {
    remedy.and_then(|remedy| section("What to do", &escape(remedy)))
}

/// Links a text to a variant, if the documentation shows its type.
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

    /// Tables of all error codes, under a heading for each status that they usually come with.
    pub(super) fn error_tables(&self) -> Option<String> {
        let rows = |status: Option<usize>| {
            let errors = self.table.errors.iter().enumerate();
            let errors = errors.filter(move |(_, error)| error.statuses.first().copied() == status);
            errors.map(|(row, error)| format!("| {} | {} |", self.error_link(row), escape(&error.description))).collect()
        };
        let table = |heading: &str, rows: Vec<String>| {
            (!rows.is_empty()).then(|| format!("{heading}| code | what happened |\n| --- | --- |\n{}", rows.join("\n")))
        };
        let statuses = self
            .table
            .statuses
            .iter()
            .enumerate()
            .map(|(row, status)| table(&format!("# {} {}\n\n", status.number, escape(&status.reason)), rows(Some(row))));
        let heading = if self.table.statuses.is_empty() { "" } else { "# Without a documented status\n\n" };
        let tables: Vec<String> = statuses.chain([table(heading, rows(None))]).flatten().collect();
        (!tables.is_empty()).then(|| tables.join("\n\n"))
    }

    /// A list of the descriptions of cases.
    pub(super) fn case_list(&self, cases: &[usize]) -> String {
        cases.iter().flat_map(|case| ["\n- ".to_owned(), escape(&self.table.cases[*case].description)]).collect()
    }
}

/// The values of a row in the columns that the table declares, with a paragraph for each.
pub(super) fn own_values(columns: &[Column], row: usize) -> impl Iterator<Item = Option<String>> {
    columns.iter().map(move |column| {
        let value = match &column.values {
            ColumnValues::Strings(texts) => texts[row].as_deref().map(url_or_text),
            ColumnValues::Integers(numbers) => numbers[row].map(|number| escape(&number.to_string())),
            ColumnValues::Booleans(booleans) => booleans[row].map(|boolean| boolean.to_string()),
        };
        section(&escape(&column.name.to_string()), &value.unwrap_or_default())
    })
}

/// A text that is only a URL becomes a link.
fn url_or_text(text: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/?#=&%+".contains(letter);
    let is_url = (text.starts_with("https://") || text.starts_with("http://")) && text.chars().all(is_plain);
    if is_url { format!("<{text}>") } else { escape(text) }
}

fn links(rows: &[usize], link: impl Fn(usize) -> String) -> String {
    rows.iter().map(|row| link(*row)).collect::<Vec<_>>().join(", ")
}
