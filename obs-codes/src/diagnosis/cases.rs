//! Finds the cases of the table that fit the known facts.

use super::Diagnosis;
use super::evidence::RankedCase;
use super::facts::{Facts, Match};
use crate::table::{AnyCase, AnyErrorCode, AnyStatusCode};

impl<'a, E: AnyErrorCode> Diagnosis<'a, E> {
    /// The first case of the table that fits the known facts. `None` if no case fits, or if several cases have the same conditions and
    /// nothing distinguishes them.
    pub fn case(&self) -> Option<RankedCase<'a, E>> {
        match self.answers {
            [case] => Some(RankedCase { case: *case, is_matched: true, facts: self.facts }),
            _ => None,
        }
    }

    /// The possible cases: first the case that fits and any with the same conditions, then those that the known facts do not
    /// rule out.
    ///
    /// These are the cases of the error code or, for a response without one, those of the status.
    pub fn cases(&self) -> impl Iterator<Item = RankedCase<'a, E>> + Clone + use<'a, E> {
        let (facts, all, answers) = (self.facts, self.known_cases(), self.answers());
        let is_possible = move |case: E::Case| facts.compare(case) != Match::RuledOut;
        let matched = answers.clone().map(move |case| RankedCase { case, is_matched: true, facts });
        let others = all.iter().enumerate().filter(move |(place, case)| {
            let mut same = answers.clone().chain(all[..*place].iter().copied()).filter(|other| have_same_texts(*other, **case));
            is_possible(**case) && !same.any(is_possible)
        });
        matched.chain(others.map(move |(_, case)| RankedCase { case: *case, is_matched: false, facts }))
    }

    /// The first case that fits, and those with the same conditions.
    pub(super) fn answers(&self) -> impl Iterator<Item = E::Case> + Clone + use<E> {
        let first = self.answers.first();
        self.answers.iter().filter(move |case| first.is_some_and(|first| have_same_conditions(first, case))).copied()
    }

    /// Replaces the facts, and finds the cases that fit them.
    pub(super) fn with_facts(mut self, facts: Facts<'a>) -> Self {
        let all = self.known_cases();
        let first = all.iter().position(|case| facts.compare(*case) == Match::Fits);
        let from_first = first.map_or(&[][..], |first| &all[first..]);
        let last = from_first.iter().rposition(|case| have_same_conditions(case, &from_first[0]));
        self.answers = last.map_or(&[], |last| &from_first[..=last]);
        self.facts = facts;
        self
    }

    /// The cases of the error code, or, without one, of the status.
    pub(super) fn known_cases(&self) -> &'static [E::Case] {
        match (self.code, self.text, self.status) {
            (Some(code), ..) => code.cases(),
            (None, None, Some(status)) => status.cases(),
            _ => &[],
        }
    }
}

fn have_same_conditions<C: AnyCase>(one: &C, other: &C) -> bool {
    one.conditions() == other.conditions() && one.clock() == other.clock()
}

fn have_same_texts<C: AnyCase>(one: C, other: C) -> bool {
    one.description() == other.description() && one.remedy() == other.remedy()
}
