//! What somebody sees who builds a crate of their own with cargo. Each test writes one into a temporary folder.

mod bad_input;
mod binary_size;
mod extended;
mod fallback;
mod no_std;
mod own_types;
mod rebuild;
mod twelve;
mod user_crate;
