//! Which cases of the table fit what is known.

use super::Diagnosis;
use super::evidence::RankedCase;
use super::facts::{Facts, Match};
use crate::table::{AnyCase, AnyErrorCode, AnyStatusCode};
use crate::{Clock, Condition};

impl<'a, E: AnyErrorCode> Diagnosis<'a, E> {
    /// The first case of the table that fits what is known. `None` also if other cases ask for the very same, since then nothing tells
    /// them apart.
    pub fn case(&self) -> Option<RankedCase<'a, E>> {
        let case = self.answer.filter(|_| self.is_only_answer)?;
        Some(RankedCase { case, is_matched: true, facts: self.facts })
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
        let all = if self.is_only_answer { &[][..] } else { self.known_cases() };
        let only = self.answer.filter(|_| self.is_only_answer);
        only.into_iter().chain(that_ask(self.answer.map(asks), all))
    }

    /// Looks for the case that fits these facts.
    pub(super) fn with_facts(mut self, facts: Facts<'a>) -> Self {
        let all = self.known_cases();
        self.facts = facts;
        self.answer = all.iter().copied().find(|case| facts.compare(*case) == Match::Fits);
        self.is_only_answer = that_ask(self.answer.map(asks), all).nth(1).is_none();
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

/// What a case asks for.
type Question = (&'static [Condition], Option<Clock>);

fn asks<C: AnyCase>(case: C) -> Question {
    (case.conditions(), case.clock())
}

/// The cases that ask for the very same.
fn that_ask<C: AnyCase>(question: Option<Question>, cases: &'static [C]) -> impl Iterator<Item = C> + Clone {
    cases.iter().copied().filter(move |case| question.is_some_and(|question| question == asks(*case)))
}

fn gives_same_advice<C: AnyCase>(one: C, other: C) -> bool {
    one.description() == other.description() && one.remedy() == other.remedy()
}
