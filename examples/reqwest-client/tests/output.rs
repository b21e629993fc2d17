//! Runs the program and checks its output.

#[test]
fn each_failure_is_reported_with_the_clock_difference() {
    failing_server::assert_reports(
        env!("CARGO_BIN_EXE_reqwest-client"),
        "reqwest says: HTTP status client error (403 Forbidden)",
    );
}
