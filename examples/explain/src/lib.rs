//! The answers of `obs-explain`; see its README.

mod args;
mod closest;
mod failure;
mod json;
mod lines;
mod page;
mod report;
mod request;
mod responses;
mod rows;
mod search;
mod subject;
mod time;
mod words;

use std::fs::File;
use std::io::{Read, Write};

use obs_codes::{Diagnosis, Report};

pub use crate::args::{Args, Command};
pub use crate::failure::Failure;
use crate::page::Layout;
pub use crate::request::Request;
use crate::subject::Subject;
pub use crate::time::Time;

/// The width of a page if that of the terminal is not known.
const USUAL_COLUMNS: usize = 80;
/// A page is never narrower than this.
const LEAST_COLUMNS: usize = 40;
/// A page is never wider than this: longer lines are hard to read.
const MOST_COLUMNS: usize = 100;
/// The most lines of a page: they fit on most screens.
const MOST_LINES: usize = 45;

/// Writes the answer to `output`, with ANSI styles. `input` is read if the arguments ask for standard input. `columns` is the width of the
/// terminal, if the answer goes to one.
///
/// # Errors
///
/// Returns an error if there is no answer, or only a partial one.
pub fn explain(args: &Args, input: impl Read, columns: Option<usize>, output: &mut impl Write) -> Result<(), Failure> {
    let layout = Layout {
        columns: columns.unwrap_or(USUAL_COLUMNS).clamp(LEAST_COLUMNS, MOST_COLUMNS),
        lines: (!args.all).then_some(MOST_LINES),
    };
    let (page, json) = match Subject::of(&args.words) {
        _ if args.list => (rows::codes(columns), rows::codes_json()),
        Subject::Statuses => (rows::statuses(columns), rows::statuses_json()),
        Subject::StandardInput => return responses::explain(args, None, input, layout, output),
        Subject::File(path) => {
            let file = File::open(&path).map_err(|error| Failure::Input(Some(path.clone()), error))?;
            return responses::explain(args, Some(&path), file, layout, output);
        }
        Subject::Failure { status, code } => return explain_failure(args, status, code.as_deref(), layout, output),
        Subject::Cause(cause) => (rows::cause(cause).lay_out(layout), rows::cause_json(cause)),
        Subject::Category(category) => (rows::category(category).lay_out(layout), rows::category_json(category)),
        Subject::Words => {
            let found = search::search(&args.words);
            if found.is_empty() {
                let word = args.words.join(" ");
                let closest = closest::closest_names(&word);
                return Err(Failure::UnknownWord { word, closest });
            }
            (rows::found(&args.words, &found).lay_out(layout), found.iter().map(json::line).collect())
        }
    };
    output.write_all(if args.json { json.as_bytes() } else { page.as_bytes() })?;
    Ok(())
}

/// Explains a status, an error code or both. If the table does not have the code, explains the status and returns an error.
fn explain_failure(
    args: &Args,
    status: Option<u16>,
    code: Option<&str>,
    layout: Layout,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let facts = args.facts();
    let diagnosis = Diagnosis::new(status, code).facts(&facts);
    let report = Report::from(&diagnosis);
    let answer = if args.json { json::line(&report::object(&report)) } else { report::page(&report, args.all).lay_out(layout) };
    output.write_all(answer.as_bytes())?;
    match code.filter(|_| diagnosis.error_code().is_none()) {
        Some(code) => Err(Failure::UnknownCode { code: code.to_owned(), closest: closest::closest_codes(code) }),
        None => Ok(()),
    }
}
