//! A crate with several tables of its own.

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

/// The shipped table once more.
pub mod same {
    obs_codes::codes! { toml = r#"extends = "obs""# }
}

pub mod shadowed;
