//! The types of a table whose texts try to become code, a link, a heading or a doctest.

obs_codes::codes!("codes.toml");
