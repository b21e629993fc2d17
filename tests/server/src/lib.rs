//! A real S3-compatible server on loopback, and a client that signs its requests.

mod client;
mod server;
mod storage;

pub use client::{Client, VALID};
pub use server::Server;

/// The access key that the server knows.
pub const ACCESS_KEY: &str = "UDSIAMSTUBTEST000003";
/// The secret that belongs to it.
pub const SECRET_KEY: &str = "secret-of-the-test";
