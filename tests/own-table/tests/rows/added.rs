//! Rows that only a user's table has, whether it extends the shipped one or not.

use obs_codes::table::AnyErrorCode;
use obs_codes::{Confidence, Retry};
use obs_codes_own_table_tests::extended::{Category, Cause, ErrorCode, StatusCode};
use obs_codes_own_table_tests::service;

use crate::facts;

#[test]
fn own_rows_come_after_the_shipped_ones_which_keep_their_order() {
    let keys = |rows: facts::Rows| rows.into_iter().map(|(key, _)| key).collect::<Vec<_>>();
    assert_eq!(keys(facts::of_all(facts::category::<Category>)), keys(facts::of_all(facts::category::<obs_codes::Category>)));
    let mut statuses = keys(facts::of_all(facts::status::<obs_codes::StatusCode>));
    statuses.push("418".to_owned());
    assert_eq!(keys(facts::of_all(facts::status::<StatusCode>)), statuses);
    let mut causes = keys(facts::of_all(facts::cause::<obs_codes::Cause>));
    causes.extend(["BadgeExpired", "WrongMachine"].map(str::to_owned));
    assert_eq!(keys(facts::of_all(facts::cause::<Cause>)), causes);
    let mut codes = keys(facts::of_all(facts::error::<obs_codes::ErrorCode>));
    codes.extend(["BadgeRefused", "Tea.Only", "Bare"].map(str::to_owned));
    assert_eq!(keys(facts::of_all(facts::error::<ErrorCode>)), codes);
}

#[test]
fn a_cause_can_be_added_to_a_shipped_status() {
    let (last, shipped) = StatusCode::Forbidden.causes().split_last().unwrap();
    assert_eq!(*last, Cause::BadgeExpired);
    assert_eq!(shipped.len(), obs_codes::StatusCode::Forbidden.causes().len());
    assert_eq!(Cause::BadgeExpired.status(), StatusCode::Forbidden);
    assert_eq!(Cause::BadgeExpired.remedy(), Some("Renew it at the gate."));
    assert_eq!(Cause::BadgeExpired.error_codes(), [ErrorCode::BadgeRefused]);
}

#[test]
fn a_status_can_be_added_with_its_causes() {
    let status = StatusCode::from_u16(418).unwrap();
    assert_eq!(status, StatusCode::ImATeapot);
    assert_eq!(status.category(), Category::ClientError);
    assert_eq!(status.causes(), [Cause::WrongMachine]);
    assert_eq!(status.remedy(), Some("Ask for tea."));
    assert_eq!(status.error_codes(), [ErrorCode::TeaOnly]);
}

#[test]
fn a_shipped_category_can_be_described_in_other_words() {
    assert_eq!(Category::ClientError.description(), "The caller has to change something.");
    assert_ne!(obs_codes::Category::ClientError.description(), Category::ClientError.description());
    assert_eq!(StatusCode::NotFound.category(), Category::ClientError);
}

#[test]
fn an_own_error_code_refers_to_shipped_rows_and_own_ones() {
    assert_eq!(ErrorCode::BadgeRefused.status(), Some(StatusCode::Forbidden));
    assert_eq!(ErrorCode::BadgeRefused.causes(), [Cause::BadgeExpired, Cause::ClockSkew]);
    assert_eq!(StatusCode::Forbidden.error_codes().last(), Some(&ErrorCode::BadgeRefused));
    assert_eq!(Cause::ClockSkew.error_codes().last(), Some(&ErrorCode::BadgeRefused));
}

#[test]
fn an_own_error_code_has_all_that_its_row_says() {
    let code = ErrorCode::from_code("Tea.Only").unwrap();
    assert_eq!(code, ErrorCode::TeaOnly);
    assert_eq!(code.statuses(), [StatusCode::ImATeapot, StatusCode::ServiceUnavailable]);
    assert_eq!(code.causes(), [Cause::WrongMachine, Cause::ServerUnavailable]);
    assert_eq!(code.confidence(), Confidence::Likely);
    assert_eq!((code.description(), code.remedy()), ("Coffee was asked for.", Some("Ask for tea.")));
    assert_eq!(code.retry(), Retry::Redirect);
    let [case] = code.cases() else { panic!("{:?}", code.cases()) };
    assert_eq!((case.conditions()[0].patterns(), case.causes()), (&["No <drink> here."][..], Some(&[][..])));
}

#[test]
fn a_key_that_a_row_leaves_out_has_its_default() {
    fn assert_bare<E: AnyErrorCode>(code: E) {
        assert!(code.status().is_none() && code.statuses().is_empty() && code.causes().is_empty() && code.cases().is_empty());
        assert_eq!(code.remedy(), None);
        assert_eq!((code.retry(), code.confidence()), (Retry::Fix, Confidence::Certain));
    }
    assert_bare(ErrorCode::Bare);
    assert_bare(service::ErrorCode::Bare);
    // The verdict of its category, by way of its status.
    assert_eq!(service::ErrorCode::Closed.retry(), Retry::Backoff);
    assert_eq!(service::StatusCode::NotFound.retry(), Retry::Fix);
}

#[test]
fn a_table_on_its_own_has_nothing_of_the_shipped_one() {
    assert_eq!(service::Category::ALL, [service::Category::CallerError, service::Category::ServiceError]);
    assert_eq!(service::Category::of(200), None);
    assert_eq!(service::StatusCode::ALL, [service::StatusCode::NotFound, service::StatusCode::ServiceUnavailable]);
    assert_eq!(service::Cause::ALL, [service::Cause::Holiday]);
    assert_eq!(service::ErrorCode::ALL, [service::ErrorCode::Closed, service::ErrorCode::Bare]);
    assert_eq!(service::ErrorCode::from_code("NoSuchKey"), None);
}
