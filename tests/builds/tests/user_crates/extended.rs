//! Mistakes in a table that extends the shipped one are reported in the file that its owner can edit.

use crate::user_crate::UserCrate;

const TABLE: &str = include_str!("extended.toml");

/// The place of each mistake, and how its message begins.
const MISTAKES: [(&str, &str); 8] = [
    ("5:8", "duplicate variant `ServerError`: `4XX` and `5XX` of the extended table both have it"),
    ("8:10", "duplicate variant `NotFound`: `403` and `404` of the extended table both have it"),
    (
        "11:1",
        "duplicate variant `ClockSkew`: `403.causes.ClockSkew` of the extended table and `404.causes.ClockSkew` both have it",
    ),
    ("15:11", "duplicate variant `NoSuchKey`: `AccessDenied` and `NoSuchKey` of the extended table both have it"),
    ("22:10", "status must be between 100 and 599"),
    ("25:9", "unknown retry verdict `backof`"),
    ("27:8", "`Own` has no `description`"),
    ("29:11", "the table has no cause `ClockSkeww`"),
];

#[test]
fn every_mistake_is_in_the_own_file_and_never_in_the_shipped_text() {
    let library = "//! Extends the shipped table.\n\nobs_codes::codes!(\"codes.toml\");\n";
    let found = UserCrate::new("extended", &[("src/lib.rs", library), ("codes.toml", TABLE)]).check();
    let messages: Vec<&str> = found.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages.len(), MISTAKES.len(), "{messages:#?}");
    for (message, (place, begins)) in messages.iter().zip(MISTAKES) {
        assert!(message.starts_with(begins), "{message}");
        let places: Vec<&str> = message.split("--> ").skip(1).filter_map(|rest| rest.lines().next()).collect();
        assert_eq!(places, [format!("codes.toml:{place}")], "{message}");
    }
}
