//! Prints a table with as many codes as the argument says, for `build.sh`.

use std::error::Error;
use std::{env, io};

use benches::names;

fn main() -> Result<(), Box<dyn Error>> {
    let count = env::args().nth(1).ok_or("how many codes?")?.parse()?;
    Ok(io::Write::write_all(&mut io::stdout(), names::table(&names::codes(count)).as_bytes())?)
}
