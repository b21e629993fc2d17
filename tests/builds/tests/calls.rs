//! Wrong calls: an error at the argument, with a line that shows a right call, and none where the types are used.
//!
//! `TRYBUILD=overwrite cargo test -p obs-codes-build-tests --test calls` writes the messages anew.

#[test]
fn a_wrong_call_is_an_error_at_its_argument() {
    trybuild::TestCases::new().compile_fail("tests/calls/*.rs");
}
