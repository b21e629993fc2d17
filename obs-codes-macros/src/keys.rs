//! Every word that a table may hold as a key or as the name of a verdict.

use crate::table::{Clock, Confidence, Retry};

/// A key of one kind of row, by its spelling.
pub(crate) type Key = &'static str;

pub(crate) const EXTENDS: Key = "extends";
pub(crate) const CATEGORY: Key = "category";
pub(crate) const STATUS: Key = "status";
pub(crate) const ERROR: Key = "error";
pub(crate) const NAME: Key = "name";
pub(crate) const REASON: Key = "reason";
pub(crate) const VARIANT: Key = "variant";
pub(crate) const DESCRIPTION: Key = "description";
pub(crate) const REMEDY: Key = "remedy";
pub(crate) const RETRY: Key = "retry";
pub(crate) const CAUSES: Key = "causes";
pub(crate) const SOURCE: Key = "source";
pub(crate) const CONFIDENCE: Key = "confidence";
pub(crate) const CASES: Key = "cases";
pub(crate) const MESSAGE: Key = "message";
pub(crate) const CLOCK: Key = "clock";

/// The keys of the file itself.
pub(crate) const FILE: &[Key] = &[EXTENDS, CATEGORY, STATUS, ERROR];
/// The keys of `[category.4XX]`.
pub(crate) const CATEGORY_ROW: &[Key] = &[NAME, DESCRIPTION, REMEDY, RETRY];
/// The keys of `[status.403]`.
pub(crate) const STATUS_ROW: &[Key] = &[REASON, VARIANT, DESCRIPTION, REMEDY, RETRY, CAUSES];
/// The keys of `[status.403.causes.ClockSkew]`.
pub(crate) const CAUSE_ROW: &[Key] = &[DESCRIPTION, REMEDY];
/// The keys of `[error.NoSuchKey]`.
pub(crate) const ERROR_ROW: &[Key] = &[STATUS, CAUSES, CONFIDENCE, VARIANT, DESCRIPTION, REMEDY, RETRY, SOURCE, CASES];
/// The keys of `[[error.NoSuchKey.cases]]`.
pub(crate) const CASE_ROW: &[Key] = &[MESSAGE, CLOCK, DESCRIPTION, REMEDY, CAUSES];

/// The keys of every kind of row.
pub(crate) const ROWS: &[&[Key]] = &[CATEGORY_ROW, STATUS_ROW, CAUSE_ROW, ERROR_ROW, CASE_ROW];

/// The keys on which the name of a variant may depend, or that hold rows.
pub(crate) const NAMING: &[Key] = &[NAME, REASON, VARIANT, CAUSES, CASES];

/// The keys whose texts may be left out.
pub(crate) const OPTIONAL_TEXTS: &[Key] = &[REMEDY, SOURCE, MESSAGE];

/// The verdicts by their spelling in a table.
pub(crate) const RETRIES: &[(&str, Retry)] =
    &[("backoff", Retry::Backoff), ("resign", Retry::Resign), ("redirect", Retry::Redirect), ("fix", Retry::Fix)];

/// How surely an error code signals its causes, by the spelling in a table.
pub(crate) const CONFIDENCES: &[(&str, Confidence)] = &[("certain", Confidence::Certain), ("likely", Confidence::Likely)];

/// What the times of request and response say in a case, by the spelling in a table.
pub(crate) const CLOCKS: &[(&str, Clock)] = &[("ahead", Clock::Ahead), ("behind", Clock::Behind), ("delayed", Clock::Delayed)];
