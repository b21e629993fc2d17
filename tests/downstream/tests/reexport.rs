//! Tables of a crate that uses the library only through another crate.

use obs_codes_downstream_tests::{file, text, wrapped};
use obs_codes_platform::obs_codes::{self, Retry};

#[test]
fn a_file_is_read_from_the_folder_of_the_crate_that_names_it() {
    assert_eq!(file::ErrorCode::ALL.last(), Some(&file::ErrorCode::TeamQuotaExceeded));
    assert_eq!(file::ErrorCode::TeamQuotaExceeded.retry(), Retry::Backoff);
}

#[test]
fn the_extended_table_is_that_of_the_re_exported_library() {
    let here = file::ErrorCode::from(obs_codes::ErrorCode::NoSuchKey);
    assert_eq!(here, file::ErrorCode::NoSuchKey);
    assert_eq!(obs_codes::ErrorCode::try_from(here), Ok(obs_codes::ErrorCode::NoSuchKey));
}

#[test]
fn a_macro_of_another_crate_can_call_codes() {
    assert_eq!(wrapped::ErrorCode::ALL.last(), Some(&wrapped::ErrorCode::TeamClosed));
    assert_eq!(text::StatusCode::ALL, [text::StatusCode::NotFound]);
}
