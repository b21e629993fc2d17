//! Which cases of the table fit what is known.

use super::Diagnosis;
use super::evidence::RankedCase;
use super::facts::Match;
use crate::table::{AnyCase, AnyErrorCode, AnyStatusCode};

impl<'a, E: AnyErrorCode> Diagnosis<'a, E> {
    /// The first case of the table that fits what is known. `None` also if other cases ask for the very same, since then nothing tells
    /// them apart.
    pub fn case(&self) -> Option<RankedCase<'a, E>> {
        let mut answers = self.answers();
        let first = answers.next()?;
        answers.next().is_none().then_some(RankedCase { case: first, is_matched: true, facts: self.facts })
    }

    /// The cases that come into question: the first that fits what is known, with those that ask for the very same, then what else it
    /// may be. A case that asks for what is known to be otherwise is not listed.
    ///
    /// These are the cases of the error code or, for a response without one, those of the status.
    pub fn cases(&self) -> impl Iterator<Item = RankedCase<'a, E>> + Clone + use<'a, E> {
        let (facts, all, answers) = (self.facts, self.known_cases(), self.answers());
        let is_possible = move |case: E::Case| facts.compare(case) != Match::RuledOut;
        let matched = answers.clone().map(move |case| RankedCase { case, is_matched: true, facts });
        let others = all.iter().enumerate().filter(move |(place, case)| {
            let mut same = answers.clone().chain(all[..*place].iter().copied()).filter(|other| gives_same_advice(*other, **case));
            is_possible(**case) && !same.any(is_possible)
        });
        matched.chain(others.map(move |(_, case)| RankedCase { case: *case, is_matched: false, facts }))
    }

    /// The first case that fits, and those that ask for the very same.
    pub(super) fn answers(&self) -> impl Iterator<Item = E::Case> + Clone + use<E> {
        let cases = self.known_cases().iter().copied();
        let first = cases.clone().find(|case| self.facts.compare(*case) == Match::Fits);
        cases.filter(move |case| first.is_some_and(|first| asks_the_same(first, *case)))
    }

    fn known_cases(&self) -> &'static [E::Case] {
        match (self.code, self.text, self.status) {
            (Some(code), ..) => code.cases(),
            (None, None, Some(status)) => status.cases(),
            _ => &[],
        }
    }
}

fn asks_the_same<C: AnyCase>(one: C, other: C) -> bool {
    one.conditions() == other.conditions() && one.clock() == other.clock()
}

fn gives_same_advice<C: AnyCase>(one: C, other: C) -> bool {
    one.description() == other.description() && one.remedy() == other.remedy()
}
