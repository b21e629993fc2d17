//! Finds a code and prints it.

use benches::program::{argument, print};
use obs_codes::ErrorCode;

fn main() {
    if let Some(code) = ErrorCode::from_code(&argument()) {
        print(&[code.as_str()]);
    }
}
