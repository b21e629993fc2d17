//! Types with names, visibilities and attributes that the caller chooses.

use obs_codes::table::{AnyErrorCode, Row};
use obs_codes_own_table_tests::named::several::{self, ServiceCase, ServiceCategory, ServiceCause, ServiceError, ServiceStatus};
use obs_codes_own_table_tests::named::visible::{self, Problem};
use obs_codes_own_table_tests::service;

#[test]
fn a_type_with_another_name_has_the_rows_of_the_table() {
    fn printed<T: Row>() -> Vec<String> {
        T::ALL.iter().map(|row| format!("{row:?}")).collect()
    }
    assert_eq!(printed::<ServiceError>(), printed::<service::ErrorCode>());
    assert_eq!(printed::<ServiceStatus>(), printed::<service::StatusCode>());
    assert_eq!(printed::<ServiceCategory>(), printed::<service::Category>());
    assert_eq!(printed::<ServiceCause>(), printed::<service::Cause>());
    assert_eq!(printed::<ServiceCase>(), printed::<service::Case>());
}

#[test]
fn types_with_other_names_refer_to_each_other() {
    let status: Option<ServiceStatus> = ServiceError::Closed.status();
    assert_eq!(status.map(|status| status.category()), Some(ServiceCategory::ServiceError));
    assert_eq!(<ServiceError as AnyErrorCode>::from_code("CLOSED").map(|code| code.causes()), Some(&[ServiceCause::Holiday][..]));
}

#[test]
fn two_tables_share_a_module_and_a_third_is_in_a_function() {
    assert_eq!(several::ErrorCode::from_code("E-17").unwrap().causes(), [several::Cause::ColdSensor]);
    assert_eq!(several::describe("a|b c"), Some("A code that is no word."));
    assert_eq!(several::describe("CLOSED"), None);
}

#[test]
fn a_type_that_is_not_public_is_printed_under_its_own_name() {
    let about = format!("{:?}", visible::about(Problem::GoneAWay));
    assert!(about.starts_with("([NotFound, ServiceUnavailable], [Removed, Mistyped], Some(ClientError), [Meaning("), "{about}");
}
