//! What the programs in `examples` share, so that their sizes differ by what they know alone.

/// The word that the program is called with.
#[inline(never)]
pub fn argument() -> String {
    std::env::args().nth(1).unwrap_or_default()
}

/// A line for each text.
#[inline(never)]
pub fn print(texts: &[&str]) {
    for text in texts {
        println!("{text}");
    }
}
