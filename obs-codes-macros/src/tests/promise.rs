//! What the macro promises, whatever is in the file. The fuzz target holds it to the same.

use proc_macro2::TokenStream;

use crate::args::Args;
use crate::errors::Errors;
use crate::pipeline::{expand_source, with_errors};
use crate::report;
use crate::source::Source;

/// Makes types of a file with these bytes.
///
/// # Panics
///
/// Where the macro does, or where it reports mistakes of which none is at a place in the file.
pub(crate) fn types(bytes: &[u8], args: &Args) -> TokenStream {
    let mut errors = Errors::default();
    let mut source = Source { name: "codes.toml".to_owned(), ..Source::default() };
    let tokens = match source.decode("codes.toml", bytes.to_vec()) {
        Ok(()) => expand_source(&source, args, &mut errors),
        Err(mistake) => {
            errors.push(mistake);
            with_errors(&source, args, &errors, None)
        }
    };
    let messages = report::messages(&errors, &source);
    assert_eq!(messages.len(), errors.found.len().min(report::MOST));
    let places = errors.found.iter().filter_map(|mistake| mistake.at.as_ref());
    let inside = places.filter(|at| at.start <= source.text.len() && at.end <= source.text.len()).count();
    let named = messages.iter().filter(|message| message.contains("--> codes.toml:")).count();
    assert!(messages.is_empty() || inside > 0 && named > 0, "{messages:?}");
    tokens
}
