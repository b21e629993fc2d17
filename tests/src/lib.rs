//! Tests of obs-codes from a user's point of view. This is the code that they share.

use std::ops::Range;

use obs_codes::StatusCode;

/// The first of these numbers without a status in the table. A test that uses it stays valid when a row is added.
///
/// # Panics
///
/// If the table has a status for each number.
pub fn unknown_status(mut numbers: Range<u16>) -> u16 {
    numbers.find(|number| StatusCode::from_u16(*number).is_none()).expect("the table does not have every number")
}
