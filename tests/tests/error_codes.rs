//! Compares the error codes with the facts that were collected about them.

use std::collections::{BTreeMap, BTreeSet};

use obs_codes::{Case, Cause, ErrorCode, Fit, StatusCode};

/// One line of `error-codes.csv`.
struct Fact {
    code: String,
    statuses: Vec<u16>,
    source: String,
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
        source: record[2].to_owned(),
    };
    records(include_str!("../fixtures/error-codes.csv")).iter().map(fact).collect()
}

#[test]
fn every_known_code_resolves_with_its_documented_statuses() {
    let facts = facts();
    assert_eq!(facts.len(), 207);
    for fact in facts {
        let code = ErrorCode::from_code(&fact.code).unwrap_or_else(|| panic!("no {}", fact.code));
        let statuses: Vec<u16> = code.statuses().iter().map(StatusCode::as_u16).collect();
        assert_eq!(statuses, fact.statuses, "{code}");
        assert_eq!(code.status().map(|status| status.as_u16()), fact.statuses.first().copied(), "{code}");
        assert_eq!(code.documented(), Some(fact.source.as_str()), "{code}");
        assert_eq!(code.as_str(), fact.code);
    }
}

#[test]
fn every_code_and_status_names_a_public_page() {
    let page = "https://support.huaweicloud.com/intl/en-us/api-obs/obs_errorcode_0003.html";
    assert_eq!(ErrorCode::AccessDenied.docs(), page);
    let pages = ErrorCode::ALL.iter().map(ErrorCode::docs).chain(StatusCode::ALL.iter().map(StatusCode::docs));
    for page in pages {
        assert!(page.starts_with("https://support.huaweicloud.com/") && page.contains(".html"), "{page}");
    }
    let own: Vec<&str> = ErrorCode::ALL.iter().map(ErrorCode::docs).filter(|page| page.contains("errorcode")).collect();
    assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len(), "a page of its own is about one code");
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
    // For other codes the table may say more than was collected.
    for (code, linked) in linked {
        let code = ErrorCode::from_code(&code).unwrap_or_else(|| panic!("no {code}"));
        let names: BTreeSet<String> = code.causes().iter().map(|cause| cause.as_str().to_owned()).collect();
        assert_eq!(names, linked, "{code}");
    }
}

#[test]
fn related_rows_refer_to_each_other() {
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
        let of_code = case.error_code().is_some_and(|code| code.cases().contains(case));
        let of_status = case.status().is_some_and(|status| status.cases().contains(case));
        assert!(of_code != of_status, "{case:?}");
    }
    let of_codes: usize = ErrorCode::ALL.iter().map(|code| code.cases().len()).sum();
    let of_statuses: usize = StatusCode::ALL.iter().map(|status| status.cases().len()).sum();
    assert_eq!(of_codes + of_statuses, Case::ALL.len());
}

#[test]
#[deny(deprecated)]
fn description_is_the_getter_even_if_the_error_trait_is_in_scope() {
    use std::error::Error as _;

    let code = &ErrorCode::NoSuchKey;
    assert_eq!(code.description(), (*code).description());
    assert!(code.source().is_none());
    assert!(ErrorCode::ALL.iter().map(ErrorCode::description).all(|description| !description.is_empty()));
}

fn fits(case: Case, message: &str) -> bool {
    let patterns =
        case.conditions().iter().filter(|condition| condition.fact() == "message").flat_map(obs_codes::Condition::patterns);
    patterns.into_iter().any(|pattern| Fit::of(pattern, message).is_some())
}

#[test]
fn every_collected_message_fits_cases_of_its_code_and_of_no_other() {
    let records = records(include_str!("../fixtures/messages.csv"));
    assert_eq!(records.len(), 143);
    for record in records.iter().filter(|record| !record[2].is_empty()) {
        // Only a pattern has the brackets around a variable; a message has any text in its place.
        let message = record[2].replace(['<', '>'], "");
        let fitting: BTreeSet<&str> = Case::ALL
            .iter()
            .filter(|case| fits(**case, &message))
            .filter_map(Case::error_code)
            .map(|code| code.as_str())
            .collect();
        assert_eq!(fitting, BTreeSet::from([&record[0]]), "{message}");
    }
}

#[test]
fn codes_with_odd_spellings_are_found() {
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
