//! The stages of the macro on `proc_macro2`, without a compiler around them.

mod args;
mod derivation;
mod escaping;
mod expansion;
mod fixtures;
mod golden;
mod literal;
mod mutation;
mod promise;
mod rows;
mod snippet;
mod source;
mod suggest;
mod update;

use std::path::{Path, PathBuf};

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::args::Args;
use crate::errors::Errors;
use crate::expand::expand;
use crate::source::Source;

/// What comes of a table.
struct Outcome {
    tokens: TokenStream,
    messages: Vec<String>,
    source: Source,
    errors: Errors,
}

impl Outcome {
    /// Of a table that may extend `fixtures/shipped.toml`, under the name `obs`.
    fn of(source: Source, errors: Errors) -> Self {
        Self::extending(&std::fs::read_to_string(folder("shipped.toml")).unwrap(), source, errors)
    }

    /// Of a table that may extend another one, under the name `obs`.
    fn extending(shipped: &str, source: Source, mut errors: Errors) -> Self {
        let shipped = Literal::string(shipped);
        let args = Args::read(quote!(crate = ::obs_codes; shipped = "obs" #shipped; "codes.toml")).unwrap();
        let tokens = expand(&source, &args, &mut errors);
        Outcome { tokens, messages: errors.messages(&source), source, errors }
    }

    fn of_file(path: &Path) -> Self {
        let mut errors = Errors::default();
        let name = path.file_name().unwrap().to_str().unwrap();
        Self::of(Source::file(path.parent().unwrap(), name, &mut errors), errors)
    }

    fn of_text(text: &str) -> Self {
        Self::of(source(text), Errors::default())
    }

    /// The variants of a type of a table without a mistake.
    fn variants(&self, name: &str) -> Vec<String> {
        assert_eq!(self.messages, [""; 0]);
        let found = self.file().items.into_iter().find_map(|item| match item {
            syn::Item::Enum(found) if found.ident == name => Some(found),
            _ => None,
        });
        let found = found.expect("the type is an enum");
        found.variants.iter().map(|variant| variant.ident.to_string()).collect()
    }

    /// The tokens as the compiler will read them.
    fn file(&self) -> syn::File {
        syn::parse2(self.tokens.clone()).expect("the tokens are a Rust file")
    }
}

fn source(text: &str) -> Source {
    Source { name: "codes.toml".to_owned(), text: text.to_owned(), tracked: Vec::new() }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// The tables of a folder below `fixtures`.
fn tables(name: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder(name)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}
