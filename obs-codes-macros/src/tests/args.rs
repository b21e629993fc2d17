//! Parsing the arguments of calls: those that other macros write, lists of types, and wrong calls.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote;

use crate::args::Args;

fn read(call: TokenStream) -> Args {
    syn::parse2(call).unwrap_or_else(|error| panic!("{error}"))
}

fn problem(call: TokenStream) -> String {
    match syn::parse2::<Args>(call) {
        Ok(args) => panic!("read as `{}`", args.input.text.value()),
        Err(wrong) => wrong.to_string().lines().next().unwrap().to_owned(),
    }
}

#[test]
fn a_literal_that_another_macro_passes_on_is_read() {
    let path = TokenTree::from(Literal::string("codes.toml"));
    // `$path:literal` arrives in such a group.
    let passed_on = Group::new(Delimiter::None, path.into());
    let args = read(quote!(#passed_on));
    assert_eq!((args.input.text.value().as_str(), args.input.is_path), ("codes.toml", true));
    let args = read(quote!(toml = #passed_on,));
    assert_eq!((args.input.text.value().as_str(), args.input.is_path), ("codes.toml", false));
}

#[test]
fn settings_before_the_table_are_read() {
    let args = read(quote!(crate = ::a::b; shipped = "obs" "# rows"; export = "own"; "codes.toml"));
    assert_eq!(args.krate.to_string(), quote!(::a::b).to_string());
    let shipped = args.shipped.unwrap();
    assert_eq!((shipped.name.as_str(), shipped.text.as_str()), ("obs", "# rows"));
    assert_eq!(args.export.as_deref(), Some("own"));
}

#[test]
fn a_call_without_settings_uses_obs_codes_by_its_name() {
    let args = read(quote!("codes.toml"));
    assert_eq!(args.krate.to_string(), quote!(::obs_codes).to_string());
    assert!(args.shipped.is_none() && args.export.is_none());
}

#[test]
fn a_wrong_call_says_what_is_expected() {
    let path = "expected the path of a table as a string literal, found ";
    let inline = "expected the table as a string literal after `toml =`";
    let more = "expected one table, found more; call the macro once for each table, each time in its own module";
    let calls = [
        (quote!(), "expected a table"),
        (quote!(42), &format!("{path}`42`")),
        (quote!(b"codes.toml"), &format!("{path}`b\"codes.toml\"`")),
        (quote!("codes.toml"suffix), &format!("{path}`\"codes.toml\"suffix`")),
        (quote!(("codes.toml")), &format!("{path}`(\"codes.toml\")`")),
        (quote!(toml), inline),
        (quote!(toml = ), inline),
        (quote!(toml = 1), inline),
        (quote!(toml "text"), inline),
        (quote!("a.toml" "b.toml"), more),
        (quote!("a.toml", "b.toml"), more),
        (quote!("a.toml",,), more),
        (quote!("a.toml" enum A = Cause;), "expected `;` between the table and its types"),
        (quote!("a.toml", #[must_use] pub enum A = Cause;), "expected `;` between the table and its types"),
    ];
    for (call, expected) in calls {
        assert_eq!(problem(call.clone()), *expected, "{call}");
    }
}

#[test]
fn types_have_the_names_attributes_and_visibility_that_the_caller_gives_them() {
    let args = read(quote! {
        "codes.toml";
        /// What the service answers.
        #[derive(Debug)]
        pub(crate) enum PaymentError = ErrorCode;
        enum Cause;
        pub struct Situation = Case;
    });
    assert_eq!(args.types.error_code.name, "PaymentError");
    assert_eq!(args.types.error_code.visibility.to_string(), quote!(pub(crate)).to_string());
    let attributes = args.types.error_code.attributes.to_string();
    assert!(attributes.contains("What the service answers.") && attributes.contains("derive"), "{attributes}");
    assert_eq!(args.types.cause.name, "Cause");
    assert!(args.types.cause.visibility.is_empty());
    assert_eq!(args.types.case.name, "Situation");
    assert_eq!(args.types.status_code.name, "StatusCode");
    assert_eq!(args.types.status_code.visibility.to_string(), "pub");
}

#[test]
fn two_types_can_exchange_their_names() {
    let args = read(quote!("codes.toml"; pub enum Cause = ErrorCode; pub enum ErrorCode = Cause;));
    assert_eq!(
        (args.types.cause.name.to_string(), args.types.error_code.name.to_string()),
        ("ErrorCode".to_owned(), "Cause".to_owned())
    );
}

#[test]
fn a_wrong_item_says_what_is_expected() {
    let known = "the generated types are `Category`, `StatusCode`, `Cause`, `ErrorCode` and `Case`";
    let items = [
        (quote!(enum A = Errors;), format!("there is no generated type `Errors`; {known}")),
        (
            quote!(
                type A = ErrorCode;
            ),
            format!("expected a type, such as `pub enum MyError = ErrorCode;`; {known}"),
        ),
        (quote!(struct A = ErrorCode;), "`ErrorCode` is generated as `enum`; write `enum A = ErrorCode;`".to_owned()),
        (quote!(enum A = Case;), "`Case` is generated as `struct`; write `struct A = Case;`".to_owned()),
        (quote!(enum A = Cause; enum B = Cause;), "`Cause` is listed twice; keep one of the items".to_owned()),
        (quote!(enum A = Cause), "expected `;`".to_owned()),
        (
            quote!(enum A = Cause; struct A = Case;),
            "`Cause` and `Case` would both have the name `A`; choose another name for one of them".to_owned(),
        ),
        (
            quote!(enum Cause = ErrorCode;),
            "`Cause` and `ErrorCode` would both have the name `Cause`; choose another name for one of them".to_owned(),
        ),
    ];
    for (item, expected) in items {
        assert_eq!(problem(quote!("codes.toml"; #item)), expected, "{item}");
    }
}
