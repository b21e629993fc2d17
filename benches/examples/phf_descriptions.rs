//! Finds a code and prints it with its description.

use benches::peers::explained::DESCRIBED;
use benches::program::{argument, print};

fn main() {
    if let Some((code, description)) = DESCRIBED.get_entry(&argument()) {
        print(&[code, description]);
    }
}
