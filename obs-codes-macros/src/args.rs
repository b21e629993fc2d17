//! Parses the arguments of `codes!`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Error, LitStr, Result, Token, token};

use crate::words::{list, shown};

const USAGE: &str = "\
write the path of a table, relative to Cargo.toml: codes!(\"codes.toml\")
or the table itself: codes! { toml = r#\"…\"# }";

mod keyword {
    syn::custom_keyword!(toml);
    syn::custom_keyword!(shipped);
    syn::custom_keyword!(export);
}

/// The arguments of one call.
///
/// The settings before the table (`crate = …; shipped = …; export = …;`) are internal: only the macros of `obs-codes` write them.
pub(crate) struct Args {
    /// The path to `obs-codes` in the generated code.
    pub(crate) krate: TokenStream,
    /// The table that `extends` may name.
    pub(crate) shipped: Option<Shipped>,
    /// The name under which other tables may extend this one.
    pub(crate) export: Option<String>,
    pub(crate) input: Input,
    pub(crate) types: Types,
}

pub(crate) struct Shipped {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// The path of a table, or the table itself.
pub(crate) struct Input {
    pub(crate) text: LitStr,
    pub(crate) is_path: bool,
}

/// The attributes, visibility and name of each generated type.
pub(crate) struct Types {
    pub(crate) category: Type,
    pub(crate) status_code: Type,
    pub(crate) cause: Type,
    pub(crate) error_code: Type,
    pub(crate) case: Type,
}

pub(crate) struct Type {
    pub(crate) attributes: TokenStream,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
}

impl Type {
    /// Whether its visibility is `pub`, without a restriction.
    pub(crate) fn is_public(&self) -> bool {
        self.visibility.to_string() == "pub"
    }
}

/// The default name of each generated type, and the keyword that defines the type.
const TYPES: [(&str, &str); 5] =
    [("Category", "enum"), ("StatusCode", "enum"), ("Cause", "enum"), ("ErrorCode", "enum"), ("Case", "struct")];

impl Parse for Args {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut krate = quote!(::obs_codes);
        if input.peek(Token![crate]) && input.peek2(Token![=]) {
            input.parse::<Token![crate]>()?;
            input.parse::<Token![=]>()?;
            krate = path(input)?;
            input.parse::<Token![;]>()?;
        }
        let mut shipped = None;
        if input.peek(keyword::shipped) {
            input.parse::<keyword::shipped>()?;
            input.parse::<Token![=]>()?;
            shipped = Some(Shipped { name: input.parse::<LitStr>()?.value(), text: input.parse::<LitStr>()?.value() });
            input.parse::<Token![;]>()?;
        }
        let mut export = None;
        if input.peek(keyword::export) {
            input.parse::<keyword::export>()?;
            input.parse::<Token![=]>()?;
            export = Some(input.parse::<LitStr>()?.value());
            input.parse::<Token![;]>()?;
        }
        let table = input.parse()?;
        let types = if input.parse::<Option<Token![;]>>()?.is_some() { input.parse()? } else { Types::default() };
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            let is_item =
                input.peek(Token![#]) || input.peek(Token![pub]) || input.peek(Token![enum]) || input.peek(Token![struct]);
            let problem = if is_item {
                "expected `;` between the table and its types"
            } else {
                "expected one table, found more; call the macro once for each table, each time in its own module"
            };
            return Err(wrong_call(input, problem));
        }
        Ok(Args { krate, shipped, export, input: table, types })
    }
}

impl Parse for Input {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.is_empty() {
            return Err(wrong_call(input, "expected a table"));
        }
        let is_path = !input.peek(keyword::toml);
        let mut problem = "expected the table as a string literal after `toml =`".to_owned();
        if is_path {
            let found = input.fork().parse::<TokenTree>()?.to_string();
            problem = format!("expected the path of a table as a string literal, found `{}`", shown(&found));
        } else {
            input.parse::<keyword::toml>()?;
            input.parse::<Token![=]>().map_err(|_| wrong_call(input, &problem))?;
        }
        let text = input.fork().parse::<LitStr>().ok().filter(|text| text.suffix().is_empty());
        match text {
            Some(_) => Ok(Input { text: input.parse()?, is_path }),
            None => Err(wrong_call(input, &problem)),
        }
    }
}

impl Default for Types {
    fn default() -> Self {
        let [category, status_code, cause, error_code, case] = TYPES.map(|(name, _)| Type {
            attributes: TokenStream::new(),
            visibility: quote!(pub),
            name: format_ident!("{name}"),
        });
        Types { category, status_code, cause, error_code, case }
    }
}

impl Parse for Types {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut types = Types::default();
        let mut listed: Vec<String> = Vec::new();
        while !input.is_empty() {
            let attributes = attributes(input)?;
            let visibility = visibility(input)?;
            let keyword = input.call(Ident::parse_any)?;
            if keyword != "enum" && keyword != "struct" {
                return Err(Error::new(
                    keyword.span(),
                    format!("expected a type, such as `pub enum MyError = ErrorCode;`; {}", known_types()),
                ));
            }
            let name: Ident = input.parse()?;
            let of: Ident = if input.parse::<Option<Token![=]>>()?.is_some() { input.parse()? } else { name.clone() };
            input.parse::<Token![;]>()?;
            let Some(index) = TYPES.iter().position(|(default_name, _)| of == default_name) else {
                return Err(Error::new(of.span(), format!("there is no generated type `{of}`; {}", known_types())));
            };
            let expected = TYPES[index].1;
            if keyword != expected {
                return Err(Error::new(
                    keyword.span(),
                    format!("`{of}` is generated as `{expected}`; write `{expected} {name} = {of};`"),
                ));
            }
            if listed.contains(&of.to_string()) {
                return Err(Error::new(of.span(), format!("`{of}` is listed twice; keep one of the items")));
            }
            listed.push(of.to_string());
            *types.all_mut()[index] = Type { attributes, visibility, name };
        }
        types.check_names(&listed)?;
        Ok(types)
    }
}

impl Types {
    /// The types in the order of [`TYPES`].
    fn all_mut(&mut self) -> [&mut Type; TYPES.len()] {
        let Types { category, status_code, cause, error_code, case } = self;
        [category, status_code, cause, error_code, case]
    }

    /// Checks that no two types have the same name. The error points at a type that the call lists, because only those have a place in the
    /// source.
    fn check_names(&mut self, listed: &[String]) -> Result<()> {
        let mut named: Vec<(&Type, &str)> = Vec::new();
        for (of, (default_name, _)) in self.all_mut().into_iter().zip(TYPES) {
            if let Some((other, other_name)) = named.iter().find(|(other, _)| other.name == of.name) {
                let place = if listed.iter().any(|listed| listed == default_name) { &*of } else { *other };
                let problem = format!(
                    "`{other_name}` and `{default_name}` would both have the name `{}`; choose another name for one of them",
                    of.name
                );
                return Err(Error::new(place.name.span(), problem));
            }
            named.push((of, default_name));
        }
        Ok(())
    }
}

fn known_types() -> String {
    let names = TYPES.map(|(name, _)| name);
    format!("the generated types are {}", list(&names))
}

/// Any number of attributes. Doc comments arrive as attributes too.
fn attributes(input: ParseStream) -> Result<TokenStream> {
    let mut attributes = TokenStream::new();
    while input.peek(Token![#]) {
        attributes.extend(input.parse::<Token![#]>()?.into_token_stream());
        match input.parse::<TokenTree>()? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => attributes.extend([TokenTree::Group(group)]),
            other => return Err(Error::new(other.span(), "expected an attribute such as `#[derive(…)]`")),
        }
    }
    Ok(attributes)
}

/// `pub`, with a restriction such as `(crate)` if there is one, or nothing.
fn visibility(input: ParseStream) -> Result<TokenStream> {
    let mut visibility = TokenStream::new();
    if input.peek(Token![pub]) {
        visibility.extend(input.parse::<Token![pub]>()?.into_token_stream());
        if input.peek(token::Paren) {
            visibility.extend([TokenTree::Group(input.parse::<Group>()?)]);
        }
    }
    Ok(visibility)
}

/// The tokens up to the next `;`.
fn path(input: ParseStream) -> Result<TokenStream> {
    let mut path = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![;]) {
        path.extend([input.parse::<TokenTree>()?]);
    }
    Ok(path)
}

/// An error at the next token, or at the whole call if there is none.
fn wrong_call(input: ParseStream, problem: &str) -> Error {
    let span = if input.is_empty() { Span::call_site() } else { input.span() };
    Error::new(span, format!("{problem}\n{USAGE}"))
}
