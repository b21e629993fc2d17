//! Slips in a table that extends the shipped one are told in the file that its owner can edit.

use crate::user_crate::UserCrate;

const TABLE: &str = include_str!("extended.toml");

/// Where each slip stands, and how its message begins.
const SLIPS: [(&str, &str); 9] = [
    ("5:8", "duplicate variant `ServerError` of the extended table"),
    ("8:10", "duplicate variant `NotFound` of the extended table"),
    ("11:1", "duplicate variant `ClockSkew` of the extended table"),
    ("15:11", "duplicate variant `NoSuchKey` of the extended table"),
    ("18:11", "cause `ClockSkew` belongs to status 403"),
    ("22:10", "status must be between 100 and 599"),
    ("25:9", "unknown retry verdict `backof`"),
    ("27:8", "`Own` has no `description`"),
    ("29:11", "the table has no cause `ClockSkeww`"),
];

#[test]
fn every_slip_points_into_the_own_file_and_never_into_the_shipped_text() {
    let library = "//! Extends the shipped table.\n\nobs_codes::codes!(\"codes.toml\");\n";
    let found = UserCrate::new("extended", &[("src/lib.rs", library), ("codes.toml", TABLE)]).check();
    let messages: Vec<&str> = found.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages.len(), SLIPS.len(), "{messages:#?}");
    for (message, (place, begins)) in messages.iter().zip(SLIPS) {
        assert!(message.starts_with(begins), "{message}");
        let places: Vec<&str> = message.split("--> ").skip(1).filter_map(|rest| rest.lines().next()).collect();
        assert_eq!(places, [format!("codes.toml:{place}")], "{message}");
    }
}
