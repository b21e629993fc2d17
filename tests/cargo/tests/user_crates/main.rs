//! What somebody sees who builds a crate of their own with cargo: each test writes one into a temporary folder.

mod bad_input;
mod binary_size;
mod no_std;
mod rebuild;
mod user_crate;
