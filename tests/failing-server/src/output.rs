use std::process::Command;

/// The requests of an example. For each of them, the title of the report and another line of it.
const REPORTS: [(&str, &str, &str); 5] = [
    ("GET clock-ahead", "403 Forbidden, RequestTimeTooSkewed", "evidence: your clock is 46 min"),
    ("GET wrong-secret", "403 Forbidden, SignatureDoesNotMatch", "- SignatureMismatch (certain)"),
    ("GET no-such-key", "404 Not Found, NoSuchKey", "- ObjectNotFound (certain)"),
    ("GET slow-down", "503 Service Unavailable, SlowDown", "retry after: 1"),
    ("HEAD no-such-key", "404 Not Found, NoSuchKey", "- ObjectNotFound (certain)"),
];

/// Runs an example, and checks that it reports each failure. `client` is what it prints before the first report.
///
/// # Panics
///
/// If the example fails, or if a report lacks its title, the clock difference, or another of its lines.
pub fn assert_reports(example: &str, client: &str) {
    let output = Command::new(example).output().expect("the example can be run");
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("the output is UTF-8");
    let sections: Vec<&str> = text.split("== ").skip(1).collect();
    assert_eq!(sections.len(), REPORTS.len(), "{text}");
    assert!(sections[0].contains(client), "{}", sections[0]);
    for (section, (request, title, line)) in sections.iter().zip(REPORTS) {
        assert_eq!(section.lines().next(), Some(request));
        assert!(section.lines().any(|found| found == title), "{section}");
        assert!(section.lines().any(|found| found.starts_with(line)), "{section}");
    }
}
