//! Compares the types with the source document, so that no row is dropped or reworded by mistake.

use obs_codes::{Category, Cause, StatusCode};

const DOCUMENT: &str = include_str!("../fixtures/http-status-codes.txt");

/// A status as the document has it.
#[derive(Debug)]
struct Documented {
    number: u16,
    reason: &'static str,
    description: &'static str,
    causes: Vec<&'static str>,
}

/// The lines after one line and before another.
fn between(first: &str, last: &str) -> Vec<&'static str> {
    let lines = DOCUMENT.lines().map(str::trim).skip_while(|line| *line != first).skip(1);
    lines.take_while(|line| *line != last).filter(|line| !line.is_empty()).collect()
}

/// The categories: a line with the name, then one with the description.
fn categories() -> Vec<(&'static str, &'static str)> {
    let lines = between("- Categories of HTTP status codes", "- Common HTTP status codes in OBS and their meanings");
    // The first two are the table's heading.
    lines[2..].chunks(2).map(|pair| (pair[0], pair[1])).collect()
}

/// A line that begins a status: `403 Forbidden`.
fn status_line(line: &'static str) -> Option<(u16, &'static str)> {
    let (number, reason) = line.split_once(' ')?;
    (number.len() == 3).then_some((number.parse().ok()?, reason))
}

/// The statuses: a line with number and reason, a line with the description, then a line for each cause, with a hyphen if there are
/// several.
fn statuses() -> Vec<Documented> {
    let lines = between("- Common HTTP status codes in OBS and their meanings", "Feedback");
    let mut statuses: Vec<Documented> = Vec::new();
    let mut lines = lines.into_iter().skip_while(|line| status_line(line).is_none());
    while let Some(line) = lines.next() {
        match (status_line(line), statuses.last_mut()) {
            (Some((number, reason)), _) => {
                let description = lines.next().expect("a status has a description");
                statuses.push(Documented { number, reason, description, causes: Vec::new() });
            }
            (None, Some(status)) => status.causes.push(line.strip_prefix("- ").unwrap_or(line)),
            (None, None) => unreachable!("the first line begins a status"),
        }
    }
    statuses
}

#[test]
fn the_document_is_read_whole() {
    assert_eq!(categories().len(), 5);
    let statuses = statuses();
    assert_eq!(statuses.iter().map(|status| status.number).collect::<Vec<_>>(), [400, 403, 404, 405, 408, 409, 500, 503]);
    assert_eq!(statuses.iter().map(|status| status.causes.len()).sum::<usize>(), 20);
}

#[test]
fn the_table_has_every_category_word_for_word() {
    for (name, description) in categories() {
        let category = Category::ALL.iter().find(|category| category.as_str() == name).unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(category.description(), description);
    }
    assert_eq!(Category::ALL.len(), categories().len());
}

#[test]
fn the_table_has_every_status_word_for_word() {
    for documented in statuses() {
        let status = StatusCode::from_u16(documented.number).unwrap_or_else(|| panic!("no {}", documented.number));
        assert_eq!(status.canonical_reason(), documented.reason);
        assert_eq!(status.description(), documented.description);
    }
}

#[test]
fn the_table_has_every_cause_word_for_word_and_no_others() {
    for documented in statuses() {
        let status = StatusCode::from_u16(documented.number).expect("every documented status is in the table");
        let causes: Vec<&str> = status.causes().iter().map(obs_codes::Cause::description).collect();
        assert_eq!(causes, documented.causes, "{status}");
        assert!(status.causes().iter().all(|cause| cause.status() == status));
    }
}

#[test]
fn the_documented_causes_keep_their_names() {
    let expected = [
        (400, &["InvalidRequestParameter", "Md5Mismatch", "InvalidSdkParameter", "InvalidBucketName"][..]),
        (
            403,
            &[
                "SignatureMismatch",
                "PermissionDenied",
                "AccountInArrears",
                "BucketQuotaExceeded",
                "InvalidAccessKey",
                "ClockSkew",
            ],
        ),
        (404, &["BucketNotFound", "ObjectNotFound", "BucketConfigurationNotFound", "MultipartUploadNotFound"]),
        (405, &["UnsupportedInRegion"]),
        (408, &["ConnectionTimeout"]),
        (409, &["BucketNameConflict", "BucketNotEmpty"]),
        (500, &["InternalServerError"]),
        (503, &["ServerUnavailable"]),
    ];
    for (number, names) in expected {
        let status = StatusCode::from_u16(number).expect("every documented status is in the table");
        let causes: Vec<String> = status.causes().iter().map(|cause| format!("{cause:?}")).collect();
        assert_eq!(causes, names, "{status}");
        assert!(names.iter().all(|name| name.parse::<Cause>().is_ok()));
    }
}
