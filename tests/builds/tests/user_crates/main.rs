//! Builds users' crates with cargo. Each test writes a crate into a temporary folder.

mod bad_input;
mod binary_size;
mod extended;
mod fallback;
mod no_std;
mod own_types;
mod rebuild;
mod twelve;
mod user_crate;
