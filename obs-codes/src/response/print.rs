//! Prints a response without its secrets.

use core::fmt::{Debug, Display, Formatter, Result};

use super::element::is_same_name;
use super::{Child, Children, ErrorResponse, Redacted};

impl ErrorResponse<'_> {
    /// The known values except the status, by name.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'static str, Redacted<'_>)> {
        let plain = |text: Option<_>| text.map(Redacted::plain);
        let fields = [
            ("code", plain(self.code())),
            ("header_code", plain(self.header_code().filter(|_| self.codes_disagree()))),
            ("message", self.message()),
            ("resource", self.resource()),
            ("request_id", plain(self.request_id())),
            ("host_id", plain(self.host_id())),
            ("indicator", plain(self.indicator())),
            ("location", self.location()),
            ("bucket_region", plain(self.bucket_region())),
            ("retry_after", self.header("retry-after")),
            ("date", self.header("date")),
        ];
        fields.into_iter().filter_map(|(name, text)| Some((name, text?)))
    }
}

/// Prints one line for a log: status, error code, message, request ID, and what is odd about the response. `{:#}` prints everything that
/// is known, on several lines. Neither prints a secret.
impl Display for ErrorResponse<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match (self.status, self.code()) {
            (Some(status), Some(code)) => write!(f, "{status} {}", Redacted::plain(code))?,
            (Some(status), None) => write!(f, "{status}")?,
            (None, Some(code)) => write!(f, "{}", Redacted::plain(code))?,
            (None, None) => f.write_str("unknown status")?,
        }
        if let Some(message) = self.message() {
            write!(f, ": {message}")?;
        }
        if f.alternate() { details(self, f) } else { notes(self, f) }
    }
}

impl core::error::Error for ErrorResponse<'_> {}

/// Prints the request ID and everything that is odd about the response, in parentheses.
fn notes(response: &ErrorResponse<'_>, f: &mut Formatter<'_>) -> Result {
    let mut is_first = true;
    let mut begin = |f: &mut Formatter<'_>| f.write_str(if core::mem::take(&mut is_first) { " (" } else { "; " });
    if let Some(id) = response.request_id() {
        begin(f)?;
        write!(f, "request ID {}", Redacted::plain(id))?;
    }
    if let Some(code) = response.header_code().filter(|_| response.codes_disagree()) {
        begin(f)?;
        write!(f, "the header says {}", Redacted::plain(code))?;
    }
    if let Some(unread) = response.unread() {
        begin(f)?;
        write!(f, "{unread}")?;
    }
    if response.has_replacements() {
        begin(f)?;
        f.write_str(LOSSY)?;
    }
    if is_first { Ok(()) } else { f.write_str(")") }
}

/// The remark on a response in which U+FFFD replaced bytes.
pub(super) const LOSSY: &str = "the text is not UTF-8: some letters were replaced";

/// The children that are printed as fields.
const PRINTED_AS_FIELDS: [&str; 5] = ["Code", "Message", "Resource", "RequestId", "HostId"];

/// Prints a line for each value that the first line does not have.
fn details(response: &ErrorResponse<'_>, f: &mut Formatter<'_>) -> Result {
    for (name, text) in response.fields().filter(|(name, _)| !matches!(*name, "code" | "message")) {
        write!(f, "\n{}: {text}", name.replace("_id", " ID").replace('_', " "))?;
    }
    // The children of a list are those of its first error, which is printed below.
    let children = response.children().filter(|_| !response.is_list());
    for child in children.filter(|child| !PRINTED_AS_FIELDS.iter().any(|name| is_same_name(name, child.name()))) {
        line(child, 0, f)?;
    }
    for error in response.errors() {
        write!(f, "\nerror: {error}")?;
    }
    if let Some(unread) = response.unread() {
        write!(f, "\n{unread}")?;
    }
    if response.has_replacements() { write!(f, "\n{LOSSY}") } else { Ok(()) }
}

fn line(child: Child<'_>, indent: usize, f: &mut Formatter<'_>) -> Result {
    write!(f, "\n{:indent$}{}:", "", child.printed_name())?;
    if !is_only_nested(child) {
        write!(f, " {}", child.text())?;
    }
    child.children().try_for_each(|child| line(child, indent + 2, f))
}

impl Debug for ErrorResponse<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let mut debug = f.debug_struct("ErrorResponse");
        debug.field("status", &self.status);
        for (name, text) in self.fields() {
            debug.field(name, &text);
        }
        debug.field("body_kind", &self.body_kind()).field("children", &self.children());
        if let Some(unread) = self.unread() {
            debug.field("unread", &unread);
        }
        debug.finish_non_exhaustive()
    }
}

/// Prints the name and the text of each child.
impl Debug for Children<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

/// Prints the name, the text, and the nested children.
impl Debug for Child<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}: ", self.printed_name())?;
        if !is_only_nested(*self) {
            Debug::fmt(&self.text(), f)?;
        }
        if self.children().next().is_none() {
            return Ok(());
        }
        Debug::fmt(&self.children(), f)
    }
}

/// Whether a child has nested children and no text of its own.
fn is_only_nested(child: Child<'_>) -> bool {
    child.children().next().is_some() && child.text().expose_secrets().trim_ascii().is_empty()
}
