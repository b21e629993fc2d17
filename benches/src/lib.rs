//! What `obs-codes` is measured against, on the same codes and the same keys. `BENCHMARKS.md` says what came out.

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
