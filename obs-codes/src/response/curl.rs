//! What `curl -i` prints: the head of a response as HTTP/1 writes it, whatever the version, and its body.

use core::fmt;
use std::vec::Vec;

use super::ErrorResponse;

impl<'a> ErrorResponse<'a> {
    /// Reads a response as `curl -i` prints it: a status line, header lines, an empty line, the body. Lines may end in CR LF or in LF.
    ///
    /// Of several responses the last counts: `curl -L` prints each redirect before it, and a `100 Continue` or a proxy's
    /// `200 Connection established` stands before what they announce. Where one with a body comes before another, its
    /// `Content-Length` tells where that body ends.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let output = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nx-obs-request-id: 0A1B\r\n\r\n";
    /// let response = ErrorResponse::from_curl(output)?;
    /// assert_eq!((response.status(), response.request_id()), (Some(404), Some("0A1B")));
    /// # Ok::<(), obs_codes::response::NotAResponse>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the text does not begin with a status line, such as `HTTP/1.1 403 Forbidden` or `HTTP/2 403`; blanks before it do not count.
    pub fn from_curl(output: &'a [u8]) -> Result<Self, NotAResponse> {
        let output = output.strip_prefix(b"\xef\xbb\xbf").unwrap_or(output).trim_ascii_start();
        let mut last = Head::read(output).ok_or(NotAResponse(()))?;
        while let Some(next) = last.next() {
            last = next;
        }
        Ok(Self::from_parts(last.status, last.headers, last.rest))
    }
}

/// The error of [`ErrorResponse::from_curl`]: the text does not begin with a status line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAResponse(());

impl fmt::Display for NotAResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no HTTP response: expected a status line first, such as `HTTP/1.1 403 Forbidden`, as `curl -i` prints it")
    }
}

impl core::error::Error for NotAResponse {}

/// A status line with its headers, and what follows the empty line after them.
struct Head<'a> {
    status: u16,
    headers: Vec<(&'a [u8], &'a [u8])>,
    rest: &'a [u8],
}

impl<'a> Head<'a> {
    fn read(text: &'a [u8]) -> Option<Self> {
        let (line, mut rest) = first_line(text);
        let status = status(line)?;
        let mut headers = Vec::new();
        while !rest.is_empty() {
            let (line, after) = first_line(rest);
            rest = after;
            if line.is_empty() {
                break;
            }
            // What is no header says nothing: a line that was broken, or one of a tool around.
            if let Some(colon) = line.iter().position(|byte| *byte == b':') {
                headers.push((line[..colon].trim_ascii(), &line[colon + 1..]));
            }
        }
        Some(Self { status, headers, rest })
    }

    /// The response that follows, at once or after the body.
    fn next(&self) -> Option<Self> {
        Self::read(self.rest).or_else(|| Self::read(self.rest.get(self.body_length()?..)?.trim_ascii_start()))
    }

    fn body_length(&self) -> Option<usize> {
        let (_, length) = self.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case(b"content-length"))?;
        core::str::from_utf8(length).ok()?.trim_ascii().parse().ok()
    }
}

/// The first line without its end, and what follows it.
fn first_line(text: &[u8]) -> (&[u8], &[u8]) {
    let (line, rest) = match text.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&text[..end], &text[end + 1..]),
        None => (text, &[][..]),
    };
    (line.strip_suffix(b"\r").unwrap_or(line), rest)
}

/// The number in `HTTP/1.1 403 Forbidden`; HTTP/2 and later have no reason phrase.
fn status(line: &[u8]) -> Option<u16> {
    let mut words = line.strip_prefix(b"HTTP/")?.split(|byte| *byte == b' ').filter(|word| !word.is_empty());
    let (version, number) = (words.next()?, words.next()?);
    let is_version = version[0].is_ascii_digit() && version.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
    let is_number = number.len() == 3 && number.iter().all(u8::is_ascii_digit);
    (is_version && is_number).then(|| number.iter().fold(0, |number, digit| number * 10 + u16::from(digit - b'0')))
}
