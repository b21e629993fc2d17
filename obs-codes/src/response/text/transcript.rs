//! Reads the output of `curl -i` and `curl -v`: a status line, headers, an empty line, and a body.

use core::ops::Range;
use std::borrow::Cow;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::body::LIMIT;
use super::super::read::{ReadBody, read_body};
use super::lines::{beginning, first_line, line_start, shared_prefix, without_prefixes};
use super::markup::error_at;

/// No more blanks than this, in bytes, may follow the last body of a text.
const MOST_BLANKS: usize = 1024;

/// No XML declaration, no line with the length of a chunk, and no line with a host is longer, in bytes.
const LONGEST_LINE: usize = 512;

/// A response as a tool printed it.
pub(super) struct Transcript {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: ReadBody<'static>,
    /// Whether it is the output of `curl -v`, which puts `<` before each line of the head.
    pub(super) is_verbose: bool,
    /// Where it ends. This is beyond the end of the text if the declared body is longer than the text.
    pub(super) end: usize,
}

/// Reads the response whose status line begins at this place, with nothing but a prefix before it. `from` is the end of the text that was
/// read before.
pub(super) fn response_at(text: &str, from: usize, at: usize) -> Option<Transcript> {
    let status = status(&text[at..])?;
    let prefix = &text[line_start(text, at).max(from)..at];
    if prefix.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '`')) {
        return None;
    }
    let is_verbose = prefix.trim_end().ends_with('<');
    let prefix = prefix_of_next_line(text, at, prefix, is_verbose);
    let (headers, start) = head(text, at, prefix, is_verbose);
    let body = Body { text, start, status, headers: &headers, prefix, is_verbose };
    let (content, end) = body.read();
    let read =
        read_body(content.as_bytes(), ["content-encoding", "transfer-encoding"].map(|name| body.header(name))).into_owned();
    Some(Transcript { status, headers, body: read, is_verbose, end })
}

/// The part of the prefix that the line after the status line has too. The rest comes only before the status line, such as the progress
/// that `curl -v` prints.
fn prefix_of_next_line<'t>(text: &'t str, at: usize, prefix: &'t str, is_verbose: bool) -> &'t str {
    let next = at + first_line(&text[at..]).1;
    let line = first_line(&text[next..]).0;
    match line.find('<') {
        Some(mark) if is_verbose => &line[..mark + if line[mark..].starts_with("< ") { 2 } else { 1 }],
        _ if is_verbose => prefix,
        _ => &line[..shared_prefix(prefix, line)],
    }
}

/// The status code in `HTTP/1.1 403 Forbidden`; HTTP/2 and later have no reason phrase.
pub(super) fn status(line: &str) -> Option<u16> {
    let rest = line.strip_prefix("HTTP/")?;
    let version = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let is_version = version > 0 && rest[version..].starts_with([' ', '\t']);
    let number = rest[version..].trim_start_matches([' ', '\t']);
    let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    let ends = number[digits..].chars().next().is_none_or(char::is_whitespace);
    (is_version && digits == 3 && ends).then(|| number[..digits].parse().ok()).flatten()
}

/// Reads a request in the output of `curl -v`. `at` is the place of the HTTP version, which ends the first line of the request.
pub(super) fn request_at(text: &str, at: usize) -> Option<Request> {
    let line = &text[line_start(text, at)..at];
    let mut words = line[line.rfind("> ")? + 2..].split(' ');
    let (method, path) = (words.next()?, words.next()?);
    let host = beginning(&text[at..], LONGEST_LINE).lines().nth(1)?.split_once("Host: ")?.1.trim();
    Some(Request { method: method.to_string(), host: host.to_string(), url: [host, path].concat() })
}

/// What a log says about the request.
pub(super) struct Request {
    pub(super) method: String,
    pub(super) host: String,
    pub(super) url: String,
}

/// The headers after a status line, and where the body begins.
fn head(text: &str, at: usize, prefix: &str, is_verbose: bool) -> (Vec<(String, String)>, usize) {
    let mut headers: Vec<(String, String)> = Vec::new();
    let mut next = at + first_line(&text[at..]).1;
    while next < text.len() && next < at + LIMIT {
        let (line, length) = first_line(&text[next..]);
        let shared = shared_prefix(prefix, line);
        let content = &line[shared..];
        if shared < prefix.trim_end().len() {
            // `curl -v` prints lines about the connection between the headers.
            if is_verbose && is_about_connection(line) {
                next += length;
                continue;
            }
            break;
        }
        if content.trim().is_empty() {
            next += length;
            break;
        }
        if status(content).is_some() || content.starts_with(['<', '{']) {
            break;
        }
        match (content.starts_with([' ', '\t']), headers.last_mut(), content.split_once(':')) {
            // A long value may be folded over several lines.
            (true, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(content.trim());
            }
            (_, _, Some((name, value))) => headers.push((name.trim().to_string(), value.trim().to_string())),
            // Ignores other lines: they are broken, or another program printed them.
            _ => {}
        }
        next += length;
    }
    (headers, next)
}

/// Whether a line of `curl -v` is not a part of the response, but is about the connection, the request, or the progress.
fn is_about_connection(line: &str) -> bool {
    let is_meter = |line: &str| line.bytes().all(|byte| byte.is_ascii_digit() || b" -:%.kMG".contains(&byte));
    line.trim().is_empty()
        || line.starts_with("* ")
        || line.starts_with("> ")
        || ["{ [", "} [", "  % Total", "     "].iter().any(|start| line.starts_with(start))
        || is_meter(line)
}

/// Where the body of a response is.
struct Body<'t> {
    text: &'t str,
    start: usize,
    status: u16,
    headers: &'t [(String, String)],
    /// The text before each line of the head.
    prefix: &'t str,
    is_verbose: bool,
}

impl<'t> Body<'t> {
    fn header(&self, name: &str) -> Option<&'t str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The content of the body, and where it ends in the text.
    fn read(&self) -> (Cow<'t, str>, usize) {
        let rest = &self.text[self.start..];
        let declared = self.header("content-length").and_then(|length| length.parse().ok());
        let declared: Option<usize> = declared.filter(|_| self.prefix.is_empty() && !self.is_verbose);
        // A body that ends where the text ends is not another response, even if it looks like one.
        let is_end = |after: &str| after.len() <= MOST_BLANKS && after.trim().is_empty();
        let is_rest = declared.is_some_and(|length| rest.get(length..).is_some_and(is_end));
        if matches!(self.status, 100..200 | 204 | 304) || (!is_rest && status(rest.trim_start()).is_some()) {
            return (Cow::Borrowed(""), self.start);
        }
        if self.header("transfer-encoding").is_some_and(|encoding| encoding.to_ascii_lowercase().contains("chunked"))
            && let Some((content, length)) = join_chunks(rest)
        {
            return (Cow::Owned(content), self.start + length);
        }
        if let Some(length) = declared {
            // If line breaks were converted, the end tag may be beyond the declared length.
            let root = rest.len() - rest.trim_start().len();
            let root = error_at(rest, root + declaration_length(&rest[root..])).map_or(0, |found| found.end);
            // If more was declared than the text has, a complete root is the whole body.
            let length = if root > 0 && length > rest.len() { root } else { length.max(root) };
            // The declared length may end within a U+FFFD, which is longer than the bytes that it replaced.
            let length = length + (0..4).find(|more| rest.is_char_boundary(length + more)).unwrap_or(0);
            return (Cow::Borrowed(rest.get(..length).unwrap_or(rest)), self.start + length);
        }
        let start = if self.is_verbose { self.start + self.length_about_connection() } else { self.start };
        let start = start + shared_prefix(self.body_prefix(), first_line(&self.text[start..]).0);
        let rest = &self.text[start..];
        if self.is_verbose && (!rest.starts_with(['<', '{']) || rest.starts_with("< ")) {
            return (Cow::Borrowed(""), self.start);
        }
        let end = start + undeclared_length(rest, self.prefix);
        (without_prefixes(&self.text[start..end], self.body_prefix()), end)
    }

    /// The text before each line of the body. `curl -v` puts `<` only before the lines of the head.
    fn body_prefix(&self) -> &'t str {
        if self.is_verbose { self.prefix.trim_end().trim_end_matches('<') } else { self.prefix }
    }

    /// The length of the lines about the connection that come before the body.
    fn length_about_connection(&self) -> usize {
        let prefix = self.body_prefix();
        let lines = self.text[self.start..].split_inclusive('\n');
        let is_other = |line: &&str| is_about_connection(line[shared_prefix(prefix, line)..].trim_end_matches(['\r', '\n']));
        lines.take_while(is_other).map(str::len).sum()
    }
}

/// The length of an XML declaration and the blanks after it.
fn declaration_length(text: &str) -> usize {
    let declaration = beginning(text, LONGEST_LINE);
    let Some(end) = declaration.strip_prefix("<?xml").and_then(|rest| rest.find("?>")) else { return 0 };
    let end = "<?xml".len() + end + "?>".len();
    end + (text.len() - end - text[end..].trim_start().len())
}

/// The length of a body without a declared length: up to the end of its root, the next response, or an empty line. A text may have very
/// many responses, so hardly more of it is searched than belongs to this one.
fn undeclared_length(text: &str, prefix: &str) -> usize {
    let start = text.len() - text.trim_start().len();
    let root = start + declaration_length(&text[start..]);
    if let Some(found) = error_at(text, root) {
        let next = next_status_line(text, 0..found.end, prefix);
        return next.map_or(found.end, |next| error_at(&text[..next], root).map_or(next, |found| found.end));
    }
    let is_page = text[root..].starts_with('<');
    let mut at = root;
    while at < text.len() {
        let (line, length) = first_line(&text[at..]);
        let closing = is_page.then(|| line.to_ascii_lowercase().find("</html>")).flatten();
        let end = at + closing.map_or(length, |place| place + "</html>".len());
        if let Some(next) = next_status_line(text, at..end, prefix) {
            return next;
        }
        if closing.is_some() || (line.is_empty() && !is_page) {
            return end;
        }
        at = end;
    }
    at
}

/// Where the next response begins: on a line of its own, or directly after a body that has no line break at its end.
fn next_status_line(text: &str, range: Range<usize>, prefix: &str) -> Option<usize> {
    let places = text[range.clone()].match_indices("HTTP/").map(|(place, _)| range.start + place);
    places.filter(|place| status(&text[*place..]).is_some()).find_map(|place| {
        let before = &text[line_start(text, place)..place];
        let is_prefix = before.trim().is_empty() || shared_prefix(prefix, before) == before.len();
        let begin = if is_prefix { place - before.len() } else { place };
        (is_prefix || before.ends_with(['>', '}'])).then_some(begin)
    })
}

/// Joins the chunks of a body, as `curl --raw` prints them. Returns the content, and the length of the chunks in the text.
fn join_chunks(text: &str) -> Option<(String, usize)> {
    let mut chunks = Vec::new();
    let mut rest = text;
    loop {
        let (line, length) = first_line(beginning(rest, LONGEST_LINE));
        let size = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        rest = &rest[length..];
        chunks.push(rest.get(..size)?);
        rest = rest.get(size..)?;
        rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or(rest);
        if size == 0 {
            return Some((chunks.concat(), text.len() - rest.len()));
        }
    }
}
