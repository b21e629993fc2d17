//! Prints its argument and nothing else: the part that all programs in this folder share.

use benches::program::{argument, print};

fn main() {
    print(&[&argument()]);
}
