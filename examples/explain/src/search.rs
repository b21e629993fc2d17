//! Finds the rows of the table that mention some words.

use obs_codes::{Case, Cause, Condition, ErrorCode};
use serde::Serialize;

use crate::words::{folded, has_word};

/// A row of the table that mentions the words.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Found {
    /// `error code`, `cause` or `case`.
    pub(crate) kind: &'static str,
    /// The name of the error code or the cause; for a case, that of its error code or the reason phrase of its status.
    pub(crate) name: &'static str,
    pub(crate) status: Option<u16>,
    pub(crate) description: &'static str,
    pub(crate) remedy: Option<&'static str>,
    /// The patterns of a case, such as the message of the server.
    #[serde(skip)]
    conditions: Vec<&'static str>,
}

/// The rows that mention every word, the best first: a name counts most, then a description, then a remedy or a pattern. Numbers alone are
/// not searched for, since most texts with the number are about something else.
pub(crate) fn search(words: &[String]) -> Vec<Found> {
    let words: Vec<String> = words.iter().flat_map(|word| word.split_whitespace()).map(str::to_lowercase).collect();
    if words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit())) {
        return vec![];
    }
    let codes = ErrorCode::ALL.iter().copied().map(Found::of_code);
    let causes = Cause::ALL.iter().copied().map(Found::of_cause);
    let cases = Case::ALL.iter().copied().map(Found::of_case);
    let all = codes.chain(causes).chain(cases);
    let mut found: Vec<(u32, Found)> = all.filter_map(|row| Some((row.weight(&words)?, row))).collect();
    found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    found.into_iter().map(|(_, row)| row).collect()
}

impl Found {
    fn of_code(code: ErrorCode) -> Self {
        let status = code.status().map(|status| status.as_u16());
        let (name, description, remedy) = (code.as_str(), code.description(), code.remedy());
        Self { kind: "error code", name, status, description, remedy, conditions: vec![] }
    }

    fn of_cause(cause: Cause) -> Self {
        let (name, description, remedy) = (cause.as_str(), cause.description(), cause.remedy());
        Self { kind: "cause", name, status: Some(cause.status().as_u16()), description, remedy, conditions: vec![] }
    }

    fn of_case(case: Case) -> Self {
        let status = case.status().or_else(|| case.error_code()?.status());
        let reason = || status.map(|status| status.canonical_reason());
        let name = case.error_code().map(|code| code.as_str()).or_else(reason).unwrap_or_default();
        let conditions = case.conditions().iter().flat_map(Condition::patterns).copied().collect();
        let status = status.map(|status| status.as_u16());
        Self { kind: "case", name, status, description: case.description(), remedy: case.remedy(), conditions }
    }

    /// How well the row matches all words; `None` if one of them is missing.
    fn weight(&self, words: &[String]) -> Option<u32> {
        words.iter().map(|word| self.weight_of(word)).sum()
    }

    fn weight_of(&self, word: &str) -> Option<u32> {
        let has_word = |text: &str| has_word(text, word);
        // A case has the name of its error code, which is a result of its own.
        let is_named = self.kind != "case" && !folded(word).is_empty() && folded(self.name).contains(&folded(word));
        if is_named {
            Some(4)
        } else if has_word(self.description) {
            Some(2)
        } else if self.remedy.is_some_and(has_word) || self.conditions.iter().copied().any(has_word) {
            Some(1)
        } else {
            None
        }
    }
}
