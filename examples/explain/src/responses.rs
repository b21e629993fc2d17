//! Explains each failed response in a file or on standard input.

use std::io::{Read, Write};
use std::path::Path;

use obs_codes::{ErrorResponse, Report};

use crate::failure::Failure;
use crate::page::Layout;
use crate::{Args, json, report};

/// The most responses that are explained without `--all`. Nobody reads more pages than this.
pub(crate) const MOST_RESPONSES: usize = 1000;

/// Explains each failed response as soon as it is read. If there are several, they are numbered.
pub(crate) fn explain(
    args: &Args,
    path: Option<&Path>,
    input: impl Read,
    layout: Layout,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let unreadable = |error| Failure::Input(path.map(Path::to_owned), error);
    let mut responses = ErrorResponse::all_from_reader(input);
    let mut next = responses.next().ok_or_else(|| Failure::NoFailure(responses.no_failure()))?;
    for number in 1.. {
        let report = report_on(args, &next.map_err(unreadable)?);
        let following = responses.next();
        let is_one_of_several = number > 1 || following.is_some();
        if args.json {
            json::write_line(&report::object(&report), output)?;
        } else {
            let mut page = report::page(&report, args.all);
            page.notes.extend(report::suggestion(&report));
            if is_one_of_several {
                page.title = format!("{number}. {}", page.title);
            }
            let gap = if number > 1 { "\n\n" } else { "" };
            write!(output, "{gap}{}", page.lay_out(layout))?;
        }
        if number == MOST_RESPONSES && following.is_some() && !args.all {
            return Err(Failure::ManyResponses);
        }
        match following {
            Some(response) => next = response,
            None => break,
        }
    }
    Ok(())
}

fn report_on(args: &Args, response: &ErrorResponse<'_>) -> Report {
    let facts = args.facts();
    let diagnosis = response.diagnose().facts(&facts).signed_at(args.signed_at.map(|time| time.0));
    Report::new(response, &diagnosis)
}
