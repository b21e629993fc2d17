//! Scans a text for everything that it says about failed responses.

use std::string::ToString;

use super::super::body::LIST_LIMIT;
use super::collect::Collector;
use super::labels::{Field, label_before};
use super::lines::{begins_line, floor_char_boundary, line_at, line_start, previous_line};
use super::markup::error_at;
use super::transcript::{request_at, response_at, status};
use super::value;

/// How many bytes of text must follow the place where a response begins, so that all of it can be read.
pub(super) const LOOKAHEAD: usize = 2 * LIST_LIMIT;

/// How far a text was scanned.
#[derive(Default)]
pub(super) struct Progress {
    /// Where to look for the next sign.
    at: usize,
    /// Where the last body, response or value that was found ends.
    read: usize,
}

/// Scans a text to its end, or until responses are ready. Returns how many bytes were scanned, or `None` if it stopped early. `is_last` is
/// false if more text follows.
pub(super) fn scan(text: &str, is_last: bool, progress: &mut Progress, found: &mut Collector) -> Option<usize> {
    let limit =
        if is_last { text.len() } else { line_start(text, floor_char_boundary(text, text.len().saturating_sub(LOOKAHEAD))) };
    let mut scan = Scan { text, read: progress.read, found };
    let mut at = progress.at;
    while let Some(sign) = next_sign(text, at).filter(|sign| *sign < limit) {
        let end = scan.read_at(sign);
        scan.read = end.unwrap_or(scan.read);
        at = end.unwrap_or(sign + 1);
        if scan.found.is_ready() {
            *progress = Progress { at, read: scan.read };
            return None;
        }
    }
    *progress = Progress::default();
    Some(at.max(limit))
}

struct Scan<'t, 'c> {
    text: &'t str,
    /// Where the last body, response or value that was found ends.
    read: usize,
    found: &'c mut Collector,
}

impl Scan<'_, '_> {
    /// Reads the body, the response or the labelled value at a sign, and returns where it ends.
    fn read_at(&mut self, sign: usize) -> Option<usize> {
        match self.text.as_bytes()[sign] {
            b'<' | b'&' | b'\\' => {
                let error = error_at(self.text, sign)?;
                self.found.add_body(self.text, sign..error.end, error.read);
                Some(error.end)
            }
            b'H' => self.read_head(sign),
            b' ' => self.read_label(sign, true),
            b'(' => self.read_label(sign, false).or_else(|| self.read_status_before(sign)),
            _ => self.read_label(sign, false),
        }
    }

    fn read_head(&mut self, at: usize) -> Option<usize> {
        if let Some(transcript) = response_at(self.text, self.read, at) {
            let end = transcript.end;
            self.found.add_transcript(at, transcript);
            return Some(end);
        }
        if let Some(number) = status(&self.text[at..]) {
            self.found.add_status(self.text, at, number);
            return Some(at + "HTTP/".len());
        }
        self.found.add_request(request_at(self.text, at)?);
        None
    }

    fn read_label(&mut self, sign: usize, is_phrase: bool) -> Option<usize> {
        let text = self.text;
        let (label, start) = label_before(if is_phrase { &text[..sign] } else { before_sign(text, sign)? }, is_phrase)?;
        // A comma comes after a label only in a pair, such as `('error-code', 'NoSuchKey')`.
        let is_pair = text[..start].ends_with("('") || text[..start].ends_with("(\"");
        let sign = match text.as_bytes()[sign] {
            b',' if is_pair => sign + 1,
            b',' => return None,
            _ => sign,
        };
        match label.field {
            Field::Status => {
                let found = value::status(text, sign)?;
                self.found.add_status(text, sign, found.value);
                if found.value >= 300 {
                    self.read_line_before(start);
                }
                Some(found.end)
            }
            Field::Code | Field::Error | Field::Headline => {
                if label.field != Field::Code
                    && let Some(found) = value::status(text, sign).filter(|found| found.value >= 300)
                {
                    self.found.add_status(text, sign, found.value);
                    // As in `403 (AccessDenied): Access Denied`. The word in `403 (Forbidden)` is not an error code.
                    let code = text[found.end..].starts_with(" (").then(|| value::code(text, found.end)).flatten();
                    let code = code.filter(|code| value::looks_like_code(code.value));
                    return code.map_or(Some(found.end), |code| Some(self.read_code(sign, &code)));
                }
                let found = value::code(text, sign)?;
                let ends_line = text[found.end..].chars().next().is_none_or(|next| ":,.\"'\\\r\n".contains(next));
                let is_code = label.field != Field::Headline || (ends_line && value::looks_like_code(found.value));
                is_code.then(|| self.read_code(sign, &found))
            }
            Field::Message | Field::Identifier(_) if self.found.belongs_to_success(text, sign) => None,
            Field::Message => {
                if !self.found.is_in_message(sign) && text.as_bytes()[sign] != b'(' && !self.found.has_message(text, start) {
                    let found = value::message(text, sign, self.found.is_established())?;
                    self.found.add_message(text, start..found.end, found.value);
                }
                None
            }
            Field::Identifier(name) => {
                let found = value::identifier(text, sign)?;
                self.found.add_value(text, start..found.end, name, found.value.to_string());
                Some(found.end)
            }
            Field::Reason => {
                let line =
                    if begins_line(text, start) { previous_line(text, start)? } else { &text[line_start(text, start)..start] };
                let code = line.trim_end().strip_suffix(',')?.rsplit([' ', ':']).next()?;
                if value::looks_like_code(code) {
                    self.found.add_code(text, sign, code);
                    if self.found.has_message(text, start) {
                        return None;
                    }
                    let found = value::message(text, sign, self.found.is_established())?;
                    self.found.add_message(text, start..found.end, found.value);
                }
                None
            }
            Field::Service => {
                let line = text[line_start(text, start)..start].trim();
                let message = line.rfind("Exception: ").map_or(line, |end| &line[end + "Exception: ".len()..]);
                self.found.add_message(text, start..sign, message.to_string());
                None
            }
            Field::Request => {
                let found = value::request(text, sign)?;
                self.found.add_request(found.value);
                Some(found.end)
            }
            Field::Headers => {
                let found = value::headers(text, sign)?;
                self.found.add_headers(text, start..found.end, found.value);
                Some(found.end)
            }
            Field::Other => Some(sign + 1),
        }
    }

    /// Reads a status, an error code and a message where only the error code shows that the number is a status, as in
    /// `failed request: /k (503 (SlowDown): Please reduce your request rate.)`.
    fn read_status_before(&mut self, sign: usize) -> Option<usize> {
        let number = self.text[..sign].strip_suffix(' ')?;
        let start = number.len().checked_sub(3)?;
        let is_number = !number.get(..start)?.ends_with(|c: char| c.is_alphanumeric());
        let status = value::status(self.text, start).filter(|found| is_number && found.end == number.len())?;
        let code = value::code(self.text, sign).filter(|code| value::looks_like_code(code.value))?;
        self.found.add_status(self.text, start, status.value);
        Some(self.read_code(sign, &code))
    }

    /// Adds an error code, and the message if one follows after a colon.
    fn read_code(&mut self, sign: usize, code: &value::Value<&str>) -> usize {
        self.found.add_code(self.text, sign, code.value);
        let rest = self.text[code.end..].trim_start_matches([')', ']']);
        let start = self.text.len() - rest.len();
        let message = rest.starts_with(": ").then(|| value::message(self.text, start, true)).flatten();
        message.map_or(code.end, |found| {
            self.found.add_unlabelled_message(found.value);
            found.end
        })
    }

    /// Adds the error code and the message of the previous line, such as `NoSuchKey: The key does not exist.`, if the line from `start` has
    /// the status code and the request ID. In a quoted string, the line break between them is escaped.
    fn read_line_before(&mut self, start: usize) -> Option<()> {
        if !line_at(self.text, start).contains("request id") {
            return None;
        }
        let before = &self.text[line_start(self.text, start)..start];
        let line = match before.trim_end_matches("\\t").strip_suffix("\\n") {
            Some(line) => line,
            None => previous_line(self.text, start).filter(|_| begins_line(self.text, start))?,
        };
        let ends = line.match_indices(": ").map(|(end, _)| end);
        let codes = ends.filter_map(|end| Some((line[..end].rsplit([' ', '"', '=']).next()?, &line[end + 2..])));
        let (code, message) = codes.filter(|(code, _)| value::looks_like_code(code)).last()?;
        self.found.add_code(self.text, start, code);
        self.found.add_unlabelled_message(message.trim().to_string());
        Some(())
    }
}

/// The text before a sign, without anything that may come between a label and the sign: quotes, blanks, a remark such as `(attempt 2)`.
fn before_sign(text: &str, sign: usize) -> Option<&str> {
    let before = text[..sign].trim_end_matches(['"', '\'', '\\', '*', '`', ' ', '\n', '\r']);
    if !before.ends_with(')') {
        return Some(before);
    }
    let start = line_start(text, before.len());
    Some(before[..start + before[start..].rfind('(')?].trim_end())
}

/// The place of the next sign: a byte that may begin a response or a body, or come after a label.
fn next_sign(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_sign = |place: &usize| match bytes[*place] {
        b'<' | b'&' | b'\\' | b':' | b'=' | b'[' | b'(' => true,
        b'H' => bytes[*place..].starts_with(b"HTTP/"),
        // As in `('error-code', 'NoSuchKey')`.
        b',' => *place > 0 && matches!(bytes[place - 1], b'\'' | b'"') && matches!(bytes.get(place + 2), Some(b'\'' | b'"')),
        b' ' => bytes.get(place + 1).is_some_and(|next| next.is_ascii_digit() || next.is_ascii_uppercase()),
        _ => false,
    };
    (at..bytes.len()).find(is_sign)
}
