//! A crate with several tables.
//!
//! It is `no_std` and denies every lint that a user's crate may deny. If it compiles and clippy is silent, generated code needs no standard
//! library and passes all these lints.

#![no_std]
#![forbid(unsafe_code)]
#![deny(
    warnings,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    future_incompatible,
    let_underscore,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    nonstandard_style,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unreachable_pub,
    unused,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications
)]
#![deny(rustdoc::all)]

pub mod device;
pub mod lint;
pub mod named;
pub mod shadowed;

/// The HTTP Status Code Registry of IANA.
pub mod iana {
    obs_codes::codes!("tables/iana.toml");
}

/// A table that has nothing to do with the shipped one.
pub mod service {
    obs_codes::codes!("tables/service.toml");
}

/// The shipped table with rows of this crate.
pub mod extended {
    obs_codes::codes!("tables/extended.toml");
}

/// The shipped table with a row of each kind and each key replaced.
pub mod replaced {
    obs_codes::codes!("tables/replaced.toml");
}

/// A table with columns of its own, aliases, and deprecated rows.
pub mod columns {
    obs_codes::codes!("tables/columns.toml");
}

/// The shipped table with values for its columns, and with more columns.
pub mod filled {
    obs_codes::codes!("tables/filled.toml");
}

/// A table whose texts try to become code, a link, a heading or a doctest.
pub mod hostile {
    obs_codes::codes!("tables/hostile.toml");
}

/// A table that extends the shipped one and adds nothing.
pub mod same {
    obs_codes::codes! { toml = r#"extends = "obs""# }
}
