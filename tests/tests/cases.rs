//! Which case of a table is the answer, and the evidence that it gives for a cause.

use obs_codes::{Confidence, Evidence};

mod shop {
    obs_codes::codes! {
        toml = r#"
            [category.4XX]
            name = "ClientError"
            description = "The request is wrong."

            [status.403]
            reason = "Forbidden"
            description = "Refused."

            [status.403.causes]
            WrongKey = "The key is wrong."
            NoRight = "A right is missing."
            NoMoney = "Nobody paid."
            SlowClock = "The clock is slow."

            [[status.403.cases]]
            when = { "request.method" = ["PUT", "POST"], server = "shop <version>" }
            description = "Writing needs a right."
            causes = ["NoRight"]

            [error.Denied]
            status = 403
            causes = ["NoRight", "WrongKey"]
            description = "The door stays closed."

            [[error.Denied.cases]]
            description = "It may be closed today."

            [[error.Denied.cases]]
            message = "Closed until <time>"
            when = { Door = "back" }
            description = "The back door is closed."
            causes = ["NoMoney"]

            [[error.Denied.cases]]
            message = ["Closed until <time>", "Shut until <time>"]
            description = "Every door is closed."
            causes = ["WrongKey"]
            confidence = "likely"

            [[error.Denied.cases]]
            when = { Ticket = "old <KIND>" }
            description = "The ticket is old."
            causes = ["NoMoney"]

            [[error.Denied.cases]]
            when = { Ticket = "old <KIND>" }
            description = "The ticket is that of another person."
            causes = ["WrongKey"]

            [[error.Denied.cases]]
            message = "Go away"
            description = "The guard is in a bad mood."
            causes = ["NoMoney"]

            [[error.Denied.cases]]
            message = "Go away"
            description = "The guard is in a good mood."
            causes = ["NoMoney"]

            [[error.Denied.cases]]
            message = "Too late"
            clock = "behind"
            description = "The clock of the guest is slow."
            causes = ["SlowClock"]

            [[error.Denied.cases]]
            message = "Come back"
            description = "It may be closed today."
        "#
    }
}

type Diagnosis<'a> = obs_codes::Diagnosis<'a, shop::ErrorCode>;

fn denied<'a>() -> Diagnosis<'a> {
    Diagnosis::of(403, "Denied")
}

/// The descriptions of the matched cases, and those of the others.
fn cases(diagnosis: &Diagnosis<'_>) -> (Vec<&'static str>, Vec<&'static str>) {
    let (matched, open): (Vec<_>, Vec<_>) = diagnosis.cases().partition(obs_codes::RankedCase::is_matched);
    let texts =
        |cases: Vec<obs_codes::RankedCase<'_, shop::ErrorCode>>| cases.iter().map(|ranked| ranked.case().description()).collect();
    (texts(matched), texts(open))
}

/// The first cause, its confidence, and the evidence for it.
fn first(diagnosis: &Diagnosis<'_>) -> (&'static str, Confidence, String) {
    let first = diagnosis.causes().next().expect("403 has causes");
    (first.cause().as_str(), first.confidence(), first.evidence().to_string())
}

#[test]
fn a_narrow_case_before_a_wide_one_is_the_answer() {
    let diagnosis = denied().message("Closed until 12:00.").facts(&[("Door", "back")]);
    let because = "the message says so (time 12:00) and Door is `back`".to_owned();
    assert_eq!(first(&diagnosis), ("NoMoney", Confidence::Certain, because));
    assert_eq!(diagnosis.description(), Some("The back door is closed."));
    let (matched, open) = cases(&diagnosis);
    assert_eq!(matched, ["The back door is closed."]);
    assert!(open.contains(&"Every door is closed."), "the wide one fits as well: {open:?}");
}

#[test]
fn a_wide_case_is_the_answer_where_the_narrow_one_does_not_fit() {
    let front = denied().message("closed  until 12:00").facts(&[("door", "front")]);
    assert_eq!(front.description(), Some("Every door is closed."));
    assert!(!cases(&front).1.contains(&"The back door is closed."), "it is known to be another door");
    let unknown = denied().message("Shut until 12:00");
    assert_eq!(unknown.description(), Some("Every door is closed."), "one of several patterns is enough");
    assert_eq!(first(&unknown).1, Confidence::Likely, "the case says how sure it is");
    // The narrow case asks for another message.
    assert!(!cases(&unknown).1.contains(&"The back door is closed."));
    let door = denied().message("Closed until 12:00");
    assert!(cases(&door).1.contains(&"The back door is closed."), "the door is not known");
}

#[test]
fn a_message_and_the_times_must_both_fit() {
    let late = denied().message("Too late");
    let clock = late.request_time(0).server_time(1000);
    let because = "the time of the request is 16 min 40 s behind the server's and the message says so".to_owned();
    assert_eq!(first(&clock), ("SlowClock", Confidence::Likely, because));
    assert!(cases(&late).1.contains(&"The clock of the guest is slow."), "without times it is open");
    assert_eq!(late.case().map(|ranked| ranked.case()), None);
    let in_time = late.request_time(1000).server_time(1000);
    assert!(!cases(&in_time).1.contains(&"The clock of the guest is slow."), "the clock is known to be right");
    let other_message = clock.message("Go away");
    assert!(!cases(&other_message).1.contains(&"The clock of the guest is slow."));
}

#[test]
fn cases_with_the_same_conditions_are_listed_together_and_none_is_preferred() {
    let diagnosis = denied().facts(&[("Ticket", "old season ticket")]);
    assert!(diagnosis.case().is_none());
    assert_eq!(diagnosis.description(), Some("The door stays closed."));
    assert_eq!(cases(&diagnosis).0, ["The ticket is old.", "The ticket is that of another person."]);
    let causes: Vec<_> =
        diagnosis.causes().map(|ranked| (ranked.cause().as_str(), ranked.confidence(), ranked.evidence().to_string())).collect();
    let expected = [
        ("NoMoney", Confidence::Likely, "Ticket is `old ...`".to_owned()),
        // The code signals it anyway, so the case adds nothing.
        ("WrongKey", Confidence::Likely, "Denied signals it".to_owned()),
        ("NoRight", Confidence::Possible, "it is one of the documented causes of 403".to_owned()),
        ("SlowClock", Confidence::Possible, "it is one of the documented causes of 403".to_owned()),
    ];
    assert_eq!(causes, expected);
}

#[test]
fn alternatives_that_agree_on_their_only_cause_leave_it_certain() {
    let diagnosis = denied().message("Go away!");
    assert_eq!(first(&diagnosis).0, "NoRight", "the message differs from the pattern");
    let diagnosis = denied().message("Go away");
    assert_eq!(first(&diagnosis), ("NoMoney", Confidence::Certain, "the message says so".to_owned()));
    assert!(diagnosis.case().is_none());
}

#[test]
fn a_case_without_conditions_is_never_the_answer() {
    let diagnosis = denied();
    assert!(diagnosis.case().is_none());
    let (matched, open) = cases(&diagnosis);
    assert!(matched.is_empty());
    assert_eq!(open.first(), Some(&"It may be closed today."));
}

#[test]
fn a_description_of_two_cases_is_listed_once() {
    for message in [None, Some("Come back"), Some("Closed until 12:00")] {
        let (matched, open) = cases(&denied().message(message));
        let count = matched.iter().chain(&open).filter(|text| **text == "It may be closed today.").count();
        assert_eq!(count, 1, "{message:?}");
    }
}

#[test]
fn a_case_of_a_status_is_for_responses_without_a_code() {
    let facts = [("Server", "shop 2.0"), ("REQUEST.METHOD", "PUT")];
    let diagnosis = Diagnosis::of(403, None).facts(&facts);
    let because = "request.method is `PUT` and server is `shop ...`".to_owned();
    assert_eq!(first(&diagnosis), ("NoRight", Confidence::Likely, because));
    assert_eq!(diagnosis.description(), Some("Writing needs a right."));
    for code in ["Denied", "NoSuchCode"] {
        let diagnosis = Diagnosis::of(403, code).facts(&facts);
        assert!(diagnosis.causes().all(|ranked| !matches!(ranked.evidence(), Evidence::Case(_))), "{code}");
    }
    let other = [("server", "inn"), ("request.method", "PUT")];
    assert!(Diagnosis::of(403, None).facts(&other).cases().next().is_none(), "it is known to be another server");
    let unknown = [("request.method", "POST")];
    assert!(Diagnosis::of(403, None).facts(&unknown).cases().all(|ranked| !ranked.is_matched()));
}

#[test]
fn a_matched_case_gives_its_conditions_and_the_patterns_that_fit() {
    let diagnosis = denied().message("Shut until 12:00");
    let case = diagnosis.case().expect("one case fits");
    let fits: Vec<_> = case.fits().map(|(condition, fit)| (condition.fact(), fit.pattern())).collect();
    assert_eq!(fits, [("message", "Shut until <time>")]);
    assert!(case.fits().flat_map(|(_, fit)| fit.variables()).eq([("time", "12:00")]));
    assert!(case.clock().is_none());
}

#[test]
fn the_whole_page_of_a_diagnosis_lists_causes_and_cases_under_one_heading_each() {
    let diagnosis = denied().message("Closed until 12:00").facts(&[("Door", "back"), ("Ticket", "new")]);
    let expected = "\
403 Forbidden, Denied
The back door is closed.
Evidence: the message says so (time 12:00) and Door is `back`.

retry: Do not retry. First change the request, the permissions or the account. (the verdict on the error code)

causes:
- certain: Nobody paid.
  because the message says so (time 12:00) and Door is `back`
- possible: A right is missing.
  because it is one of the documented causes of 403
- possible: The key is wrong.
  because it is one of the documented causes of 403
- possible: The clock is slow.
  because it is one of the documented causes of 403

other possible explanations:
- It may be closed today.
- Every door is closed.";
    assert_eq!(format!("{diagnosis:#}"), expected);
}
