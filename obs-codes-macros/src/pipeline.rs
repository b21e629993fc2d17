//! From a call to tokens: parse the arguments, load the file, read it, merge it into the table that it extends, check it, and
//! expand it or report its mistakes.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::args::{Args, Types};
use crate::errors::{Errors, Place};
use crate::read::Document;
use crate::source::Source;
use crate::table::Table;
use crate::{check, expand, overlay, report};

/// The types, and an error for each mistake in the call or in the table.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let args: Args = match syn::parse2(input) {
        Ok(args) => args,
        Err(error) => return expand::unreadable(&Types::default(), &compile_error(&error.to_string(), error.span())),
    };
    let mut errors = Errors::default();
    match Source::read(&args.input) {
        Ok(source) => expand_source(&source, &args, &mut errors),
        Err(error) => {
            errors.push(error.mistake);
            with_errors(&error.source, &args, &errors, None)
        }
    }
}

/// The types of the table in `source`, with every row that can be read, and an error for each mistake.
pub(crate) fn expand_source(source: &Source, args: &Args, errors: &mut Errors) -> TokenStream {
    let table = read_table(source, args, errors);
    let types = (!errors.lacks_variants()).then(|| expand::types(&table, &source.text, args));
    with_errors(source, args, errors, types)
}

/// The table in `source`, with every row that can be read. Adds each mistake to `errors`.
pub(crate) fn read_table(source: &Source, args: &Args, errors: &mut Errors) -> Table {
    let document = Document::parse(&source.text, errors);
    let extends = document.extends(errors);
    let base = overlay::extended(extends.as_ref(), args.shipped.as_ref(), errors);
    let inherited = base.as_ref().map(|base| base.columns.clone()).unwrap_or_default();
    let own = document.rows(&inherited, Place::Own, errors);
    let raw = match base {
        Some(base) => overlay::overlay(base, own),
        None => own,
    };
    let table = check::check(&raw, errors);
    if let Some(fault) = document.fault {
        // All other mistakes only follow from the syntax error.
        errors.found = vec![fault];
    }
    table
}

/// The types, or placeholders if they cannot be generated, with an error for each mistake.
pub(crate) fn with_errors(source: &Source, args: &Args, errors: &Errors, types: Option<TokenStream>) -> TokenStream {
    let span = args.input.text.span();
    let mut messages: Vec<TokenStream> =
        report::messages(errors, source).iter().map(|message| compile_error(message, span)).collect();
    let tracking = expand::tracking(source);
    // A placeholder is an error itself, so the last message becomes part of it.
    let types = match (types, &mut messages) {
        (Some(types), _) => Some(types),
        (None, messages) => messages.pop().map(|last| expand::unreadable(&args.types, &last)),
    };
    quote! { #tracking #(#messages;)* #types }
}

fn compile_error(message: &str, span: Span) -> TokenStream {
    quote_spanned!(span=> ::core::compile_error!(#message))
}
