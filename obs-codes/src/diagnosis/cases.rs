use super::clock::Clock;
use super::{Diagnosis, Difference};
use crate::message::Core;
use crate::table::{AnyCase, AnyErrorCode};
use crate::{Evidence, Fit};

/// A case of the error code, and whether it is the one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankedCase<'a, E: AnyErrorCode> {
    case: E::Case,
    evidence: Option<Evidence<'a, E>>,
}

impl<'a, E: AnyErrorCode> RankedCase<'a, E> {
    #[inline]
    pub(super) fn of(case: E::Case, evidence: Option<Evidence<'a, E>>) -> Self {
        RankedCase { case, evidence }
    }

    /// The case.
    #[inline]
    pub fn case(&self) -> E::Case {
        self.case
    }

    /// Whether the message or the times say that it is this case. Several cases may share a message.
    #[inline]
    pub fn is_matched(&self) -> bool {
        self.evidence.is_some()
    }

    /// What says that it is this case.
    #[inline]
    pub fn evidence(&self) -> Option<Evidence<'a, E>> {
        self.evidence
    }
}

/// The pattern of a case's message.
fn message_of<C: AnyCase>(case: &C) -> Option<&'static str> {
    let message = case.conditions().iter().find(|condition| condition.fact() == "message")?;
    message.patterns().first().copied()
}

/// A set of the cases of one code by their place; the table's check lets no code have more.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Places(u64);

impl Places {
    pub(super) const NONE: Self = Places(0);

    /// The cases of an error code whose message fits.
    pub(super) fn fitting<E: AnyErrorCode>(code: Option<E>, message: &str) -> Self {
        let message = Core::of(message);
        let mut places = Self::NONE;
        // Cases that share a message stand together.
        let mut last = ("", false);
        for (place, case) in code.map_or(&[][..], |row| row.cases()).iter().enumerate() {
            let Some(pattern) = message_of(case).filter(|pattern| message.may_fit(pattern)) else { continue };
            if last.0 != pattern {
                last = (pattern, message.fits(pattern));
            }
            if last.1 {
                places = places.with(place);
            }
        }
        places
    }

    #[inline]
    fn has(self, place: usize) -> bool {
        place < 64 && self.0 >> place & 1 == 1
    }

    #[inline]
    fn is_one(self) -> bool {
        self.0.is_power_of_two()
    }

    #[inline]
    pub(super) fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The place that so many others come before.
    #[inline]
    pub(super) fn nth(self, number: usize) -> Option<usize> {
        let mut rest = self.0;
        for _ in 0..number {
            // Takes the lowest bit away.
            rest &= rest.wrapping_sub(1);
        }
        if rest == 0 { None } else { Some(rest.trailing_zeros() as usize) }
    }

    #[inline]
    pub(super) fn with(self, place: usize) -> Self {
        if place < 64 { Places(self.0 | 1_u64 << place) } else { self }
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
    #[inline]
    pub(super) fn of(diagnosis: &Diagnosis<'_, E>) -> Self {
        let cases = diagnosis.code.map_or(&[][..], |row| row.cases());
        let times = diagnosis.times;
        let clock = times.state().and_then(|clock| {
            let difference = if clock == Clock::Delayed { times.delay() } else { times.difference() };
            difference.map(|difference| (clock, difference))
        });
        let mut by_clock = Places::NONE;
        if let Some((state, _)) = clock {
            for (place, case) in cases.iter().enumerate() {
                if case.clock() == Some(state) {
                    by_clock = by_clock.with(place);
                }
            }
        }
        Picked { cases, by_clock, by_message: diagnosis.fitting, clock }
    }

    /// Those that the times pick out, else those that the message does.
    #[inline]
    pub(super) fn best(&self) -> Places {
        if self.by_clock == Places::NONE { self.by_message } else { self.by_clock }
    }

    #[inline]
    pub(super) fn case(&self, place: usize) -> Option<E::Case> {
        self.cases.get(place).copied()
    }

    /// The place of the one case that the best evidence picks out.
    #[inline]
    pub(super) fn one(&self) -> Option<usize> {
        if self.best().is_one() { self.best().nth(0) } else { None }
    }

    /// What says that it is the case of this place.
    #[inline]
    pub(super) fn evidence<'a>(&self, diagnosis: &Diagnosis<'a, E>, place: usize) -> Option<Evidence<'a, E>> {
        let case = self.case(place)?;
        match (case.clock(), self.clock) {
            (Some(clock), Some((state, difference))) if clock == state => Some(Evidence::Clock(clock, difference)),
            (None, _) if self.by_message.has(place) => {
                Some(Evidence::Message(Fit::known(message_of(&case)?, diagnosis.message?, diagnosis.repeats_secret)))
            }
            _ => None,
        }
    }
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
    #[inline]
    pub(super) fn of(diagnosis: Diagnosis<'a, E>) -> Self {
        Cases { diagnosis, picked: Picked::of(&diagnosis), rank: 0, place: 0 }
    }

    /// When a case is listed, if it is.
    #[inline]
    fn rank(&self, place: usize, case: E::Case) -> Option<u8> {
        if self.picked.by_clock.has(place) {
            Some(0)
        } else if self.picked.by_message.has(place) {
            Some(1)
        } else if case.clock().is_some() {
            // A case that the times tell is nothing without them.
            None
        } else if message_of(&case).is_some() && self.picked.by_message != Places::NONE {
            // The message is another one's.
            None
        } else {
            Some(2)
        }
    }
}

impl<'a, E: AnyErrorCode> Iterator for Cases<'a, E> {
    type Item = RankedCase<'a, E>;

    #[inline]
    fn next(&mut self) -> Option<RankedCase<'a, E>> {
        while self.rank <= 2 {
            while let Some(case) = self.picked.case(self.place) {
                let place = self.place;
                self.place += 1;
                if self.rank(place, case) == Some(self.rank) {
                    let evidence = self.picked.evidence(&self.diagnosis, place);
                    return Some(RankedCase::of(case, evidence));
                }
            }
            self.place = 0;
            self.rank += 1;
        }
        None
    }
}
