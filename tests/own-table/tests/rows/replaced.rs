//! A row with the key of a shipped one replaces only the values that it gives.

use std::collections::{BTreeMap, BTreeSet};

use obs_codes::Retry;
use obs_codes_own_table_tests::replaced::{Category, Cause, ErrorCode, StatusCode};
use obs_codes_own_table_tests::{same, shadowed};

use crate::facts::{self, Rows};

/// The facts that differ, by row. Both tables must have the same rows, in the same order.
fn differences(ours: &Rows, shipped: &Rows) -> BTreeMap<String, BTreeSet<&'static str>> {
    let keys = |rows: &Rows| rows.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(ours), keys(shipped));
    let different = ours.iter().zip(shipped).map(|((key, ours), (_, shipped))| {
        (key.clone(), ours.keys().copied().filter(|fact| ours[fact] != shipped[fact]).collect::<BTreeSet<_>>())
    });
    different.filter(|(_, facts)| !facts.is_empty()).collect()
}

fn expected<const N: usize>(rows: [(&str, &[&'static str]); N]) -> BTreeMap<String, BTreeSet<&'static str>> {
    rows.into_iter().map(|(key, facts)| (key.to_owned(), facts.iter().copied().collect())).collect()
}

#[test]
fn a_category_takes_each_key_and_keeps_the_others() {
    let (ours, shipped) = (facts::of_all(facts::category::<Category>), facts::of_all(facts::category::<obs_codes::Category>));
    let expected = expected([("1XX", &["name"]), ("2XX", &["description"]), ("3XX", &["remedy"]), ("5XX", &["retry"])]);
    assert_eq!(differences(&ours, &shipped), expected);
    assert_eq!(Category::of(100), Some(Category::Provisional));
    assert_eq!(Category::Success.description(), "It went well.");
    assert_eq!(Category::Redirection.remedy(), Some("Look where Location points."));
    assert_eq!(Category::ServerError.retry(), Retry::Fix);
}

#[test]
fn a_status_takes_each_key_and_keeps_the_others() {
    let (ours, shipped) = (facts::of_all(facts::status::<StatusCode>), facts::of_all(facts::status::<obs_codes::StatusCode>));
    let expected = expected([
        // An error code moved from 400 to 409.
        ("400", &["description", "error codes"]),
        ("409", &["retry", "error codes"]),
        ("401", &["remedy"]),
        ("404", &["variant"]),
        // The variant is derived from the reason.
        ("405", &["reason", "variant"]),
        // They inherit their verdict from the category, which has another one.
        ("500", &["retry"]),
        ("502", &["retry"]),
        ("503", &["retry"]),
        ("504", &["retry"]),
    ]);
    assert_eq!(differences(&ours, &shipped), expected);
    assert_eq!(StatusCode::BadRequest.description(), "The request cannot be read.");
    assert_eq!(StatusCode::Unauthorized.remedy(), Some("Sign the request."));
    assert_eq!(StatusCode::Missing.to_string(), "404 Not Found");
    assert_eq!(StatusCode::MethodRefused.to_string(), "405 Method Refused");
    assert_eq!(StatusCode::Conflict.retry(), Retry::Backoff);
    assert_eq!(StatusCode::ServiceUnavailable.retry(), Retry::Fix);
}

#[test]
fn a_cause_takes_each_key_and_keeps_the_others() {
    let (ours, shipped) = (facts::of_all(facts::cause::<Cause>), facts::of_all(facts::cause::<obs_codes::Cause>));
    let expected = expected([
        ("AccountInArrears", &["description"]),
        ("ClockSkew", &["remedy"]),
        // Error codes no longer signal these.
        ("InvalidAccessKey", &["error codes"]),
        ("InvalidBucketName", &["error codes"]),
        ("PermissionDenied", &["error codes"]),
        ("SignatureMismatch", &["error codes"]),
    ]);
    assert_eq!(differences(&ours, &shipped), expected);
    assert_eq!(Cause::AccountInArrears.description(), "The bill is not paid.");
    assert_eq!(Cause::ClockSkew.remedy(), Some("Set the clock."));
}

#[test]
fn an_error_code_takes_each_key_and_keeps_the_others() {
    let (ours, shipped) = (facts::of_all(facts::error::<ErrorCode>), facts::of_all(facts::error::<obs_codes::ErrorCode>));
    let expected = expected([
        ("AccessDenied", &["causes"]),
        ("BadDigest", &["variant"]),
        ("InvalidArgument", &["cases"]),
        // Its shipped causes belong to its shipped status.
        ("InvalidBucketName", &["status", "causes"]),
        ("NoSuchBucket", &["remedy"]),
        ("NoSuchKey", &["description"]),
        ("RequestTimeTooSkewed", &["confidence"]),
        ("SlowDown", &["retry"]),
    ]);
    assert_eq!(differences(&ours, &shipped), expected);
    assert_eq!(ErrorCode::AccessDenied.causes(), [Cause::ClockSkew]);
    assert_eq!(ErrorCode::DigestMismatch.as_str(), "BadDigest");
    assert_eq!(ErrorCode::InvalidArgument.cases().len(), 1);
    assert_eq!(ErrorCode::InvalidArgument.cases()[0].description(), "An argument is wrong.");
    assert_eq!(ErrorCode::InvalidBucketName.statuses(), [StatusCode::Conflict]);
    assert_eq!(ErrorCode::NoSuchBucket.remedy(), Some("Create the bucket."));
    assert_eq!(ErrorCode::NoSuchKey.description(), "There is no such object.");
    assert_eq!(ErrorCode::RequestTimeTooSkewed.confidence(), obs_codes::Confidence::Certain);
    assert_eq!(ErrorCode::SlowDown.retry(), Retry::Fix);
}

#[test]
fn causes_that_no_longer_fit_the_status_of_a_replaced_row_are_left_out() {
    assert!(!obs_codes::ErrorCode::InvalidBucketName.causes().is_empty());
    assert!(ErrorCode::InvalidBucketName.causes().is_empty());
    assert!(!Cause::InvalidBucketName.error_codes().contains(&ErrorCode::InvalidBucketName));
}

#[test]
fn a_table_that_adds_nothing_equals_the_shipped_one() {
    assert_eq!(facts::of_all(facts::category::<same::Category>), facts::of_all(facts::category::<obs_codes::Category>));
    assert_eq!(facts::of_all(facts::status::<same::StatusCode>), facts::of_all(facts::status::<obs_codes::StatusCode>));
    assert_eq!(facts::of_all(facts::cause::<same::Cause>), facts::of_all(facts::cause::<obs_codes::Cause>));
    assert_eq!(facts::of_all(facts::error::<same::ErrorCode>), facts::of_all(facts::error::<obs_codes::ErrorCode>));
}

#[test]
fn items_next_to_a_table_do_not_change_it() {
    assert_eq!(facts::of_all(facts::cause::<shadowed::Cause>), facts::of_all(facts::cause::<obs_codes::Cause>));
    assert_eq!(facts::of_all(facts::error::<shadowed::ErrorCode>), facts::of_all(facts::error::<obs_codes::ErrorCode>));
    assert_eq!("ClockSkew".parse(), Ok(shadowed::Cause::ClockSkew));
    assert!("clockskew".parse::<shadowed::Cause>().is_err());
}
