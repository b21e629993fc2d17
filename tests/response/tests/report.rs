//! Tests `Report`, which holds a diagnosis and its response as one owned value.

use std::error::Error;

use obs_codes::{Diagnosis, ErrorResponse, Report, Retry};
use serde_json::Value;

mod shop {
    obs_codes::codes! {
        toml = r#"
            [category.4XX]
            name = "ClientError"
            description = "The request is wrong."
            remedy = "Correct the request."

            [status.403]
            reason = "Forbidden"
            description = "Refused."
            remedy = "Ask."

            [status.403.causes]
            WrongKey = { description = "The key is wrong.", remedy = "Use another key." }
            NoPermission = { description = "A permission is missing.", remedy = "Grant it." }
            NoMoney = { description = "Nobody paid." }

            [error.Denied]
            status = 403
            causes = ["NoPermission", "WrongKey"]
            description = "The door stays closed."
            remedy = "Knock."

            [[error.Denied.cases]]
            message = "<user> may not enter"
            description = "This user does not have permission to enter."
            remedy = "Give the user a ticket."
            causes = ["NoPermission"]

            [[error.Denied.cases]]
            description = "The shop is closed today."
            remedy = "Come back tomorrow."
        "#
    }
}

const DENIED: &[u8] = b"<Error><Code>Denied</Code><Message>Jo may not enter.</Message></Error>";

fn report(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Report {
    let response = ErrorResponse::from_parts(status, headers.iter().copied(), body);
    Report::new(&response, &response.diagnose_as::<shop::ErrorCode>())
}

#[test]
fn a_page_says_what_happened_what_to_do_and_why() {
    let report = report(403, &[("x-obs-request-id", "01"), ("Retry-After", "30")], DENIED);
    let expected = "\
403 Forbidden, Denied

what happened: This user does not have permission to enter.
what to do: Give the user a ticket.
retry: Do not retry. First change the request, the permissions or the account.
retry after: 30
evidence: the message says so (user Jo)
message: Jo may not enter.
request ID: 01

causes:
- NoPermission (certain): A permission is missing.
  because the message says so (user Jo)
  -> Grant it.

other possible explanations:
- The shop is closed today.
  -> Come back tomorrow.

other documented causes: WrongKey, NoMoney";
    assert_eq!(report.to_string(), expected);
    let all = format!("{report:#}");
    assert!(!all.contains("other documented causes"), "{all}");
    assert!(all.contains("- NoMoney (possible): Nobody paid.\n  because it is one of the documented causes of 403\n"), "{all}");
}

#[test]
fn the_alternate_form_of_a_diagnosis_prints_everything() {
    let response = ErrorResponse::from_body(403, DENIED);
    let diagnosis = response.diagnose_as::<shop::ErrorCode>();
    assert_eq!(diagnosis.to_string(), "403 Forbidden, Denied: This user does not have permission to enter.");
    let expected = "\
403 Forbidden, Denied
This user does not have permission to enter.
Give the user a ticket.
Evidence: the message says so (user Jo).

retry: Do not retry. First change the request, the permissions or the account. (the verdict on the error code)

causes:
- certain: A permission is missing.
  because the message says so (user Jo)
  Grant it.
- possible: The key is wrong.
  because it is one of the documented causes of 403
  Use another key.
- possible: Nobody paid.
  because it is one of the documented causes of 403

other possible explanations:
- The shop is closed today.
  Come back tomorrow.";
    assert_eq!(format!("{diagnosis:#}"), expected);
}

#[test]
fn without_an_error_code_every_cause_is_printed_in_full() {
    let page = report(403, &[], b"").to_string();
    for cause in ["- WrongKey (possible): ", "- NoPermission (possible): ", "- NoMoney (possible): "] {
        assert!(page.contains(cause), "{page}");
    }
}

#[test]
fn with_an_error_code_or_another_sender_unlikely_causes_are_only_named() {
    let page = report(403, &[], b"<Error><Code>Denied</Code></Error>").to_string();
    assert!(page.ends_with("\n\nother documented causes: NoMoney"), "{page}");
    let page = report(403, &[("Server", "nginx")], b"").to_string();
    assert!(page.ends_with("\n\nother documented causes: WrongKey, NoPermission, NoMoney"), "{page}");
}

#[test]
fn a_cause_without_a_remedy_gets_none_from_its_category() {
    let report = report(403, &[], DENIED);
    let unpaid = report.causes.iter().find(|cause| cause.name == "NoMoney").unwrap();
    assert_eq!(unpaid.remedy, None);
    assert!(!format!("{report:#}").contains("Correct the request."));
}

fn get() -> Result<(), Box<Report>> {
    let body = String::from("<Error><Code>NoSuchBucket</Code><Message>No such bucket</Message></Error>");
    Err(ErrorResponse::from_body(404, body.as_bytes()).report().into())
}

#[test]
fn a_report_outlives_the_response_as_a_boxed_error_or_an_anyhow_error() {
    let boxed: Box<dyn Error + Send + Sync> = (*get().unwrap_err()).into();
    assert!(boxed.to_string().starts_with("404 Not Found, NoSuchBucket\n"));
    let chained: anyhow::Error = anyhow::Error::from(*get().unwrap_err()).context("cannot read a.txt");
    assert_eq!(chained.downcast_ref::<Report>().unwrap().retry, Some(Retry::Fix));
    std::thread::spawn(move || assert!(boxed.is::<Report>())).join().unwrap();
}

#[test]
fn a_report_serializes_its_fields_under_their_names() {
    let json: Value = serde_json::from_str(&serde_json::to_string(&get().unwrap_err()).unwrap()).unwrap();
    assert_eq!(json["status"], 404);
    assert_eq!(json["error_code"], "NoSuchBucket");
    assert_eq!(json["message"], "No such bucket");
    assert_eq!(json["retry"], "fix");
    assert_eq!(json["causes"][0]["name"], "BucketNotFound");
    assert_eq!(json["causes"][0]["confidence"], "certain");
    assert_eq!(json["causes"][1]["confidence"], "possible");
}

#[test]
fn a_problem_has_the_members_of_rfc_9457_and_leaves_out_unknown_values() {
    let problem: Value = serde_json::from_str(&get().unwrap_err().problem()).unwrap();
    let names: Vec<&str> = problem.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["causes", "code", "detail", "message", "remedy", "retry", "status", "title", "type"]);
    assert_eq!((problem["type"].as_str(), problem["title"].as_str()), (Some("about:blank"), Some("Not Found")));
    assert_eq!(problem["causes"].as_array().unwrap().len(), 1, "nothing points to the other documented causes");
    let unknown: Value = serde_json::from_str(&Report::from(&Diagnosis::new(None, "NoSuchThing")).problem()).unwrap();
    assert!(unknown.get("status").is_none());
    assert_eq!(unknown["code"], "NoSuchThing");
}

/// Characters that move the cursor, end a line or change the direction of text.
const UNSAFE: [char; 14] = [
    '\u{1b}', '\u{7f}', '\u{80}', '\u{9f}', '\u{61c}', '\u{200e}', '\u{200f}', '\u{2028}', '\u{2029}', '\u{202a}', '\u{202e}',
    '\u{2066}', '\u{2069}', '\u{feff}',
];

#[test]
fn no_output_contains_characters_that_could_garble_a_terminal() {
    let odd: String = UNSAFE.iter().collect();
    // The body is JSON, because XML cannot contain all of these characters.
    let body = serde_json::json!({ "code": format!("C{odd}"), "message": format!("M{odd}"), "request_id": format!("R{odd}") });
    let body = body.to_string();
    let response = ErrorResponse::from_parts(400, [("Server", &*odd)], body.as_bytes());
    let (diagnosis, report) = (response.diagnose(), response.report());
    for printed in [
        response.to_string(),
        format!("{response:#}").replace('\n', ""),
        diagnosis.to_string(),
        format!("{diagnosis:#}").replace('\n', ""),
        report.to_string().replace('\n', ""),
        report.problem(),
    ] {
        assert!(!printed.contains(|letter: char| UNSAFE.contains(&letter) || letter.is_control()), "{printed:?}");
    }
    let problem: Value = serde_json::from_str(&report.problem()).unwrap();
    assert_eq!(problem["message"], format!("M{odd}"), "a program gets the text as the server sent it");
}

#[test]
fn each_object_of_a_multi_object_delete_is_reported_once_with_its_own_cause() {
    let body = b"<DeleteResult><Error><Key>b.txt</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error>\
        <Error><Key>c.txt</Key><Code>InternalError</Code><Message>Again.</Message></Error></DeleteResult>";
    let report = ErrorResponse::from_body(200, body).report();
    let page = report.to_string();
    assert!(!page.contains("is documented with"), "{page}");
    for key in ["b.txt", "c.txt"] {
        assert_eq!(page.matches(key).count(), 1, "{page}");
    }
    assert_eq!(report.notes, ["2 objects were not deleted."]);
    let causes: Vec<_> = report.objects.iter().map(|object| object.report.causes[0].name).collect();
    assert_eq!(causes, ["PermissionDenied", "InternalServerError"]);
    let retries: Vec<_> = report.objects.iter().map(|object| object.report.retry).collect();
    assert_eq!(retries, [Some(Retry::Fix), Some(Retry::Backoff)]);
}

#[test]
fn an_error_in_a_200_gets_no_note_about_its_documented_status() {
    let report = ErrorResponse::from_body(200, b"<Error><Code>InternalError</Code></Error>").report();
    assert!(report.notes.is_empty(), "{:?}", report.notes);
    assert_eq!(report.retry, Some(Retry::Backoff));
    let undocumented = ErrorResponse::from_body(404, b"<Error><Code>AccessDenied</Code></Error>").report();
    assert_eq!(undocumented.notes, ["AccessDenied is documented with 403 Forbidden, not with 404."]);
}

#[test]
fn without_a_status_a_note_names_the_documented_one() {
    let report = ErrorResponse::from_text("Code: NoSuchKey").unwrap().report();
    assert_eq!(report.notes, ["The status is not known. NoSuchKey is documented with 404 Not Found."]);
}

#[test]
fn a_response_without_a_failure_has_no_retry_verdict() {
    let report = ErrorResponse::from_body(200, b"").report();
    assert_eq!((report.retry, &*report.notes), (None, &["The response reports no failure.".to_owned()][..]));
    assert!(!report.to_string().contains("retry"), "{report}");
}

/// The signs that something other than OBS answered.
fn signs(status: u16, headers: &[(&str, &str)], body: &str) -> Option<String> {
    ErrorResponse::from_parts(status, headers.iter().copied(), body.as_bytes()).report().other_sender
}

const HTML: &str = "<html><h1>404 Not Found</h1></html>";

#[test]
fn html_another_server_name_and_a_missing_or_uuid_request_id_are_signs_of_another_sender() {
    let html = signs(404, &[("Content-Type", "text/html")], HTML);
    assert_eq!(html.as_deref(), Some("the body is HTML and there is no request ID"));
    let server = signs(404, &[("Server", "nginx"), ("x-obs-request-id", "01")], "");
    assert_eq!(server.as_deref(), Some("the `server` header says `nginx`"));
    let uuid = signs(404, &[("x-request-id", "1"), ("x-amz-request-id", "123e4567-e89b-12d3-a456-426614174000")], "");
    assert_eq!(uuid.as_deref(), Some("the request ID is a UUID"));
    assert_eq!(signs(404, &[("Server", "OBS")], "").as_deref(), Some("there is no request ID"));
}

#[test]
fn a_sign_of_another_sender_is_printed_without_secrets() {
    let response = ErrorResponse::from_parts(404, [("Server", "nginx token=sigsig"), ("x-obs-request-id", "01")], b"");
    let sender = response.diagnose().other_sender().unwrap();
    let sign = "the `server` header says `nginx token=[redacted]`";
    assert_eq!((sender.to_string(), format!("{sender:?}")), (sign.to_owned(), format!("[{sign}]")));
}

#[test]
fn a_response_of_obs_has_no_sign_of_another_sender() {
    // Without any headers, a missing request ID is no sign.
    assert_eq!(signs(404, &[], ""), None);
    assert_eq!(signs(404, &[("server", "obs"), ("x-obs-request-id", "0A1B")], ""), None);
    // Bug reports often leave out headers, but a body with an error code comes from a storage service.
    assert_eq!(signs(403, &[("Content-Type", "application/xml")], "<Error><Code>AccessDenied</Code></Error>"), None);
    // The error page of a website that a bucket hosts.
    assert_eq!(signs(404, &[("Server", "OBS"), ("x-obs-request-id", "0A1B")], HTML), None);
}

#[test]
fn another_sender_is_printed_first_and_makes_every_cause_uncertain() {
    // Without `Content-Type`, no case of the table fits.
    let page = ErrorResponse::from_parts(404, [("Date", "now")], HTML.as_bytes()).report().to_string();
    let sender = page.find("Something other than OBS seems to have answered").unwrap();
    for later in ["if OBS answered: ", "BucketNotFound", "ObjectNotFound"] {
        assert!(sender < page.find(later).unwrap(), "{page}");
    }
    let body = b"<Error><Code>NoSuchBucket</Code></Error>";
    let first = |headers: &[(&str, &str)]| {
        let response = ErrorResponse::from_parts(404, headers.iter().copied(), body);
        response.diagnose().causes().next().unwrap().confidence().as_str()
    };
    assert_eq!((first(&[("server", "OBS")]), first(&[("server", "MinIO")])), ("certain", "likely"));
}

#[test]
fn elements_and_headers_are_facts_that_the_caller_can_override() {
    let body = b"<Error><Code>InvalidPart</Code><ETag>undefined</ETag></Error>";
    let response = ErrorResponse::from_body(400, body);
    let evidence = response.diagnose().case().unwrap().evidence().unwrap().to_string();
    assert_eq!(evidence, "ETag is `undefined`");
    assert!(response.diagnose().facts(&[("etag", "\"0a1b\"")]).case().is_none());
    let throttled = ErrorResponse::from_parts(503, [("X-Reserved-Indicator", "601")], b"");
    let evidence = throttled.diagnose().case().unwrap().evidence().unwrap().to_string();
    assert_eq!(evidence, "x-reserved-indicator is `601`");
}

#[test]
fn a_response_cannot_supply_facts_about_the_request() {
    let body = b"<Error><request.method>PUT</request.method></Error>";
    let response = ErrorResponse::from_parts(404, [("request.method", "PUT")], body);
    assert!(response.diagnose().case().is_none());
    let diagnosis = response.diagnose().facts(&[("request.method", "PUT")]);
    assert_eq!(diagnosis.causes().next().unwrap().cause(), obs_codes::Cause::BucketNotFound);
}
