//! Ranks the possible causes.

use super::Diagnosis;
use super::confidence::Confidence;
use super::evidence::{Evidence, RankedCase};
use crate::table::{AnyCase, AnyCause, AnyErrorCode, AnyStatusCode};

/// A possible cause, how likely it is, and the evidence for it.
///
/// ```
/// for ranked in obs_codes::Diagnosis::new(403, "AccessDenied").causes() {
///     println!("{}: {}, because {}", ranked.confidence(), ranked.cause(), ranked.evidence());
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RankedCause<'a, E: AnyErrorCode> {
    cause: E::Cause,
    confidence: Confidence,
    evidence: Evidence<'a, E>,
    is_signalled: bool,
}

impl<'a, E: AnyErrorCode> RankedCause<'a, E> {
    /// The cause.
    pub fn cause(&self) -> E::Cause {
        self.cause
    }

    /// How likely this cause is.
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// The evidence for it.
    pub fn evidence(&self) -> Evidence<'a, E> {
        self.evidence
    }

    /// Whether the error code signals this cause, regardless of other evidence.
    pub fn is_signalled(&self) -> bool {
        self.is_signalled
    }
}

/// Something that points to causes: a case that fits, or else the error code.
#[derive(Clone, Copy)]
struct Pointer<E: AnyErrorCode> {
    case: Option<E::Case>,
    causes: &'static [E::Cause],
    confidence: Confidence,
}

impl<'a, E: AnyErrorCode> Diagnosis<'a, E> {
    /// Every possible cause, the most likely first: those that a case or the error code points to, then all that
    /// are documented for the status, and for the statuses that the error code is documented with.
    pub fn causes(&self) -> impl Iterator<Item = RankedCause<'a, E>> + Clone + use<'a, E> {
        let (this, pointers) = (*self, self.pointers());
        let confidence = self.confidence(pointers.clone());
        let pointed_to = pointers.clone().flat_map(|pointer| pointer.causes);
        let documented =
            self.status.into_iter().chain(self.documented_statuses().iter().copied()).flat_map(|status| status.causes());
        let all = pointed_to.clone().chain(self.code_causes()).chain(documented).copied();
        let unique = all.clone().enumerate().filter(move |(place, cause)| !all.clone().take(*place).any(|other| other == *cause));
        unique.map(move |(_, cause)| RankedCause {
            cause,
            confidence: if pointed_to.clone().any(|other| *other == cause) { confidence } else { Confidence::Possible },
            evidence: this.evidence(cause, pointers.clone()),
            is_signalled: this.code_causes().contains(&cause),
        })
    }

    fn pointers(&self) -> impl Iterator<Item = Pointer<E>> + Clone + use<'a, E> {
        let (this, answers) = (*self, self.answers());
        let confidence = self.code.map_or(Confidence::Possible, |code| code.confidence());
        let code = Pointer { case: None, causes: self.code_causes(), confidence };
        let without_case = answers.clone().next().is_none().then_some(code);
        let cases = answers.map(move |case| match case.causes() {
            Some(causes) => Pointer { case: Some(case), causes, confidence: this.case_confidence(case) },
            // A case without causes of its own has those of its code.
            None => code,
        });
        cases.chain(without_case)
    }

    /// How likely the causes are that a case or the error code points to.
    fn confidence(&self, mut pointers: impl Iterator<Item = Pointer<E>>) -> Confidence {
        let Some(first) = pointers.next() else { return Confidence::Possible };
        let agree = |(least, is_only): (Confidence, bool), next: Pointer<E>| {
            (least.min(next.confidence), is_only && next.causes == first.causes)
        };
        let (least, is_only) = pointers.fold((first.confidence, first.causes.len() == 1), agree);
        if is_only && self.other_sender().is_none() { least } else { least.min(Confidence::Likely) }
    }

    fn case_confidence(&self, case: E::Case) -> Confidence {
        match self.facts.times.reading().filter(|_| case.clock().is_some()) {
            Some(reading) if reading.is_proven => Confidence::Certain,
            Some(_) => Confidence::Likely,
            None => case.confidence(),
        }
    }

    fn evidence(&self, cause: E::Cause, mut pointers: impl Iterator<Item = Pointer<E>> + Clone) -> Evidence<'a, E> {
        // If several cases have the same conditions, none of them is evidence for a cause that the code signals anyway.
        let is_ambiguous = pointers.clone().count() > 1 && self.code_causes().contains(&cause);
        let pointer = pointers.find(|pointer| pointer.causes.contains(&cause));
        match (pointer, self.code) {
            (Some(Pointer { case: Some(case), .. }), _) if !is_ambiguous => {
                Evidence::Case(RankedCase { case, is_matched: true, facts: self.facts })
            }
            (Some(_), Some(code)) => Evidence::ErrorCode(code),
            _ => Evidence::Status(cause.status().as_u16()),
        }
    }

    fn code_causes(&self) -> &'static [E::Cause] {
        self.code.map_or(&[], |code| code.causes())
    }
}
