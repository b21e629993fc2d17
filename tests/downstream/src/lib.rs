//! A crate that has tables, but does not depend on `obs-codes` directly.

/// A table in a file, through the macro that the platform re-exports.
pub mod file {
    obs_codes_platform::obs_codes::codes!("tables/team.toml");
}

/// A table in the call, through another name of the library.
pub mod text {
    use obs_codes_platform::obs_codes as codes;

    codes::codes! {
        toml = r#"
            [category.4XX]
            name = "CallerError"
            description = "The caller has to change something."

            [status.404]
            reason = "Not Found"
            description = "There is no such thing."
        "#
    }
}

/// A table in the call, through a macro of the platform.
pub mod wrapped {
    obs_codes_platform::team_codes!("extends = 'obs'\n\n[error.TeamClosed]\ndescription = 'The team is gone.'");
}
