//! The code that the programs in `examples` share, so that their sizes differ only by their tables.

/// The argument of the program.
#[inline(never)]
pub fn argument() -> String {
    std::env::args().nth(1).unwrap_or_default()
}

/// Prints each text in a line of its own.
#[inline(never)]
pub fn print(texts: &[&str]) {
    for text in texts {
        println!("{text}");
    }
}
