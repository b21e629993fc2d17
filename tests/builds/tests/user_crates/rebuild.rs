//! After an edit of the table alone, the next build makes new types.

use std::fs;

use crate::user_crate::UserCrate;

const PROGRAM: &str = r#"
obs_codes::codes!("codes.toml");

fn main() {
    for status in StatusCode::ALL {
        println!("{status:?}");
    }
}
"#;

const TABLE: &str = r#"
[category.4XX]
name = "ClientError"
description = "The request is wrong."

[status.404]
reason = "Not Found"
description = "There is no such thing."
"#;

const NEW_ROW: &str = r#"
[status.416]
reason = "Range Not Satisfiable"
description = "The thing is shorter."
"#;

/// Builds and runs the crate before and after `edit`, which adds a row to the table.
fn assert_rebuilt(user_crate: &UserCrate, edit: impl FnOnce(&str)) {
    assert_eq!(user_crate.cargo_succeeds(&["run"]).stdout, "NotFound\n");
    let untouched = user_crate.cargo_succeeds(&["run"]);
    assert_eq!(untouched.stdout, "NotFound\n");
    assert!(!untouched.stderr.contains("Compiling"), "{}", untouched.stderr);
    edit(&format!("{TABLE}{NEW_ROW}"));
    assert_eq!(user_crate.cargo_succeeds(&["run"]).stdout, "NotFound\nRangeNotSatisfiable\n");
}

#[test]
fn a_row_that_is_added_to_the_file_is_a_variant_after_the_next_build() {
    let user_crate = UserCrate::new("rebuild-in-place", &[("src/main.rs", PROGRAM), ("codes.toml", TABLE)]);
    assert_rebuilt(&user_crate, |table| user_crate.write("codes.toml", table));
}

#[test]
fn a_file_that_replaces_the_table_is_noticed() {
    // `sed -i` and many editors save like this: a new file takes the name of the old one.
    let user_crate = UserCrate::new("rebuild-new-file", &[("src/main.rs", PROGRAM), ("codes.toml", TABLE)]);
    assert_rebuilt(&user_crate, |table| {
        user_crate.write("codes.toml.new", table);
        fs::rename(user_crate.path("codes.toml.new"), user_crate.path("codes.toml")).unwrap();
    });
}

#[test]
fn an_edit_of_a_linked_table_is_noticed_if_git_checked_the_link_out_as_a_file() {
    let files = [("src/main.rs", PROGRAM), ("codes.toml", "data/codes.toml"), ("data/codes.toml", TABLE)];
    let user_crate = UserCrate::new("rebuild-link-file", &files);
    assert_rebuilt(&user_crate, |table| user_crate.write("data/codes.toml", table));
}

#[test]
#[cfg(unix)]
fn an_edit_of_a_linked_table_is_noticed() {
    let user_crate = UserCrate::new("rebuild-link", &[("src/main.rs", PROGRAM), ("data/codes.toml", TABLE)]);
    std::os::unix::fs::symlink("data/codes.toml", user_crate.path("codes.toml")).unwrap();
    assert_rebuilt(&user_crate, |table| user_crate.write("data/codes.toml", table));
}
