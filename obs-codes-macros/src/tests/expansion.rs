//! Tests what the golden expansion does not show.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, ImplItem, ImplItemFn, Item, ItemEnum, Stmt, Visibility};

use super::source;
use crate::args::{Args, Type};
use crate::errors::Errors;
use crate::expand::types;
use crate::pipeline::read_table;
use crate::spec;
use crate::table::{Case, Column, ColumnValues, Condition, Owner, Table};

const TABLE: &str = "
    [category.4XX]
    name = 'ClientError'
    description = 'a'
    [status.404]
    reason = 'Not Found'
    description = 'a'
    causes.Gone = 'a'
    [error.'no.such.key']
    status = 404
    description = 'a'
    [error.Other]
    description = 'a'
";

fn table() -> Table {
    read_table(&source(TABLE), &args(), &mut Errors::default())
}

fn args() -> Args {
    syn::parse2(quote!("codes.toml")).unwrap()
}

fn expand(table: &Table, args: &Args) -> syn::File {
    syn::parse2(types(table, "", args)).expect("the tokens are a Rust file")
}

fn enumeration<'a>(file: &'a syn::File, name: &str) -> &'a ItemEnum {
    let mut enums = file.items.iter().filter_map(|item| if let Item::Enum(item) = item { Some(item) } else { None });
    enums.find(|item| item.ident == name).expect("the type is an enum")
}

/// The items of all inherent impls.
fn members(file: &syn::File) -> impl Iterator<Item = &ImplItem> {
    let blocks = file.items.iter().filter_map(|item| if let Item::Const(item) = item { Some(&*item.expr) } else { None });
    let statements = blocks.flat_map(|block| if let syn::Expr::Block(block) = block { &*block.block.stmts } else { &[] });
    let impls = statements.filter_map(|statement| match statement {
        Stmt::Item(Item::Impl(item)) if item.trait_.is_none() => Some(item),
        _ => None,
    });
    impls.flat_map(|item| &item.items)
}

fn method<'a>(file: &'a syn::File, name: &str) -> &'a ImplItemFn {
    let mut methods = members(file).filter_map(|item| if let ImplItem::Fn(item) = item { Some(item) } else { None });
    methods.find(|method| method.sig.ident == name).expect("a type has the method")
}

fn texts(attributes: &[Attribute], name: &str) -> Vec<String> {
    let attributes = attributes.iter().filter(|attribute| attribute.path().is_ident(name));
    attributes.map(|attribute| attribute.meta.to_token_stream().to_string()).collect()
}

fn has(file: &syn::File, tokens: &TokenStream) -> bool {
    file.to_token_stream().to_string().contains(&tokens.to_string())
}

#[test]
fn each_type_has_the_attributes_visibility_and_name_that_the_call_gives_it() {
    let mut args = args();
    let name = Ident::new("PaymentError", Span::call_site());
    args.types.error_code =
        Type { attributes: quote!(#[doc = " What the service answers."] #[derive(Debug)]), visibility: quote!(pub(crate)), name };
    let file = expand(&table(), &args);
    let module = file.items.iter().find_map(|item| if let Item::Mod(item) = item { Some(item) } else { None });
    let (_, items) = module.and_then(|module| module.content.clone()).expect("the type is in a module of its own");
    let module = syn::File { items, ..file.clone() };
    let item = enumeration(&module, "PaymentError");
    assert!(matches!(item.vis, Visibility::Public(_)));
    assert!(has(
        &file,
        &quote!(
            pub(crate) use __PaymentError::PaymentError;
        )
    ));
    assert_eq!(texts(&item.attrs, "doc")[..2], ["doc = \" What the service answers.\"", "doc = \"\""]);
    assert_eq!(texts(&item.attrs, "derive")[0], "derive (Debug)");
    assert!(has(&file, &quote!(impl ::core::error::Error for PaymentError {})));
    assert!(has(&file, &quote!(&[PaymentError::NoSuchKey, PaymentError::Other])), "paths use the given name");
}

#[test]
fn documentation_links_to_a_type_by_its_given_name_if_the_type_is_public() {
    let mut args = args();
    args.types.error_code.name = Ident::new("PaymentError", Span::call_site());
    let public = expand(&table(), &args).to_token_stream().to_string();
    args.types.error_code.visibility = quote!(pub(crate));
    let private = expand(&table(), &args).to_token_stream().to_string();
    assert!(public.contains("](PaymentError::NoSuchKey)") && !private.contains("](PaymentError::"));
    assert!(!public.contains("](ErrorCode::") && !private.contains("](ErrorCode::"));
}

#[test]
fn the_variant_of_a_deprecated_row_is_deprecated_and_its_use_in_the_constant_all_is_allowed() {
    let mut table = table();
    table.errors[1].deprecated = Some("use `NoSuchKey`".to_owned());
    let file = expand(&table, &args());
    let variants = &enumeration(&file, "ErrorCode").variants;
    assert_eq!(texts(&variants[0].attrs, "deprecated"), [""; 0]);
    assert_eq!(texts(&variants[1].attrs, "deprecated"), ["deprecated = \"use `NoSuchKey`\""]);
    assert!(has(
        &file,
        &quote!(
            #[allow(deprecated)]
            pub const ALL: &'static [Self] = &[ErrorCode::NoSuchKey, ErrorCode::Other];
        )
    ));
    assert!(has(
        &file,
        &quote!(
            pub const ALL: &'static [Self] = &[Cause::Gone];
        )
    ));
}

#[test]
fn searching_the_documentation_finds_a_code_by_its_spelling_and_by_its_aliases() {
    let mut table = table();
    table.errors[1].aliases = vec!["other.code".to_owned(), "it's \"other\"".to_owned()];
    let file = expand(&table, &args());
    let aliases = |variant: usize| {
        let attributes = texts(&enumeration(&file, "ErrorCode").variants[variant].attrs, "doc");
        attributes.into_iter().filter(|doc| doc.contains("alias =")).collect::<Vec<_>>()
    };
    assert_eq!(aliases(0), ["doc (alias = \"no.such.key\")"]);
    assert_eq!(aliases(1), ["doc (alias = \"other.code\")"], "rustdoc rejects an alias with quotes");
}

#[test]
fn looking_up_an_alias_finds_the_row_of_its_code() {
    let mut table = table();
    table.errors[1].aliases = vec!["other.code".to_owned()];
    let file = expand(&table, &args());
    assert!(has(&file, &quote!(::core::concat!("no.such.key", "Other", "other.code"))));
    assert!(has(
        &file,
        &quote!(
            static ALIASED: [ErrorCode; 1] = select(ErrorCode::ALL, [1]);
        )
    ));
    assert!(!expand(&self::table(), &args()).to_token_stream().to_string().contains("ALIASED"));
}

#[test]
fn the_getter_of_a_column_returns_an_option_only_if_the_column_has_no_default() {
    let mut table = table();
    let column = |name: &str, is_total: bool, values: ColumnValues| Column {
        name: Ident::new(name, Span::call_site()),
        doc: Some("How *loud* it is.".to_owned()),
        is_total,
        values,
    };
    table.columns.error = vec![
        column("severity", true, ColumnValues::Strings(vec![Some("low".to_owned()), Some("high".to_owned())])),
        column("owner", false, ColumnValues::Strings(vec![None, Some("payments".to_owned())])),
        column("dashboard", false, ColumnValues::Integers(vec![None, Some(-7)])),
        column("pages", true, ColumnValues::Booleans(vec![Some(true), Some(false)])),
    ];
    let file = expand(&table, &args());
    let signature = |name: &str| method(&file, name).sig.output.to_token_stream().to_string();
    assert_eq!(signature("severity"), quote!(-> &'static str).to_string());
    assert_eq!(signature("owner"), quote!(-> Option<&'static str>).to_string());
    assert_eq!(signature("dashboard"), quote!(-> Option<i64>).to_string());
    assert_eq!(signature("pages"), quote!(-> bool).to_string());
    assert_eq!(texts(&method(&file, "owner").attrs, "doc"), ["doc = \"How \\\\*loud\\\\* it is.\""]);
    assert!(has(
        &file,
        &quote!(
            static OWN_SEVERITY: Texts<3> = Texts::new(::core::concat!("low", "high"), [0, 3, 7]);
        )
    ));
    assert!(has(
        &file,
        &quote!(
            static OWN_PAGES: [bool; 2] = [true, false];
        )
    ));
}

#[test]
fn a_case_of_a_status_keeps_its_attributes_and_has_no_error_code() {
    let mut table = table();
    table.statuses[0].cases = vec![0];
    table.cases.push(Case {
        owner: Owner::StatusCode(0),
        conditions: vec![Condition { fact: "request.method".to_owned(), patterns: vec!["PUT".to_owned(), "POST".to_owned()] }],
        clock: Some(&spec::AHEAD),
        description: "a".to_owned(),
        remedy: None,
        causes: None,
        confidence: &spec::LIKELY,
    });
    let file = expand(&table, &args());
    assert!(has(
        &file,
        &quote!(
            static ERROR_CODES: Lists<ErrorCode, 0, 2> = Lists::new([], [0, 0]);
        )
    ));
    assert!(has(
        &file,
        &quote!(
            static STATUSES: Lists<StatusCode, 1, 2> = Lists::new(select(StatusCode::ALL, [0]), [0, 1]);
        )
    ));
    assert!(has(&file, &quote!([Condition::new("request.method", &["PUT", "POST"])])));
    assert!(has(
        &file,
        &quote!(
            static CLOCKS: [Option<Clock>; 1] = [Some(Clock::Ahead)];
        )
    ));
    assert!(has(
        &file,
        &quote!(
            static HAS_CAUSES: [bool; 1] = [false];
        )
    ));
    assert!(has(
        &file,
        &quote!(
            static CONFIDENCES: [Confidence; 1] = [Confidence::Likely];
        )
    ));
}

#[test]
fn a_type_without_rows_still_has_all_its_methods() {
    let mut table = table();
    table.categories.clear();
    table.statuses.clear();
    table.causes.clear();
    table.errors.iter_mut().for_each(|error| error.statuses.clear());
    let file = expand(&table, &args());
    assert!(enumeration(&file, "StatusCode").variants.is_empty());
    assert!(has(
        &file,
        &quote!(
            pub const fn as_u16(&self) -> u16 {
                match *self {}
            }
        )
    ));
    assert!(has(
        &file,
        &quote!(
            const fn row(none: &Category) -> usize {
                match *none {}
            }
        )
    ));
}
