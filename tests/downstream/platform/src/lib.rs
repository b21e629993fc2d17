//! What the teams of a company build on: `obs-codes`, and a macro of its own that calls `codes!`.

pub use obs_codes;

/// Makes a table of the text that is given.
#[macro_export]
macro_rules! team_codes {
    ($table:literal) => {
        $crate::obs_codes::codes! { toml = $table }
    };
}
