use obs_codes::{Cause, ErrorCode, StatusCode};

use crate::{answer, assert_in_order, unwrapped};

fn texts(causes: &[Cause]) -> impl Iterator<Item = &str> {
    causes.iter().flat_map(|cause| [Some(cause.as_str()), Some(cause.description()), cause.remedy()]).flatten()
}

#[test]
fn every_error_code_has_its_status_what_happened_what_to_do_and_its_verdict() {
    for &code in ErrorCode::ALL {
        let status = code.status().map_or("none is documented".to_owned(), |status| status.to_string());
        let head = [code.as_str(), &status, "What happened", code.description()];
        let cure = code.remedy().into_iter().chain(["Retry", code.retry().description()]);
        assert_in_order(&answer(&[code.as_str()]), head.into_iter().chain(cure));
    }
}

#[test]
fn the_causes_that_a_code_signals_stand_before_the_other_causes_of_its_status_under_headings_of_their_own() {
    for &code in ErrorCode::ALL.iter().filter(|code| !code.causes().is_empty()) {
        let status = code.status().expect("a code that signals a cause has a status");
        let other: Vec<Cause> = status.causes().iter().copied().filter(|cause| !code.causes().contains(cause)).collect();
        let (page, heading) = (answer(&[code.as_str()]), format!("Causes signalled by {code}"));
        assert_in_order(&page, [heading.as_str()].into_iter().chain(texts(code.causes())));
        let heading = format!("Other documented causes of {status}");
        if other.is_empty() {
            assert!(!unwrapped(&page).contains(&heading));
        } else {
            assert_in_order(&page, texts(code.causes()).chain([heading.as_str()]).chain(texts(&other)));
        }
    }
}

#[test]
fn a_code_that_signals_no_documented_cause_says_so_above_the_causes_of_its_status() {
    for &code in ErrorCode::ALL.iter().filter(|code| code.causes().is_empty()) {
        let Some(status) = code.status().filter(|status| !status.causes().is_empty()) else { continue };
        let heading = format!("Documented causes of {status} The table links none of them to {code}.");
        assert_in_order(&answer(&[code.as_str()]), [heading.as_str()].into_iter().chain(texts(status.causes())));
    }
}

#[test]
fn a_code_with_a_documented_status_is_explained_as_under_that_status() {
    for &code in ErrorCode::ALL {
        for &status in code.statuses() {
            let page = unwrapped(&answer(&[status.as_str(), code.as_str()]));
            assert!(page.contains(&format!("Status {status}")), "{page}");
            assert!(!page.contains("is documented"), "{page}");
            for other in code.statuses().iter().filter(|other| **other != status) {
                assert!(page.contains(&other.to_string()), "{page}");
            }
        }
    }
}

#[test]
fn a_code_with_another_status_is_explained_all_the_same_and_that_is_said() {
    for &code in ErrorCode::ALL {
        for &status in StatusCode::ALL.iter().filter(|status| !code.statuses().contains(status)) {
            let page = answer(&[status.as_str(), code.as_str()]);
            let documented = match code.statuses() {
                [] => format!("{code} is documented without a status."),
                [only] => format!("{code} is documented with {only}, not with {status}."),
                [first, ..] => format!("{code} is documented with {first}"),
            };
            let head = [code.as_str(), &documented, status.as_str(), code.description()];
            assert_in_order(&page, head.into_iter().chain(texts(code.causes())));
        }
    }
}

#[test]
fn a_cause_of_another_status_than_the_given_one_names_its_own() {
    for &code in ErrorCode::ALL {
        for &cause in code.causes() {
            let status = StatusCode::ALL.iter().find(|status| **status != cause.status()).unwrap();
            let remark = format!("Documented as a cause of {}.", cause.status());
            assert_in_order(&answer(&[status.as_str(), code.as_str()]), [cause.as_str(), &remark]);
        }
    }
}

#[test]
fn a_code_with_a_number_that_the_table_has_no_status_for_is_explained_all_the_same() {
    let number = (400..500).find(|&number| StatusCode::from_u16(number).is_none()).unwrap().to_string();
    for &code in ErrorCode::ALL {
        let note = format!("the table has no status {number}.");
        let status = format!("Status {number}");
        assert_in_order(&answer(&[&number, code.as_str()]), [code.as_str(), &note, &status, code.description()]);
    }
}
