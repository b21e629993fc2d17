//! A crate with several tables of its own.

/// The HTTP Status Code Registry of IANA.
pub mod iana {
    obs_codes::codes!("tables/iana.toml");
}
