//! The variants that are derived for rows without a `variant`.

use super::Outcome;

/// The outcome of a table with a status of this reason and with these error codes, which are written as TOML keys.
fn outcome(reason: &str, codes: &[&str]) -> Outcome {
    let rows: Vec<String> = codes.iter().map(|code| format!("[error.{code}]\ndescription = 'It failed.'\n")).collect();
    Outcome::of_text(&format!(
        "[category.4XX]\nname = 'ClientError'\ndescription = 'The request is wrong.'\n
        [status.404]\nreason = \"{reason}\"\ndescription = 'There is no such thing.'\n{}",
        rows.concat()
    ))
}

fn variants_of_reason(reason: &str) -> Vec<String> {
    outcome(reason, &[]).variants("StatusCode")
}

fn variants_of_codes(codes: &[&str]) -> Vec<String> {
    outcome("Not Found", codes).variants("ErrorCode")
}

#[test]
fn each_word_of_a_reason_begins_with_a_capital() {
    assert_eq!(variants_of_reason("Not Found"), ["NotFound"]);
    assert_eq!(variants_of_reason("Range not satisfiable"), ["RangeNotSatisfiable"]);
    assert_eq!(variants_of_reason("Non-Authoritative Information"), ["NonAuthoritativeInformation"]);
    assert_eq!(variants_of_reason("Déjà vu"), ["DéjàVu"]);
}

#[test]
fn an_apostrophe_does_not_split_a_word() {
    assert_eq!(variants_of_reason("I'm a teapot"), ["ImATeapot"]);
}

#[test]
fn a_word_in_capitals_keeps_only_the_first_capital() {
    assert_eq!(variants_of_reason("OK"), ["Ok"]);
    assert_eq!(variants_of_reason("HTTP Version Not Supported"), ["HttpVersionNotSupported"]);
}

#[test]
fn a_code_in_pascal_case_is_its_own_variant() {
    let codes = ["NoSuchKey", "InvalidArgument", "XAmzContentSHA256Mismatch", "AccessDeniedIPv6"];
    assert_eq!(variants_of_codes(&codes), codes);
}

#[test]
fn punctuation_separates_the_words_of_a_code() {
    let codes = ["'KMS.NotFoundException'", "'internal error'", "E-17", "no_such_key", "'FS:Append//Failed!'"];
    assert_eq!(variants_of_codes(&codes), ["KmsNotFoundException", "InternalError", "E17", "NoSuchKey", "FsAppendFailed"]);
}

#[test]
fn a_text_that_gives_no_identifier_needs_a_variant() {
    for code in ["10007", "4XX", "'!'", "self", "'...'"] {
        let spelling = code.trim_matches('\'');
        let expected = format!("no variant can be derived from the error code `{spelling}`; add `variant = \"…\"`\n");
        let [message] = &outcome("Not Found", &[code]).messages[..] else { panic!("one mistake in {code}") };
        assert!(message.starts_with(&expected), "{message}");
    }
    let [message] = &outcome("404", &[]).messages[..] else { panic!("one mistake") };
    assert!(message.starts_with("no variant can be derived from the reason `404`; add `variant = \"…\"`\n"), "{message}");
}

#[test]
fn the_second_of_two_rows_with_the_same_variant_is_reported() {
    let [message] = &outcome("Not Found", &["NoKey", "'no key'"]).messages[..] else { panic!("one mistake") };
    assert!(message.starts_with("duplicate variant `NoKey`"), "{message}");
    assert!(message.contains("--> codes.toml:10:8\n"), "{message}");
}
