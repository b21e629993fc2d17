//! Conversions between a table and the one that it extends.

use obs_codes::table::Row;
use obs_codes_own_table_tests::extended::{Category, Cause, ErrorCode, StatusCode};
use obs_codes_own_table_tests::replaced;

/// Each shipped row converts to a row of this table and back. Rows that only this table has do not convert to a shipped one.
fn assert_there_and_back<Own: Row + From<Shipped>, Shipped: Row + TryFrom<Own>>() {
    let (inherited, own) = Own::ALL.split_at(Shipped::ALL.len());
    assert!(Shipped::ALL.iter().map(|row| Own::from(*row)).eq(inherited.iter().copied()));
    let back: Vec<Option<Shipped>> = inherited.iter().map(|row| Shipped::try_from(*row).ok()).collect();
    assert!(back.into_iter().eq(Shipped::ALL.iter().copied().map(Some)));
    assert!(own.iter().all(|row| Shipped::try_from(*row).is_err()));
}

#[test]
fn every_shipped_row_converts_and_comes_back_and_no_other_does() {
    assert_there_and_back::<Category, obs_codes::Category>();
    assert_there_and_back::<StatusCode, obs_codes::StatusCode>();
    assert_there_and_back::<Cause, obs_codes::Cause>();
    assert_there_and_back::<ErrorCode, obs_codes::ErrorCode>();
}

#[test]
fn a_row_converts_by_its_key_even_if_its_values_are_replaced() {
    assert_there_and_back::<replaced::Category, obs_codes::Category>();
    assert_there_and_back::<replaced::StatusCode, obs_codes::StatusCode>();
    assert_there_and_back::<replaced::Cause, obs_codes::Cause>();
    assert_there_and_back::<replaced::ErrorCode, obs_codes::ErrorCode>();
    assert_eq!(replaced::ErrorCode::from(obs_codes::ErrorCode::BadDigest), replaced::ErrorCode::DigestMismatch);
    assert_eq!(replaced::StatusCode::from(obs_codes::StatusCode::NotFound), replaced::StatusCode::Missing);
}

#[test]
fn an_own_row_is_unknown_to_the_shipped_table() {
    assert_eq!(obs_codes::StatusCode::try_from(StatusCode::ImATeapot).unwrap_err().as_u16(), 418);
    assert_eq!(obs_codes::Cause::try_from(Cause::BadgeExpired).unwrap_err().to_string(), "unknown cause");
    assert_eq!(obs_codes::ErrorCode::try_from(ErrorCode::TeaOnly).unwrap_err().to_string(), "unknown error code");
}

#[test]
fn conversions_work_in_a_const() {
    const CATEGORY: Category = Category::from_obs(obs_codes::Category::ClientError);
    const STATUS: StatusCode = StatusCode::from_obs(obs_codes::StatusCode::NotFound);
    const CAUSE: Option<obs_codes::Cause> = Cause::ClockSkew.to_obs();
    const ERRORS: [Option<obs_codes::ErrorCode>; 2] = [ErrorCode::NoSuchKey.to_obs(), ErrorCode::TeaOnly.to_obs()];
    assert_eq!((CATEGORY, STATUS), (Category::ClientError, StatusCode::NotFound));
    assert_eq!(CAUSE, Some(obs_codes::Cause::ClockSkew));
    assert_eq!(ERRORS, [Some(obs_codes::ErrorCode::NoSuchKey), None]);
}
