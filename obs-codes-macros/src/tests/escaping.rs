//! Texts of a table are not markup in the documentation: rustdoc shows them as they are in the table.

use std::sync::LazyLock;

use proptest::prelude::*;
use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser};
use quote::quote;
use syn::{Attribute, Expr, ExprLit, Item, ItemEnum, Lit, Meta};

/// A text without any markup, which takes the place of every text of a table.
const WORD: &str = "Word";

/// The documentation of all enums and variants of a table in which every text is `text`.
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

/// Parses Markdown as rustdoc does: with its extensions, and with every text in brackets as a possible link.
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

/// What a reader sees. Adjacent texts are joined, and code is the same as text.
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

/// Asserts that the pages with `text` differ from those with [`WORD`] only by this text.
fn assert_shown(text: &str) {
    static PLAIN: LazyLock<Vec<Vec<Part>>> =
        LazyLock::new(|| documentation(WORD).iter().map(|plain| page(&rendered(plain))).collect());
    let documentation = documentation(text);
    // The four enums and a variant of each.
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
        // rustdoc warns of a URL that is not a link.
        let has_url = |event: &Event<'_>| matches!(event, Event::Text(part) if part.contains("://"));
        assert!(!events.iter().any(has_url), "{found}");
    }
}

#[test]
fn a_text_that_looks_like_markup_is_shown_unchanged() {
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

/// Whether a table cannot contain the character, because a reader cannot see it.
fn is_refused(letter: char) -> bool {
    matches!(
        letter,
        '\u{a0}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    )
}

proptest! {
    #[test]
    fn any_text_is_shown_unchanged(text in "[!-/:-@\\[-`{-~][ -~]{0,20}[!-~]|[ -@\\[-`{-~a]{1,12}|\\PC{1,12}") {
        let text = text.trim();
        // A table cannot contain the other texts.
        prop_assume!(!text.is_empty() && !text.contains(is_refused));
        assert_shown(text);
    }
}
