//! Diagnoses from bare parts.

use std::collections::BTreeSet;

use obs_codes::{Case, Category, Cause, Clock, Confidence, Diagnosis, ErrorCode, Evidence, Retry, RetryBasis, StatusCode};
use obs_codes_tests::unknown_status;

/// The causes with their confidence, in rank order.
fn ranked(diagnosis: &Diagnosis<'_>) -> Vec<(Cause, Confidence)> {
    diagnosis.causes().map(|ranked| (ranked.cause(), ranked.confidence())).collect()
}

fn message(case: &Case) -> Option<&'static str> {
    case.conditions().iter().find(|condition| condition.fact() == "message").map(|condition| condition.patterns()[0])
}

#[test]
fn no_documented_cause_is_ever_hidden() {
    let statuses = || (100..=599).chain([0, 99, 600, u16::MAX]);
    for status in statuses() {
        let documented = StatusCode::from_u16(status).map_or(&[][..], |status| status.causes());
        let listed: Vec<Cause> = ranked(&Diagnosis::new(status, None)).into_iter().map(|(cause, _)| cause).collect();
        assert_eq!(listed, documented, "{status} alone");
    }
    for code in ErrorCode::ALL {
        let messages = code.cases().iter().map(|case| message(case)).chain([None, Some("something else")]);
        for message in messages {
            for status in [200, 400, 403, 404, 418, 500, 999] {
                let diagnosis = Diagnosis::new(status, code.as_str()).message(message);
                let listed: Vec<Cause> = ranked(&diagnosis).into_iter().map(|(cause, _)| cause).collect();
                let unique: BTreeSet<Cause> = listed.iter().copied().collect();
                assert_eq!(listed.len(), unique.len(), "{code} names a cause twice");
                let documented = StatusCode::from_u16(status).map_or(&[][..], |status| status.causes());
                for cause in documented.iter().chain(code.causes()) {
                    assert!(unique.contains(cause), "{status} {code} hides {cause:?}");
                }
            }
        }
    }
}

#[test]
fn causes_come_in_the_order_of_their_confidence() {
    for code in ErrorCode::ALL {
        for case in code.cases() {
            let diagnosis =
                Diagnosis::new(code.status().map_or(400, |status| status.as_u16()), code.as_str()).message(message(case));
            let confidences: Vec<Confidence> = ranked(&diagnosis).into_iter().map(|(_, confidence)| confidence).collect();
            assert!(confidences.is_sorted_by(|a, b| a >= b), "{code}: {confidences:?}");
        }
    }
}

#[test]
fn a_code_that_signals_one_cause_without_doubt_makes_it_certain() {
    for code in ErrorCode::ALL {
        let diagnosis = Diagnosis::new(code.status().map_or(400, |status| status.as_u16()), code.as_str());
        let pointed: Vec<_> = diagnosis.causes().filter(|ranked| ranked.confidence() > Confidence::Possible).collect();
        assert_eq!(pointed.iter().map(obs_codes::RankedCause::cause).collect::<Vec<_>>(), code.causes(), "{code}");
        for ranked in pointed {
            let alone = code.causes().len() == 1;
            let expected = if alone { code.confidence() } else { Confidence::Likely };
            assert_eq!(ranked.confidence(), expected, "{code}");
            assert_eq!(ranked.evidence(), Evidence::ErrorCode(*code));
            assert!(ranked.is_signalled());
        }
    }
}

#[test]
fn a_message_that_points_away_from_all_causes_blames_none() {
    let away: Vec<&Case> = Case::ALL.iter().filter(|case| case.causes() == Some(&[]) && message(case).is_some()).collect();
    assert!(!away.is_empty());
    for case in away {
        let Some(code) = case.error_code() else { continue };
        let sharing = code.cases().iter().filter(|other| message(other) == message(case)).count();
        if sharing > 1 {
            continue;
        }
        let filled = message(case).unwrap_or_default().replace(['<', '>'], "");
        let diagnosis = Diagnosis::new(code.status().map_or(403, |status| status.as_u16()), code.as_str()).message(&*filled);
        assert!(ranked(&diagnosis).iter().all(|(_, confidence)| *confidence == Confidence::Possible), "{code}: {filled}");
        assert_eq!(diagnosis.description(), Some(case.description()));
        assert_eq!(diagnosis.remedy(), case.remedy());
    }
}

#[test]
fn a_missing_date_is_told_apart_from_a_missing_permission() {
    let denied = Diagnosis::new(403, "AccessDenied");
    let date = denied.message("OBS authentication requires a valid Date or x-obs-date header");
    assert_eq!(ranked(&date).iter().map(|(_, confidence)| *confidence).max(), Some(Confidence::Possible));
    assert!(date.remedy().is_some_and(|remedy| remedy.contains("Date")));
    let rights = denied.message(
        "User: iam::1:user:2 is not authorized to perform: obs:object:GetObject on resource: obs:::object:b/k \
         because no identity-based policy allows the obs:object:GetObject action.",
    );
    let first = rights.causes().next().expect("403 has documented causes");
    assert_eq!((first.cause(), first.confidence()), (Cause::PermissionDenied, Confidence::Certain));
    let because = first.evidence().to_string();
    for named in ["user iam::1:user:2", "action obs:object:GetObject", "resource obs:::object:b/k", "policy type identity-based"]
    {
        assert!(because.contains(named), "{because}");
    }
}

#[test]
fn a_case_that_fits_comes_first_and_cases_without_a_message_follow() {
    for code in ErrorCode::ALL {
        for case in code.cases().iter().filter(|case| message(case).is_some()) {
            let filled = message(case).unwrap_or_default().replace(['<', '>'], "");
            let diagnosis = Diagnosis::new(403, code.as_str()).message(&*filled);
            let listed: Vec<_> = diagnosis.cases().collect();
            assert!(
                listed.iter().take_while(|ranked| ranked.is_matched()).any(|ranked| ranked.case() == *case),
                "{code}: {filled}"
            );
            let after: Vec<Case> = listed.iter().filter(|ranked| !ranked.is_matched()).map(obs_codes::RankedCase::case).collect();
            let open = code.cases().iter().filter(|case| message(case).is_none() && case.clock().is_none());
            assert_eq!(after, open.copied().collect::<Vec<_>>(), "{code}: {filled}");
        }
    }
}

#[test]
fn without_a_message_all_cases_are_open() {
    for code in ErrorCode::ALL {
        let cases: Vec<_> = Diagnosis::new(403, code.as_str()).cases().collect();
        assert!(cases.iter().all(|ranked| !ranked.is_matched()));
        assert_eq!(cases.len(), code.cases().iter().filter(|case| case.clock().is_none()).count(), "{code}");
    }
}

const NOON: i64 = 1_700_000_000;

#[test]
fn the_times_say_how_wrong_the_clock_is_and_in_which_direction() {
    let skewed = Diagnosis::new(403, "RequestTimeTooSkewed").server_time(NOON);
    for (request, because) in [
        (NOON + 86_340, "your clock is 23 h 59 min ahead"),
        (NOON - 16 * 60, "your clock is 16 min 0 s behind"),
        (NOON + 3 * 86_400, "your clock is 3 d 0 h 0 min ahead"),
    ] {
        let diagnosis = skewed.request_time(request);
        let first = diagnosis.causes().next().expect("403 has documented causes");
        assert_eq!((first.cause(), first.confidence()), (Cause::ClockSkew, Confidence::Certain));
        assert_eq!(first.evidence().to_string(), because);
        assert_eq!(diagnosis.clock_difference().map(obs_codes::Difference::as_secs), Some(request - NOON));
        assert_eq!(diagnosis.retry(), Retry::SignAgain);
    }
}

#[test]
fn a_request_signed_long_ago_blames_the_network_and_not_the_clock() {
    let old = Diagnosis::new(403, "RequestTimeTooSkewed").request_time(NOON - 16 * 60).server_time(NOON);
    let delayed = old.signed_at(NOON - 16 * 60);
    let first = delayed.cases().next().expect("the code has cases");
    assert_eq!(first.case().clock(), Some(Clock::Delayed));
    assert_eq!(delayed.description(), Some(first.case().description()));
    assert!(ranked(&delayed).contains(&(Cause::ClockSkew, Confidence::Possible)));
    // A fresh signature leaves only the clock.
    let fresh = old.signed_at(NOON - 10);
    assert_eq!(ranked(&fresh).first(), Some(&(Cause::ClockSkew, Confidence::Certain)));
    // A delay makes a date old, never one of the future.
    let future = old.request_time(NOON + 7200).signed_at(NOON - 16 * 60);
    assert_eq!(ranked(&future).first(), Some(&(Cause::ClockSkew, Confidence::Certain)));
}

#[test]
fn the_allowed_difference_can_be_another() {
    let skewed = Diagnosis::new(403, "RequestTimeTooSkewed").request_time(NOON - 20 * 60).server_time(NOON);
    assert!(skewed.cases().next().is_some_and(|first| first.case().clock() == Some(Clock::Behind)));
    assert!(skewed.max_skew(3600).cases().all(|ranked| ranked.case().clock().is_none()));
}

#[test]
fn extreme_times_do_no_harm() {
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
fn description_and_remedy_fall_back_as_well() {
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

mod own {
    obs_codes::codes! {
        toml = r#"
            [category.5XX]
            name = "ServerError"
            description = "The fault is the server's."

            [status.503]
            reason = "Service Unavailable"
            description = "Too busy."

            [status.503.causes]
            Overload = "Too many requests at once."
            Maintenance = "The service is being worked on."

            [error.Closed]
            status = 503
            causes = ["Overload", "Maintenance"]
            description = "The service is closed."

            [[error.Closed.cases]]
            message = "closed until <time>"
            description = "The service is being worked on until the time in the message."
            causes = ["Maintenance"]
        "#
    }
}

#[test]
fn it_works_for_a_table_of_ones_own() {
    let diagnosis = Diagnosis::<own::ErrorCode>::of(503, "Closed").message("Closed until 12:00.");
    let first = diagnosis.causes().next().expect("the message names one");
    assert_eq!((first.cause(), first.confidence()), (own::Cause::Maintenance, Confidence::Certain));
    assert_eq!(first.evidence().to_string(), "the message says so (time 12:00)");
}
