//! The shared crate of a company: it re-exports `obs-codes` and has a macro that calls `codes!`.

pub use obs_codes;

/// Makes a table from the given text.
#[macro_export]
macro_rules! team_codes {
    ($table:literal) => {
        $crate::obs_codes::codes! { toml = $table }
    };
}
