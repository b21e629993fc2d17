//! Diagnoses from a status, a code, a message, facts and times.

use std::collections::BTreeSet;

use obs_codes::{Case, Category, Cause, Clock, Confidence, Diagnosis, ErrorCode, Evidence, Retry, RetryBasis, StatusCode};
use obs_codes_tests::unknown_status;

/// The causes with their confidence, in rank order.
fn ranked(diagnosis: &Diagnosis<'_>) -> Vec<(Cause, Confidence)> {
    diagnosis.causes().map(|ranked| (ranked.cause(), ranked.confidence())).collect()
}

/// A message that fits the first pattern of a case, with a text for each variable.
fn message_of(case: Case) -> Option<String> {
    let condition = case.conditions().first().filter(|condition| condition.fact() == "message")?;
    condition.patterns().first().map(|pattern| pattern.replace(['<', '>'], ""))
}

/// The usual status of a code.
fn number_of(code: ErrorCode) -> Option<u16> {
    code.status().map(|status| status.as_u16())
}

#[test]
fn every_documented_cause_is_listed() {
    let statuses = || (100..=599).chain([0, 99, 600, u16::MAX]);
    for status in statuses() {
        let documented = StatusCode::from_u16(status).map_or(&[][..], |status| status.causes());
        let listed: Vec<Cause> = ranked(&Diagnosis::new(status, None)).into_iter().map(|(cause, _)| cause).collect();
        assert_eq!(listed, documented, "{status} alone");
    }
    for code in ErrorCode::ALL {
        let messages = code.cases().iter().copied().map(message_of).chain([None, Some("something else".to_owned())]);
        for message in messages {
            for status in [Some(200), Some(400), Some(403), Some(404), Some(418), Some(500), Some(999), None] {
                let diagnosis = Diagnosis::new(status, code.as_str()).message(message.as_deref());
                let listed: Vec<Cause> = ranked(&diagnosis).into_iter().map(|(cause, _)| cause).collect();
                let unique: BTreeSet<Cause> = listed.iter().copied().collect();
                assert_eq!(listed.len(), unique.len(), "{code} names a cause twice");
                let statuses = status.and_then(StatusCode::from_u16);
                let documented = statuses.iter().chain(code.statuses()).flat_map(StatusCode::causes);
                for cause in documented.chain(code.causes()) {
                    assert!(unique.contains(cause), "{status:?} {code} hides {cause:?}");
                }
            }
        }
    }
}

#[test]
fn causes_come_in_the_order_of_their_confidence() {
    for code in ErrorCode::ALL {
        for message in code.cases().iter().copied().map(message_of) {
            let diagnosis = Diagnosis::new(number_of(*code), code.as_str()).message(message.as_deref());
            let confidences: Vec<Confidence> = ranked(&diagnosis).into_iter().map(|(_, confidence)| confidence).collect();
            assert!(confidences.is_sorted_by(|a, b| a >= b), "{code}: {confidences:?}");
        }
    }
}

#[test]
fn a_code_signals_its_causes_as_surely_as_the_table_says_and_several_at_most_likely() {
    for code in ErrorCode::ALL {
        let diagnosis = Diagnosis::new(number_of(*code), code.as_str());
        let pointed_to: Vec<_> = diagnosis.causes().filter(|ranked| ranked.confidence() > Confidence::Possible).collect();
        assert_eq!(pointed_to.iter().map(obs_codes::RankedCause::cause).collect::<Vec<_>>(), code.causes(), "{code}");
        for ranked in pointed_to {
            let expected = if code.causes().len() == 1 { code.confidence() } else { Confidence::Likely };
            assert_eq!(ranked.confidence(), expected, "{code}");
            assert!(matches!(ranked.evidence(), Evidence::ErrorCode(signal) if signal == *code));
            assert_eq!(ranked.evidence().to_string(), format!("{code} signals it"));
            assert!(ranked.is_signalled());
        }
    }
}

#[test]
fn a_case_with_an_empty_list_of_causes_points_to_none() {
    let away = Case::ALL.iter().filter(|case| case.causes() == Some(&[]) && case.conditions().len() == 1);
    let mut tried = 0;
    for (case, message) in away.filter_map(|case| Some((case, message_of(*case)?))) {
        let Some(code) = case.error_code() else { continue };
        let diagnosis = Diagnosis::new(number_of(code), code.as_str()).message(&*message);
        // Another case may ask for the same message.
        if diagnosis.case().is_none_or(|ranked| ranked.case() != *case) {
            continue;
        }
        assert!(ranked(&diagnosis).iter().all(|(_, confidence)| *confidence == Confidence::Possible), "{code}: {message}");
        assert_eq!(diagnosis.description(), Some(case.description()));
        tried += 1;
    }
    assert!(tried > 5);
}

#[test]
fn a_missing_date_is_distinguished_from_a_missing_permission() {
    let denied = Diagnosis::new(403, "AccessDenied");
    let date = denied.message("OBS authentication requires a valid Date or x-obs-date header");
    assert_eq!(ranked(&date).iter().map(|(_, confidence)| *confidence).max(), Some(Confidence::Possible));
    assert!(date.remedy().is_some_and(|remedy| remedy.contains("Date")));
    let rights = denied.message(
        "User: iam::1:user:2 is not authorized to perform: obs:object:GetObject on resource: obs:::object:b/k \
         because no identity-based policy allows the obs:object:GetObject action.",
    );
    let first = rights.causes().next().expect("403 has documented causes");
    assert_eq!(first.cause(), Cause::PermissionDenied);
    let because = first.evidence().to_string();
    for named in ["user iam::1:user:2", "action obs:object:GetObject", "resource obs:::object:b/k", "policy type identity-based"]
    {
        assert!(because.contains(named), "{because}");
    }
}

#[test]
fn a_general_refusal_lists_its_cases_and_no_cause_rests_on_the_message() {
    let diagnosis = Diagnosis::new(403, "AccessDenied").message("Access Denied");
    let cases: Vec<&str> = diagnosis.cases().map(|ranked| ranked.case().description()).collect();
    for kind in ["Referer", "different accounts", "deny", "Block Public Access", "does not exist"] {
        assert!(cases.iter().any(|case| case.contains(kind)), "{kind} is missing: {cases:#?}");
    }
    assert!(diagnosis.case().is_none(), "nothing tells them apart");
    assert_eq!(diagnosis.description(), Some(ErrorCode::AccessDenied.description()));
    assert!(diagnosis.causes().all(|ranked| !matches!(ranked.evidence(), Evidence::Case(_))));
    assert!(!format!("{diagnosis:#}").contains("because the message says so"));
}

#[test]
fn a_cause_rests_on_its_code_if_the_case_that_fits_names_no_causes() {
    let silent = Case::ALL.iter().filter(|case| case.causes().is_none() && case.conditions().len() == 1);
    let mut tried = 0;
    for (case, message) in silent.filter_map(|case| Some((case, message_of(*case)?))) {
        let Some(code) = case.error_code().filter(|code| !code.causes().is_empty()) else { continue };
        let diagnosis = Diagnosis::new(number_of(code), code.as_str()).message(&*message);
        if diagnosis.case().is_none_or(|ranked| ranked.case() != *case) {
            continue;
        }
        for ranked in diagnosis.causes().filter(|ranked| ranked.confidence() > Confidence::Possible) {
            assert_eq!(ranked.evidence().to_string(), format!("{code} signals it"), "{message}");
        }
        tried += 1;
    }
    assert!(tried > 5);
}

#[test]
fn no_case_is_listed_twice() {
    for code in ErrorCode::ALL {
        let messages = code.cases().iter().copied().map(message_of).chain([None]);
        for message in messages {
            let diagnosis = Diagnosis::new(number_of(*code), code.as_str()).message(message.as_deref());
            let texts: Vec<_> = diagnosis.cases().map(|ranked| (ranked.case().description(), ranked.case().remedy())).collect();
            let unique: BTreeSet<_> = texts.iter().collect();
            assert_eq!(unique.len(), texts.len(), "{code} {message:?}: {texts:#?}");
        }
    }
}

#[test]
fn without_facts_every_case_is_open() {
    for code in ErrorCode::ALL {
        let diagnosis = Diagnosis::new(403, code.as_str());
        let listed: BTreeSet<_> = diagnosis.cases().map(|ranked| ranked.case().description()).collect();
        let all: BTreeSet<_> = code.cases().iter().map(Case::description).collect();
        assert_eq!(listed, all, "{code}");
        assert!(diagnosis.cases().all(|ranked| !ranked.is_matched() && ranked.evidence().is_none()), "{code}");
    }
}

const NOON: i64 = 1_700_000_000;

fn first(diagnosis: &Diagnosis<'_>) -> (Cause, Confidence, String) {
    let first = diagnosis.causes().next().expect("403 has documented causes");
    (first.cause(), first.confidence(), first.evidence().to_string())
}

#[test]
fn a_request_from_the_future_makes_a_wrong_clock_certain() {
    let skewed = Diagnosis::new(403, "RequestTimeTooSkewed").server_time(NOON);
    for (request, because) in
        [(NOON + 86_340, "your clock is 23 h 59 min ahead"), (NOON + 3 * 86_400, "your clock is 3 d 0 h 0 min ahead")]
    {
        let diagnosis = skewed.request_time(request);
        assert_eq!(first(&diagnosis), (Cause::ClockSkew, Confidence::Certain, because.to_owned()));
        assert_eq!(diagnosis.clock_difference().map(obs_codes::Difference::as_secs), Some(request - NOON));
        assert_eq!(diagnosis.retry(), Retry::SignAgain);
    }
}

#[test]
fn a_request_from_the_past_is_likely_a_wrong_clock_and_may_be_a_late_request() {
    let diagnosis = Diagnosis::new(403, "RequestTimeTooSkewed").request_time(NOON - 16 * 60).server_time(NOON);
    let because = "the time of the request is 16 min 0 s behind the server's".to_owned();
    assert_eq!(first(&diagnosis), (Cause::ClockSkew, Confidence::Likely, because));
    let clocks: Vec<_> = diagnosis.cases().filter_map(|ranked| ranked.case().clock()).collect();
    assert_eq!(clocks, [Clock::Behind, Clock::Delayed], "a clock that is ahead is ruled out");
}

#[test]
fn the_callers_clock_distinguishes_a_late_request_from_a_wrong_clock() {
    let old = Diagnosis::new(403, "RequestTimeTooSkewed").request_time(NOON - 16 * 60).server_time(NOON);
    // By its own clock the client waited 10 s for the response.
    let behind = old.received_at(NOON - 16 * 60 + 10);
    assert_eq!(first(&behind), (Cause::ClockSkew, Confidence::Certain, "your clock is 16 min 0 s behind".to_owned()));
    // By its own clock it waited all that time.
    let late = old.received_at(NOON + 1);
    let case = late.case().expect("the times fit one case");
    assert_eq!(case.case().clock(), Some(Clock::Delayed));
    assert_eq!(case.evidence().expect("it fits").to_string(), "the request arrived 16 min 1 s after it was signed");
    assert!(ranked(&late).contains(&(Cause::ClockSkew, Confidence::Possible)));
}

#[test]
fn a_difference_of_exactly_the_allowed_time_fits_no_case() {
    let skewed = Diagnosis::new(403, "RequestTimeTooSkewed").server_time(NOON);
    for (difference, expected) in [(901, Some(Clock::Ahead)), (900, None), (-900, None), (-901, Some(Clock::Behind))] {
        let diagnosis = skewed.request_time(NOON + difference);
        let clock = diagnosis.case().and_then(|ranked| ranked.clock()).map(|(clock, _)| clock);
        assert_eq!(clock, expected, "{difference}");
    }
    let late = |delay| skewed.request_time(NOON - delay).received_at(NOON);
    assert_eq!(late(901).case().and_then(|ranked| ranked.clock()).map(|(clock, _)| clock), Some(Clock::Delayed));
    assert!(late(900).case().is_none());
}

#[test]
fn a_request_signed_long_ago_blames_the_delay_and_not_the_clock() {
    let old = Diagnosis::new(403, "RequestTimeTooSkewed").request_time(NOON - 16 * 60).server_time(NOON);
    let delayed = old.signed_at(NOON - 16 * 60);
    let case = delayed.cases().next().expect("the code has cases");
    assert_eq!(case.case().clock(), Some(Clock::Delayed));
    assert_eq!(delayed.description(), Some(case.case().description()));
    assert!(ranked(&delayed).contains(&(Cause::ClockSkew, Confidence::Possible)));
    // A fresh signature leaves only the clock.
    let fresh = old.signed_at(NOON - 10);
    assert_eq!(ranked(&fresh).first(), Some(&(Cause::ClockSkew, Confidence::Certain)));
    // A delay makes a date old; it never moves it into the future.
    let future = old.request_time(NOON + 7200).signed_at(NOON - 16 * 60);
    assert_eq!(ranked(&future).first(), Some(&(Cause::ClockSkew, Confidence::Certain)));
}

#[test]
fn the_caller_can_set_the_allowed_difference() {
    let skewed = Diagnosis::new(403, "RequestTimeTooSkewed").request_time(NOON - 20 * 60).server_time(NOON);
    assert!(skewed.cases().next().is_some_and(|first| first.case().clock() == Some(Clock::Behind)));
    assert!(skewed.max_skew(3600).cases().all(|ranked| ranked.case().clock().is_none()));
}

#[test]
fn extreme_times_do_not_panic() {
    for (request, server) in [(i64::MAX, i64::MIN), (i64::MIN, i64::MAX), (0, i64::MIN)] {
        let diagnosis = Diagnosis::new(403, "RequestTimeTooSkewed").request_time(request).server_time(server).signed_at(request);
        assert!(diagnosis.causes().count() >= 6);
        assert!(!format!("{diagnosis:#} {diagnosis:?}").is_empty());
    }
}

#[test]
fn the_verdict_falls_back_from_code_to_status_to_category() {
    let cases = [
        (403, Some("RequestTimeTooSkewed"), Retry::SignAgain, RetryBasis::ErrorCode),
        (503, Some("NoSuchCode"), Retry::Backoff, RetryBasis::Status),
        (429, None, Retry::Backoff, RetryBasis::Status),
        (501, None, Retry::Fix, RetryBasis::Status),
        (unknown_status(500..600), None, Retry::Backoff, RetryBasis::Category),
        (unknown_status(400..500), Some("NoSuchCode"), Retry::Fix, RetryBasis::Category),
        (999, None, Retry::Fix, RetryBasis::Nothing),
    ];
    for (status, code, retry, basis) in cases {
        let diagnosis = Diagnosis::new(status, code);
        assert_eq!((diagnosis.retry(), diagnosis.retry_basis()), (retry, basis), "{status} {code:?}");
    }
}

#[test]
fn no_unknown_client_error_is_retried() {
    for status in (400..500).filter(|status| StatusCode::from_u16(*status).is_none()) {
        assert!(!Diagnosis::new(status, "NoSuchCode").retry().is_retryable(), "{status}");
    }
}

#[test]
fn description_and_remedy_fall_back_too() {
    assert_eq!(Diagnosis::new(403, None).description(), Some(StatusCode::Forbidden.description()));
    assert_eq!(Diagnosis::new(403, "Nonsense").remedy(), StatusCode::Forbidden.remedy());
    let unknown = unknown_status(400..500);
    assert_eq!(Diagnosis::new(unknown, None).description(), Some(Category::ClientError.description()));
    assert_eq!(Diagnosis::new(999, None).description(), None);
    assert!(Diagnosis::new(200, "NoSuchKey").description().is_some());
}

#[test]
fn a_404_without_a_code_prefers_no_cause_and_advises_a_get() {
    let diagnosis = Diagnosis::new(404, None);
    assert!(ranked(&diagnosis).iter().all(|(_, confidence)| *confidence == Confidence::Possible));
    assert!(diagnosis.remedy().is_some_and(|remedy| remedy.contains("GET")));
}

#[test]
fn the_message_is_never_printed() {
    let secret = "sesame";
    let diagnosis = Diagnosis::new(403, "AccessDenied").message(secret);
    for printed in [format!("{diagnosis}"), format!("{diagnosis:#}"), format!("{diagnosis:?}")] {
        assert!(!printed.contains(secret), "{printed}");
    }
}

#[test]
fn an_unknown_code_cannot_garble_a_log() {
    let diagnosis = Diagnosis::new(403, "No\nSuch\u{1b}[31mCode");
    assert!(!diagnosis.to_string().contains(['\n', '\u{1b}']));
}

#[test]
fn a_failure_without_a_status_is_diagnosed_by_its_code() {
    let diagnosis = Diagnosis::new(None, "NoSuchBucket");
    assert_eq!((diagnosis.number(), diagnosis.status()), (None, None));
    assert_eq!(diagnosis.documented_statuses(), [StatusCode::NotFound]);
    assert_eq!(diagnosis.category(), Some(Category::ClientError));
    assert_eq!(ranked(&diagnosis), ranked(&Diagnosis::new(404, "NoSuchBucket")));
    assert!(diagnosis.to_string().starts_with("NoSuchBucket (documented with 404 Not Found): "), "{diagnosis}");
    assert!(Diagnosis::new(404, "NoSuchBucket").to_string().starts_with("404 Not Found, NoSuchBucket: "));
    assert_eq!(Diagnosis::new(None, None).to_string(), "unknown status");
}

#[test]
fn a_retry_verdict_is_printed_for_failures_only() {
    for success in [200, 204, 304] {
        assert!(!format!("{:#}", Diagnosis::new(success, None)).contains("retry"), "{success}");
    }
    for (status, code) in [(200, Some("InternalError")), (307, None), (403, None), (999, None)] {
        assert!(format!("{:#}", Diagnosis::new(status, code)).contains("retry: "), "{status}");
    }
}

#[test]
fn a_diagnosis_can_be_sent_to_another_thread() {
    fn is_send<T: Send + Sync>(_: &T) {}
    is_send(&Diagnosis::new(403, None));
}
