//! If a table is missing or wrong, the compile error names the file, the mistake and its place.

use std::fs;

use cargo_metadata::diagnostic::Diagnostic;

use crate::user_crate::UserCrate;

/// Seven lines without a mistake.
const GOOD: &str = r#"[category.4XX]
name = "ClientError"
description = "The request is wrong."

[status.404]
reason = "Not Found"
description = "There is no such thing."
"#;

/// The name of each table, the lines after the good ones, the place of the mistake in the file, and a part of the message.
const BAD: &[(&str, &[u8], &str, &str)] = &[
    ("not_utf_8", b"# caf\xe9\n", "8:6", "`tables/not_utf_8.toml` is not UTF-8"),
    ("syntax_error", b"[status.405\n", "8:12", "`]`"),
    ("status_99", b"[status.99]\nreason = 'Gone'\ndescription = 'Gone.'\n", "8:9", "found `99`"),
    ("status_600", b"[status.600]\nreason = 'Gone'\ndescription = 'Gone.'\n", "8:9", "found `600`"),
    ("no_reason", b"[status.410]\ndescription = 'Gone.'\n", "8:9", "no `reason`"),
    ("same_variant", b"[status.410]\nreason = 'Not found'\ndescription = 'Gone.'\n", "9:10", "duplicate variant `NotFound`"),
    // The compiler would normalize the angstrom sign to the letter.
    (
        "same_letter",
        "[error.'\u{c5}b']\ndescription = 'a'\n[error.'\u{212b}b']\ndescription = 'b'\n".as_bytes(),
        "10:8",
        "no variant can be derived from the error code `\u{212b}b`",
    ),
];

/// The errors in a crate with a module for each of these tables, each module in a line of its own.
fn errors(user_crate: &UserCrate, tables: &[&str]) -> Vec<Diagnostic> {
    let module = |table: &&str| format!("pub mod {table} {{ obs_codes::codes!(\"tables/{table}.toml\"); }}\n");
    user_crate.write("src/lib.rs", tables.iter().map(module).collect::<String>());
    let mut errors = user_crate.check();
    errors.sort_by_key(|error| error.spans[0].line_start);
    errors
}

/// Checks that the error is at the call in this line of the only Rust file.
fn assert_at_call(error: &Diagnostic, line: usize) {
    assert_eq!((error.spans[0].file_name.as_str(), error.spans[0].line_start), ("src/lib.rs", line));
}

#[test]
fn a_mistake_in_a_table_is_one_error_with_file_line_and_column() {
    let user_crate = UserCrate::new("bad-table", &[]);
    for (table, added, ..) in BAD {
        user_crate.write(&format!("tables/{table}.toml"), [GOOD.as_bytes(), added].concat());
    }
    let tables: Vec<&str> = BAD.iter().map(|(table, ..)| *table).collect();
    let errors = errors(&user_crate, &tables);
    assert_eq!(errors.len(), BAD.len(), "{errors:#?}");
    for ((line, error), (table, _, place, says)) in (1..).zip(&errors).zip(BAD) {
        assert_at_call(error, line);
        assert!(error.message.contains(says), "{}", error.message);
        assert!(error.message.contains(&format!("--> tables/{table}.toml:{place}\n")), "{}", error.message);
    }
}

#[test]
fn a_path_that_is_not_a_file_is_one_error_with_the_path() {
    let user_crate = UserCrate::new("bad-file", &[]);
    fs::create_dir_all(user_crate.path("tables/directory.toml")).unwrap();
    let errors = errors(&user_crate, &["missing", "directory"]);
    let [missing, directory] = &errors[..] else { panic!("{errors:#?}") };
    assert_at_call(missing, 1);
    assert!(missing.message.contains("there is no `tables/missing.toml`"), "{}", missing.message);
    // The message also has the absolute path.
    assert!(missing.message.contains(user_crate.path("tables/missing.toml").to_str().unwrap()), "{}", missing.message);
    assert_at_call(directory, 2);
    assert!(directory.message.contains("`tables/directory.toml` is a directory"), "{}", directory.message);
}
