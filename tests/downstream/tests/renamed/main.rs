//! A crate that depends on `obs-codes` under the name `codes`. It has tables in several modules, next to items with the names that
//! generated code uses.

mod tables;

/// A table next to items that have the names of items of the library and of the prelude.
pub mod crowded {
    codes::codes!("tables/pages.toml");

    /// What this crate does if a page is missing.
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

/// The same file again, with types of its own.
pub mod again {
    codes::codes!("tables/pages.toml");

    /// Converts a code of the other module by its spelling.
    pub fn convert(code: super::crowded::ErrorCode) -> Option<ErrorCode> {
        ErrorCode::from_code(code.as_str())
    }
}

/// A table that extends the shipped one, which is found under the library's name in this crate.
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

/// Re-exports the library under a third name, as a wrapper crate does.
pub mod facade {
    pub use ::codes as tables;
}

/// A table through that name. It extends the shipped one, next to an item that hides the library's name in this crate.
pub mod re_exported {
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
