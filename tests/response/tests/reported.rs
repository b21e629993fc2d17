//! Failures from public reports that an earlier version explained wrongly.

use std::fs;

use obs_codes::{Confidence, ErrorResponse, Report};

fn report(file: &str) -> Report {
    let path = format!("{}/../fixtures/responses/{file}", env!("CARGO_MANIFEST_DIR"));
    ErrorResponse::from_text(&fs::read_to_string(path).unwrap()).unwrap().report()
}

/// Asserts that a case explains the failure, and that the message is not evidence for a cause.
fn assert_explained_by_a_case(report: &Report) {
    assert_eq!(report.evidence.as_deref(), Some("the message says so"));
    assert_eq!(report.likely_causes().count(), 0, "{report}");
    assert!(!format!("{report:#}").contains("because the message says so"), "{report:#}");
}

/// The place in the list of the case whose description contains these words.
fn place_of_case(report: &Report, words: &str) -> usize {
    report.cases.iter().position(|case| case.description.contains(words)).unwrap_or_else(|| panic!("no {words}: {report}"))
}

#[test]
fn an_expiry_that_is_not_a_time_has_its_own_case() {
    let report = report("403-signed-url-expires-not-a-date.http");
    assert_explained_by_a_case(&report);
    assert!(report.description.unwrap().contains("Expires"), "{report}");
}

#[test]
fn a_url_signed_in_the_style_of_obs_has_its_own_case() {
    let report = report("403-signed-url-obs-style-private-cloud.http");
    assert_explained_by_a_case(&report);
    assert!(report.remedy.unwrap().contains("V2"), "{report}");
}

#[test]
fn the_remedy_for_a_v4_signature_names_headers_before_canonical_requests() {
    let report = report("403-signature-presigned-put-browser-view.http");
    assert_eq!(report.evidence.as_deref(), Some("StringToSign is `AWS4-HMAC-SHA256 ...`"));
    assert!(report.description.unwrap().contains("header was sent but not signed"), "{report}");
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
fn a_name_missing_in_the_path_is_the_first_case_of_an_invalid_bucket_name() {
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
fn another_sender_is_named_before_the_causes_of_obs() {
    let report = report("404-metadata-service-not-obs.http");
    assert_eq!(report.other_sender.as_deref(), Some("the body is HTML and there is no request ID"));
    assert_eq!(report.likely_causes().count(), 0, "{report}");
    let page = report.to_string();
    let causes = page.find("BucketNotFound, ObjectNotFound").unwrap_or_else(|| panic!("{page}"));
    assert!(page.find("Something other than OBS seems to have answered").unwrap() < causes);
    assert!(page[causes..].lines().count() == 1, "the causes of OBS come last: {page}");
}
