//! Explains a status, an error code or both from any table that [`obs_codes::codes!`] makes: the types of the table are a
//! parameter, so a program for a table of one's own is this one with another `StatusCode`.

mod args;
mod closest;
mod json;
mod page;
mod question;
mod response;
mod subject;
mod text;

use std::io::Read;

use clap::error::ErrorKind;
use obs_codes::table::AnyStatusCode;

pub use crate::args::{Args, Time};
use crate::question::Question;

/// What to print on standard output: a text with ANSI styles, or JSON. `input` is read when the arguments ask for it.
///
/// # Errors
///
/// The arguments name neither a status nor an error code of the table, or the input holds no response. The message says what is
/// accepted.
pub fn answer<S: AnyStatusCode>(args: &Args, input: impl Read) -> Result<String, clap::Error> {
    if args.reads_response() {
        if args.code.is_some() {
            return Err(Args::refuse(
                ErrorKind::ArgumentConflict,
                "with `-` the error code is that of the response; leave it out",
            ));
        }
        return response::answer::<S>(args, input);
    }
    if args.signed_at.is_some() {
        return Err(Args::refuse(ErrorKind::ArgumentConflict, "`--signed-at` is about a response; it goes with `-`"));
    }
    let question = Question::<S>::read(args.status.as_deref(), args.code.as_deref())
        .map_err(|refusal| Args::refuse(ErrorKind::InvalidValue, refusal))?;
    Ok(if args.json { json::answer(&question) } else { text::answer(&question) })
}
