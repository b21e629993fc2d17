//! What the command line accepts.

use std::fmt::Display;

use clap::CommandFactory;
use clap::error::ErrorKind;

/// What a status or an error code means, what may be behind it, and what to do.
#[derive(clap::Parser, Debug)]
#[command(
    name = "explain",
    after_help = "Without an argument: the table of all statuses.\n\
                  A code that the table does not have is explained by its status: give both.\n\
                  With `-`: a response, as `curl -i` prints it, from standard input."
)]
pub struct Args {
    /// HTTP status, 100 to 599, or an error code alone, or `-` for a response on standard input
    pub status: Option<String>,

    /// Error code, the Code element of the response body
    pub code: Option<String>,

    /// Print JSON, for programs
    #[arg(long)]
    pub json: bool,

    /// With `-`: when the request was signed, by the client's clock, such as 2026-01-31T12:00:00Z, an HTTP date, or seconds since 1970
    #[arg(long, value_name = "TIME")]
    pub signed_at: Option<Time>,
}

impl Args {
    /// Whether a response is to be read from standard input.
    pub(crate) fn reads_response(&self) -> bool {
        self.status.as_deref() == Some("-")
    }

    /// The error that ends the program with a message and exit code 2.
    pub(crate) fn refuse(kind: ErrorKind, message: impl Display) -> clap::Error {
        Self::command().error(kind, message)
    }
}

/// A point in time, in seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time(pub i64);

impl std::str::FromStr for Time {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let iso = || text.parse::<jiff::Timestamp>().ok();
        let http = || jiff::fmt::rfc2822::parse(text).ok().map(|time| time.timestamp());
        let time = text.parse().ok().or_else(|| Some(iso().or_else(http)?.as_second()));
        time.map(Time).ok_or("expected a time such as 2026-01-31T12:00:00Z, Sat, 31 Jan 2026 12:00:00 GMT, or 1769860800")
    }
}
