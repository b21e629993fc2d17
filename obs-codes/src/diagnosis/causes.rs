use super::cases::Picked;
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
    pub fn cause(&self) -> E::Cause {
        self.cause
    }

    /// How sure it is.
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// What that rests on.
    pub fn evidence(&self) -> Evidence<'a, E> {
        self.evidence
    }

    /// Whether the error code signals this cause, whatever the message says.
    pub fn is_signalled(&self) -> bool {
        self.signalled
    }
}

const CONFIDENCES: [Confidence; 3] = [Confidence::Certain, Confidence::Likely, Confidence::Possible];

/// The causes in rank order; what [`Diagnosis::causes`] gives.
#[derive(Clone)]
pub struct Causes<'a, E: AnyErrorCode> {
    diagnosis: Diagnosis<'a, E>,
    picked: Picked<E>,
    confidence: usize,
    index: usize,
}

impl<'a, E: AnyErrorCode> Causes<'a, E> {
    pub(super) fn of(diagnosis: Diagnosis<'a, E>) -> Self {
        Causes { diagnosis, picked: Picked::of(&diagnosis), confidence: 0, index: 0 }
    }

    fn code_causes(&self) -> &'static [E::Cause] {
        self.diagnosis.code.map_or(&[], AnyErrorCode::causes)
    }

    /// What a case points to: the causes that it names, or those of its code.
    fn case_causes(&self, case: E::Case) -> &'static [E::Cause] {
        case.causes().unwrap_or(self.code_causes())
    }

    /// Every cause that comes into question, more than once if for more than one reason.
    fn candidates(&self) -> impl Iterator<Item = E::Cause> {
        let cases = self.picked.cases().flat_map(|case| self.case_causes(case));
        let status = self.diagnosis.status.map_or(&[][..], AnyStatusCode::causes);
        let statuses = self.diagnosis.code.map_or(&[][..], AnyErrorCode::statuses);
        let others = statuses.iter().filter(|status| Some(**status) != self.diagnosis.status);
        let documented = others.flat_map(|status| status.causes());
        cases.chain(self.code_causes()).chain(status).chain(documented).copied()
    }

    fn confidence(&self, cause: E::Cause) -> Confidence {
        self.by_case(cause).or_else(|| self.by_code(cause)).unwrap_or(Confidence::Possible)
    }

    fn evidence(&self, cause: E::Cause) -> Evidence<'a, E> {
        let case = self.picked.cases().find(|case| self.case_causes(*case).contains(&cause));
        let case = case.and_then(|case| self.picked.evidence(&self.diagnosis, case));
        let code = || self.diagnosis.code.filter(|_| self.by_code(cause).is_some()).map(Evidence::ErrorCode);
        case.or_else(code).unwrap_or_else(|| Evidence::Status(cause.status().as_u16()))
    }

    /// What the cases say that are picked out. Where they agree on one cause, it is certain.
    fn by_case(&self, cause: E::Cause) -> Option<Confidence> {
        let mut confidence = Confidence::Certain;
        let mut found = false;
        for case in self.picked.cases() {
            let causes = self.case_causes(case);
            found |= causes.contains(&cause);
            if causes != [cause] {
                confidence = Confidence::Likely;
            } else if case.causes().is_none() {
                confidence = confidence.min(self.code_confidence());
            }
        }
        found.then_some(confidence)
    }

    /// What the error code says, unless a case knows better.
    fn by_code(&self, cause: E::Cause) -> Option<Confidence> {
        if self.picked.cases().next().is_some() || !self.code_causes().contains(&cause) {
            return None;
        }
        Some(if self.code_causes().len() == 1 { self.code_confidence() } else { Confidence::Likely })
    }

    fn code_confidence(&self) -> Confidence {
        self.diagnosis.code.map_or(Confidence::Possible, AnyErrorCode::confidence)
    }
}

impl<'a, E: AnyErrorCode> Iterator for Causes<'a, E> {
    type Item = RankedCause<'a, E>;

    fn next(&mut self) -> Option<RankedCause<'a, E>> {
        while let Some(wanted) = CONFIDENCES.get(self.confidence).copied() {
            let next = self.candidates().enumerate().skip(self.index).find(|(index, cause)| {
                self.confidence(*cause) == wanted && !self.candidates().take(*index).any(|earlier| earlier == *cause)
            });
            if let Some((index, cause)) = next {
                self.index = index + 1;
                let signalled = self.code_causes().contains(&cause);
                return Some(RankedCause { cause, confidence: wanted, evidence: self.evidence(cause), signalled });
            }
            self.index = 0;
            self.confidence += 1;
        }
        None
    }
}
