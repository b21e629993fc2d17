use core::fmt;

use super::clock::{Clock, Reading, Times};
use super::sender::OtherSender;
use crate::table::AnyCase;
use crate::{Condition, Fit};

/// A response, in which a diagnosis finds facts that the caller did not give.
pub(crate) trait FactSource: Sync {
    /// The fact with this name, in any letter case.
    fn fact(&self, name: &str) -> Option<&str>;
    /// Whether a text repeats a secret of the response.
    fn repeats_secret(&self, text: &str) -> bool;
    /// The signs that something other than OBS answered.
    fn other_sender(&self) -> Option<OtherSender<'_>>;
}

/// The known facts about a failure, in addition to its status and error code.
#[derive(Clone, Copy, Default)]
pub(super) struct Facts<'a> {
    pub(super) message: Option<&'a str>,
    pub(super) given: &'a [(&'a str, &'a str)],
    pub(super) source: Option<&'a dyn FactSource>,
    pub(super) times: Times,
}

/// How a case, or one of its conditions, compares with the known facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// A known fact contradicts it.
    RuledOut,
    /// A fact that it needs is not known.
    Open,
    Fits,
}

/// The name of the fact for the server's message.
pub(super) const MESSAGE: &str = "message";

/// How the names of facts about the request begin.
const REQUEST: &str = "request.";

impl<'a> Facts<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        let message = self.message.filter(|_| name.eq_ignore_ascii_case(MESSAGE));
        let given = || self.given.iter().find(|(given, _)| given.eq_ignore_ascii_case(name));
        // A response does not say what the request was; only the caller knows.
        let is_of_request = name.get(..REQUEST.len()).is_some_and(|prefix| prefix.eq_ignore_ascii_case(REQUEST));
        let source = self.source.filter(|_| !is_of_request);
        message.or_else(|| given().map(|(_, text)| *text)).or_else(|| source?.fact(name))
    }

    /// All conditions of a case must fit. A case without conditions stays open.
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
            // A late request looks like a clock that is behind.
            Some(Reading { clock: Clock::Behind, is_proven: false, .. }) if clock == Clock::Delayed => Match::Open,
            None if self.times.difference().is_none() => Match::Open,
            _ => Match::RuledOut,
        }
    }

    /// How the fact fits a condition, if it does.
    pub(super) fn fit(&self, condition: &Condition) -> Option<Fit<'a>> {
        fit(condition, self.get(condition.fact())?)
    }

    pub(super) fn repeats_secret(&self, text: &str) -> bool {
        self.source.is_some_and(|source| source.repeats_secret(text))
    }
}

/// The first pattern of a condition that fits a text.
fn fit<'t>(condition: &Condition, text: &'t str) -> Option<Fit<'t>> {
    condition.patterns().iter().find_map(|pattern| Fit::of(pattern, text))
}

/// Prints no facts, because they may contain things that do not belong in a log.
impl fmt::Debug for Facts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Facts").finish_non_exhaustive()
    }
}
