//! Explains a status, an error code or both from any table that [`obs_codes::codes!`] makes: the types of the table are a
//! parameter, so a program for a table of one's own is this one with another `StatusCode`.

mod args;
mod closest;
mod json;
mod page;
mod question;
mod subject;
mod text;

use clap::CommandFactory;
use clap::error::ErrorKind;
use obs_codes::table::AnyStatusCode;

pub use crate::args::Args;
use crate::question::Question;

/// What to print on standard output: a text with ANSI styles, or JSON.
///
/// # Errors
///
/// The arguments name neither a status nor an error code of the table. The message says what is accepted.
pub fn answer<S: AnyStatusCode>(args: &Args) -> Result<String, clap::Error> {
    let question = Question::<S>::read(args.status.as_deref(), args.code.as_deref())
        .map_err(|refusal| Args::command().error(ErrorKind::InvalidValue, refusal))?;
    Ok(if args.json { json::answer(&question) } else { text::answer(&question) })
}
