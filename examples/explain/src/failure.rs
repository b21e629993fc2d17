//! The reasons why there is no answer.

use std::fmt;
use std::io;
use std::path::PathBuf;

use obs_codes::response::NoFailure;

use crate::responses::MOST_FAILURES;

/// Why there is no answer, or only a partial one.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// Nothing in the table has this name or mentions it.
    UnknownWord {
        /// The word.
        word: String,
        /// The names that are spelled most like it.
        closest: Vec<&'static str>,
    },
    /// The table does not have this error code, and the answer is about the status alone.
    UnknownCode {
        /// The error code.
        code: String,
        /// The error codes that are spelled most like it.
        closest: Vec<&'static str>,
    },
    /// The input reports no failed response.
    NoFailure(NoFailure),
    /// The input reports more failures than are explained without `--all`.
    ManyFailures,
    /// The file cannot be read or, without a path, standard input cannot.
    Input(Option<PathBuf>, io::Error),
    /// The answer cannot be written.
    Output(io::Error),
}

impl Failure {
    /// The exit code of the program.
    pub fn exit_code(&self) -> u8 {
        match self {
            // The reader has seen enough, as in `obs-explain | head`.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::UnknownWord { .. } | Self::UnknownCode { .. } => 1,
            _ => 2,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownWord { word, .. } if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) => {
                write!(f, "`{word}` is not a status code; expected a number from 100 to 599")
            }
            Self::UnknownWord { word, closest } => {
                let word = word.escape_debug();
                write!(f, "`{word}` is not a status, an error code, a cause or a file, and no text of the table mentions it")?;
                write_closest(closest, f)
            }
            Self::UnknownCode { code, closest } => {
                write!(f, "`{}` is not in the table of error codes", code.escape_debug())?;
                write_closest(closest, f)
            }
            Self::NoFailure(error) => error.fmt(f),
            Self::ManyFailures => write!(f, "only the first {MOST_FAILURES} failures are explained; `--all` explains every one"),
            Self::Input(Some(path), error) => write!(f, "cannot read `{}`: {error}", path.display().to_string().escape_debug()),
            Self::Input(None, error) => write!(f, "cannot read standard input: {error}"),
            Self::Output(error) => write!(f, "cannot write the answer: {error}"),
        }
    }
}

fn write_closest(closest: &[&str], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if closest.is_empty() { Ok(()) } else { write!(f, "\n\n  did you mean {}?", closest.join(" or ")) }
}

impl std::error::Error for Failure {}
