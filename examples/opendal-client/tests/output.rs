//! What the program prints.

use std::process::Command;

/// The output for each request.
fn sections() -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_opendal-client")).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split("== ").skip(1).map(str::to_owned).collect()
}

#[test]
fn each_failure_is_reported() {
    let expected = [
        ("GET clock-ahead", "403 Forbidden, RequestTimeTooSkewed", "evidence: your clock is 46 min "),
        ("GET wrong-secret", "403 Forbidden, SignatureDoesNotMatch", "- SignatureMismatch (certain)"),
        ("GET no-such-key", "404 Not Found, NoSuchKey", "- ObjectNotFound (certain)"),
        ("GET slow-down", "503 Service Unavailable, SlowDown", "retry after: 1"),
        ("HEAD no-such-key", "404 Not Found, NoSuchKey", "- ObjectNotFound (certain)"),
    ];
    let sections = sections();
    assert_eq!(sections.len(), expected.len(), "{sections:#?}");
    assert!(sections[0].contains("opendal says: PermissionDenied (permanent) at read"), "{}", sections[0]);
    for (section, (request, title, line)) in sections.iter().zip(expected) {
        assert_eq!(section.lines().next(), Some(request));
        assert!(section.lines().any(|line| line == title), "{section}");
        assert!(section.lines().any(|found| found.starts_with(line)), "{section}");
    }
}
