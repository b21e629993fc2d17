//! A failed response, read.

mod body;
mod curl;
mod diagnose;
mod element;
mod headers;
mod json;
mod object_errors;
mod print;
mod redacted;
mod report;
#[cfg(feature = "serde")]
mod serialize;
mod string_to_sign;
mod time;
mod unread;
mod xml;

use core::time::Duration;
use std::borrow::Cow;
use std::string::String;

pub use body::{BodyKind, UnreadReason};
pub use curl::NotAResponse;
pub use element::{Child, Children};
pub use object_errors::{ObjectError, ObjectErrors};
pub use redacted::Redacted;
pub use report::{Report, ReportedCase, ReportedCause, ReportedObject};
pub use string_to_sign::LineDifference;
pub use time::RetryAfter;
pub use unread::Unread;

use self::body::{Body, LIMIT};
use self::element::find;
use self::headers::{Header, Headers};

/// A failed response of OBS: what its status, headers and body say.
///
/// It reads whatever comes and never fails: the XML of OBS, the JSON of its newer services, an answer to `HEAD` of which the headers are
/// all there is, a proxy's HTML page, a body that was cut off. At most 64 KiB of a body are read as an error. What could not be read is
/// told by [`unread`](Self::unread).
///
/// What came is kept as it came, borrowed where nothing in it is escaped. `Display` prints one line for a log, `{:#}` all of it over
/// several lines; neither of them prints a secret, nor does `Debug`, see [`Redacted`].
///
/// ```
/// use obs_codes::{Cause, ErrorResponse};
///
/// let body = b"<Error><Code>RequestTimeTooSkewed</Code><Message>Request is not yet valid.</Message>\
///     <RequestTime>Wed, 15 Nov 2023 22:12:20 GMT</RequestTime><ServerTime>2023-11-14T22:13:20.000Z</ServerTime></Error>";
/// let response = ErrorResponse::from_parts(403, [("x-obs-request-id", "0A1B")], body);
/// assert_eq!(response.code(), Some("RequestTimeTooSkewed"));
/// assert_eq!(response.to_string(), "403 RequestTimeTooSkewed: Request is not yet valid. (request ID 0A1B)");
///
/// let diagnosis = response.diagnose();
/// let first = diagnosis.causes().next().unwrap();
/// assert_eq!(first.cause(), Cause::ClockSkew);
/// assert_eq!(first.evidence().to_string(), "your clock is 23 h 59 min ahead");
/// ```
///
/// Points in time are seconds since 1970-01-01T00:00:00Z, as [`Diagnosis`](crate::Diagnosis) takes them: no clock type of any library
/// is forced on the caller, and no date overflows.
#[derive(Clone)]
pub struct ErrorResponse<'a> {
    status: u16,
    headers: Headers<'a>,
    /// The whole body: of a `<DeleteResult>` more is read when it is asked for.
    source: Cow<'a, [u8]>,
    /// The text that was read instead of the first part of the body, where that is no UTF-8.
    replaced: Option<String>,
    body: Body<'a>,
}

impl<'a> ErrorResponse<'a> {
    /// Reads a response from the number of its status, its headers, and its body.
    ///
    /// Headers are pairs of a name, in any letter case, and a value; a `HeaderMap` of the `http` crate gives them when iterated.
    /// Bytes of a value that are no UTF-8 become U+FFFD.
    pub fn from_parts<'h: 'a, N: AsRef<[u8]>, V: AsRef<[u8]> + ?Sized + 'h>(
        status: u16,
        headers: impl IntoIterator<Item = (N, &'h V)>,
        body: &'a [u8],
    ) -> Self {
        let source = Cow::Borrowed(body);
        let headers = Headers::read(headers);
        if body::is_utf16(body) {
            let body = Body::not_an_error(BodyKind::Other).because(UnreadReason::Encoding);
            return Self { status, headers, source, replaced: None, body };
        }
        let (head, is_all) = first_part(body);
        let (body, replaced) = match decode(head) {
            Cow::Borrowed(text) => (body::read(text, is_all), None),
            Cow::Owned(text) => (body::read(&text, is_all).into_owned(), Some(text)),
        };
        Self { status, headers, source, replaced, body }
    }

    /// Reads a response of which the headers are not known.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let response = ErrorResponse::from_body(404, b"<Error><Code>NoSuchKey</Code></Error>");
    /// assert_eq!(response.code(), Some("NoSuchKey"));
    /// ```
    pub fn from_body(status: u16, body: &'a [u8]) -> Self {
        Self::from_parts::<&str, str>(status, [], body)
    }

    /// Reads a response of the `http` crate.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let response = http::Response::builder().status(404).header("x-obs-error-code", "NoSuchKey").body("").unwrap();
    /// assert_eq!(ErrorResponse::from_http(&response).code(), Some("NoSuchKey"));
    /// ```
    #[cfg(feature = "http")]
    pub fn from_http<B: AsRef<[u8]>>(response: &'a http::Response<B>) -> Self {
        Self::from_parts(response.status().as_u16(), response.headers(), response.body().as_ref())
    }

    /// The same, independent of what it was read from. Copies the whole body.
    pub fn into_owned(self) -> ErrorResponse<'static> {
        ErrorResponse {
            status: self.status,
            headers: self.headers.into_owned(),
            source: Cow::Owned(self.source.into_owned()),
            replaced: self.replaced,
            body: self.body.into_owned(),
        }
    }

    /// The number of the status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Whether the response reports a failure at all: a status from 300 on save `304 Not Modified`, an error code in a header, or, with
    /// any other status, a body that is `<Error>`, or `<DeleteResult>` with an object that was not deleted. `CopyObject` for one answers
    /// 200 when the copy begins, and may still fail.
    ///
    /// An object whose content is `<Error>` cannot be told from a failure.
    pub fn is_error(&self) -> bool {
        (self.status >= 300 && self.status != 304) || self.header_code().is_some() || self.is_error_body()
    }

    fn is_error_body(&self) -> bool {
        match self.body.entries {
            Some(_) => self.errors().next().is_some(),
            None => self.body.kind == BodyKind::Xml && !self.body.elements.is_empty(),
        }
    }

    /// The error code: that of the body, which is the more detailed, else that of the header.
    ///
    /// Of a multi-object delete it is that of the first object that was not deleted, as are all other children.
    pub fn code(&self) -> Option<&str> {
        self.body_code().or_else(|| self.header_code())
    }

    /// The error code that the body names.
    pub fn body_code(&self) -> Option<&str> {
        self.find("Code").map(str::trim_ascii)
    }

    /// The error code of `x-obs-error-code`.
    pub fn header_code(&self) -> Option<&str> {
        self.headers.get(Header::ErrorCode)
    }

    /// Whether body and header name different error codes.
    pub fn codes_disagree(&self) -> bool {
        self.body_code().zip(self.header_code()).is_some_and(|(body, header)| body != header)
    }

    /// What the server says of the failure: that of the body, else that of `x-obs-error-message`. It may name an access key, which is
    /// not printed.
    pub fn message(&self) -> Option<Redacted<'_>> {
        let text = self.find("Message").or_else(|| self.headers.get(Header::ErrorMessage));
        text.map(|text| self.redacted(text))
    }

    /// The bucket or object that the request was about, perhaps with its query.
    pub fn resource(&self) -> Option<Redacted<'_>> {
        self.find("Resource").map(|text| self.redacted(text))
    }

    /// The ID by which the support finds the request: that of the body, else that of `x-obs-request-id`.
    pub fn request_id(&self) -> Option<&str> {
        self.find("RequestId").or_else(|| self.headers.get(Header::RequestId))
    }

    /// The ID of the server that answered: that of the body, else that of `x-obs-id-2`.
    pub fn host_id(&self) -> Option<&str> {
        self.find("HostId").or_else(|| self.headers.get(Header::HostId))
    }

    /// The inner, more detailed code of `x-reserved-indicator`.
    pub fn indicator(&self) -> Option<&str> {
        self.headers.get(Header::Indicator)
    }

    /// Where a redirect leads: `Location`.
    pub fn location(&self) -> Option<Redacted<'_>> {
        self.headers.get(Header::Location).map(|text| self.redacted(text))
    }

    /// The region of the bucket: `x-obs-bucket-region`.
    pub fn bucket_region(&self) -> Option<&str> {
        self.headers.get(Header::BucketRegion)
    }

    /// When to send the request again: `Retry-After`.
    pub fn retry_after(&self) -> Option<RetryAfter> {
        self.headers.get(Header::RetryAfter).and_then(RetryAfter::read)
    }

    /// The server's time when it answered, in seconds since 1970-01-01T00:00:00Z: `Date`.
    pub fn date(&self) -> Option<i64> {
        self.headers.get(Header::Date).and_then(time::seconds)
    }

    /// The time that the request carried, in seconds since 1970-01-01T00:00:00Z: `RequestTime` of the body.
    pub fn request_time(&self) -> Option<i64> {
        self.find("RequestTime").and_then(time::seconds)
    }

    /// The server's time when it refused the request, in seconds since 1970-01-01T00:00:00Z: `ServerTime` of the body.
    pub fn server_time(&self) -> Option<i64> {
        self.find("ServerTime").and_then(time::seconds)
    }

    /// How far the two may differ: `MaxAllowedSkewMilliseconds` of the body.
    pub fn max_skew(&self) -> Option<Duration> {
        self.find("MaxAllowedSkewMilliseconds")?.trim_ascii().parse().ok().map(Duration::from_millis)
    }

    /// The string that the server signed, to compare with one's own. It holds secrets: do not log it.
    pub fn string_to_sign(&self) -> Option<&str> {
        self.find("StringToSign")
    }

    /// A child of the body by its name, the first if there are several. A JSON member is a child as well. Spelling counts first; if no
    /// child is spelt so, letter case, `_` and `-` do not.
    pub fn child(&self, name: &str) -> Option<Child<'_>> {
        self.children().find_named(name)
    }

    /// The children of the body in their order, those among them that have an accessor of their own.
    pub fn children(&self) -> Children<'_> {
        Children::of(&self.body.elements)
    }

    /// What the body turned out to be.
    pub fn body_kind(&self) -> BodyKind {
        self.body.kind
    }

    /// Whether bytes of the body are no UTF-8, so that U+FFFD stands for them in what was read.
    pub fn is_lossy(&self) -> bool {
        self.replaced.is_some()
    }

    fn find(&self, name: &str) -> Option<&str> {
        find(&self.body.elements, name)
    }

    fn redacted<'r>(&'r self, text: &'r str) -> Redacted<'r> {
        Redacted::new(text, &self.body.elements)
    }

    /// The part of the body that was read.
    fn text(&self) -> Cow<'_, str> {
        match &self.replaced {
            Some(text) => Cow::Borrowed(text),
            None => decode(first_part(&self.source).0),
        }
    }
}

#[cfg(feature = "http")]
impl<'a, B: AsRef<[u8]>> From<&'a http::Response<B>> for ErrorResponse<'a> {
    fn from(response: &'a http::Response<B>) -> Self {
        Self::from_http(response)
    }
}

/// The bytes as text, with U+FFFD for what is no UTF-8. Far faster than the standard library's, for what is all UTF-8.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    core::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// What is read of a body, and whether that is all. A character is not cut in two.
fn first_part(body: &[u8]) -> (&[u8], bool) {
    let Some((head, _)) = body.split_at_checked(LIMIT).filter(|(_, rest)| !rest.is_empty()) else { return (body, true) };
    let is_inside = |place: usize| body.get(place).is_some_and(|byte| byte & 0b1100_0000 == 0b1000_0000);
    let cut = (0..4).map(|back| LIMIT - back).find(|place| !is_inside(*place)).unwrap_or(LIMIT);
    (head.get(..cut).unwrap_or(head), false)
}
