//! Functions over the traits of `obs_codes::table`, called with the shipped table, with a separate one, and with one that extends the
//! shipped one.

use obs_codes::table::{AnyCase, AnyCategory, AnyCause, AnyErrorCode, AnyStatusCode, Row};
use obs_codes::{Confidence, Diagnosis, Retry, RetryBasis};
use obs_codes_own_table_tests::{extended, service};

/// A line for an operator about an error code: the code, its status, whether to retry, what happened, and the causes.
fn advice<E: AnyErrorCode>(code: &str) -> Option<String> {
    let code = E::from_code(code).or_else(|| E::from_bytes(code.as_bytes()))?;
    let status = code.status().map_or_else(|| "no status".to_owned(), |status| status.to_string());
    let causes: Vec<&str> = code.causes().iter().map(obs_codes::table::AnyCause::description).collect();
    Some(format!("{code} ({status}, {}): {} [{}]", code.retry(), code.description(), causes.join("; ")))
}

/// Whether a request is worth another attempt.
fn is_worth_repeating(error: impl AnyErrorCode) -> bool {
    error.retry() != Retry::Fix
}

/// Returns an error code as a boxed error.
fn refuse<E: AnyErrorCode + std::error::Error>(code: &str) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    E::from_code(code).map_or(Ok(()), |code| Err(code.into()))
}

/// The first cause with its confidence, and the retry verdict with its basis.
fn verdict<E: AnyErrorCode>(status: u16, code: &str, message: &str) -> (Option<E::Cause>, Option<Confidence>, Retry, RetryBasis) {
    let diagnosis = Diagnosis::<E>::of(status, code).message(message);
    let first = diagnosis.causes().next();
    (first.map(|ranked| ranked.cause()), first.map(|ranked| ranked.confidence()), diagnosis.retry(), diagnosis.retry_basis())
}

/// Checks that related rows of a table refer to each other.
fn assert_related_rows_agree<E: AnyErrorCode>() {
    for code in E::ALL {
        assert_eq!(E::from_code(code.as_str()), Some(*code));
        assert!(code.statuses().iter().all(|status| status.error_codes().contains(code)), "{code}");
        assert!(code.causes().iter().all(|cause| cause.error_codes().contains(code)), "{code}");
        assert!(code.causes().iter().all(|cause| code.statuses().contains(&cause.status())), "{code}");
        assert!(code.cases().iter().all(|case| case.error_code() == Some(*code)), "{code}");
    }
    for status in E::StatusCode::ALL {
        assert_eq!(E::StatusCode::from_u16(status.as_u16()), Some(*status));
        assert_eq!(<E::StatusCode as AnyStatusCode>::Category::of(status.as_u16()), Some(status.category()));
        assert!(status.causes().iter().all(|cause| cause.status() == *status), "{status}");
    }
}

#[test]
fn a_code_of_any_table_is_printed_with_its_verdict_and_its_causes() {
    assert_eq!(
        advice::<obs_codes::ErrorCode>("NoSuchBucket").unwrap(),
        format!(
            "NoSuchBucket (404 Not Found, fix): {} [{}]",
            obs_codes::ErrorCode::NoSuchBucket.description(),
            obs_codes::Cause::BucketNotFound.description()
        )
    );
    assert_eq!(
        advice::<service::ErrorCode>("CLOSED").unwrap(),
        "CLOSED (503 Service Unavailable, backoff): Nobody is in. [It is a holiday.]"
    );
    assert_eq!(advice::<service::ErrorCode>("BARE").unwrap(), "BARE (no status, fix): Something went wrong. []");
    assert_eq!(
        advice::<extended::ErrorCode>("BadgeRefused").unwrap(),
        format!(
            "BadgeRefused (403 Forbidden, fix): The gate did not open. [The badge of the user has expired.; {}]",
            obs_codes::Cause::ClockSkew.description()
        )
    );
    assert_eq!(advice::<extended::ErrorCode>("NoSuchBucket"), advice::<obs_codes::ErrorCode>("NoSuchBucket"));
    assert_eq!(advice::<service::ErrorCode>("NoSuchBucket"), None);
}

#[test]
fn the_verdict_of_any_table_decides_on_another_attempt() {
    assert!(is_worth_repeating(obs_codes::ErrorCode::SlowDown) && !is_worth_repeating(obs_codes::ErrorCode::NoSuchKey));
    assert!(is_worth_repeating(service::ErrorCode::Closed) && !is_worth_repeating(service::ErrorCode::Bare));
    assert!(is_worth_repeating(extended::ErrorCode::TeaOnly) && !is_worth_repeating(extended::ErrorCode::BadgeRefused));
}

#[test]
fn a_code_of_any_table_is_an_error() {
    assert_eq!(refuse::<obs_codes::ErrorCode>("SlowDown").unwrap_err().to_string(), "SlowDown");
    assert_eq!(refuse::<service::ErrorCode>("CLOSED").unwrap_err().to_string(), "CLOSED");
    assert_eq!(refuse::<extended::ErrorCode>("Tea.Only").unwrap_err().to_string(), "Tea.Only");
    assert!(refuse::<service::ErrorCode>("Tea.Only").is_ok());
}

#[test]
fn a_failure_can_be_diagnosed_with_any_table() {
    let (certain, likely, possible) = (Some(Confidence::Certain), Some(Confidence::Likely), Some(Confidence::Possible));
    assert_eq!(
        verdict::<obs_codes::ErrorCode>(403, "RequestTimeTooSkewed", ""),
        (Some(obs_codes::Cause::ClockSkew), likely, Retry::SignAgain, RetryBasis::ErrorCode)
    );
    assert_eq!(
        verdict::<service::ErrorCode>(503, "CLOSED", ""),
        (Some(service::Cause::Holiday), certain, Retry::Backoff, RetryBasis::ErrorCode)
    );
    assert_eq!(
        verdict::<service::ErrorCode>(503, "OPEN", ""),
        (Some(service::Cause::Holiday), possible, Retry::Backoff, RetryBasis::Status)
    );
    assert_eq!(verdict::<service::ErrorCode>(599, "OPEN", ""), (None, None, Retry::Backoff, RetryBasis::Category));
    assert_eq!(verdict::<service::ErrorCode>(200, "OPEN", ""), (None, None, Retry::Fix, RetryBasis::Nothing));
    assert_eq!(
        verdict::<extended::ErrorCode>(403, "BadgeRefused", ""),
        (Some(extended::Cause::BadgeExpired), likely, Retry::Fix, RetryBasis::ErrorCode)
    );
    assert_eq!(
        verdict::<extended::ErrorCode>(418, "Tea.Only", ""),
        (Some(extended::Cause::WrongMachine), likely, Retry::Redirect, RetryBasis::ErrorCode)
    );
    assert_eq!(
        verdict::<extended::ErrorCode>(403, "RequestTimeTooSkewed", ""),
        (Some(extended::Cause::ClockSkew), likely, Retry::SignAgain, RetryBasis::ErrorCode)
    );
}

#[test]
fn a_message_picks_the_case_of_any_table() {
    fn described<E: AnyErrorCode>(status: u16, code: &str, message: &str) -> Option<&'static str> {
        Diagnosis::<E>::of(status, code).message(message).description()
    }
    let [case] = extended::ErrorCode::TeaOnly.cases() else { panic!("the table has one") };
    assert_eq!(described::<extended::ErrorCode>(418, "Tea.Only", "no mocha here"), Some(case.description()));
    assert_eq!(described::<extended::ErrorCode>(418, "Tea.Only", "what?"), Some("Coffee was asked for."));
    assert_eq!(described::<service::ErrorCode>(503, "CLOSED", "no mocha here"), Some("Nobody is in."));
}

#[test]
fn related_rows_of_any_table_refer_to_each_other() {
    assert_related_rows_agree::<obs_codes::ErrorCode>();
    assert_related_rows_agree::<service::ErrorCode>();
    assert_related_rows_agree::<extended::ErrorCode>();
}
