//! The error codes against the facts that were collected about them, both ways.

use std::collections::{BTreeMap, BTreeSet};

use obs_codes::{Case, Cause, ErrorCode, StatusCode};

/// One line of `error-codes.csv`.
struct Fact {
    code: String,
    statuses: Vec<u16>,
}

fn records(text: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(text.as_bytes()).records().map(|record| record.expect("the fixture is CSV")).collect()
}

fn facts() -> Vec<Fact> {
    let fact = |record: &csv::StringRecord| Fact {
        code: record[0].to_owned(),
        statuses: record[1]
            .split(';')
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().expect("a number"))
            .collect(),
    };
    records(include_str!("../fixtures/error-codes.csv")).iter().map(fact).collect()
}

#[test]
fn every_known_code_resolves_with_its_documented_statuses() {
    let facts = facts();
    assert_eq!(facts.len(), 202);
    for fact in facts {
        let code = ErrorCode::from_code(&fact.code).unwrap_or_else(|| panic!("no {}", fact.code));
        let statuses: Vec<u16> = code.statuses().iter().map(obs_codes::StatusCode::as_u16).collect();
        assert_eq!(statuses, fact.statuses, "{code}");
        assert_eq!(code.status().map(|status| status.as_u16()), fact.statuses.first().copied(), "{code}");
        assert_eq!(code.as_str(), fact.code);
    }
}

#[test]
fn codes_and_causes_are_linked_as_the_facts_say() {
    let mut linked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut causes = 0;
    for record in records(include_str!("../fixtures/causes.csv")) {
        causes += 1;
        let cause: Cause = record[1].parse().unwrap_or_else(|_| panic!("no cause {}", &record[1]));
        assert_eq!(cause.status().as_u16().to_string(), &record[0]);
        for code in record[2].split(';') {
            linked.entry(code.to_owned()).or_default().insert(record[1].to_owned());
        }
    }
    assert_eq!(causes, 20);
    for fact in facts() {
        let code = ErrorCode::from_code(&fact.code).expect("every known code is in the table");
        let names: BTreeSet<String> = code.causes().iter().map(|cause| cause.as_str().to_owned()).collect();
        assert_eq!(names, linked.get(&fact.code).cloned().unwrap_or_default(), "{code}");
    }
}

#[test]
fn the_match_tables_say_the_same_from_both_sides() {
    for status in StatusCode::ALL {
        for code in ErrorCode::ALL {
            assert_eq!(status.error_codes().contains(code), code.statuses().contains(status), "{status} {code}");
        }
        for cause in Cause::ALL {
            assert_eq!(status.causes().contains(cause), cause.status() == *status, "{status} {cause:?}");
        }
    }
    for cause in Cause::ALL {
        for code in ErrorCode::ALL {
            assert_eq!(cause.error_codes().contains(code), code.causes().contains(cause), "{cause:?} {code}");
        }
        assert!(cause.error_codes().iter().all(|code| code.statuses().contains(&cause.status())), "{cause:?}");
    }
    for case in Case::ALL {
        assert!(case.error_code().is_some_and(|code| code.cases().contains(case)), "{case:?}");
    }
    assert_eq!(ErrorCode::ALL.iter().map(|code| code.cases().len()).sum::<usize>(), Case::ALL.len());
}

#[test]
#[deny(deprecated)]
fn a_description_is_that_of_the_table_though_the_trait_of_errors_has_one() {
    use std::error::Error as _;

    let code = &ErrorCode::NoSuchKey;
    assert_eq!(code.description(), (*code).description());
    assert!(code.source().is_none());
    assert!(ErrorCode::ALL.iter().map(ErrorCode::description).all(|description| !description.is_empty()));
}

fn message(case: &Case) -> Option<&'static str> {
    case.conditions().iter().find(|condition| condition.fact() == "message").map(|condition| condition.patterns()[0])
}

#[test]
fn every_collected_message_is_a_case_of_its_code() {
    let records = records(include_str!("../fixtures/messages.csv"));
    assert_eq!(records.len(), 131);
    let mut expected: BTreeMap<String, Vec<Option<String>>> = BTreeMap::new();
    for record in &records {
        let message = Some(record[2].to_owned()).filter(|message| !message.is_empty());
        expected.entry(record[0].to_owned()).or_default().push(message);
    }
    for (code, messages) in expected {
        let code = ErrorCode::from_code(&code).unwrap_or_else(|| panic!("no {code}"));
        let told = code.cases().iter().filter(|case| case.clock().is_none());
        let cases: Vec<Option<String>> = told.map(|case| message(case).map(str::to_owned)).collect();
        for message in &messages {
            let count = |list: &[Option<String>]| list.iter().filter(|other| *other == message).count();
            assert!(count(&cases) >= count(&messages), "{code}: {message:?}");
        }
    }
}

#[test]
fn odd_spellings_are_ordinary_rows() {
    for (spelling, code) in [
        ("CustomDomainAreadyExist", ErrorCode::CustomDomainAreadyExist),
        ("System Capacity Not enough", ErrorCode::SystemCapacityNotEnough),
        ("Request-URI Too Large", ErrorCode::RequestUriTooLarge),
        ("KMS.NotFoundException", ErrorCode::KmsNotFoundException),
        ("SYS.0014", ErrorCode::Sys0014),
    ] {
        assert_eq!(ErrorCode::from_code(spelling), Some(code));
        assert_eq!(code.as_str(), spelling);
        assert_eq!(ErrorCode::from_code(&spelling.to_lowercase()), None);
    }
}
