//! Types with names, visibilities and attributes that this crate chooses.

/// Two tables in one module, and a third in a function.
pub mod several {
    obs_codes::codes! {
        "tables/service.toml";

        /// What the service answers.
        #[must_use]
        pub enum ServiceError = ErrorCode;
        pub enum ServiceCategory = Category;
        pub enum ServiceStatus = StatusCode;
        pub enum ServiceCause = Cause;
        pub struct ServiceCase = Case;
    }
    obs_codes::codes!("tables/device.toml");

    /// The description of an error code in a table that is private to this function.
    #[must_use]
    pub fn describe(code: &str) -> Option<&'static str> {
        obs_codes::codes! {
            "tables/lint.toml";
            enum LocalError = ErrorCode;
            enum LocalCause = Cause;
        }
        let code = LocalError::from_code(code)?;
        let cause: Option<&LocalCause> = code.causes().first();
        Some(cause.map_or_else(|| code.description(), LocalCause::description))
    }
}

/// A table with a type of each visibility.
pub mod visible {
    use core::fmt::Debug;

    mod inner {
        use core::fmt::Debug;

        obs_codes::codes! {
            "tables/lint.toml";

            /// What happened.
            pub enum Problem = ErrorCode;
            pub(crate) enum Reason = Cause;
            pub(in crate::named) enum Class = Category;
            pub(super) enum Answer = StatusCode;
            struct Meaning = Case;
        }

        /// What a problem can mean.
        pub(super) const fn meanings(problem: Problem) -> impl Debug {
            let meanings: &[Meaning] = problem.cases();
            meanings
        }
    }

    pub use inner::Problem;

    /// What the table says about a problem, in types that are private to this crate.
    pub fn about(problem: Problem) -> impl Debug {
        let statuses: &[inner::Answer] = problem.statuses();
        let causes: &[inner::Reason] = problem.causes();
        let category: Option<inner::Class> = statuses.first().map(inner::Answer::category);
        (statuses, causes, category, inner::meanings(problem))
    }
}
