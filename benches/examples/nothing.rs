//! Prints the word that it is called with: what every program of this folder holds.

use benches::program::{argument, print};

fn main() {
    print(&[&argument()]);
}
