//! Finds failed responses in logs and in the output of tools.

mod collect;
mod escapes;
mod failure;
mod input;
mod labels;
mod lines;
mod markup;
mod scan;
mod transcript;
mod value;

use core::fmt;
use std::io::{self, Read};

use self::collect::Collector;
use self::input::Input;
use self::scan::{Progress, scan};
use super::ErrorResponse;

impl ErrorResponse<'static> {
    /// Reads a failed response from a text: the output of `curl -i` or `curl -v`, an `<Error>` anywhere in it, plain or escaped, JSON, or
    /// the line of a log in which an SDK or a tool reported the failure.
    ///
    /// What the text does not say is unknown, even the status. If there are several failures, this is the last one with an error code,
    /// or else the last one. [`all_from_text`](Self::all_from_text) reads all of them.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let log = "error: Status=404 Not Found, Code=NoSuchKey, Message=No such key., RequestId=0A1B";
    /// let response = ErrorResponse::from_text(log)?;
    /// assert_eq!(response.to_string(), "404 NoSuchKey: No such key. (request ID 0A1B)");
    ///
    /// let log = "An error occurred (AccessDenied) when calling the PutObject operation: Access Denied";
    /// let response = ErrorResponse::from_text(log)?;
    /// assert_eq!((response.status(), response.code()), (None, Some("AccessDenied")));
    /// # Ok::<(), obs_codes::response::NoFailure>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text does not report a failed response.
    pub fn from_text(text: &str) -> Result<Self, NoFailure> {
        let mut responses = ErrorResponse::all_from_reader(text.as_bytes());
        let all = responses.by_ref().filter_map(Result::ok);
        all.max_by_key(|response| response.code().is_some()).ok_or_else(|| responses.no_failure())
    }

    /// Reads every failed response of a text, in its order; see [`from_text`](Self::from_text).
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let output = "HTTP/1.1 307 Temporary Redirect\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\n";
    /// let responses = ErrorResponse::all_from_text(output);
    /// let statuses: Vec<_> = responses.filter_map(|response| response.status()).collect();
    /// assert_eq!(statuses, [307, 404]);
    /// ```
    pub fn all_from_text(text: &str) -> impl Iterator<Item = Self> {
        // Reading from memory does not fail.
        Self::all_from_reader(text.as_bytes()).filter_map(Result::ok)
    }

    /// Reads every failed response of a file or of standard input, however long; see [`from_text`](Self::from_text).
    ///
    /// At most 16 MB are kept in memory. UTF-16, as PowerShell writes it, and UTF-32 are read too, and bytes that are not UTF-8 become U+FFFD.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let log = "Status [403], error code [AccessDenied]\nStatus [404], error code [NoSuchKey]\n";
    /// let responses = ErrorResponse::all_from_reader(log.as_bytes());
    /// let responses: Vec<_> = responses.collect::<std::io::Result<_>>()?;
    /// assert_eq!(responses[1].code(), Some("NoSuchKey"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn all_from_reader<R: Read>(reader: R) -> Responses<R> {
        Responses { input: Input::new(reader), progress: Progress::default(), found: Collector::default(), is_end: false }
    }
}

/// The failed responses in a text; see [`ErrorResponse::all_from_reader`].
pub struct Responses<R> {
    input: Input<R>,
    progress: Progress,
    found: Collector,
    is_end: bool,
}

impl<R: Read> Responses<R> {
    /// The error that explains why the text has no failed response.
    pub fn no_failure(&self) -> NoFailure {
        NoFailure { status: self.found.success() }
    }

    fn read(&mut self) -> io::Result<()> {
        self.input.fill()?;
        if let Some(length) = scan(&self.input.text, self.input.is_end, &mut self.progress, &mut self.found) {
            self.found.forget(length);
            self.input.forget(length);
            self.is_end = self.input.is_end;
        }
        Ok(())
    }
}

impl<R: Read> Iterator for Responses<R> {
    type Item = io::Result<ErrorResponse<'static>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(response) = self.found.next(self.is_end) {
                return Some(Ok(response));
            }
            if self.is_end {
                return None;
            }
            if let Err(error) = self.read() {
                self.is_end = true;
                return Some(Err(error));
            }
        }
    }
}

/// Prints nothing of the text.
impl<R> fmt::Debug for Responses<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Responses").field("is_end", &self.is_end).finish_non_exhaustive()
    }
}

/// The error of [`ErrorResponse::from_text`]: the text does not report a failed response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFailure {
    status: Option<u16>,
}

impl NoFailure {
    /// The status of a response that did not fail, if the text has one.
    pub fn status(&self) -> Option<u16> {
        self.status
    }
}

impl fmt::Display for NoFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.status {
            Some(status) => write!(f, "the response did not fail: its status is `{status}`"),
            None => f.write_str(
                "no failed response found: expected the output of `curl -i` or `curl -v`, an `<Error>` body, JSON with an error code, \
                 or a log line with a labelled status or error code, such as `Status=404, Code=NoSuchKey`",
            ),
        }
    }
}

impl core::error::Error for NoFailure {}
