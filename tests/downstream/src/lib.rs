//! A crate that does not depend on `obs-codes`, and has tables all the same.

/// A file, by the macro that the platform hands on.
pub mod file {
    obs_codes_platform::obs_codes::codes!("tables/team.toml");
}

/// A text, by the name under which this crate knows the library.
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

/// A text, by a macro of the platform that calls that of the library.
pub mod wrapped {
    obs_codes_platform::team_codes!("extends = 'obs'\n\n[error.TeamClosed]\ndescription = 'The team is gone.'");
}
