//! Failures from public reports, on which an earlier version misled its user.

use std::fs;

use obs_codes::{Confidence, ErrorResponse, Report};

fn report(file: &str) -> Report {
    let path = format!("{}/../fixtures/responses/{file}", env!("CARGO_MANIFEST_DIR"));
    ErrorResponse::from_text(&fs::read_to_string(path).unwrap()).unwrap().report()
}

/// A case of its own is the answer, and no cause is said to rest on the message.
fn has_an_answer_of_its_own(report: &Report) {
    assert_eq!(report.evidence.as_deref(), Some("the message says so"));
    assert_eq!(report.likely_causes().count(), 0, "{report}");
    assert!(!format!("{report:#}").contains("because the message says so"), "{report:#}");
}

/// Where a case is listed, by words of its description.
fn place_of_case(report: &Report, words: &str) -> usize {
    report.cases.iter().position(|case| case.description.contains(words)).unwrap_or_else(|| panic!("no {words}: {report}"))
}

#[test]
fn an_expiry_that_is_no_moment_has_an_answer_of_its_own() {
    let report = report("403-signed-url-expires-not-a-date.http");
    has_an_answer_of_its_own(&report);
    assert!(report.description.unwrap().contains("Expires"), "{report}");
}

#[test]
fn a_url_signed_in_the_style_of_obs_has_an_answer_of_its_own() {
    let report = report("403-signed-url-obs-style-private-cloud.http");
    has_an_answer_of_its_own(&report);
    assert!(report.remedy.unwrap().contains("V2"), "{report}");
}

#[test]
fn a_v4_signature_leads_with_headers_and_compares_canonical_requests() {
    let report = report("403-signature-presigned-put-browser-view.http");
    assert_eq!(report.evidence.as_deref(), Some("StringToSign is `AWS4-HMAC-SHA256 ...`"));
    assert!(report.description.unwrap().contains("header that was sent but not signed"), "{report}");
    let remedy = report.remedy.unwrap();
    assert!(remedy.find("headers").unwrap() < remedy.find("canonical requests").unwrap(), "{report}");
}

#[test]
fn an_internal_endpoint_is_among_the_first_cases_of_a_wrong_signature() {
    let report = report("403-signature-internal-endpoint.http");
    assert!(place_of_case(&report, "internal") < 3, "{report}");
    assert!(report.evidence.is_none(), "the message fits several cases");
    assert!(report.remedy.unwrap().contains("bucket"), "{report}");
}

#[test]
fn a_bucket_name_from_the_path_is_likely_wrong_and_may_be_the_address() {
    let report = report("400-bucket-name-missing-in-path.http");
    assert_eq!((report.causes[0].name, report.causes[0].confidence), ("InvalidBucketName", Confidence::Likely));
    assert_eq!(place_of_case(&report, "path"), 0, "{report}");
}

#[test]
fn a_referer_rule_is_listed_for_a_general_refusal() {
    let report = report("403-referer-dotnet.http");
    place_of_case(&report, "Referer");
    assert!(report.causes.iter().all(|cause| !cause.evidence.contains("message")), "{report}");
}

#[test]
fn another_server_is_named_before_bucket_and_key() {
    let report = report("404-metadata-service-not-obs.http");
    assert_eq!(report.other_sender.as_deref(), Some("the body is HTML and there is no request ID"));
    assert_eq!(report.likely_causes().count(), 0, "{report}");
    let page = report.to_string();
    let causes = page.find("BucketNotFound, ObjectNotFound").unwrap_or_else(|| panic!("{page}"));
    assert!(page.find("Something other than OBS seems to have answered").unwrap() < causes);
    assert!(page[causes..].lines().count() == 1, "the causes of OBS come last: {page}");
}
