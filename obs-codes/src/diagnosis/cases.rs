use super::clock::Clock;
use super::{Diagnosis, Difference};
use crate::table::{AnyCase, AnyErrorCode};
use crate::{Evidence, Fit};

/// A case of the error code, and whether it is the one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankedCase<'a, E: AnyErrorCode> {
    case: E::Case,
    evidence: Option<Evidence<'a, E>>,
}

impl<'a, E: AnyErrorCode> RankedCase<'a, E> {
    pub(super) fn of(case: E::Case, evidence: Option<Evidence<'a, E>>) -> Self {
        RankedCase { case, evidence }
    }

    /// The case.
    pub fn case(&self) -> E::Case {
        self.case
    }

    /// Whether the message or the times say that it is this case. Several cases may share a message.
    pub fn is_matched(&self) -> bool {
        self.evidence.is_some()
    }

    /// What says that it is this case.
    pub fn evidence(&self) -> Option<Evidence<'a, E>> {
        self.evidence
    }
}

/// A set of the cases of one code by their place; the table's check lets no code have more.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Places(u64);

impl Places {
    const NONE: Self = Places(0);

    /// The cases of an error code whose message fits.
    pub(super) fn fitting<E: AnyErrorCode>(code: Option<E>, message: &str) -> Self {
        let cases = code.map_or(&[][..], AnyErrorCode::cases);
        // Cases that share a message stand together.
        let mut last = (None, false);
        let fits = |place: usize| {
            let pattern = cases.get(place).and_then(|case| case.message());
            if last.0 != pattern {
                last = (pattern, pattern.is_some_and(|pattern| Fit::of(pattern, message).is_some()));
            }
            last.1
        };
        Self::which(fits, cases.len())
    }

    fn which(mut holds: impl FnMut(usize) -> bool, count: usize) -> Self {
        (0..count.min(64)).filter(|place| holds(*place)).fold(Self::NONE, |places, place| Places(places.0 | 1 << place))
    }

    fn has(self, place: usize) -> bool {
        place < 64 && self.0 >> place & 1 == 1
    }

    pub(super) fn is_one(self) -> bool {
        self.0.is_power_of_two()
    }
}

/// Which cases of a code the message and the times pick out.
#[derive(Clone, Copy)]
pub(super) struct Picked<E: AnyErrorCode> {
    cases: &'static [E::Case],
    by_clock: Places,
    by_message: Places,
    clock: Option<(Clock, Difference)>,
}

impl<E: AnyErrorCode> Picked<E> {
    pub(super) fn of(diagnosis: &Diagnosis<'_, E>) -> Self {
        let cases = diagnosis.code.map_or(&[][..], AnyErrorCode::cases);
        let times = diagnosis.times;
        let clock = times.state().and_then(|clock| {
            let difference = if clock == Clock::Delayed { times.delay() } else { times.difference() };
            difference.map(|difference| (clock, difference))
        });
        let case = |place: usize| cases.get(place).copied();
        let says = |place| clock.is_some_and(|(state, _)| case(place).and_then(AnyCase::clock) == Some(state));
        let by_clock = if clock.is_none() { Places::NONE } else { Places::which(says, cases.len()) };
        Picked { cases, by_clock, by_message: diagnosis.fitting, clock }
    }

    /// Those that the times pick out, else those that the message does.
    fn best(&self) -> Places {
        if self.by_clock == Places::NONE { self.by_message } else { self.by_clock }
    }

    /// The cases by the best evidence that there is.
    pub(super) fn cases(&self) -> impl Iterator<Item = E::Case> + use<E> {
        let best = self.best();
        self.cases.iter().copied().enumerate().filter(move |(place, _)| best.has(*place)).map(|(_, case)| case)
    }

    /// The one case that the evidence picks out.
    pub(super) fn one(&self) -> Option<E::Case> {
        if self.best().is_one() { self.cases().next() } else { None }
    }

    /// What says that it is this case.
    pub(super) fn evidence<'a>(&self, diagnosis: &Diagnosis<'a, E>, case: E::Case) -> Option<Evidence<'a, E>> {
        match (case.clock(), self.clock) {
            (Some(clock), Some((state, difference))) if clock == state => Some(Evidence::Clock(clock, difference)),
            (Some(_), _) => None,
            (None, _) => fit(diagnosis, case).map(Evidence::Message),
        }
    }
}

fn fit<'a, E: AnyErrorCode>(diagnosis: &Diagnosis<'a, E>, case: E::Case) -> Option<Fit<'a>> {
    Fit::of(case.message()?, diagnosis.message?)
}

/// The cases of an error code: first those that the times pick out, then those that the message does, then what else it may be. What
/// [`Diagnosis::cases`] gives.
#[derive(Clone)]
pub struct Cases<'a, E: AnyErrorCode> {
    diagnosis: Diagnosis<'a, E>,
    picked: Picked<E>,
    rank: u8,
    place: usize,
}

impl<'a, E: AnyErrorCode> Cases<'a, E> {
    pub(super) fn of(diagnosis: Diagnosis<'a, E>) -> Self {
        Cases { diagnosis, picked: Picked::of(&diagnosis), rank: 0, place: 0 }
    }

    /// When a case is listed, if it is.
    fn rank(&self, place: usize, case: E::Case) -> Option<u8> {
        if self.picked.by_clock.has(place) {
            Some(0)
        } else if self.picked.by_message.has(place) {
            Some(1)
        } else if case.clock().is_some() {
            // A case that the times tell is nothing without them.
            None
        } else if case.message().is_some() && self.picked.by_message != Places::NONE {
            // The message is another one's.
            None
        } else {
            Some(2)
        }
    }
}

impl<'a, E: AnyErrorCode> Iterator for Cases<'a, E> {
    type Item = RankedCase<'a, E>;

    fn next(&mut self) -> Option<RankedCase<'a, E>> {
        while self.rank <= 2 {
            while let Some(case) = self.picked.cases.get(self.place).copied() {
                let rank = self.rank(self.place, case);
                self.place += 1;
                if rank == Some(self.rank) {
                    return Some(RankedCase::of(case, self.picked.evidence(&self.diagnosis, case)));
                }
            }
            self.place = 0;
            self.rank += 1;
        }
        None
    }
}
