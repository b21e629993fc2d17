//! Twelve mistakes in one file are twelve errors in one build.

use crate::user_crate::UserCrate;

const TABLE: &str = include_str!("../../../../obs-codes-macros/fixtures/bad/twelve.toml");
const MESSAGES: &str = include_str!("../../../../obs-codes-macros/fixtures/bad/twelve.stderr");

/// The line and column of each mistake.
const PLACES: [(usize, usize); 12] =
    [(3, 1), (5, 11), (14, 1), (15, 20), (17, 9), (20, 9), (26, 15), (32, 9), (36, 11), (40, 10), (45, 15), (51, 8)];

const CRATE: &str = r#"
//! Uses rows with mistakes and rows without.

mod codes {
    obs_codes::codes!("codes.toml");
}

pub use codes::{Category, Cause, ErrorCode, StatusCode};

/// The usual statuses.
pub const USUAL: &[StatusCode] = &[StatusCode::Forbidden, StatusCode::NotFound, StatusCode::InternalServerError];

/// The cause of an error code.
pub fn cause(code: ErrorCode) -> Option<Cause> {
    match code {
        ErrorCode::RequestTimeTooSkewed => Some(Cause::ClockSkew),
        ErrorCode::InvalidAccessKeyId => Some(Cause::InvalidAccessKey),
        ErrorCode::NoSuchKey | ErrorCode::NoSuchBucket | ErrorCode::MethodNotAllowed => None,
        other => other.causes().first().copied().filter(|cause| cause.status().category() == Category::ClientError),
    }
}
"#;

#[test]
fn each_of_twelve_mistakes_is_an_error_with_its_line_and_column_and_there_are_no_others() {
    let found = UserCrate::new("twelve", &[("src/lib.rs", CRATE), ("codes.toml", TABLE)]).check();
    let messages: Vec<&str> = found.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    let expected = MESSAGES.trim_end().replace("fixtures/bad/twelve.toml", "codes.toml");
    assert_eq!(messages, expected.split("\n\n").collect::<Vec<_>>());
    for (diagnostic, (line, column)) in found.iter().zip(PLACES) {
        let arrow = format!("--> codes.toml:{line}:{column}\n");
        assert!(diagnostic.message.contains(&arrow), "{arrow}{}", diagnostic.message);
        let [span] = &diagnostic.spans[..] else { panic!("{diagnostic:?}") };
        let call = &span.text[0];
        assert_eq!(&call.text[call.highlight_start - 1..call.highlight_end - 1], "\"codes.toml\"");
    }
    assert_eq!(found.len(), PLACES.len());
}
