//! Compares the string that the server signed with the one that the client signed.

use core::fmt;

use super::ErrorResponse;

impl ErrorResponse<'_> {
    /// The first line in which `own`, the string that you signed, differs from `StringToSign`, the string that the server signed.
    /// `None` if the two are the same, or if the response does not have `StringToSign`. A line feed at the end makes no difference.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let body = b"<Error><Code>SignatureDoesNotMatch</Code>\
    ///     <StringToSign>GET\n\n\nWed, 01 Jan 2025 00:00:00 GMT\n/b/k</StringToSign></Error>";
    /// let response = ErrorResponse::from_body(403, body);
    /// let own = "GET\n\ntext/plain\nWed, 01 Jan 2025 00:00:00 GMT\n/b/k";
    /// let difference = response.string_to_sign_difference(own).unwrap();
    /// assert_eq!(difference.line(), 3);
    /// assert_eq!((difference.own(), difference.server()), (Some("text/plain"), Some("")));
    /// assert_eq!(difference.to_string(), "line 3 of the string to sign differs");
    /// ```
    pub fn string_to_sign_difference<'s>(&'s self, own: &'s str) -> Option<LineDifference<'s>> {
        let server = self.string_to_sign()?;
        let (mut own, mut server) = (lines(own), lines(server));
        (1..)
            .map_while(|line| match (own.next(), server.next()) {
                (None, None) => None,
                (own, server) => Some(LineDifference { line, own, server }),
            })
            .find(|difference| difference.own != difference.server)
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.strip_suffix('\n').unwrap_or(text).split('\n')
}

/// The first line in which two strings to sign differ.
///
/// `Display` and `Debug` print its number, not its content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LineDifference<'s> {
    line: usize,
    own: Option<&'s str>,
    server: Option<&'s str>,
}

impl<'s> LineDifference<'s> {
    /// The number of the line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The line of the client's string, if it has that many.
    pub fn own(&self) -> Option<&'s str> {
        self.own
    }

    /// The line of the server's string, if it has that many. It may contain a secret: do not log it.
    pub fn server(&self) -> Option<&'s str> {
        self.server
    }
}

impl fmt::Display for LineDifference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the string to sign differs", self.line)?;
        match (self.own, self.server) {
            (None, _) => f.write_str(": the server's has more lines"),
            (_, None) => f.write_str(": the client's has more lines"),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for LineDifference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LineDifference").field("line", &self.line).finish_non_exhaustive()
    }
}
