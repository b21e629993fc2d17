//! A wrong call is an error at its argument, with a line that shows a correct call. The uses of the types cause no other errors.
//!
//! `TRYBUILD=overwrite cargo test -p obs-codes-build-tests --test calls` rewrites the messages.

#[test]
fn a_wrong_call_is_an_error_at_its_argument() {
    trybuild::TestCases::new().compile_fail("tests/calls/*.rs");
}
