//! What the macro promises, whatever is in the file. The fuzz target holds it to the same.

use proc_macro2::TokenStream;

use crate::args::Args;
use crate::errors::Errors;
use crate::expand::expand;
use crate::source::Source;

/// Makes types of a file with these bytes.
///
/// # Panics
///
/// Where the macro does, or where it has mistakes to tell and none is at a place in the file. What it says of a mistake is printed,
/// so that this cannot fail unseen.
pub(crate) fn types(bytes: &[u8], args: &Args) -> TokenStream {
    let mut errors = Errors::default();
    let mut source = Source { name: "codes.toml".to_owned(), ..Source::default() };
    match source.decode("codes.toml", bytes.to_vec()) {
        Ok(text) => source.text = text,
        Err(mistake) => errors.only(mistake),
    }
    let tokens = expand(&source, args, &mut errors);
    let messages = errors.messages(&source);
    assert_eq!(messages.len(), errors.found.len());
    let places = errors.found.iter().filter_map(|mistake| mistake.labels(&source));
    let inside = places.filter(|(first, _)| first.at.start <= source.text.len() && first.at.end <= source.text.len()).count();
    let named = messages.iter().filter(|message| message.contains("--> codes.toml:")).count();
    assert!(messages.is_empty() || inside > 0 && named > 0, "{messages:?}");
    tokens
}
