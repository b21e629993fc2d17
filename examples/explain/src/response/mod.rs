//! `explain -`: the diagnosis of a response that `curl -i` printed.

mod json;
mod text;

use std::io::{self, Read};

use clap::error::ErrorKind;
use obs_codes::response::ObjectError;
use obs_codes::table::{AnyErrorCode, AnyStatusCode};
use obs_codes::{Diagnosis, ErrorResponse};

use crate::args::Args;
use crate::subject::{Code, Status, Subject};

/// The most that is read of standard input, in bytes: many responses with their headers, and more of a body than is read as an error.
const MOST: u64 = 16 << 20;

/// Reads the response from `input` and says what to print.
///
/// # Errors
///
/// The input cannot be read, or holds no HTTP response.
pub(crate) fn answer<S: AnyStatusCode>(args: &Args, input: impl Read) -> Result<String, clap::Error> {
    let mut output = Vec::new();
    input.take(MOST).read_to_end(&mut output).map_err(|error| unreadable(&error))?;
    let response = ErrorResponse::from_text(&String::from_utf8_lossy(&output))
        .map_err(|error| Args::refuse(ErrorKind::InvalidValue, error))?;
    let diagnosis = response.diagnose_as::<S::ErrorCode>().signed_at(args.signed_at.map(|time| time.0));
    Ok(if args.json { json::answer(&response, &diagnosis) } else { text::answer(&response, &diagnosis) })
}

fn unreadable(error: &io::Error) -> clap::Error {
    clap::Error::raw(ErrorKind::Io, format!("cannot read standard input: {error}\n"))
}

/// The status and the error code of the response, looked up in the table.
fn subject<E: AnyErrorCode>(response: &ErrorResponse<'_>) -> Subject<E::StatusCode> {
    Subject { status: Some(Status::of(response.status().unwrap_or_default())), code: response.code().map(Code::of) }
}

/// The diagnosis of one object that was not deleted. The status is that of the whole response and says nothing of it.
fn diagnosis_of<'a, E: AnyErrorCode>(error: &'a ObjectError<'_>) -> Diagnosis<'a, E> {
    let code = error.code().and_then(E::from_code);
    let status = code.and_then(|code| code.status()).map_or(0, |status| status.as_u16());
    Diagnosis::of(status, error.code()).message(error.message().map(|message| message.expose_secrets()))
}
