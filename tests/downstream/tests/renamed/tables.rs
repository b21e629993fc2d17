//! The tables of a crate that renames the library.

use crate::{again, crowded, extended, facade, re_exported};

#[test]
fn a_table_works_next_to_items_of_the_same_names() {
    let code: crowded::ErrorCode = "NoSuchPage".parse().unwrap();
    assert_eq!(code.status(), Some(crowded::StatusCode::NotFound));
    assert_eq!(format!("{code:?}: {}", code.causes()[0]), "NoSuchPage: The address is mistyped.");
    assert_eq!(code.retry(), codes::Retry::Fix);
}

#[test]
fn items_of_the_same_names_keep_their_meaning() {
    assert_eq!(crowded::core::retry(crowded::ErrorCode::NoSuchPage), crowded::Retry::Ask);
    assert_eq!(crowded::rows(crowded::Result), crowded::Option);
    assert_eq!(crowded::ROWS, crowded::Texts);
}

#[test]
fn one_file_serves_two_modules() {
    assert_eq!(again::convert(crowded::ErrorCode::NoSuchPage), Some(again::ErrorCode::NoSuchPage));
    assert_eq!(again::Cause::ALL.len(), crowded::Cause::ALL.len());
}

#[test]
fn the_shipped_table_is_extended_under_any_name_of_the_library() {
    let code = extended::ErrorCode::NoSuchPage;
    assert_eq!(code.causes(), [extended::Cause::from(codes::Cause::ObjectNotFound)]);
    assert_eq!(extended::ErrorCode::from(codes::ErrorCode::SlowDown).retry(), codes::Retry::Backoff);
    assert!(codes::ErrorCode::try_from(code).is_err());
}

#[test]
fn a_table_can_be_made_through_a_re_export() {
    let code = re_exported::ErrorCode::PageLocked;
    assert_eq!(re_exported::ErrorCode::from_code("PageLocked"), Some(code));
    assert_eq!(code.causes(), [re_exported::Cause::from(facade::tables::Cause::PermissionDenied)]);
    assert_eq!(code.retry(), facade::tables::Retry::Fix);
}
