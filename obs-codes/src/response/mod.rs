//! Reads failed responses.
//!
//! Begin with [`ErrorResponse`]. The other types are what its methods return.

mod body;
mod child;
mod diagnose;
mod element;
mod headers;
mod json;
mod object_error;
mod print;
mod read;
mod redacted;
mod report;
#[cfg(feature = "serde")]
mod serialize;
mod string_to_sign;
mod text;
mod time;
mod unread;
mod xml;

use core::time::Duration;
use std::borrow::Cow;
use std::vec::Vec;

pub use body::BodyKind;
pub use child::{Child, Children};
pub use object_error::ObjectError;
pub use redacted::Redacted;
pub use report::{Report, ReportedCase, ReportedCause, ReportedObject};
pub use string_to_sign::LineDifference;
pub use text::{NoFailure, Responses};
pub use time::RetryAfter;
pub use unread::{Unread, UnreadReason};

use self::element::find;
use self::headers::Headers;
use self::read::{ReadBody, read_body};
use self::redacted::{is_public, known_secrets, repeats};
pub use crate::escape::escape_json;
use crate::secret::is_secret_name;

/// A failed response from OBS: its status, headers and body.
///
/// [`from_parts`](Self::from_parts) takes the parts of a response from any HTTP client. The body may be the XML of OBS, the JSON of its
/// newer services, or the HTML page of a proxy. It may be cut off, or empty as in an answer to `HEAD`. [`from_text`](Self::from_text)
/// finds the failure in a log or in the output of a tool.
///
/// Texts are stored as the server sent them, secrets included. They are borrowed unless they contain escapes or invalid UTF-8. At most
/// 64 KiB of a body are read, or 2 MiB of a `<DeleteResult>`. [`unread`](Self::unread) returns what could not be read.
///
/// `Display` prints one line for a log, and `{:#}` prints everything on several lines. Neither prints secrets, nor does `Debug`.
/// [`Redacted`] lists what counts as a secret.
///
/// ```
/// use obs_codes::{Cause, ErrorResponse};
///
/// let body = b"<Error><Code>RequestTimeTooSkewed</Code>\
///     <Message>Request is not yet valid.</Message>\
///     <RequestTime>Wed, 15 Nov 2023 22:12:20 GMT</RequestTime>\
///     <ServerTime>2023-11-14T22:13:20.000Z</ServerTime></Error>";
/// let response = ErrorResponse::from_parts(403, [("x-obs-request-id", "0A1B")], body);
/// assert_eq!(response.code(), Some("RequestTimeTooSkewed"));
/// let line = "403 RequestTimeTooSkewed: Request is not yet valid. (request ID 0A1B)";
/// assert_eq!(response.to_string(), line);
///
/// let diagnosis = response.diagnose();
/// let first = diagnosis.causes().next().unwrap();
/// assert_eq!(first.cause(), Cause::ClockSkew);
/// assert_eq!(first.evidence().to_string(), "your clock is 23 h 59 min ahead");
/// ```
///
/// Times are in seconds since 1970-01-01T00:00:00Z, as in [`Diagnosis`](crate::Diagnosis).
#[derive(Clone)]
pub struct ErrorResponse<'a> {
    status: Option<u16>,
    headers: Headers<'a>,
    read: ReadBody<'a>,
    /// The texts of secret elements. They are hidden everywhere in the response.
    secrets: Vec<Cow<'a, str>>,
}

impl<'a> ErrorResponse<'a> {
    /// Reads a response from its status code, its headers, and its body.
    ///
    /// Headers are pairs of a name, in any letter case, and a value. A `HeaderMap` of the `http` crate yields such pairs. Bytes of a
    /// value that are not UTF-8 become U+FFFD.
    pub fn from_parts<'h: 'a, N: AsRef<[u8]>, V: AsRef<[u8]> + ?Sized + 'h>(
        status: u16,
        headers: impl IntoIterator<Item = (N, &'h V)>,
        body: &'a [u8],
    ) -> Self {
        let headers = Headers::read(headers);
        let read = read_body(body, ["content-encoding", "transfer-encoding"].map(|name| headers.get(name)));
        Self::new(Some(status), headers, read)
    }

    fn new(status: Option<u16>, headers: Headers<'a>, read: ReadBody<'a>) -> Self {
        let body = &read.body;
        let secrets = match &body.entries {
            Some(entries) => known_secrets(entries.iter().flatten()),
            None => known_secrets(&body.elements),
        };
        Self { status, headers, read, secrets }
    }

    /// Reads a response without its headers.
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
    /// let response = http::Response::builder().status(404).header("x-obs-error-code", "NoSuchKey");
    /// let response = response.body("").unwrap();
    /// assert_eq!(ErrorResponse::from_http(&response).code(), Some("NoSuchKey"));
    /// ```
    #[cfg(feature = "http")]
    pub fn from_http<B: AsRef<[u8]>>(response: &'a http::Response<B>) -> Self {
        Self::from_parts(response.status().as_u16(), response.headers(), response.body().as_ref())
    }

    /// Converts to a response that owns its data and can outlive what it was read from.
    pub fn into_owned(self) -> ErrorResponse<'static> {
        ErrorResponse {
            status: self.status,
            headers: self.headers.into_owned(),
            read: self.read.into_owned(),
            secrets: self.secrets.into_iter().map(|secret| Cow::Owned(secret.into_owned())).collect(),
        }
    }

    /// The status code. `None` if the response was read from a text that does not contain it.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Whether the response reports a failure. Any of these is enough:
    ///
    /// - a status of 300 or higher, other than `304 Not Modified`;
    /// - an error code in a header;
    /// - a body that is an `<Error>`, or a `<DeleteResult>` with an object that was not deleted;
    /// - labelled values, if the response was read from a text.
    ///
    /// Do not rely on the status alone: `CopyObject` answers 200 when the copy begins, and may still fail.
    ///
    /// If you download an object whose content is an `<Error>`, this returns `true` although the download succeeded.
    pub fn is_error(&self) -> bool {
        let is_failed = self.status.is_some_and(|status| status >= 300 && status != 304);
        is_failed || self.header_code().is_some() || self.is_error_body()
    }

    fn is_error_body(&self) -> bool {
        let is_error_kind = matches!(self.read.body.kind, BodyKind::Xml | BodyKind::Log);
        is_error_kind && !self.read.body.elements.is_empty()
    }

    /// The error code in the body, which is more detailed, or else the one in the header.
    ///
    /// For a multi-object delete, this is the code of the first object that was not deleted. All other values from the body belong to this
    /// object too.
    ///
    /// A text is not returned as a code if it looks like a secret, repeats a secret of the body, or is longer than 1,024 bytes.
    pub fn code(&self) -> Option<&str> {
        self.body_code().or_else(|| self.header_code())
    }

    /// The error code in the body.
    pub fn body_code(&self) -> Option<&str> {
        self.find("Code").or_else(|| self.find("ErrorCode")).map(str::trim_ascii).filter(|code| is_public(code, &self.secrets))
    }

    /// The error code in `x-obs-error-code`.
    pub fn header_code(&self) -> Option<&str> {
        self.headers.get_prefixed("error-code").filter(|code| is_public(code, &self.secrets))
    }

    /// Whether the body and the header have different error codes.
    pub fn codes_disagree(&self) -> bool {
        self.body_code().zip(self.header_code()).is_some_and(|(body, header)| body != header)
    }

    /// The server's message in the body, or else in `x-obs-error-message`.
    pub fn message(&self) -> Option<Redacted<'_>> {
        let body = ["Message", "ErrorMessage", "ErrorMsg"].iter().find_map(|name| self.find(name));
        body.or_else(|| self.headers.get_prefixed("error-message")).map(|text| self.redacted(text))
    }

    /// The bucket or object that the request was about, possibly with the query of the URL.
    pub fn resource(&self) -> Option<Redacted<'_>> {
        self.find("Resource").map(|text| self.redacted(text))
    }

    /// The ID of the request in the body, or else in `x-obs-request-id`. Support needs it to find the request.
    ///
    /// `None` if the ID repeats a secret of the body. This also applies to the other identifiers: the host ID, the indicator and the region.
    pub fn request_id(&self) -> Option<&str> {
        self.identifier(self.find("RequestId").or_else(|| self.headers.get_prefixed("request-id")))
    }

    /// The ID of the server that answered, in the body or else in `x-obs-id-2`.
    pub fn host_id(&self) -> Option<&str> {
        self.identifier(self.find("HostId").or_else(|| self.headers.get_prefixed("id-2")))
    }

    /// A more detailed, internal code: `x-reserved-indicator`, or else `Indicator` of the body.
    pub fn indicator(&self) -> Option<&str> {
        self.identifier(self.headers.get("x-reserved-indicator").or_else(|| self.find("Indicator")))
    }

    /// The target of a redirect: `Location`.
    pub fn location(&self) -> Option<Redacted<'_>> {
        self.header("location")
    }

    /// The region of the bucket: `x-obs-bucket-region`.
    pub fn bucket_region(&self) -> Option<&str> {
        self.identifier(self.headers.get_prefixed("bucket-region"))
    }

    /// A header by its name, in any letter case.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let response = ErrorResponse::from_parts(502, [("Server", "nginx")], b"<html></html>");
    /// assert_eq!(response.header("server").unwrap().to_string(), "nginx");
    /// ```
    pub fn header(&self, name: &str) -> Option<Redacted<'_>> {
        let text = self.headers.get(&name.to_ascii_lowercase())?;
        Some(if is_secret_name(name) { Redacted::hidden(text) } else { self.redacted(text) })
    }

    /// When to send the request again: `Retry-After`.
    pub fn retry_after(&self) -> Option<RetryAfter> {
        self.headers.get("retry-after").and_then(RetryAfter::read)
    }

    /// The server's time when it answered, in seconds since 1970-01-01T00:00:00Z: `Date`.
    pub fn date(&self) -> Option<i64> {
        self.headers.get("date").and_then(time::seconds)
    }

    /// The time that the request carried, in seconds since 1970-01-01T00:00:00Z: `RequestTime` of the body.
    pub fn request_time(&self) -> Option<i64> {
        self.find("RequestTime").and_then(time::seconds)
    }

    /// The server's time when it refused the request, in seconds since 1970-01-01T00:00:00Z: `ServerTime` of the body.
    pub fn server_time(&self) -> Option<i64> {
        self.find("ServerTime").and_then(time::seconds)
    }

    /// How far the request's time may differ from the server's: `MaxAllowedSkewMilliseconds` of the body.
    pub fn max_skew(&self) -> Option<Duration> {
        self.find("MaxAllowedSkewMilliseconds")?.trim_ascii().parse().ok().map(Duration::from_millis)
    }

    /// The string that the server signed. Compare it with the one that you signed. It contains secrets: do not log it.
    pub fn string_to_sign(&self) -> Option<&str> {
        self.find("StringToSign")
    }

    /// The first child of the body with this name, or else the first whose name differs only in ASCII case, `_`, `-` and `.`. The members of
    /// a JSON body are its children.
    pub fn child(&self, name: &str) -> Option<Child<'_>> {
        self.children().find_named(name)
    }

    /// All children of the body in order, including those that other methods return, such as the code.
    pub fn children(&self) -> Children<'_> {
        Children::of(&self.read.body.elements, &self.secrets)
    }

    /// The kind of the body, judged by its content.
    pub fn body_kind(&self) -> BodyKind {
        self.read.body.kind
    }

    /// The objects that a multi-object delete did not delete, each with its key, code and message: the `<Error>`s in a `<DeleteResult>`. Any
    /// other response has none.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    ///
    /// let body = b"<DeleteResult><Deleted><Key>a</Key></Deleted>\
    ///     <Error><Key>b</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error>\
    ///     </DeleteResult>";
    /// let response = ErrorResponse::from_body(200, body);
    /// assert!(response.is_error());
    /// let errors: Vec<_> = response.errors().map(|error| error.to_string()).collect();
    /// assert_eq!(errors, ["b: AccessDenied: Access Denied"]);
    /// ```
    pub fn errors(&self) -> impl ExactSizeIterator<Item = ObjectError<'_>> {
        let entries = self.read.body.entries.as_deref().unwrap_or_default();
        entries.iter().map(|elements| ObjectError::of(elements, &self.secrets))
    }

    fn is_list(&self) -> bool {
        self.read.body.entries.is_some()
    }

    /// The part of the body that could not be read as an error, and why. It may be an HTML page, or the rest of a body that was cut off
    /// or is too long.
    ///
    /// A child counts as read only if it is complete, so half a code is never mistaken for a whole one.
    ///
    /// ```
    /// use obs_codes::ErrorResponse;
    /// use obs_codes::response::UnreadReason;
    ///
    /// let body = b"<Error><Code>NoSuchKey</Code><Message>The spec";
    /// let response = ErrorResponse::from_body(404, body);
    /// assert_eq!(response.code(), Some("NoSuchKey"));
    /// assert!(response.message().is_none());
    /// let unread = response.unread().unwrap();
    /// assert_eq!(unread.reason(), UnreadReason::Truncated);
    /// assert_eq!(unread.expose_secrets(), "<Message>The spec");
    /// ```
    pub fn unread(&self) -> Option<&Unread<'_>> {
        self.read.unread.as_ref()
    }

    /// Whether the body contains U+FFFD, which replaces bytes that are not UTF-8.
    pub fn is_lossy(&self) -> bool {
        self.read.is_lossy
    }

    /// Whether the body or a header contains U+FFFD, which replaces bytes that are not UTF-8.
    fn has_replacements(&self) -> bool {
        self.is_lossy() || self.headers.is_lossy()
    }

    fn find(&self, name: &str) -> Option<&str> {
        find(&self.read.body.elements, name)
    }

    fn redacted<'r>(&'r self, text: &'r str) -> Redacted<'r> {
        Redacted::new(text, &self.secrets)
    }

    fn identifier<'r>(&'r self, text: Option<&'r str>) -> Option<&'r str> {
        text.filter(|text| !repeats(text, &self.secrets))
    }
}

#[cfg(feature = "http")]
impl<'a, B: AsRef<[u8]>> From<&'a http::Response<B>> for ErrorResponse<'a> {
    fn from(response: &'a http::Response<B>) -> Self {
        Self::from_http(response)
    }
}
