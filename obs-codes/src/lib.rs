#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
#[path = "generated/mod.rs"]
pub mod __private;
mod columns;
mod diagnosis;
mod http;
mod lookup;
mod message;
mod retry;
mod serde;
pub mod table;
mod unknown;

pub use diagnosis::{Cases, Causes, Clock, Confidence, Diagnosis, Difference, Evidence, RankedCase, RankedCause, RetryBasis};
pub use message::Fit;
pub use retry::Retry;
pub use unknown::{UnknownCategory, UnknownCause, UnknownErrorCode, UnknownRetry, UnknownStatusCode};

__private::codes! { crate = crate; export = "obs"; "codes.toml" }

/// Turns a table of codes into types: a file, or a text.
#[macro_export]
macro_rules! codes {
    ($($table:tt)*) => {
        $crate::__extend_obs! { $($table)* }
    };
}
