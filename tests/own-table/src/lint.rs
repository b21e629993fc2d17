//! Tables with rows and keys of each kind, so that the lints of this crate see every generated item.

/// A public table in a file.
pub mod file {
    obs_codes::codes!("tables/lint.toml");
}

/// A table in the call, which extends the shipped one.
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

/// A private table. The items that this crate does not use cause no warnings.
mod private {
    obs_codes::codes!("tables/lint.toml");
}

/// The reason phrase of a status in the private table.
#[must_use]
pub const fn reason(status: u16) -> Option<&'static str> {
    match private::StatusCode::from_u16(status) {
        Some(status) => Some(status.canonical_reason()),
        None => None,
    }
}
