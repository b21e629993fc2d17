//! Finds a code and prints it.

use benches::peers::shipped::PHF;
use benches::program::{argument, print};

fn main() {
    if let Some(code) = PHF.get_key(&argument()) {
        print(&[code]);
    }
}
