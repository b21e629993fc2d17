//! What the macro promises for every file. The fuzz target checks the same promise.

use proc_macro2::TokenStream;

use crate::args::Args;
use crate::errors::Errors;
use crate::pipeline::{expand_source, with_errors};
use crate::report;
use crate::source::Source;

/// Expands a table with these bytes.
///
/// # Panics
///
/// If the macro panics, or if it reports mistakes and none of them has a place in the file.
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
