//! No text of a table is markup in the documentation: whatever it holds, rustdoc shows it as it stands in the table.

use std::sync::LazyLock;

use proptest::prelude::*;
use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser};
use quote::quote;
use syn::{Attribute, Expr, ExprLit, Item, ItemEnum, Lit, Meta};

/// Stands where the texts of the table stand. It holds nothing that could be markup.
const WORD: &str = "Word";

/// The documentation of all types and variants of a table that has `text` wherever a row may have one.
fn documentation(text: &str) -> Vec<String> {
    let letters: Vec<String> = text.chars().map(|letter| format!("\\U{:08X}", u32::from(letter))).collect();
    let text = letters.concat();
    let table = format!(
        "[category.4XX]\nname = 'Category'\ndescription = \"{text}\"\nremedy = \"{text}\"\n
        [status.404]\nvariant = 'Status'\nreason = \"{text}\"\ndescription = \"{text}\"\nremedy = \"{text}\"\n
        [status.404.causes.Cause]\ndescription = \"{text}\"\nremedy = \"{text}\"\n
        [error.\"{text}\"]\nvariant = 'Error'\nstatus = 404\ncauses = ['Cause']\ndescription = \"{text}\"\nremedy = \"{text}\"\n"
    );
    let file: syn::File = syn::parse2(crate::pipeline::expand(quote!(toml = #table))).expect("the tokens are a Rust file");
    let mut documentation = Vec::new();
    for item in file.items {
        match item {
            Item::Enum(ItemEnum { attrs, variants, .. }) => {
                documentation.push(documentation_of(&attrs));
                documentation.extend(variants.iter().map(|variant| documentation_of(&variant.attrs)));
            }
            Item::Macro(error) => panic!("{}", error.mac.tokens),
            _ => {}
        }
    }
    documentation
}

/// The text of the `///` lines.
fn documentation_of(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(ExprLit { lit: Lit::Str(line), .. }) => Some(line.value()),
            _ => None,
        },
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What rustdoc makes of Markdown: with its extensions, and whatever stands in brackets may be a link.
fn rendered(markdown: &str) -> Vec<Event<'_>> {
    let extensions = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let link = |link: BrokenLink<'_>| Some((CowStr::from(link.reference.to_string()), CowStr::from("")));
    Parser::new_with_broken_link_callback(markdown, extensions, Some(link)).collect()
}

#[derive(Clone, Debug, PartialEq)]
enum Part {
    Text(String),
    Markup(String),
}

/// What a reader sees: a text in several pieces is one, and the font of code is no matter.
fn page(events: &[Event<'_>]) -> Vec<Part> {
    let mut page = Vec::new();
    for event in events {
        match (event, page.last_mut()) {
            (Event::Text(text) | Event::Code(text), Some(Part::Text(before))) => before.push_str(text),
            (Event::Text(text) | Event::Code(text), _) => page.push(Part::Text(text.to_string())),
            (markup, _) => page.push(Part::Markup(format!("{markup:?}"))),
        }
    }
    page
}

/// The pages with `text` are those with [`WORD`], but for the text.
fn assert_shown(text: &str) {
    static PLAIN: LazyLock<Vec<Vec<Part>>> =
        LazyLock::new(|| documentation(WORD).iter().map(|plain| page(&rendered(plain))).collect());
    let documentation = documentation(text);
    // The four types and a variant of each.
    assert_eq!((documentation.len(), PLAIN.len()), (8, 8));
    for (found, plain) in documentation.iter().zip(&*PLAIN) {
        let mut expected = plain.clone();
        for part in &mut expected {
            if let Part::Text(word) = part {
                *word = word.replace(WORD, text);
            }
        }
        let events = rendered(found);
        assert_eq!(page(&events), expected, "{found}");
        // An address in a text is a link that somebody forgot, in the eyes of rustdoc.
        let address = |event: &Event<'_>| matches!(event, Event::Text(part) if part.contains("://"));
        assert!(!events.iter().any(address), "{found}");
    }
}

#[test]
fn what_looks_like_markup_is_shown_as_it_stands() {
    for text in [
        "*a* _b_ **c** ~~d~~ `e` ``f``",
        "# heading",
        "- item",
        "+ item",
        "1. item",
        "1) item",
        "12345",
        "> quotation",
        "=====",
        "-----",
        "***",
        "```",
        "~~~rust",
        "[ ] task",
        "- [x] task",
        "[link]",
        "[link](https://example.com)",
        "![image](https://example.com)",
        "[link]: https://example.com",
        "[^1]",
        "[`StatusCode::NotFound`]",
        "<https://example.com>",
        "https://example.com/a_b?c=d&e=f",
        "<b>bold</b><script>",
        "<!-- comment -->",
        "&amp; &#42; &lt;",
        "a | b",
        "| a |",
        "| --- |",
        "\\*\\",
        "\\",
        "`",
        "\"quoted\" 'quoted' it's",
        "a -- b --- c ... d",
        "$x$ $$y$$",
        "a  b",
        "/// */ /* //",
        "{:?} {{}}",
        "名前 é\u{301} \u{200d}x",
    ] {
        assert_shown(text);
    }
}

/// Characters that a table may not hold, because a reader cannot see them.
fn is_refused(letter: char) -> bool {
    matches!(
        letter,
        '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    )
}

proptest! {
    #[test]
    fn any_text_is_shown_as_it_stands(text in "[!-/:-@\\[-`{-~][ -~]{0,20}[!-~]|[ -@\\[-`{-~a]{1,12}|\\PC{1,12}") {
        let text = text.trim();
        // Such a text is refused.
        prop_assume!(!text.is_empty() && !text.contains(is_refused));
        assert_shown(text);
    }
}
