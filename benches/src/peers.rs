//! The tables that `build.rs` writes.

macro_rules! generated {
    ($(#[$attribute:meta])* $name:ident) => {
        $(#[$attribute])*
        #[allow(clippy::all, clippy::pedantic, missing_docs, reason = "written by `build.rs`")]
        pub mod $name {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));
        }
    };
}

generated! {
    /// Twenty codes of the shipped table.
    few
}
generated! {
    /// The shipped table.
    shipped
}
generated! {
    /// The shipped table with descriptions and remedies.
    explained
}
generated! {
    /// A thousand codes.
    #[cfg(large)]
    thousand
}
generated! {
    /// Ten thousand codes.
    #[cfg(large)]
    ten_thousand
}
generated! {
    /// The statuses of the shipped table.
    statuses
}
