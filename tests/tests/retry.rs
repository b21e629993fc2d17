//! Retry verdicts: those that must not change, and those that a row inherits.

use obs_codes::{Category, ErrorCode, Retry, StatusCode};

#[test]
fn common_codes_and_statuses_keep_their_verdicts() {
    for (code, retry) in [
        ("SlowDown", Retry::Backoff),
        ("TooManyRequests", Retry::Backoff),
        ("InternalError", Retry::Backoff),
        ("ServiceUnavailable", Retry::Backoff),
        ("RequestTimeout", Retry::Backoff),
        ("OperationAborted", Retry::Backoff),
        ("RequestTimeTooSkewed", Retry::SignAgain),
        ("ExpiredToken", Retry::SignAgain),
        ("TemporaryRedirect", Retry::Redirect),
        ("ServiceNotImplemented", Retry::Fix),
        ("NotImplemented", Retry::Fix),
        ("AccessDenied", Retry::Fix),
        ("NoSuchKey", Retry::Fix),
    ] {
        assert_eq!(ErrorCode::from_code(code).map(|code| code.retry()), Some(retry), "{code}");
    }
    for (number, retry) in
        [(501, Retry::Fix), (429, Retry::Backoff), (503, Retry::Backoff), (307, Retry::Redirect), (403, Retry::Fix)]
    {
        assert_eq!(StatusCode::from_u16(number).map(|status| status.retry()), Some(retry), "{number}");
    }
    assert_eq!(Category::ClientError.retry(), Retry::Fix);
    assert_eq!(Category::ServerError.retry(), Retry::Backoff);
}

#[test]
fn only_a_pause_or_a_new_signature_makes_a_request_retryable() {
    let retryable: Vec<Retry> = Retry::ALL.iter().copied().filter(obs_codes::Retry::is_retryable).collect();
    assert_eq!(retryable, [Retry::Backoff, Retry::SignAgain]);
}

#[test]
fn no_error_code_of_501_is_retried() {
    let status = StatusCode::from_u16(501).expect("the table has 501");
    assert!(status.error_codes().iter().all(|code| code.retry() == Retry::Fix));
}

#[test]
fn a_verdict_prints_as_the_table_spells_it_and_with_the_alternate_form_as_a_sentence() {
    assert_eq!(Retry::Backoff.to_string(), "backoff");
    for retry in Retry::ALL {
        assert_eq!(format!("{retry:#}"), retry.description());
    }
}

mod inherited {
    obs_codes::codes! {
        toml = r#"
            [category.4XX]
            name = "ClientError"
            description = "No verdict of its own."

            [category.5XX]
            name = "ServerError"
            description = "With a verdict."
            retry = "backoff"

            [status.404]
            reason = "Not Found"
            description = "No verdict of its own."

            [status.409]
            reason = "Conflict"
            description = "With a verdict."
            retry = "sign-again"

            [status.500]
            reason = "Internal Server Error"
            description = "No verdict of its own."

            [error.OfNothing]
            description = "Neither a status nor a verdict."

            [error.OfCategory]
            status = 500
            description = "The category's."

            [error.OfStatus]
            status = [409, 500]
            description = "That of the usual status."

            [error.OfItself]
            status = 500
            description = "Its own."
            retry = "redirect"
        "#
    }
}

#[test]
fn a_row_without_a_verdict_inherits_that_of_its_status_or_category() {
    use inherited::{Category, ErrorCode, StatusCode};

    assert_eq!(Category::ClientError.retry(), Retry::Fix);
    assert_eq!(StatusCode::NotFound.retry(), Retry::Fix);
    assert_eq!(StatusCode::Conflict.retry(), Retry::SignAgain);
    assert_eq!(StatusCode::InternalServerError.retry(), Retry::Backoff);
    assert_eq!(ErrorCode::OfNothing.retry(), Retry::Fix);
    assert_eq!(ErrorCode::OfCategory.retry(), Retry::Backoff);
    assert_eq!(ErrorCode::OfStatus.retry(), Retry::SignAgain);
    assert_eq!(ErrorCode::OfItself.retry(), Retry::Redirect);
}
