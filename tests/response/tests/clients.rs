//! Reads what real clients printed about failed requests. Their output is in `tests/fixtures/clients`.

use std::fs;
use std::path::Path;

use obs_codes::ErrorResponse;
use serde::Deserialize;

#[derive(Deserialize)]
struct Index {
    log: Vec<Log>,
}

#[derive(Deserialize)]
struct Log {
    file: String,
    response: Vec<Expected>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    status: Option<u16>,
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    cause: Option<String>,
}

impl Expected {
    /// The values of a response, without those that `expected` leaves out. `status` and `code` are always included: if `expected` leaves
    /// one out, the response must not have it.
    fn found_in(response: &ErrorResponse<'_>, expected: &Self) -> Self {
        let report = response.report();
        let cause = report.causes.first().map(|cause| cause.name.to_owned());
        Self {
            status: report.status,
            code: report.error_code,
            message: report.message.filter(|_| expected.message.is_some()),
            request_id: report.request_id.filter(|_| expected.request_id.is_some()),
            cause: cause.filter(|_| expected.cause.is_some()),
        }
    }
}

#[test]
fn every_response_in_the_output_of_a_client_is_found_with_its_cause() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/clients"));
    let text_of = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let index: Index = toml::from_str(&text_of("index.toml")).expect("the index is a list of logs");
    assert!(!index.log.is_empty());
    for Log { file, response: expected } in index.log {
        let responses: Vec<_> = ErrorResponse::all_from_text(&text_of(&file)).collect();
        assert_eq!(responses.len(), expected.len(), "{file}: {responses:#?}");
        for (response, expected) in responses.iter().zip(expected) {
            assert_eq!(Expected::found_in(response, &expected), expected, "{file}");
        }
    }
}
