use obs_codes::{Category, Cause, ErrorCode, StatusCode};
use serde_json::{Value, json};

use crate::answer;
use crate::statuses::is_failure;

fn object(words: &[&str]) -> Value {
    serde_json::from_str(&answer(&[words, &["--json"]].concat())).unwrap()
}

fn causes(signalled: &[Cause], other: impl IntoIterator<Item = Cause>) -> Value {
    let signalled = signalled.iter().map(|&cause| (cause, true));
    let causes = signalled.chain(other.into_iter().map(|cause| (cause, false)));
    causes
        .map(|(cause, signalled)| {
            json!({
                "cause": cause.as_str(),
                "description": cause.description(),
                "remedy": cause.remedy(),
                "signalled": signalled,
            })
        })
        .collect()
}

/// Its own, else that of its category.
fn remedy(status: StatusCode) -> Option<&'static str> {
    status.remedy().or(status.category().remedy())
}

fn status(status: StatusCode) -> Value {
    json!({
        "status": status.as_u16(),
        "reason": status.canonical_reason(),
        "category": status.category().as_str(),
        "error_code": null,
        "known": true,
        "statuses": [],
        "closest": [],
        "description": status.description(),
        "remedy": remedy(status),
        "retry": is_failure(status.as_u16()).then(|| status.retry().as_str()),
        "causes": causes(&[], status.causes().iter().copied()),
    })
}

#[test]
fn a_status_has_what_the_library_says_of_it() {
    for &code in StatusCode::ALL {
        assert_eq!(object(&[code.as_str()]), status(code));
    }
}

#[test]
fn without_an_argument_there_is_a_list_of_all_statuses() {
    assert_eq!(object(&[]), StatusCode::ALL.iter().copied().map(status).collect::<Value>());
}

#[test]
fn an_error_code_has_what_the_library_says_of_it_and_marks_the_causes_that_it_signals() {
    for &code in ErrorCode::ALL {
        let status = code.status();
        let documented = status.map_or(&[][..], |status| status.causes()).iter().copied();
        let expected = json!({
            "status": status.map(|status| status.as_u16()),
            "reason": status.map(|status| status.canonical_reason()),
            "category": status.map(|status| status.category().as_str()),
            "error_code": code.as_str(),
            "known": true,
            "statuses": code.statuses().iter().map(obs_codes::StatusCode::as_u16).collect::<Vec<_>>(),
            "closest": [],
            "description": code.description(),
            "remedy": code.remedy().or(status.and_then(remedy)),
            "retry": code.retry().as_str(),
            "causes": causes(code.causes(), documented.filter(|cause| !code.causes().contains(cause))),
        });
        assert_eq!(object(&[code.as_str()]), expected);
    }
}

#[test]
fn an_error_code_with_a_status_tells_the_status_that_came() {
    for &code in ErrorCode::ALL {
        let object = object(&["503", code.as_str()]);
        assert_eq!((&object["status"], &object["reason"]), (&json!(503), &json!("Service Unavailable")));
        assert_eq!((&object["description"], &object["known"]), (&json!(code.description()), &json!(true)));
    }
}

#[test]
fn an_unknown_error_code_is_the_status_with_the_code_and_the_closest_names() {
    for &code in StatusCode::ALL {
        let mut object = object(&[code.as_str(), "nosuchbucket"]);
        assert_eq!(object["closest"][0], "NoSuchBucket");
        object["closest"] = json!([]);
        let mut expected = status(code);
        expected["error_code"] = json!("nosuchbucket");
        expected["known"] = json!(false);
        assert_eq!(object, expected);
    }
}

#[test]
fn a_number_that_the_table_has_no_status_for_has_its_category_and_the_same_keys() {
    for number in (100..=599).filter(|&number| StatusCode::from_u16(number).is_none()) {
        let category = Category::of(number).unwrap();
        let expected = json!({
            "status": number,
            "reason": null,
            "category": category.as_str(),
            "error_code": null,
            "known": false,
            "statuses": [],
            "closest": [],
            "description": category.description(),
            "remedy": category.remedy(),
            "retry": is_failure(number).then(|| category.retry().as_str()),
            "causes": [],
        });
        assert_eq!(object(&[&number.to_string()]), expected);
    }
}
