//! The table of OBS, by the same call that any other crate makes of its own.

crate::__private::codes! { crate = crate; export = "obs"; "codes.toml" }
