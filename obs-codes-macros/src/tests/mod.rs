//! Tests of the stages of the macro. They run outside the compiler, on `proc_macro2`.

mod args;
mod cases;
mod columns;
mod derivation;
mod escaping;
mod expansion;
mod fixtures;
mod golden;
mod mutation;
mod promise;
mod report;
mod rows;
mod source;
mod update;
mod words;

use std::path::{Path, PathBuf};

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::args::Args;
use crate::errors::Errors;
use crate::pipeline::{expand_source, with_errors};
use crate::report::messages;
use crate::source::{LoadError, Source};

/// The result of expanding a table.
struct Outcome {
    tokens: TokenStream,
    messages: Vec<String>,
    errors: Errors,
}

impl Outcome {
    /// Expands a table that can extend `fixtures/shipped.toml` under the name `obs`.
    fn of(source: &Source) -> Self {
        Self::extending(&std::fs::read_to_string(folder("shipped.toml")).unwrap(), source)
    }

    /// Expands a table that can extend the table `shipped` under the name `obs`.
    fn extending(shipped: &str, source: &Source) -> Self {
        let mut errors = Errors::default();
        let tokens = expand_source(source, &args(shipped), &mut errors);
        Outcome { tokens, messages: messages(&errors, source), errors }
    }

    fn of_file(path: &Path) -> Self {
        let name = path.file_name().unwrap().to_str().unwrap();
        match Source::file(path.parent().unwrap(), name) {
            Ok(source) => Self::of(&source),
            Err(error) => {
                let LoadError { source, mistake } = *error;
                let mut errors = Errors::default();
                errors.push(mistake);
                let tokens = with_errors(&source, &args(""), &errors, None);
                Outcome { tokens, messages: messages(&errors, &source), errors }
            }
        }
    }

    fn of_text(text: &str) -> Self {
        Self::of(&source(text))
    }

    /// The variants of a type. The table must not have a mistake.
    fn variants(&self, name: &str) -> Vec<String> {
        assert_eq!(self.messages, [""; 0]);
        let found = self.file().items.into_iter().find_map(|item| match item {
            syn::Item::Enum(found) if found.ident == name => Some(found),
            _ => None,
        });
        let found = found.expect("the type is an enum");
        found.variants.iter().map(|variant| variant.ident.to_string()).collect()
    }

    /// The tokens as a Rust file.
    fn file(&self) -> syn::File {
        syn::parse2(self.tokens.clone()).expect("the tokens are a Rust file")
    }
}

/// The arguments of a call whose table can extend the table `shipped` under the name `obs`.
fn args(shipped: &str) -> Args {
    let shipped = Literal::string(shipped);
    syn::parse2(quote!(crate = ::obs_codes; shipped = "obs" #shipped; "codes.toml")).unwrap()
}

fn source(text: &str) -> Source {
    Source { name: "codes.toml".to_owned(), text: text.to_owned(), tracked: Vec::new() }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// The paths of all tables in a folder of `fixtures`.
fn tables(name: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder(name)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}
