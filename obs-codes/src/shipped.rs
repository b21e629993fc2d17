//! The shipped table. The macro that reads it is the one that other crates call for their own tables.

crate::__private::codes! { crate = crate; export = "obs"; "codes.toml" }
