//! A local server that answers every request with an error, as OBS would send it.

mod answer;
mod output;
mod server;

pub use answer::{CLOCK_AHEAD, KEYS, NO_SUCH_KEY, SLOW_DOWN, WRONG_SECRET, answer};
pub use output::assert_reports;
pub use server::Server;
