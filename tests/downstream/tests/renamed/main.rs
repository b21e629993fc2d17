//! A crate that knows `obs-codes` as `codes` and has tables in several modules, beside items of its own with the names that the
//! generated code uses.

mod tables;

/// A table among items of the same names as those of the library, and of the prelude.
pub mod crowded {
    codes::codes!("tables/pages.toml");

    /// What this crate does when a page is missing, in words of its own.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Retry {
        /// Ask the reader.
        Ask,
    }

    /// Hides the one of the prelude.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Option;

    /// Hides the one of the prelude.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Result;

    /// Shares its name with a helper of the generated code.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Texts;

    /// Shares its name with a column of the generated code.
    pub static ROWS: Texts = Texts;

    /// Shares its name with a function that the generated code calls.
    pub const fn rows(_: Result) -> Option {
        Option
    }

    /// Shares its name with the crate that the generated code calls.
    pub mod core {
        /// The verdict of this crate on an error code.
        pub const fn retry(_: super::ErrorCode) -> super::Retry {
            super::Retry::Ask
        }
    }
}

/// The same file once more: types of their own.
pub mod again {
    codes::codes!("tables/pages.toml");

    /// The code of the other module with the same spelling.
    pub fn convert(code: super::crowded::ErrorCode) -> Option<ErrorCode> {
        ErrorCode::from_code(code.as_str())
    }
}

/// A table on top of the shipped one, which is found under the name that the library has here.
pub mod extended {
    codes::codes! {
        toml = r#"
            extends = "obs"

            [error.NoSuchPage]
            status = 404
            causes = ["ObjectNotFound"]
            description = "There is no page with this number."
        "#
    }
}

/// Hands the library on under a third name, as a crate does that wraps it.
pub mod facade {
    pub use ::codes as tables;
}

/// A table made through that name, on top of the shipped one and beside an item that hides the library's own name here.
pub mod handed_on {
    crate::facade::tables::codes! {
        toml = r#"
            extends = "obs"

            [error.PageLocked]
            status = 403
            causes = ["PermissionDenied"]
            description = "Somebody else edits the page."
        "#
    }

    /// Shares its name with the library.
    pub mod codes {}
}
