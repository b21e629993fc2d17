//! Finds a code, and prints all that is known of it.

use benches::program::argument;
use obs_codes::ErrorCode;

fn main() {
    if let Some(code) = ErrorCode::from_code(&argument()) {
        println!("{code:#}");
    }
}
