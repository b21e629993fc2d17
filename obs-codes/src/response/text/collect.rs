//! Collects what a text says about each failed response.

use core::ops::Range;
use std::collections::VecDeque;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::ErrorResponse;
use super::super::read::ReadBody;
use super::failure::Failure;
use super::lines::begins_line;
use super::transcript::{Request, Transcript};

/// Values that are more lines apart than this belong to different responses.
const MOST_LINES_BETWEEN: usize = 12;

/// Two descriptions that are at least this many bytes apart are of different responses, unless they share a request ID.
const MOST_BYTES_BETWEEN: usize = 2000;

/// Two values are on the same line if there are fewer bytes than this between them, and no line break.
const LONGEST_LINE: usize = 4096;

/// How many complete responses are kept back, because the text may say more about them.
const KEPT_BACK: usize = 16;

/// The responses that were found so far. It counts all places from the beginning of the whole text, of which parts may be discarded.
#[derive(Default)]
pub(super) struct Collector {
    /// The response that the next value belongs to, unless the value contradicts it.
    open: Option<Failure>,
    /// The message of the open response.
    message: Option<Message>,
    /// The request that was sent, if its response is still to come.
    request: Option<Request>,
    /// The responses that are complete, unless the text says more about them.
    done: VecDeque<Failure>,
    /// Where the last of these ends.
    last_end: usize,
    /// The status of the last response that was not a failure, and its place.
    success: Option<(u16, usize)>,
    /// How many bytes at the beginning of the text were discarded.
    discarded: usize,
}

/// The message of a response: where it ends, and whether another may replace it, because it came before the status and the error code or
/// has no label.
#[derive(Clone, Copy)]
struct Message {
    end: usize,
    is_replaceable: bool,
}

impl Collector {
    /// The next response, once the text can say no more about it.
    pub(super) fn next(&mut self, is_end: bool) -> Option<ErrorResponse<'static>> {
        if is_end {
            self.close();
        }
        (is_end || self.is_ready()).then(|| self.done.pop_front()).flatten().map(Failure::into_response)
    }

    /// Whether there is a response about which the text can say no more.
    pub(super) fn is_ready(&self) -> bool {
        self.done.len() > KEPT_BACK
    }

    pub(super) fn success(&self) -> Option<u16> {
        self.success.map(|(status, _)| status)
    }

    /// Records that this many bytes at the beginning of the text were discarded.
    pub(super) fn forget(&mut self, length: usize) {
        self.discarded += length;
    }

    /// The text from a place that was recorded to a place in the text. `None` if the first place was discarded or comes
    /// after the second.
    fn between<'t>(&self, text: &'t str, from: usize, at: usize) -> Option<&'t str> {
        text.get(from.checked_sub(self.discarded)?..at)
    }

    pub(super) fn add_transcript(&mut self, at: usize, transcript: Transcript) {
        self.close();
        if transcript.status < 200 {
            // The response to the request is still to come.
            return;
        }
        let place = self.discarded + at..self.discarded + transcript.end;
        let mut failure = Failure::of_transcript(place, transcript);
        if let Some(request) = self.request.take() {
            failure.set_request(request);
        }
        self.open = Some(failure);
    }

    pub(super) fn add_body(&mut self, text: &str, place: Range<usize>, body: ReadBody<'static>) {
        self.close_if_far(text, place.start);
        if self.open.as_ref().is_some_and(|open| !open.fits_body(&body)) {
            self.close();
        }
        self.open(place).set_body(body);
        self.message = None;
    }

    pub(super) fn add_status(&mut self, text: &str, at: usize, number: u16) {
        self.close_if_far(text, at);
        if number < 300 || number == 304 {
            self.close();
            self.success = Some((number, self.discarded + at));
            return;
        }
        if self.open.as_ref().is_some_and(|open| open.status.is_some()) {
            self.close();
        }
        let place = self.discarded + at;
        let open = self.open(at..at);
        open.status = Some(number);
        open.late_status = open.value("Code").is_some().then_some(place);
    }

    pub(super) fn add_code(&mut self, text: &str, at: usize, code: &str) {
        self.close_if_far(text, at);
        if self.is_in_message(at) && self.open.as_ref().is_some_and(|open| open.value("Code") != Some(code)) {
            self.message = None;
            self.open(at..at).remove("Message");
        }
        let is_other = |open: &Failure| open.is_transcript() || open.value("Code").is_some_and(|known| known != code);
        let mut status = None;
        if self.open.as_ref().is_some_and(is_other) {
            // A status on the same line belongs to this code, not to the code before it.
            let late_status = self.open.as_ref().and_then(|open| open.late_status);
            let between = late_status.and_then(|place| self.between(text, place, at));
            let is_own = between.is_some_and(|between| !between.contains('\n'));
            status = self.open.as_mut().and_then(|open| open.status.take_if(|_| is_own));
            self.close();
        }
        let open = self.open(at..at);
        open.set("Code", code.to_string());
        open.status = open.status.or(status);
    }

    /// Whether the status, the error code or the body of the open response is known.
    pub(super) fn is_established(&self) -> bool {
        self.open.as_ref().is_some_and(Failure::is_established)
    }

    /// Whether the status of a response that did not fail comes before a place on its line. The value at the place then belongs to that
    /// response.
    pub(super) fn belongs_to_success(&self, text: &str, at: usize) -> bool {
        let between = self.success.and_then(|(_, end)| self.between(text, end, at));
        self.open.is_none() && between.is_some_and(|between| between.len() < LONGEST_LINE && !between.contains('\n'))
    }

    /// Whether to ignore a message at this place, because the open response has one on the same line.
    pub(super) fn has_message(&mut self, text: &str, at: usize) -> bool {
        !self.message.is_some_and(|message| message.is_replaceable) && self.is_repeated(text, at, "Message")
    }

    /// Whether a place is in the message of the open response.
    pub(super) fn is_in_message(&self, at: usize) -> bool {
        self.message.is_some_and(|message| self.discarded + at < message.end)
    }

    pub(super) fn add_message(&mut self, text: &str, place: Range<usize>, message: String) {
        self.close_if_far(text, place.start);
        let may_replace = self.message.is_some_and(|message| message.is_replaceable);
        if may_replace || self.make_room(text, &place, "Message", &message) {
            let end = self.discarded + place.end;
            let open = self.open(place.start..place.start);
            let is_replaceable = !open.is_established();
            open.add_place_in_line(begins_line(text, place.start));
            open.set("Message", message);
            self.message = Some(Message { end, is_replaceable });
        }
    }

    /// Adds a message without a label. A message with a label replaces it.
    pub(super) fn add_unlabelled_message(&mut self, message: String) {
        let may_replace = self.message.is_some_and(|message| message.is_replaceable);
        if let Some(open) = self.open.as_mut().filter(|open| may_replace || open.value("Message").is_none()) {
            open.set("Message", message);
            self.message = Some(Message { end: 0, is_replaceable: true });
        }
    }

    pub(super) fn add_value(&mut self, text: &str, place: Range<usize>, name: &'static str, value: String) {
        self.close_if_far(text, place.start);
        if self.make_room(text, &place, name, &value) {
            let open = self.open(place.clone());
            open.add_place_in_line(begins_line(text, place.start));
            open.set(name, value);
        }
    }

    /// Adds headers that follow the status in the same list. Others may be those of a request.
    pub(super) fn add_headers(&mut self, text: &str, place: Range<usize>, headers: Vec<(String, String)>) {
        let end = self.open.as_ref().filter(|open| open.status.is_some() && !open.is_transcript()).map(|open| open.end);
        let between = end.and_then(|end| self.between(text, end, place.start));
        if between.is_some_and(|between| !between.contains(['}', '\n'])) {
            self.open(place).set_headers(headers);
        }
    }

    pub(super) fn add_request(&mut self, request: Request) {
        self.request = Some(request);
    }

    /// Whether to add a value. If the open response has one with this name, another on the same line is ignored, and one on another line
    /// belongs to a new response, unless it is the same.
    fn make_room(&mut self, text: &str, place: &Range<usize>, name: &str, value: &str) -> bool {
        if self.is_repeated(text, place.start, name) {
            return false;
        }
        let Some(open) = &mut self.open else { return true };
        let known = open.value(name);
        if known == Some(value) {
            open.end = open.end.max(self.discarded + place.start);
            return false;
        }
        if known.is_some() || open.is_transcript() {
            self.close();
        }
        true
    }

    /// Whether the open response has a value with this name, and goes on to this place without a line break.
    fn is_repeated(&mut self, text: &str, at: usize, name: &str) -> bool {
        let Some(open) = self.open.as_ref().filter(|open| open.value(name).is_some()) else { return false };
        let between = self.between(text, open.end.min(self.discarded + at), at);
        let is_on_line = between.is_some_and(|between| between.len() < LONGEST_LINE && !between.contains('\n'));
        if is_on_line {
            self.open(at..at);
        }
        is_on_line
    }

    /// The open response, or a new one, with this place added to it.
    fn open(&mut self, place: Range<usize>) -> &mut Failure {
        let request = self.request.take();
        let open = self.open.get_or_insert_with(|| Failure::beginning_at(self.discarded + place.start));
        if let Some(request) = request {
            open.set_request(request);
        }
        open.end = open.end.max(self.discarded + place.end);
        open
    }

    /// Closes the open response if a place is too far away to belong to it.
    fn close_if_far(&mut self, text: &str, at: usize) {
        let Some(open) = &self.open else { return };
        let between = &text[open.end.saturating_sub(self.discarded).min(at)..at];
        let mut lines = between.split_inclusive('\n').take(MOST_LINES_BETWEEN + 1);
        if open.is_established() {
            if lines.count() > MOST_LINES_BETWEEN {
                self.close();
            }
        } else if lines.next().is_some_and(|line| line.ends_with('\n') && !open.may_continue_after(line)) {
            // Values without a status or an error code belong only to their own line.
            self.open = None;
            self.message = None;
        }
    }

    fn close(&mut self) {
        self.message = None;
        let Some(failure) = self.open.take() else { return };
        if !failure.is_failure() {
            self.success = failure.status.map(|status| (status, failure.end)).or(self.success);
            return;
        }
        let is_near = failure.begin.saturating_sub(self.last_end) < MOST_BYTES_BETWEEN;
        let end = failure.end;
        let mut from_last = self.done.iter_mut().rev().enumerate();
        let same = from_last.find(|(distance, known)| known.is_same(&failure, *distance == 0 && is_near));
        let is_last = same.as_ref().is_none_or(|(distance, _)| *distance == 0);
        match same {
            Some((_, known)) => known.merge(failure),
            None => self.done.push_back(failure),
        }
        if is_last {
            self.last_end = end;
        }
    }
}
