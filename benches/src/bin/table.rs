//! Prints a table for `build.sh`. The argument is the number of codes.

use std::error::Error;
use std::{env, io};

use benches::names;

fn main() -> Result<(), Box<dyn Error>> {
    let count = env::args().nth(1).ok_or("expected the number of codes")?.parse()?;
    Ok(io::Write::write_all(&mut io::stdout(), names::table(&names::codes(count)).as_bytes())?)
}
