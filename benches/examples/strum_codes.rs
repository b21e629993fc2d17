//! Finds a code and prints it.

use benches::peers::explained::Strum;
use benches::program::{argument, print};

fn main() {
    if let Ok(code) = argument().parse::<Strum>() {
        print(&[code.into()]);
    }
}
