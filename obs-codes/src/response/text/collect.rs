//! Puts together what a text says about each failed response.

use core::ops::Range;
use std::collections::VecDeque;
use std::string::{String, ToString};
use std::vec::Vec;

use super::super::ErrorResponse;
use super::super::read::ReadBody;
use super::failure::Failure;
use super::lines::begins_line;
use super::transcript::{Request, Transcript};

/// Values that are farther apart, in lines, belong to different responses.
const MOST_LINES_BETWEEN: usize = 12;

/// The same in bytes, where the text between is not looked at.
const MOST_BYTES_BETWEEN: usize = 2000;

/// How far a line goes on to be about one response, in bytes.
const LONGEST_LINE: usize = 4096;

/// How many responses are kept back, because more about them may follow.
const KEPT_BACK: usize = 16;

/// What was found so far.
#[derive(Default)]
pub(super) struct Collector {
    /// The response to which the next value belongs, unless it contradicts.
    open: Option<Failure>,
    /// The message of the open response.
    message: Option<Message>,
    /// The request that was sent, if its response is still to come.
    request: Option<Request>,
    /// Responses that are complete, unless more about them follows.
    done: VecDeque<Failure>,
    /// The status of the last response that was not a failure, and where the text says so.
    success: Option<(u16, usize)>,
}

/// Where a message ends, and whether another may replace it: it came before status and error code, or no label announced it.
#[derive(Clone, Copy)]
struct Message {
    end: usize,
    is_weak: bool,
}

impl Collector {
    /// The next response about which nothing more can follow.
    pub(super) fn next(&mut self, is_end: bool) -> Option<ErrorResponse<'static>> {
        if is_end {
            self.close();
        }
        (is_end || self.is_ready()).then(|| self.done.pop_front()).flatten().map(Failure::into_response)
    }

    /// Whether there are responses about which nothing more can follow.
    pub(super) fn is_ready(&self) -> bool {
        self.done.len() > KEPT_BACK
    }

    pub(super) fn success(&self) -> Option<u16> {
        self.success.map(|(status, _)| status)
    }

    /// Forgets the text up to a place. From now on places are counted from there.
    pub(super) fn forget(&mut self, length: usize) {
        for failure in self.done.iter_mut().chain(&mut self.open) {
            failure.begin = failure.begin.saturating_sub(length);
            failure.late_status = None;
            failure.end = failure.end.saturating_sub(length);
        }
        if let Some(message) = &mut self.message {
            message.end = message.end.saturating_sub(length);
        }
        if let Some((_, at)) = &mut self.success {
            *at = at.saturating_sub(length);
        }
    }

    pub(super) fn add_transcript(&mut self, at: usize, transcript: Transcript) {
        self.close();
        if transcript.status < 200 {
            // The response to the request is still to come.
            return;
        }
        let mut failure = Failure::of_transcript(at, transcript);
        if let Some(request) = self.request.take() {
            failure.set_request(request);
        }
        self.open = Some(failure);
    }

    pub(super) fn add_body(&mut self, text: &str, place: Range<usize>, body: ReadBody<'static>) {
        self.separate(text, place.start);
        if self.open.as_ref().is_some_and(|open| !open.fits_body(&body)) {
            self.close();
        }
        self.open(place).set_body(body);
        self.message = None;
    }

    pub(super) fn add_status(&mut self, text: &str, at: usize, number: u16) {
        self.separate(text, at);
        if number < 300 || number == 304 {
            self.close();
            self.success = Some((number, at));
            return;
        }
        if self.open.as_ref().is_some_and(|open| open.status.is_some()) {
            self.close();
        }
        let open = self.open(at..at);
        open.status = Some(number);
        open.late_status = open.value("Code").is_some().then_some(at);
    }

    pub(super) fn add_code(&mut self, text: &str, at: usize, code: &str) {
        self.separate(text, at);
        if self.is_in_message(at) {
            self.message = None;
            self.open(at..at).remove("Message");
        }
        let is_other = |open: &Failure| open.is_transcript() || open.value("Code").is_some_and(|known| known != code);
        let mut status = None;
        if let Some(open) = self.open.as_mut().filter(|open| is_other(open)) {
            // A status on the line of this code belongs to it, and not to the code before.
            let is_own = open.late_status.and_then(|place| text.get(place..at)).is_some_and(|between| !between.contains('\n'));
            status = open.status.take_if(|_| is_own);
            self.close();
        }
        let open = self.open(at..at);
        open.set("Code", code.to_string());
        open.status = open.status.or(status);
    }

    /// Whether status or error code of the open response are known.
    pub(super) fn is_begun(&self) -> bool {
        self.open.as_ref().is_some_and(Failure::is_begun)
    }

    /// Whether the line of a place says before that a response did not fail. Then what it says belongs to that response.
    pub(super) fn is_of_success(&self, text: &str, at: usize) -> bool {
        let between = self.success.and_then(|(_, end)| text.get(end..at));
        self.open.is_none() && between.is_some_and(|between| between.len() < LONGEST_LINE && !between.contains('\n'))
    }

    /// Whether a place is in the message of the open response.
    pub(super) fn is_in_message(&self, at: usize) -> bool {
        self.message.is_some_and(|message| at < message.end)
    }

    pub(super) fn add_message(&mut self, text: &str, place: Range<usize>, message: String) {
        self.separate(text, place.start);
        let replaces_weak = self.message.is_some_and(|message| message.is_weak);
        if replaces_weak || self.make_room(text, &place, "Message", &message) {
            let end = place.end;
            let open = self.open(place.start..place.start);
            let is_weak = !open.is_begun();
            open.keep_beyond_line(begins_line(text, place.start));
            open.set("Message", message);
            self.message = Some(Message { end, is_weak });
        }
    }

    /// Adds a message that no label announces. One with a label replaces it.
    pub(super) fn add_unlabelled_message(&mut self, message: String) {
        let replaces_weak = self.message.is_some_and(|message| message.is_weak);
        if let Some(open) = self.open.as_mut().filter(|open| replaces_weak || open.value("Message").is_none()) {
            open.set("Message", message);
            self.message = Some(Message { end: 0, is_weak: true });
        }
    }

    pub(super) fn add_value(&mut self, text: &str, place: Range<usize>, name: &'static str, value: String) {
        self.separate(text, place.start);
        if self.make_room(text, &place, name, &value) {
            let open = self.open(place.clone());
            open.keep_beyond_line(begins_line(text, place.start));
            open.set(name, value);
        }
    }

    /// Adds headers that follow the status in the same list. Others may be those of a request.
    pub(super) fn add_headers(&mut self, text: &str, place: Range<usize>, headers: Vec<(String, String)>) {
        if let Some(open) = self.open.as_mut().filter(|open| open.status.is_some() && !open.is_transcript())
            && text.get(open.end..place.start).is_some_and(|between| !between.contains(['}', '\n']))
        {
            open.set_headers(headers);
            open.end = place.end;
        }
    }

    pub(super) fn add_request(&mut self, request: Request) {
        self.request = Some(request);
    }

    /// Whether a value can be added to the open response, or to a new one. If the open one has it already, another on the same line is
    /// ignored.
    fn make_room(&mut self, text: &str, place: &Range<usize>, name: &str, value: &str) -> bool {
        let Some(open) = &mut self.open else { return true };
        let known = open.value(name);
        let is_known = known.is_some();
        if known == Some(value) || (is_known && !text[open.end.min(place.start)..place.start].contains('\n')) {
            open.end = open.end.max(place.start);
            return false;
        }
        if is_known || open.is_transcript() {
            self.close();
        }
        true
    }

    /// The open response, or a new one, to which a place belongs.
    fn open(&mut self, place: Range<usize>) -> &mut Failure {
        let request = self.request.take();
        let open = self.open.get_or_insert_with(|| Failure::beginning_at(place.start));
        if let Some(request) = request {
            open.set_request(request);
        }
        open.end = open.end.max(place.end);
        open
    }

    /// Closes the open response if a place is too far from it to belong to it.
    fn separate(&mut self, text: &str, at: usize) {
        let Some(open) = &self.open else { return };
        let between = &text[open.end.min(at)..at];
        let mut lines = between.split_inclusive('\n').take(MOST_LINES_BETWEEN + 1);
        if open.is_begun() {
            if lines.count() > MOST_LINES_BETWEEN {
                self.close();
            }
        } else if lines.next().is_some_and(|line| line.ends_with('\n') && !open.is_kept_beyond(line)) {
            // What came before status and error code belongs to another line.
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
        let last = self.done.len().saturating_sub(1);
        let is_near = |known: &Failure| failure.begin.saturating_sub(known.end) < MOST_BYTES_BETWEEN;
        let same = self
            .done
            .iter_mut()
            .enumerate()
            .rev()
            .find(|(index, known)| known.is_same(&failure, *index == last && is_near(known)));
        match same {
            Some((_, known)) => known.merge(failure),
            None => self.done.push_back(failure),
        }
    }
}
