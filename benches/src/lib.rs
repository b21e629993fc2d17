//! Measures `obs-codes` and its alternatives on the same codes and keys. `BENCHMARKS.md` has the results.

pub mod contest;
pub mod keys;
pub mod names;
pub mod peers;
pub mod plot;
pub mod program;
#[cfg(feature = "response")]
pub mod responses;
pub mod table;
pub mod work;
