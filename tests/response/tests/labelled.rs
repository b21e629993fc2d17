//! How often the first cause of a diagnosis is the actual cause.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use obs_codes::{Confidence, Diagnosis, ErrorResponse};
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
    /// The cause that the diagnosis finds instead, if it is wrong.
    miss: Option<String>,
    #[serde(default)]
    facts: BTreeMap<String, String>,
    signed_at: Option<toml::value::Datetime>,
    received_at: Option<toml::value::Datetime>,
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
    fn output(&self) -> String {
        fs::read_to_string(folder().join(&self.file)).unwrap_or_else(|error| panic!("{}: {error}", self.file))
    }

    /// The first cause. A cause that is merely documented for the status does not count, unless it is the only one.
    fn found(&self) -> String {
        self.diagnosed(|diagnosis| {
            let mut causes = diagnosis.causes();
            match (causes.next(), causes.next()) {
                (Some(only), None) => only.cause().as_str().to_owned(),
                (Some(first), _) if first.confidence() > Confidence::Possible => first.cause().as_str().to_owned(),
                _ => NONE.to_owned(),
            }
        })
    }

    /// Calls `ask` with the diagnosis of the response and of everything that the caller knows.
    fn diagnosed<T>(&self, ask: impl FnOnce(Diagnosis<'_>) -> T) -> T {
        let output = self.output();
        let response = ErrorResponse::from_text(&output).unwrap_or_else(|error| panic!("{}: {error}", self.file));
        let facts: Vec<_> = self.facts.iter().map(|(name, text)| (&**name, &**text)).collect();
        let (signed_at, received_at) = (self.signed_at.map(seconds), self.received_at.map(seconds));
        ask(response.diagnose().facts(&facts).signed_at(signed_at).received_at(received_at))
    }
}

fn seconds(time: toml::value::Datetime) -> i64 {
    let time = humantime::parse_rfc3339(&time.to_string()).expect("the time is in UTC");
    i64::try_from(time.duration_since(std::time::UNIX_EPOCH).unwrap().as_secs()).unwrap()
}

/// The share of responses whose first cause must be right. Raise it when the share rises.
const LEAST_SHARE: f64 = 0.939;

#[test]
fn the_first_cause_is_right_as_often_as_before() {
    let labelled = labelled();
    assert!(labelled.len() >= 40);
    let misses: Vec<_> = labelled.iter().map(|one| (one, one.found())).filter(|(one, found)| one.cause != *found).collect();
    for (one, found) in &misses {
        println!("{}: {found} instead of {}. {}", one.file, one.cause, one.note);
    }
    #[expect(clippy::cast_precision_loss, reason = "some dozens")]
    let share = (labelled.len() - misses.len()) as f64 / labelled.len() as f64;
    println!("{} of {}: {share:.3}", labelled.len() - misses.len(), labelled.len());
    assert!(share >= LEAST_SHARE, "only {share:.3}");
}

#[test]
fn the_index_lists_every_miss_and_no_other() {
    for one in labelled() {
        let found = one.found();
        let miss = (found != one.cause).then_some(found);
        assert_eq!(one.miss, miss, "the `miss` of {}", one.file);
    }
}

#[test]
fn every_certain_cause_is_right() {
    for one in labelled() {
        let certain: Vec<_> = one.diagnosed(|diagnosis| {
            let certain = diagnosis.causes().filter(|ranked| ranked.confidence() == Confidence::Certain);
            certain.map(|ranked| ranked.cause().as_str()).collect()
        });
        assert!(certain.iter().all(|cause| *cause == one.cause), "{}: {certain:?} instead of {}", one.file, one.cause);
    }
}

#[test]
fn every_documented_cause_is_listed() {
    for one in labelled().iter().filter(|one| one.cause != NONE) {
        let output = one.output();
        let response = ErrorResponse::from_text(&output).unwrap();
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
