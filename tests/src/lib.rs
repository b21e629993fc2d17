//! Tests of obs-codes from outside, and what they share.

use std::ops::Range;

use obs_codes::StatusCode;

/// The first of these numbers that the table has no status for: a row that somebody adds is no reason to touch a test.
///
/// # Panics
///
/// Where it has one for each.
pub fn unknown_status(mut numbers: Range<u16>) -> u16 {
    numbers.find(|number| StatusCode::from_u16(*number).is_none()).expect("the table does not have every number")
}
