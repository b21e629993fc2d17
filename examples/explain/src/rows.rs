//! Lists all statuses and error codes, and makes the pages about a cause, a category and the results of a search.

use obs_codes::{Category, Cause, Diagnosis, ErrorCode, Report, StatusCode};
use serde::Serialize;

use crate::json;
use crate::lines::{shortened, styled};
use crate::page::{BOLD, Entry, Page, Part, Section};
use crate::report;
use crate::search::Found;

/// A line for each status.
pub(crate) fn statuses(width: Option<usize>) -> String {
    let line = |status: &StatusCode| row(status.as_str(), status.canonical_reason(), 22, status.description(), width);
    StatusCode::ALL.iter().map(line).collect()
}

/// A JSON object for each status.
pub(crate) fn statuses_json() -> String {
    let line = |status: &StatusCode| json::line(&report::object(&Report::from(&Diagnosis::new(status.as_u16(), None))));
    StatusCode::ALL.iter().map(line).collect()
}

/// A line for each error code.
pub(crate) fn codes(width: Option<usize>) -> String {
    let status = |code: &ErrorCode| code.status().map_or("", |status| status.as_str());
    let line = |code: &ErrorCode| row(status(code), code.as_str(), 30, code.description(), width);
    ErrorCode::ALL.iter().map(line).collect()
}

/// A JSON object for each error code.
pub(crate) fn codes_json() -> String {
    let status = |code: &ErrorCode| code.status().map(|status| status.as_u16());
    let line = |code: &ErrorCode| json::line(&report::object(&Report::from(&Diagnosis::new(status(code), code.as_str()))));
    ErrorCode::ALL.iter().map(line).collect()
}

/// The page about a cause.
pub(crate) fn cause(cause: Cause) -> Page {
    let fields = [
        ("what happened", Some(cause.description().to_owned())),
        ("what to do", cause.remedy().map(str::to_owned)),
        ("cause of", Some(cause.status().to_string())),
        ("signalled by", join(cause.error_codes().iter().map(ErrorCode::as_str))),
    ];
    Page { title: cause.as_str().to_owned(), fields: with_text(fields), ..Page::default() }
}

/// The page about a category.
pub(crate) fn category(category: Category) -> Page {
    let fields = [
        ("what happened", Some(category.description().to_owned())),
        ("what to do", category.remedy().map(str::to_owned)),
        ("statuses", join(statuses_of(category).map(StatusCode::as_str))),
    ];
    Page { title: category.to_string(), fields: with_text(fields), ..Page::default() }
}

/// A cause as a JSON object.
pub(crate) fn cause_json(cause: Cause) -> String {
    #[derive(Serialize)]
    struct Object {
        cause: &'static str,
        status: u16,
        error_codes: Vec<&'static str>,
        description: &'static str,
        remedy: Option<&'static str>,
    }
    json::line(&Object {
        cause: cause.as_str(),
        status: cause.status().as_u16(),
        error_codes: cause.error_codes().iter().map(ErrorCode::as_str).collect(),
        description: cause.description(),
        remedy: cause.remedy(),
    })
}

/// A category as a JSON object.
pub(crate) fn category_json(category: Category) -> String {
    #[derive(Serialize)]
    struct Object {
        category: &'static str,
        statuses: Vec<u16>,
        description: &'static str,
        remedy: Option<&'static str>,
    }
    json::line(&Object {
        category: category.as_str(),
        statuses: statuses_of(category).map(StatusCode::as_u16).collect(),
        description: category.description(),
        remedy: category.remedy(),
    })
}

/// The page about the results of a search.
pub(crate) fn found(words: &[String], found: &[Found]) -> Page {
    let entry = |found: &Found| Entry {
        name: Some(found.name.to_owned()),
        remark: Some(found.status.map_or_else(|| found.kind.to_owned(), |status| format!("{}, {status}", found.kind))),
        text: found.description.to_owned(),
        remedy: found.remedy.map(str::to_owned),
    };
    let count = if found.len() == 1 { "1 match".to_owned() } else { format!("{} matches", found.len()) };
    Page {
        title: format!("{count} for `{}`", words.join(" ").escape_debug()),
        sections: vec![Section::new("Best matches first", Part::Remedy, found.iter().map(entry).collect())],
        ..Page::default()
    }
}

fn statuses_of(category: Category) -> impl Iterator<Item = &'static StatusCode> {
    StatusCode::ALL.iter().filter(move |status| status.category() == category)
}

fn join<'t>(names: impl Iterator<Item = &'t str>) -> Option<String> {
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The fields that have a text.
fn with_text<const N: usize>(fields: [(&'static str, Option<String>); N]) -> Vec<(&'static str, String)> {
    fields.into_iter().filter_map(|(label, text)| Some((label, text?))).collect()
}

/// A line with a key, a name, and as much of a text as fits into `width` columns of the terminal.
fn row(key: &str, name: &str, name_width: usize, text: &str, width: Option<usize>) -> String {
    let lead = format!("{key:3}  {name:name_width$}  ");
    let room = width.map_or(usize::MAX, |width| width.saturating_sub(textwrap::core::display_width(&lead)));
    format!("{}{}\n", styled(&lead, BOLD), shortened(text, room))
}
