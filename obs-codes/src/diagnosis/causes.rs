use super::cases::{Picked, Places};
use super::{Confidence, Diagnosis, Evidence};
use crate::table::{AnyCase, AnyCause, AnyErrorCode, AnyStatusCode};

/// A cause that comes into question, how sure it is, and what that rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankedCause<'a, E: AnyErrorCode> {
    cause: E::Cause,
    confidence: Confidence,
    evidence: Evidence<'a, E>,
    signalled: bool,
}

impl<'a, E: AnyErrorCode> RankedCause<'a, E> {
    /// The cause.
    #[inline]
    pub fn cause(&self) -> E::Cause {
        self.cause
    }

    /// How sure it is.
    #[inline]
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// What that rests on.
    #[inline]
    pub fn evidence(&self) -> Evidence<'a, E> {
        self.evidence
    }

    /// Whether the error code signals this cause, whatever the message says.
    #[inline]
    pub fn is_signalled(&self) -> bool {
        self.signalled
    }
}

/// The causes in rank order; what [`Diagnosis::causes`] gives.
#[derive(Clone)]
pub struct Causes<'a, E: AnyErrorCode> {
    diagnosis: Diagnosis<'a, E>,
    picked: Picked<E>,
    /// Of the cases that are picked out, the first of each row that points to the same causes.
    telling: Places,
    /// How sure those are that something points to.
    confidence: Confidence,
    /// The causes that the last of them points to, those of the error code, and those of the status.
    last: &'static [E::Cause],
    code: &'static [E::Cause],
    status: &'static [E::Cause],
    /// What is left of the list that is gone through, and the number of the next one.
    list: &'static [E::Cause],
    next: usize,
}

impl<'a, E: AnyErrorCode> Causes<'a, E> {
    #[inline]
    pub(super) fn of(diagnosis: Diagnosis<'a, E>) -> Self {
        let picked = Picked::of(&diagnosis);
        let best = picked.best();
        let code = diagnosis.code.map_or(&[][..], |row| row.causes());
        let code_confidence = diagnosis.code.map_or(Confidence::Possible, |row| row.confidence());
        // Without a case, the error code is all that points to a cause.
        let (mut confidence, mut last) =
            if best == Places::NONE { (code_confidence, Some(code)) } else { (Confidence::Certain, None) };
        let mut telling = Places::NONE;
        for number in 0..best.len() {
            let Some(place) = best.nth(number) else { break };
            let Some(case) = picked.case(place) else { break };
            let causes = case.causes().unwrap_or_else(|| {
                confidence = confidence.min(code_confidence);
                code
            });
            if last != Some(causes) {
                telling = telling.with(place);
                last = Some(causes);
            }
        }
        // Where cases differ, or a list has several causes, it may be another one.
        if telling.len() > 1 || last.is_none_or(|causes| causes.len() != 1) {
            confidence = Confidence::Likely;
        }
        let status = diagnosis.status.map_or(&[][..], |row| row.causes());
        Causes { diagnosis, picked, telling, confidence, last: last.unwrap_or_default(), code, status, list: &[], next: 0 }
    }

    /// What a case points to: the causes that it names, or those of its code.
    #[inline]
    fn case_causes(&self, place: usize) -> &'static [E::Cause] {
        self.picked.case(place).map_or(&[], |case| case.causes().unwrap_or(self.code))
    }

    /// Every cause that comes into question, in numbered lists, more than once if for more than one reason: first those that the cases
    /// or, without one, the error code points to.
    #[inline]
    fn list(&self, number: usize) -> Option<&'static [E::Cause]> {
        let cases = self.telling.len();
        match number.checked_sub(cases) {
            None if number + 1 == cases => Some(self.last),
            None => self.telling.nth(number).map(|place| self.case_causes(place)),
            Some(0) => Some(self.code),
            Some(1) => Some(self.status),
            Some(number) => {
                let statuses = self.diagnosis.code.map_or(&[][..], |row| row.statuses());
                let status = *statuses.get(number - 2)?;
                Some(if self.diagnosis.status == Some(status) { &[] } else { status.causes() })
            }
        }
    }

    /// A cause of the list that is gone through, which stands in none before it, with what speaks for it.
    #[inline]
    fn ranked(&self, cause: E::Cause) -> RankedCause<'a, E> {
        let (number, of_code) = (self.next - 1, self.telling.len());
        let signalled = number == of_code || (number < of_code && self.code.contains(&cause));
        let evidence = if number < of_code {
            let place = self.telling.nth(number);
            place.and_then(|place| self.picked.evidence(&self.diagnosis, place))
        } else {
            self.diagnosis.code.filter(|_| number == 0 && signalled).map(Evidence::ErrorCode)
        };
        // What the cases, or else the error code, point to.
        let is_pointed_to = number < of_code.max(1);
        let confidence = if is_pointed_to { self.confidence } else { Confidence::Possible };
        let evidence = evidence.unwrap_or_else(|| Evidence::Status(cause.status().as_u16()));
        RankedCause { cause, confidence, evidence, signalled }
    }
}

impl<'a, E: AnyErrorCode> Iterator for Causes<'a, E> {
    type Item = RankedCause<'a, E>;

    #[inline]
    fn next(&mut self) -> Option<RankedCause<'a, E>> {
        loop {
            while let Some((&cause, rest)) = self.list.split_first() {
                self.list = rest;
                // No list has a cause twice.
                let is_in = |number| self.list(number).is_some_and(|earlier| earlier.contains(&cause));
                if !(0..self.next - 1).any(is_in) {
                    return Some(self.ranked(cause));
                }
            }
            self.list = self.list(self.next)?;
            self.next += 1;
        }
    }
}
