//! How often the first cause of a diagnosis is the one that was behind the response.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use obs_codes::{Confidence, ErrorResponse};
use serde::Deserialize;

#[derive(Deserialize)]
struct Index {
    response: Vec<Labelled>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Labelled {
    file: String,
    cause: String,
    /// What the diagnosis says instead, where it is not right.
    miss: Option<String>,
    signed_at: Option<toml::value::Datetime>,
    note: String,
}

const NONE: &str = "none";

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/responses"))
}

fn labelled() -> Vec<Labelled> {
    let index = fs::read_to_string(folder().join("index.toml")).expect("the set has an index");
    toml::from_str::<Index>(&index).expect("the index is a list of responses").response
}

impl Labelled {
    fn output(&self) -> Vec<u8> {
        fs::read(folder().join(&self.file)).unwrap_or_else(|error| panic!("{}: {error}", self.file))
    }

    fn signed_at(&self) -> Option<i64> {
        let time = humantime::parse_rfc3339(&self.signed_at?.to_string()).expect("signed_at is a time in UTC");
        Some(i64::try_from(time.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs()).unwrap())
    }

    /// The first cause, unless it is only one of those that the documentation lists for the status. That counts as having found none,
    /// save where the documentation lists no other.
    fn found(&self) -> String {
        let output = self.output();
        let response = ErrorResponse::from_curl(&output).unwrap_or_else(|error| panic!("{}: {error}", self.file));
        let diagnosis = response.diagnose().signed_at(self.signed_at());
        let mut causes = diagnosis.causes();
        match (causes.next(), causes.next()) {
            (Some(only), None) => only.cause().as_str().to_owned(),
            (Some(first), _) if first.confidence() > Confidence::Possible => first.cause().as_str().to_owned(),
            _ => NONE.to_owned(),
        }
    }
}

/// The share of responses whose first cause is right. Raise it when more are.
const REACHED: f64 = 0.836;

#[test]
fn the_first_cause_is_right_as_often_as_it_was() {
    let labelled = labelled();
    assert!(labelled.len() >= 40);
    let misses: Vec<_> = labelled.iter().map(|one| (one, one.found())).filter(|(one, found)| one.cause != *found).collect();
    for (one, found) in &misses {
        println!("{}: {found} instead of {}. {}", one.file, one.cause, one.note);
    }
    #[expect(clippy::cast_precision_loss, reason = "some dozens")]
    let share = (labelled.len() - misses.len()) as f64 / labelled.len() as f64;
    println!("{} of {}: {share:.3}", labelled.len() - misses.len(), labelled.len());
    assert!(share >= REACHED, "only {share:.3}");
}

#[test]
fn the_misses_are_those_that_the_index_lists() {
    for one in labelled() {
        let found = one.found();
        let miss = (found != one.cause).then_some(found);
        assert_eq!(one.miss, miss, "the `miss` of {}", one.file);
    }
}

#[test]
fn a_documented_cause_is_never_hidden() {
    for one in labelled().iter().filter(|one| one.cause != NONE) {
        let output = one.output();
        let response = ErrorResponse::from_curl(&output).unwrap();
        let diagnosis = response.diagnose();
        let statuses = diagnosis.error_code().map_or(&[][..], |code| code.statuses());
        for cause in diagnosis.status().iter().chain(statuses).flat_map(obs_codes::StatusCode::causes) {
            assert!(diagnosis.causes().any(|ranked| ranked.cause() == *cause), "{} hides {cause:?}", one.file);
        }
    }
}

#[test]
fn the_index_lists_every_file_once_and_no_other() {
    let listed: Vec<_> = labelled().into_iter().map(|one| one.file).collect();
    let files: BTreeSet<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "index.toml")
        .collect();
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), files);
    assert_eq!(listed.len(), files.len());
    for one in labelled() {
        assert!(one.cause == NONE || one.cause.parse::<obs_codes::Cause>().is_ok(), "{} names no cause", one.file);
    }
}
