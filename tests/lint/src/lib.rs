//! What the macro writes, under every lint that the crate of a user may deny.
//!
//! The proof is that this compiles and that clippy is silent; the tests see to it that there is something to prove.

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

/// A table in a file, for all to see.
pub mod file {
    obs_codes::codes!("codes.toml");
}

/// A table in the call, on top of the shipped one.
pub mod inline {
    obs_codes::codes! {
        toml = r#"
            extends = "obs"

            [status.403.causes]
            NotOnTheList = "The address of the client is not on the list."

            [error.AddressDenied]
            status = 403
            causes = ["NotOnTheList"]
            description = "The firewall of this company refuses the address."
            remedy = "Ask for it to be put on the list."
        "#
    }
}

/// A table that only this crate sees: what it does not use is no warning.
mod private {
    obs_codes::codes!("codes.toml");
}

/// The reason phrase of a status in the table that only this crate sees.
#[must_use]
pub const fn reason(status: u16) -> Option<&'static str> {
    match private::StatusCode::from_u16(status) {
        Some(status) => Some(status.canonical_reason()),
        None => None,
    }
}
