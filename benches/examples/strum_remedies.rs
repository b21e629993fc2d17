//! Finds a code and prints it with its description and its remedy.

use benches::peers::explained::Strum;
use benches::program::{argument, print};
use strum::EnumMessage as _;

fn main() {
    if let Ok(code) = argument().parse::<Strum>() {
        print(&[code.into(), code.get_message().unwrap_or_default(), code.get_detailed_message().unwrap_or_default()]);
    }
}
