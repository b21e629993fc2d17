//! How calls are read that a macro of the user's makes, and that nobody should make.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::quote;

use crate::args::Args;

fn problem(call: TokenStream) -> String {
    match Args::read(call) {
        Ok(args) => panic!("read as `{}`", args.input.text),
        Err(wrong) => wrong.message.lines().next().unwrap().to_owned(),
    }
}

#[test]
fn a_path_that_a_macro_hands_on_as_a_literal_is_one() {
    let path = TokenTree::from(Literal::string("codes.toml"));
    // How `$path:literal` arrives.
    let handed_on = Group::new(Delimiter::None, path.into());
    let args = Args::read(quote!(#handed_on)).unwrap();
    assert_eq!((args.input.text.as_str(), args.input.is_path), ("codes.toml", true));
    let args = Args::read(quote!(toml = #handed_on,)).unwrap();
    assert_eq!((args.input.text.as_str(), args.input.is_path), ("codes.toml", false));
}

#[test]
fn what_the_macros_of_the_library_put_before_the_table_is_read() {
    let args = Args::read(quote!(crate = ::a::b; shipped = "obs" "# rows"; export = "own"; "codes.toml")).unwrap();
    assert_eq!(args.krate.to_string(), quote!(::a::b).to_string());
    let shipped = args.shipped.unwrap();
    assert_eq!((shipped.name.as_str(), shipped.text.as_str()), ("obs", "# rows"));
    assert_eq!(args.export.as_deref(), Some("own"));
}

#[test]
fn a_call_without_them_reaches_the_library_by_its_name() {
    let args = Args::read(quote!("codes.toml")).unwrap();
    assert_eq!(args.krate.to_string(), quote!(::obs_codes).to_string());
    assert!(args.shipped.is_none() && args.export.is_none());
}

#[test]
fn a_wrong_call_says_what_is_expected() {
    let path = "the path of a table is expected as a string literal, found ";
    let inline = "the table itself is expected after `toml =`, as a string literal";
    let more = "one table is expected, found more; call the macro once for each, in modules of their own";
    let calls = [
        (quote!(), "a table is expected"),
        (quote!(42), &format!("{path}`42`")),
        (quote!(b"codes.toml"), &format!("{path}`b\"codes.toml\"`")),
        (quote!(("codes.toml")), &format!("{path}`(\"codes.toml\")`")),
        (quote!(crate = a), "a table is expected"),
        (quote!(toml), inline),
        (quote!(toml = ), inline),
        (quote!(toml = 1), inline),
        (quote!(toml "text"), inline),
        (quote!("a.toml" "b.toml"), more),
        (quote!("a.toml", "b.toml"), more),
        (quote!("a.toml",,), more),
        (quote!(toml = "a"; toml = "b"), more),
    ];
    for (call, expected) in calls {
        assert_eq!(problem(call.clone()), *expected, "{call}");
    }
}
