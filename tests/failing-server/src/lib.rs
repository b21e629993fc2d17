//! A server on loopback that fails every request as OBS does.

mod answer;
mod server;

pub use answer::{CLOCK_AHEAD, KEYS, NO_SUCH_KEY, SLOW_DOWN, WRONG_SECRET, answer};
pub use server::Server;
