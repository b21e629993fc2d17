//! If the table has a mistake, the rest of the crate still compiles, so the mistake is the only error.

use crate::user_crate::UserCrate;

const TABLE: &str = include_str!("twenty.toml");
const CRATE: &str = include_str!("twenty.rs");

/// Mistakes in the table: a correct text, the wrong text that replaces it, and the beginning of the only error.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("name = \"ServerError\"", "nmae = \"ServerError\"", "unknown key `nmae`; did you mean `name`?"),
    ("[category.4XX]", "[category.4xx]", "category must be one of `1XX` to `5XX`, found `4xx`; did you mean `4XX`?"),
    ("[category.4XX]\nname = \"ClientError\"\ndescription = \"The request is wrong.\"\n", "", "status 403 has no category; add"),
    ("[status.404]\nreason", "[status.404]\nraeson", "unknown key `raeson`; did you mean `reason`?"),
    ("[status.404]\n", "[status.4O4]\n", "status must be three digits from 100 to 599, found `4O4`"),
    ("reason = \"Not Found\"", "reason = \"\"", "`reason` is empty; write a text"),
    ("reason = \"Not Found\"\n", "", "`404` has no `reason`; add `reason = \"…\"`"),
    (
        "reason = \"Not Found\"",
        "reason = \"Not Found\"\nvariant = \"not_found\"",
        "`not_found` is not PascalCase; write `NotFound`",
    ),
    ("reason = \"Conflict\"", "reason = 409", "`reason` must be a string, found a whole number"),
    ("[status.403.causes]\n", "[status.403.cause]\n", "unknown key `cause`; did you mean `causes`?"),
    (
        "ClockSkew = \"The clocks differ.\"",
        "clock-skew = \"The clocks differ.\"",
        "`clock-skew` is not a Rust identifier; write `ClockSkew`",
    ),
    (
        "ObjectNotFound = \"The object does not exist.\"",
        "ObjectNotFound = 404",
        "`ObjectNotFound` must be a string or a table, found a whole number",
    ),
    (
        "status = [503, 409]",
        "status = \"503\"",
        "`status` must be a whole number or a list of them, found a string; write `503` without quotes",
    ),
    ("status = 409\n", "status = 408\n", "the table has no status `408`; did you mean `403`? if not, add `[status.408]`"),
    (
        "causes = [\"ObjectNotFound\"]",
        "causes = [\"ObjectsNotFound\"]",
        "the table has no cause `ObjectsNotFound`; did you mean `ObjectNotFound`?",
    ),
    (
        "causes = [\"ObjectNotFound\"]",
        "causes = \"ObjectNotFound\"",
        "`causes` must be a list of strings, found a string; write `causes = [\"ObjectNotFound\"]`",
    ),
    ("retry = \"sign-again\"", "retry = \"sign-agian\"", "unknown retry verdict `sign-agian`; did you mean `sign-again`?"),
    (
        "[error.SlowDown]\nstatus = [503, 409]\ndescription",
        "[error.SlowDown]\nstatus = [503, 409]\ndescripton",
        "unknown key `descripton`; did you mean `description`?",
    ),
    ("[error.NoSuchKey]\n", "[eror.NoSuchKey]\n", "unknown key `eror`; did you mean `error`?"),
    ("[error.NoSuchKey]\n", "[error.NoSuchBucket]\n", "duplicate key `NoSuchBucket`"),
    ("[error.NoSuchKey]\n", "[error.NoSuchKey\n", "TOML syntax: unclosed table, expected `]`"),
    ("reason = \"Not Found\"", "reason = \"Not Found", "TOML syntax: invalid basic string, expected `\"`"),
    ("reason = \"Not Found\"", "reason \"Not Found\"", "TOML syntax: key with no value, expected `=`"),
    ("reason = \"Not Found\"", "reason = Not Found", "TOML syntax: string values must be quoted, expected literal string"),
    ("[error.AccessDenied]", "[[error.AccessDenied]]", "`AccessDenied` must be a table, found a list"),
];

#[test]
fn a_mistake_in_the_table_is_the_only_error_in_a_crate_that_uses_twenty_variants() {
    let user_crate = UserCrate::new("fallback", &[("src/lib.rs", CRATE), ("codes.toml", TABLE)]);
    let found: Vec<String> = user_crate.check().into_iter().map(|diagnostic| diagnostic.message).collect();
    assert_eq!(found, [""; 0]);
    let mut failures = Vec::new();
    for (right, wrong, message) in MISTAKES {
        assert!(TABLE.contains(right), "{right}");
        user_crate.write("codes.toml", TABLE.replacen(right, wrong, 1));
        let found = user_crate.check();
        if !matches!(&found[..], [only] if only.message.starts_with(message)) {
            let found: Vec<String> = found.into_iter().map(|diagnostic| diagnostic.message).collect();
            failures.push(format!("`{wrong}` causes these errors:\n{}", found.join("\n")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
