use core::fmt;

use super::clock::{Clock, Reading, Times};
use super::sender::OtherSender;
use crate::table::AnyCase;
use crate::{Condition, Fit};

/// Where a diagnosis finds facts that nobody gave it: a response.
pub(crate) trait FactSource: Sync {
    /// The fact of this name, whose letter case does not count.
    fn fact(&self, name: &str) -> Option<&str>;
    /// Whether a text repeats what the response elsewhere names as a secret.
    fn repeats_secret(&self, text: &str) -> bool;
    /// The signs that something other than OBS answered.
    fn other_sender(&self) -> Option<OtherSender<'_>>;
}

/// What is known of a failure besides its status and error code.
#[derive(Clone, Copy, Default)]
pub(super) struct Facts<'a> {
    pub(super) message: Option<&'a str>,
    pub(super) given: &'a [(&'a str, &'a str)],
    pub(super) source: Option<&'a dyn FactSource>,
    pub(super) times: Times,
}

/// How a case, or a condition of it, compares with what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// It asks for something that is known to be otherwise.
    RuledOut,
    /// Too little is known.
    Open,
    Fits,
}

/// The fact that the server's message is.
pub(super) const MESSAGE: &str = "message";

impl<'a> Facts<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        let message = self.message.filter(|_| name.eq_ignore_ascii_case(MESSAGE));
        let given = || self.given.iter().find(|(given, _)| given.eq_ignore_ascii_case(name));
        // What the caller knows of its request is not for the response to say.
        let source = self.source.filter(|_| !name.starts_with("request."));
        message.or_else(|| given().map(|(_, text)| *text)).or_else(|| source?.fact(name))
    }

    /// All that a case asks for must fit. A case that asks for nothing stays open.
    pub(super) fn compare<C: AnyCase>(&self, case: C) -> Match {
        let conditions = case.conditions().iter().map(|condition| self.compare_condition(condition));
        let clock = case.clock().map(|clock| self.compare_clock(clock));
        conditions.chain(clock).min().unwrap_or(Match::Open)
    }

    fn compare_condition(&self, condition: &Condition) -> Match {
        match self.get(condition.fact()) {
            None => Match::Open,
            Some(text) if fit(condition, text).is_some() => Match::Fits,
            Some(_) => Match::RuledOut,
        }
    }

    fn compare_clock(&self, clock: Clock) -> Match {
        match self.times.reading() {
            Some(reading) if reading.clock == clock => Match::Fits,
            // What looks like a clock that is behind may be a late request.
            Some(Reading { clock: Clock::Behind, is_proven: false, .. }) if clock == Clock::Delayed => Match::Open,
            None if self.times.difference().is_none() => Match::Open,
            _ => Match::RuledOut,
        }
    }

    /// How the fact fits what a case asks of it.
    pub(super) fn fit(&self, condition: &Condition) -> Option<Fit<'a>> {
        fit(condition, self.get(condition.fact())?)
    }

    pub(super) fn repeats_secret(&self, text: &str) -> bool {
        self.source.is_some_and(|source| source.repeats_secret(text))
    }
}

/// The text with the first pattern that it fits.
fn fit<'t>(condition: &Condition, text: &'t str) -> Option<Fit<'t>> {
    condition.patterns().iter().find_map(|pattern| Fit::of(pattern, text))
}

/// Prints nothing of the facts: they may name things that do not belong in a log.
impl fmt::Debug for Facts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Facts").finish_non_exhaustive()
    }
}
