//! Explains each failed response in a file or on standard input.

use std::io::{Read, Write};
use std::path::Path;

use obs_codes::{ErrorResponse, Report};

use crate::failure::Failure;
use crate::page::Layout;
use crate::{Args, json, report};

/// The most failures that are explained without `--all`: failed responses, or objects that a multi-object delete did not delete. Nobody
/// reads more than this.
pub(crate) const MOST_FAILURES: usize = 1000;

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
    let mut left = if args.all { usize::MAX } else { MOST_FAILURES };
    for number in 1.. {
        let mut report = report_on(args, &next.map_err(unreadable)?);
        let following = responses.next();
        let failures = report.objects.len().max(1);
        let is_cut = failures > left || (failures == left && following.is_some());
        report.objects.truncate(left);
        left = left.saturating_sub(failures);
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
        if is_cut {
            return Err(Failure::ManyFailures);
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
