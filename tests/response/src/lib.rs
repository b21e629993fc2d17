//! Functions that the tests of `ErrorResponse` share.

use std::fmt::Debug;

use obs_codes::ErrorResponse;

/// Every output of a response and its parts that must not contain secrets.
///
/// # Panics
///
/// If a response cannot be serialized.
pub fn printed(response: &ErrorResponse<'_>) -> Vec<String> {
    let mut printed = forms(response);
    printed.push(response.to_string());
    printed.push(format!("{response:#}"));
    let diagnosis = response.diagnose();
    printed.extend([diagnosis.to_string(), format!("{diagnosis:#}")]);
    printed.extend(forms(&diagnosis));
    let report = response.report();
    printed.extend([report.to_string(), format!("{report:#}"), report.problem()]);
    printed.push(serde_json::to_string(&report).expect("a report can be JSON"));
    printed.extend(forms(&report));
    printed.push(serde_json::to_string(response).expect("a map of texts can be JSON"));
    for text in [response.resource(), response.location()].into_iter().flatten() {
        printed.push(text.to_string());
        printed.push(serde_json::to_string(&text).expect("a text can be JSON"));
        printed.extend(forms(&text));
    }
    printed.extend(forms(&response.children()));
    for child in response.children() {
        printed.push(child.text().to_string());
        printed.extend(forms(&child));
        printed.extend(forms(&child.children()));
        for nested in child.children() {
            printed.push(nested.text().to_string());
        }
    }
    for error in response.errors() {
        printed.push(error.to_string());
        printed.push(serde_json::to_string(&error).expect("a map of texts can be JSON"));
        printed.extend(forms(&error));
    }
    if let Some(unread) = response.unread() {
        printed.push(unread.to_string());
        printed.push(serde_json::to_string(&unread).expect("a map can be JSON"));
        printed.extend(forms(&unread));
    }
    printed
}

fn forms(value: &impl Debug) -> Vec<String> {
    vec![format!("{value:?}"), format!("{value:#?}")]
}
