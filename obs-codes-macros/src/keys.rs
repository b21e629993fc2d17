//! Every word that a table may hold as a key or as the name of a verdict.

use crate::table::Retry;

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

/// The keys of the file itself.
pub(crate) const FILE: &[Key] = &[EXTENDS, CATEGORY, STATUS, ERROR];
/// The keys of `[category.4XX]`.
pub(crate) const CATEGORY_ROW: &[Key] = &[NAME, DESCRIPTION, RETRY];
/// The keys of `[status.403]`.
pub(crate) const STATUS_ROW: &[Key] = &[REASON, VARIANT, DESCRIPTION, RETRY, CAUSES];
/// The keys of `[status.403.causes.ClockSkew]`.
pub(crate) const CAUSE_ROW: &[Key] = &[DESCRIPTION, REMEDY];
/// The keys of `[error.NoSuchKey]`.
pub(crate) const ERROR_ROW: &[Key] = &[STATUS, CAUSES, VARIANT, DESCRIPTION, REMEDY, RETRY, SOURCE];

/// The verdicts by their spelling in a table.
pub(crate) const RETRIES: &[(&str, Retry)] =
    &[("backoff", Retry::Backoff), ("resign", Retry::Resign), ("redirect", Retry::Redirect), ("fix", Retry::Fix)];
