#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod columns;
mod explanation;
mod generated;
mod http;
mod lookup;
mod retry;
mod serde;
pub mod table;
mod unknown;

pub use retry::Retry;
pub use unknown::{UnknownCategory, UnknownCause, UnknownErrorCode, UnknownRetry, UnknownStatusCode};

#[doc(hidden)]
pub mod __private {
    pub use crate::generated::*;
}

generated::codes! { crate = crate; export = "obs"; "codes.toml" }

/// Turns a table of codes into types: a file, or a text.
#[macro_export]
macro_rules! codes {
    ($($table:tt)*) => {
        $crate::__extend_obs! { $($table)* }
    };
}
