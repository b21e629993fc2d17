//! What the caller wrote between the parentheses of `codes!`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::errors::shown;
use crate::literal;

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
    pub(crate) types: Types,
    pub(crate) input: Input,
}

/// How the caller wants each generated type.
pub(crate) struct Types {
    pub(crate) category: Type,
    pub(crate) status_code: Type,
    pub(crate) cause: Type,
    pub(crate) error_code: Type,
    pub(crate) case: Type,
}

impl Default for Types {
    fn default() -> Self {
        Types {
            category: Type::named("Category"),
            status_code: Type::named("StatusCode"),
            cause: Type::named("Cause"),
            error_code: Type::named("ErrorCode"),
            case: Type::named("Case"),
        }
    }
}

pub(crate) struct Type {
    pub(crate) attributes: TokenStream,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
}

impl Type {
    fn named(name: &str) -> Self {
        Type { attributes: TokenStream::new(), visibility: quote!(pub), name: Ident::new(name, Span::call_site()) }
    }
}

pub(crate) struct Shipped {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// A path or a table, and where the literal stands in the Rust source: there an error belongs.
pub(crate) struct Input {
    pub(crate) text: String,
    pub(crate) is_path: bool,
    pub(crate) span: Span,
}

/// Why a call cannot be read, and where in the Rust source.
#[cfg_attr(test, derive(Debug))]
pub(crate) struct WrongCall {
    pub(crate) message: String,
    pub(crate) span: Span,
}

impl WrongCall {
    /// At the first of these tokens.
    fn at(tokens: &[TokenTree], problem: &str) -> Self {
        WrongCall { message: format!("{problem}\n{USAGE}"), span: span(tokens) }
    }
}

impl Args {
    pub(crate) fn read(input: TokenStream) -> Result<Self, WrongCall> {
        let tokens: Vec<TokenTree> = input.into_iter().collect();
        let mut rest = tokens.as_slice();
        let mut krate = quote!(::obs_codes);
        if let Some(path) = setting(&mut rest, "crate") {
            krate = path.iter().cloned().collect();
        }
        let shipped = match setting(&mut rest, "shipped") {
            Some([name, text]) => {
                Some(Shipped { name: string(name).unwrap_or_default(), text: string(text).unwrap_or_default() })
            }
            _ => None,
        };
        let export = match setting(&mut rest, "export") {
            Some([name]) => string(name),
            _ => None,
        };
        let input = table(&mut rest)?;
        if let [TokenTree::Punct(sign), after @ ..] = rest
            && sign.as_char() == ','
        {
            rest = after;
        }
        if !rest.is_empty() {
            let message = "one table is expected, found more; call the macro once for each, in modules of their own";
            return Err(WrongCall::at(rest, message));
        }
        Ok(Args { krate, shipped, export, types: Types::default(), input })
    }
}

/// The tokens between `name =` and `;`, if `rest` begins so.
fn setting<'a>(rest: &mut &'a [TokenTree], name: &str) -> Option<&'a [TokenTree]> {
    let [TokenTree::Ident(word), TokenTree::Punct(equals), after @ ..] = *rest else { return None };
    if *word != name || equals.as_char() != '=' {
        return None;
    }
    let mut end = 0;
    while let Some(token) = after.get(end) {
        if matches!(token, TokenTree::Punct(sign) if sign.as_char() == ';') {
            break;
        }
        end += 1;
    }
    let (value, after) = after.split_at_checked(end)?;
    *rest = after.get(1..).unwrap_or_default();
    Some(value)
}

/// The table: a path, or `toml = "…"`.
fn table(rest: &mut &[TokenTree]) -> Result<Input, WrongCall> {
    let Some((found, after)) = rest.split_first() else { return Err(WrongCall::at(rest, "a table is expected")) };
    let is_path = !matches!(found, TokenTree::Ident(word) if *word == "toml");
    let (value, problem) = if is_path {
        let found = shown(&found.to_string());
        (*rest, format!("the path of a table is expected as a string literal, found `{found}`"))
    } else {
        let problem = "the table itself is expected after `toml =`, as a string literal";
        match after {
            [TokenTree::Punct(sign), value @ ..] if sign.as_char() == '=' => (value, problem.to_owned()),
            _ => return Err(WrongCall::at(after, problem)),
        }
    };
    match value.split_first().and_then(|(literal, after)| Some((string(literal)?, after))) {
        Some((text, after)) => {
            *rest = after;
            Ok(Input { text, is_path, span: span(value) })
        }
        None => Err(WrongCall::at(value, &problem)),
    }
}

fn span(tokens: &[TokenTree]) -> Span {
    tokens.first().map_or_else(Span::call_site, TokenTree::span)
}

/// The text of a string literal; a macro that hands one on may have put it into a group that cannot be seen.
fn string(token: &TokenTree) -> Option<String> {
    match token {
        TokenTree::Literal(literal) => literal::text(literal),
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let mut tokens = group.stream().into_iter();
            let text = string(&tokens.next()?);
            if tokens.next().is_none() { text } else { None }
        }
        _ => None,
    }
}
