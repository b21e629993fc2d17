//! Checks the cases of an error code or of a status.

use super::MOST_ROWS;
use super::references::{self, Listed};
use super::rows::Rows;
use super::values::{line, optional, required, word};
use crate::errors::{Errors, Place};
use crate::raw::{RawTable, Row, Text};
use crate::spec;
use crate::spec::Word;
use crate::table::{Case, Condition, Owner};
use crate::words::shown;

/// Adds the cases of a row to `rows`, and returns their indices. `listed` are the statuses whose causes a case may name, and `confidence` is
/// that of a case without its own.
pub(super) fn cases(
    row: &Row,
    owner: Owner,
    listed: &Listed,
    confidence: &'static Word,
    raw: &RawTable,
    rows: &mut Rows<'_>,
    errors: &mut Errors,
) -> Vec<usize> {
    let found = row.rows(spec::CASES);
    reachable(found, errors);
    if rows.cases.len() + found.len() > MOST_ROWS {
        let owner = shown(&row.key.value);
        errors.at(
            &row.key.place,
            format!(
                "a table may have at most {MOST_ROWS} cases, and the cases of `{owner}` exceed the limit; merge some of them"
            ),
        );
        return Vec::new();
    }
    let first = rows.cases.len();
    for case in found {
        let named = case.list(spec::CAUSES);
        let causes = named.map(|named| references::causes(named, listed, raw, rows, errors));
        let case = Case {
            owner,
            conditions: conditions(case, errors),
            clock: word("clock state", case.text(spec::CLOCK), spec::CLOCKS, errors),
            description: required(case, spec::DESCRIPTION, &case.key, errors),
            remedy: optional(case, spec::REMEDY, errors),
            // If the file changes the `status` of a shipped error code, its cases can lose all their causes. Such a case counts as one
            // without `causes`.
            causes: causes.filter(|causes| !causes.is_empty() || named.is_some_and(<[Text]>::is_empty)),
            confidence: word("confidence", case.text(spec::CONFIDENCE), spec::CONFIDENCES, errors).unwrap_or(confidence),
        };
        rows.cases.push(case);
    }
    (first..rows.cases.len()).collect()
}

/// The facts that a case requires, each with its patterns. At least one of the patterns must fit.
fn required_facts(case: &Row) -> impl Iterator<Item = (&str, &Place, &[Text])> {
    let message = case.list(spec::MESSAGE).map(|patterns| (spec::MESSAGE, &case.key.place, patterns));
    let when = case.named(spec::WHEN).iter().map(|(fact, patterns)| (fact.value.as_str(), &fact.place, patterns.as_slice()));
    message.into_iter().chain(when)
}

/// Reads the conditions of a case. Each needs the name of a fact and at least one pattern.
fn conditions(case: &Row, errors: &mut Errors) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for (fact, _) in case.named(spec::WHEN) {
        line("the name of the fact", "name one, such as `ETag`", &fact.value, &fact.place, errors);
        if let Some(key) = [spec::MESSAGE, spec::CLOCK].iter().find(|key| fact.value.eq_ignore_ascii_case(key)) {
            errors.at(&fact.place, format!("`{key}` is a key of the case itself; write `{key} = \"…\"` beside `when`"));
        }
    }
    for (fact, place, patterns) in required_facts(case) {
        if patterns.is_empty() {
            errors.at(
                place,
                format!("`{}` has no pattern, so the case never fits; write a pattern or remove the key", shown(fact)),
            );
        }
        let patterns = patterns.iter().map(|pattern| self::pattern(fact, pattern, errors)).collect();
        conditions.push(Condition { fact: fact.to_owned(), patterns });
    }
    conditions
}

/// Checks a pattern. Its variables are names in angle brackets, and two variables must have text between them.
fn pattern(fact: &str, pattern: &Text, errors: &mut Errors) -> String {
    let what = format!("`{}`", shown(fact));
    let value = line(&what, "write a pattern or remove it", &pattern.value, &pattern.place, errors);
    if let Some(fault) = variable_fault(&value) {
        errors.at(&pattern.place, fault);
    }
    value
}

fn variable_fault(pattern: &str) -> Option<String> {
    let (_, inner) = pattern.split_once('<')?;
    let Some((name, after)) = inner.split_once('>') else {
        return Some("`<` begins a variable, but there is no `>` after it; write a variable as `<user>`".to_owned());
    };
    let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    let name = shown(name);
    if !is_name {
        Some(format!("`<{name}>` is not a variable; use only letters, digits and `_`, as in `<user>`"))
    } else if after.starts_with('<') {
        Some(format!("`<{name}>` is followed directly by another variable; put between them the text that the server sends"))
    } else {
        variable_fault(after)
    }
}

/// Reports each case that is never reached because an earlier case fits whenever it does. Cases with the same conditions are alternatives,
/// which are allowed.
fn reachable(cases: &[Row], errors: &mut Errors) {
    let conditions: Vec<Conditions> = cases.iter().map(Conditions::of).collect();
    for (index, (case, narrow)) in cases.iter().zip(&conditions).enumerate() {
        let earlier = cases.iter().zip(&conditions).take(index);
        let wide = earlier.into_iter().find(|(_, wide)| !wide.is_empty() && wide.covers(narrow) && !narrow.covers(wide));
        if let Some((wide, _)) = wide.filter(|(wide, _)| has_valid_patterns(wide) && has_valid_patterns(case)) {
            let message = "this case is never reached; move it before the other case, whose conditions are wider";
            errors.at_both(message, (place_of(case), "never reached"), (place_of(wide), "fits whenever that case fits"));
        }
    }
}

/// Whether the variables in all patterns of the case are valid.
fn has_valid_patterns(case: &Row) -> bool {
    required_facts(case).all(|(_, _, patterns)| patterns.iter().all(|pattern| variable_fault(&pattern.value).is_none()))
}

/// The place of a case's first condition, or of the case if it has none.
fn place_of(case: &Row) -> &Place {
    let pattern = required_facts(case).find_map(|(_, _, patterns)| patterns.first());
    pattern.or(case.text(spec::CLOCK)).map_or(&case.key.place, |text| &text.place)
}

/// The conditions of a case in a form that can be compared.
struct Conditions<'r> {
    clock: Option<&'r str>,
    facts: Vec<(String, Vec<String>)>,
}

impl<'r> Conditions<'r> {
    fn of(case: &'r Row) -> Self {
        let folded = |patterns: &[Text]| patterns.iter().map(|pattern| folded(&pattern.value)).collect();
        Conditions {
            clock: case.text(spec::CLOCK).map(|clock| clock.value.as_str()),
            facts: required_facts(case).map(|(fact, _, patterns)| (fact.to_ascii_lowercase(), folded(patterns))).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.clock.is_none() && self.facts.is_empty()
    }

    /// Whether these conditions hold whenever the `narrow` ones do.
    fn covers(&self, narrow: &Conditions<'_>) -> bool {
        let covers_fact = |(fact, wide): &(String, Vec<String>)| {
            let same_fact = narrow.facts.iter().find(|(other, _)| other == fact);
            same_fact.is_some_and(|(_, narrow)| narrow.iter().all(|narrow| wide.iter().any(|wide| covers(wide, narrow))))
        };
        (self.clock.is_none() || self.clock == narrow.clock) && self.facts.iter().all(covers_fact)
    }
}

/// The character that replaces each variable. A valid pattern cannot contain it.
const VARIABLE: char = '\0';

/// A pattern in a form that can be compared: with single spaces, in lower case, without a final full stop, and with all variables
/// alike.
fn folded(pattern: &str) -> String {
    let text = pattern.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase();
    let mut rest = text.strip_suffix('.').unwrap_or(&text).trim_end();
    let mut folded = String::new();
    while let Some((literal, inner)) = rest.split_once('<') {
        folded.push_str(literal);
        folded.push(VARIABLE);
        rest = inner.split_once('>').unwrap_or_default().1;
    }
    folded + rest
}

/// Whether every text that fits `narrow` fits `wide` too.
fn covers(wide: &str, narrow: &str) -> bool {
    let Some((first, mut literals)) = wide.split_once(VARIABLE) else { return wide == narrow };
    let Some(mut rest) = narrow.strip_prefix(first) else { return false };
    while let Some((literal, after)) = literals.split_once(VARIABLE) {
        // A variable matches at least one character.
        let after_first = rest.char_indices().nth(1).map_or("", |(start, _)| &rest[start..]);
        let Some((_, found)) = after_first.split_once(literal) else { return false };
        (rest, literals) = (found, after);
    }
    rest.strip_suffix(literals).is_some_and(|taken| !taken.trim().is_empty())
}
