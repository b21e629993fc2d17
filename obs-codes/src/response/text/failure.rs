//! What is known about one response while a text is being read.

use core::ops::Range;
use std::borrow::Cow;
use std::string::String;
use std::vec::Vec;

use super::super::ErrorResponse;
use super::super::body::{Body, BodyKind};
use super::super::element::{Element, find};
use super::super::headers::Headers;
use super::super::read::ReadBody;
use super::transcript::{Request, Transcript};

#[derive(Default)]
pub(super) struct Failure {
    pub(super) status: Option<u16>,
    /// The place of the status, if it came after the error code.
    pub(super) late_status: Option<usize>,
    /// Labelled values, under the names of the elements that have them in a body.
    values: Vec<(&'static str, String)>,
    headers: Vec<(String, String)>,
    body: Option<ReadBody<'static>>,
    /// Whether `curl -v` printed the response. `None` if it is not a transcript.
    is_verbose: Option<bool>,
    /// Whether each value so far begins a line. Such values may be lines before the status and the error code.
    has_value_per_line: bool,
    /// Where the text about the response begins and ends.
    pub(super) begin: usize,
    pub(super) end: usize,
}

impl Failure {
    pub(super) fn beginning_at(begin: usize) -> Self {
        Self { begin, end: begin, has_value_per_line: true, ..Self::default() }
    }

    pub(super) fn of_transcript(place: Range<usize>, read: Transcript) -> Self {
        let is_empty = read.body.body.kind == BodyKind::Empty;
        Self {
            status: Some(read.status),
            headers: read.headers,
            body: (!is_empty).then_some(read.body),
            is_verbose: Some(read.is_verbose),
            end: place.end,
            ..Self::beginning_at(place.start)
        }
    }

    pub(super) fn is_transcript(&self) -> bool {
        self.is_verbose.is_some()
    }

    /// Whether a status, an error code or a body is known. Other values alone may belong to another response.
    pub(super) fn is_established(&self) -> bool {
        self.status.is_some() || self.body.is_some() || self.value("Code").is_some()
    }

    pub(super) fn is_failure(&self) -> bool {
        let is_failed = self.status.is_some_and(|status| status >= 300 && status != 304);
        let is_error = |read: &ReadBody<'_>| read.body.kind == BodyKind::Xml && !read.body.elements.is_empty();
        is_failed || self.body.as_ref().is_some_and(is_error) || (self.body.is_none() && self.value("Code").is_some())
    }

    fn has_body(&self) -> bool {
        self.body.is_some()
    }

    /// The value with this name, from the body, a label, or the header with the same meaning.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let value = || self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
        let header = || HEADERS.iter().find(|(known, _)| *known == name).and_then(|(_, suffix)| self.header(suffix));
        self.in_body(name).or_else(value).or_else(header)
    }

    fn in_body(&self, name: &str) -> Option<&str> {
        self.body.as_ref().and_then(|read| find(&read.body.elements, name)).map(str::trim)
    }

    fn header(&self, suffix: &str) -> Option<&str> {
        let is_named = |name: &str| {
            let (prefix, rest) = name.split_at_checked("x-obs-".len()).unwrap_or_default();
            rest.eq_ignore_ascii_case(suffix) && ["x-obs-", "x-amz-"].iter().any(|known| prefix.eq_ignore_ascii_case(known))
        };
        self.headers.iter().find(|(name, _)| is_named(name)).map(|(_, value)| value.as_str())
    }

    pub(super) fn set(&mut self, name: &'static str, value: String) {
        self.remove(name);
        self.values.push((name, value));
    }

    pub(super) fn set_headers(&mut self, headers: Vec<(String, String)>) {
        self.headers = headers;
    }

    pub(super) fn set_request(&mut self, request: Request) {
        self.set("request.method", request.method);
        self.set("request.host", request.host);
        self.set("request.url", request.url);
    }

    /// Records whether a value begins a line.
    pub(super) fn add_place_in_line(&mut self, begins_line: bool) {
        self.has_value_per_line &= begins_line;
    }

    /// Whether the values may belong to a status or an error code after the end of this line.
    pub(super) fn may_continue_after(&self, line: &str) -> bool {
        let line = line.trim_end();
        line.ends_with(',') || (self.has_value_per_line && !line.ends_with('}'))
    }

    pub(super) fn remove(&mut self, name: &str) {
        self.values.retain(|(known, _)| *known != name);
    }

    pub(super) fn set_body(&mut self, body: ReadBody<'static>) {
        self.body = Some(body);
    }

    /// Whether this response can have this body.
    pub(super) fn fits_body(&self, body: &ReadBody<'_>) -> bool {
        let fits = |name| self.value(name).zip(find(&body.body.elements, name)).is_none_or(|(own, other)| own == other.trim());
        !self.has_body() && fits("Code") && fits("RequestId")
    }

    /// Whether both describe the same response: they share a request ID, or they are near each other and do not contradict each other.
    pub(super) fn is_same(&self, other: &Self, is_near: bool) -> bool {
        let agree = |name| self.value(name).zip(other.value(name)).map(|(own, other)| own == other);
        let may_be = |same: Option<bool>| same != Some(false);
        let no_conflict = may_be(self.status.zip(other.status).map(|(own, other)| own == other)) && may_be(agree("Code"));
        let is_twice = match (self.is_verbose, other.is_verbose) {
            // `curl -v -i` prints each head twice.
            (Some(own), Some(other_is_verbose)) => own != other_is_verbose && self.headers == other.headers,
            _ => is_near && may_be(agree("RequestId")) && may_be(agree("Message")),
        };
        no_conflict && (agree("RequestId") == Some(true) || is_twice)
    }

    /// Adds the values that only `other` has.
    pub(super) fn merge(&mut self, other: Self) {
        self.status = self.status.or(other.status);
        for (name, value) in other.values {
            if self.value(name).is_none() {
                self.values.push((name, value));
            }
        }
        if self.headers.is_empty() {
            self.headers = other.headers;
        }
        self.body = self.body.take().or(other.body);
    }

    pub(super) fn into_response(self) -> ErrorResponse<'static> {
        let headers = self.headers.iter().map(|(name, value)| (name, value.as_str()));
        let headers = Headers::read(headers).into_owned();
        let kind = if self.is_verbose.is_some() { BodyKind::Empty } else { BodyKind::Log };
        let mut read =
            self.body.unwrap_or_else(|| ReadBody { body: Body::read(kind, Vec::new(), 0), unread: None, is_lossy: false });
        for (name, value) in self.values {
            read.is_lossy |= value.contains(char::REPLACEMENT_CHARACTER);
            if find(&read.body.elements, name).is_none() {
                let element = Element::new(Cow::Borrowed(name), 1, false);
                read.body.elements.push(Element { text: Cow::Owned(value), ..element });
            }
        }
        ErrorResponse::new(self.status, headers, read)
    }
}

/// Elements of a body, each with the header that has the same meaning, without `x-obs-`.
const HEADERS: [(&str, &str); 4] =
    [("Code", "error-code"), ("Message", "error-message"), ("RequestId", "request-id"), ("HostId", "id-2")];
