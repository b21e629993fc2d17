//! What the caller wrote between the parentheses of `codes!`.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitStr, Result, Token};

use crate::errors::shown;

mod word {
    syn::custom_keyword!(toml);
    syn::custom_keyword!(shipped);
    syn::custom_keyword!(export);
}

const USAGE: &str = "\
write the path of a table, relative to Cargo.toml: codes!(\"codes.toml\")
or the table itself: codes! { toml = r#\"…\"# }";

/// The arguments of one call.
///
/// What stands before the table (`crate = …; shipped = …; export = …;`) is put there by the macros of `obs-codes`, not by people.
pub(crate) struct Args {
    /// How the generated code reaches `obs-codes`.
    pub(crate) krate: TokenStream,
    /// The table that `extends` may name.
    pub(crate) shipped: Option<Shipped>,
    /// The name under which other tables may extend this one.
    pub(crate) export: Option<String>,
    pub(crate) input: Input,
}

pub(crate) struct Shipped {
    pub(crate) name: String,
    pub(crate) text: String,
}

pub(crate) enum Input {
    File(LitStr),
    Inline(LitStr),
}

impl Input {
    /// Where in the Rust source an error belongs.
    pub(crate) fn span(&self) -> Span {
        match self {
            Input::File(literal) | Input::Inline(literal) => literal.span(),
        }
    }
}

impl Args {
    pub(crate) fn read(input: TokenStream) -> Result<Self> {
        syn::parse2(input)
    }
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut krate = quote!(::obs_codes);
        let mut shipped = None;
        let mut export = None;
        if input.parse::<Option<Token![crate]>>()?.is_some() {
            input.parse::<Token![=]>()?;
            krate = input.step(|cursor| {
                let mut path = TokenStream::new();
                let mut rest = *cursor;
                while let Some((token, next)) = rest.token_tree() {
                    rest = next;
                    if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ';') {
                        break;
                    }
                    path.extend([token]);
                }
                Ok((path, rest))
            })?;
        }
        if input.parse::<Option<word::shipped>>()?.is_some() {
            input.parse::<Token![=]>()?;
            let name = input.parse::<LitStr>()?.value();
            let text = input.parse::<LitStr>()?.value();
            shipped = Some(Shipped { name, text });
            input.parse::<Token![;]>()?;
        }
        if input.parse::<Option<word::export>>()?.is_some() {
            input.parse::<Token![=]>()?;
            export = Some(input.parse::<LitStr>()?.value());
            input.parse::<Token![;]>()?;
        }
        let table = table(input)?;
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            return Err(input.error(format!(
                "one table is expected, found more; call the macro once for each, in modules of their own\n{USAGE}"
            )));
        }
        Ok(Args { krate, shipped, export, input: table })
    }
}

/// The table: a path, or `toml = "…"`.
fn table(input: ParseStream<'_>) -> Result<Input> {
    let Some((found, _)) = input.cursor().token_tree() else {
        return Err(Error::new(Span::call_site(), format!("a table is expected\n{USAGE}")));
    };
    if input.parse::<Option<word::toml>>()?.is_some() {
        let text = input.parse::<Token![=]>().and_then(|_| input.parse());
        return text.map(Input::Inline).map_err(|error| {
            Error::new(error.span(), format!("the table itself is expected after `toml =`, as a string literal\n{USAGE}"))
        });
    }
    input.parse().map(Input::File).map_err(|error| {
        let found = shown(&found.to_string());
        Error::new(error.span(), format!("the path of a table is expected as a string literal, found `{found}`\n{USAGE}"))
    })
}
