//! String literals against `syn`, which reads them as the compiler does.

use proc_macro2::Literal;
use proptest::prelude::*;
use syn::{Lit, LitStr};

use crate::literal::text;

fn literal(source: &str) -> Literal {
    source.parse().unwrap_or_else(|_| panic!("no literal: {source}"))
}

#[test]
fn a_string_literal_stands_for_the_text_that_the_compiler_reads() {
    let sources = [
        r#""""#,
        r#""codes.toml""#,
        r#""a\n\r\t\0\\\'\"z""#,
        r#""\x00\x41\x7f""#,
        r#""\u{e9}\u{1F4A5}\u{00_41}""#,
        "\"one \\\n   \t line\"",
        "\"one \\\n\n\n   line\"",
        "\"two\n   lines\"",
        r#"r"a\nb""#,
        r##"r#"a "quoted" word"#"##,
        r###"r##"a "# b"##"###,
        r###"r##"#""##"###,
        r##"r"#""##,
    ];
    for source in sources {
        let syn: LitStr = syn::parse_str(source).unwrap();
        assert_eq!(text(&literal(source)), Some(syn.value()), "{source}");
    }
}

#[test]
fn a_literal_of_another_type_stands_for_no_text() {
    for source in ["42", "4.2", "'a'", "b'a'", "b\"a\"", "br\"a\"", "c\"a\"", "cr#\"a\"#", "\"a\"suffix", "r\"a\"suffix"] {
        assert_eq!(text(&literal(source)), None, "{source}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_back_from_its_literal(expected in "\\PC*|[ -~\\n\\r\\t\\x00\"\\\\]*") {
        prop_assert_eq!(text(&Literal::string(&expected)), Some(expected));
    }

    #[test]
    fn any_literal_is_read_as_syn_reads_it(
        source in r#""(\\[nrt0'"\\]|\\x[0-7][0-9a-fA-F]|\\u\{[0-9a-f]{1,2}_?[0-9a-f]{0,2}\}|\\\n +|[ !#-\[\]-~é])*""#
    ) {
        // Some of the characters that a number may name are none.
        prop_assume!(source.parse::<Literal>().is_ok());
        if let Ok(Lit::Str(syn)) = syn::parse_str(&source) {
            prop_assert_eq!(text(&literal(&source)), Some(syn.value()));
        }
    }
}
