//! Tables with something of each kind, so that no generated item escapes the lints of this crate.

/// A table in a file, for all to see.
pub mod file {
    obs_codes::codes!("tables/lint.toml");
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
    obs_codes::codes!("tables/lint.toml");
}

/// The reason phrase of a status in the table that only this crate sees.
#[must_use]
pub const fn reason(status: u16) -> Option<&'static str> {
    match private::StatusCode::from_u16(status) {
        Some(status) => Some(status.canonical_reason()),
        None => None,
    }
}
