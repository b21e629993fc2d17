//! Finds a code and prints it with its description and its remedy.

use benches::peers::explained::REMEDIED;
use benches::program::{argument, print};

fn main() {
    if let Some((code, (description, remedy))) = REMEDIED.get_entry(&argument()) {
        print(&[code, description, remedy.unwrap_or_default()]);
    }
}
