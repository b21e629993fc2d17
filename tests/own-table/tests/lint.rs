//! The tables that are compiled under strict lints have rows of each kind, so that the lints see every generated item.

use obs_codes_own_table_tests::lint::{file, inline, reason};

#[test]
fn the_table_of_the_file_fills_every_generated_type() {
    assert_eq!(file::Category::ALL, [file::Category::ClientError, file::Category::ServerError]);
    assert_eq!(file::StatusCode::ALL, [file::StatusCode::NotFound, file::StatusCode::ServiceUnavailable]);
    assert_eq!(file::Cause::ALL, [file::Cause::Mistyped, file::Cause::Removed]);
    assert_eq!(file::ErrorCode::ALL, [file::ErrorCode::GoneAWay, file::ErrorCode::Odd]);
    assert_eq!(file::ErrorCode::GoneAWay.cases(), file::Case::ALL);
    assert_eq!(file::Case::ALL.len(), 2);
}

#[test]
fn the_table_in_the_call_adds_its_rows_to_the_shipped_ones() {
    let code = inline::ErrorCode::from_code("AddressDenied").unwrap();
    assert_eq!(code.causes(), [inline::Cause::NotOnTheList]);
    assert_eq!(inline::ErrorCode::ALL.len(), obs_codes::ErrorCode::ALL.len() + 1);
    assert_eq!(code.to_obs(), None);
}

#[test]
fn a_table_in_a_private_module_can_be_used_in_its_crate() {
    assert_eq!(reason(404), Some("Not Found"));
    assert_eq!(reason(405), None);
}
