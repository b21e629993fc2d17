//! The order of cases: a case whose conditions are wider hides a later one.

use super::Outcome;

/// Whether a case with the message `narrow` can be reached after a case with the message `wide`.
fn is_reached(wide: &str, narrow: &str) -> bool {
    let outcome = Outcome::of_text(&format!(
        "[error.A]\ndescription = \"a\"\n\
         [[error.A.cases]]\nmessage = {wide:?}\ndescription = \"wide\"\n\
         [[error.A.cases]]\nmessage = {narrow:?}\ndescription = \"narrow\""
    ));
    match outcome.messages.as_slice() {
        [] => true,
        [message] => {
            assert!(message.contains("this case is never reached"), "{message}");
            false
        }
        messages => panic!("{messages:?}"),
    }
}

#[test]
fn a_variable_matches_any_text() {
    assert!(!is_reached("no <key> here", "no such key here"));
    assert!(!is_reached("no <key> here", "no <a> such <b> here"));
    assert!(!is_reached("<a> of <b>", "two of three"));
    assert!(is_reached("no <key> here", "no key there"));
    assert!(is_reached("no key here", "no <key> here"));
}

#[test]
fn a_variable_matches_at_least_one_character() {
    assert!(is_reached("key<rest>", "key"));
    assert!(is_reached("<start>key", "key"));
    assert!(is_reached("a<middle>b", "ab"));
    assert!(is_reached("a<x>b<y>c", "abbc"));
    assert!(!is_reached("a<x>b<y>c", "abbbc"));
    assert!(!is_reached("a<middle>b", "a.b"));
}

#[test]
fn letter_case_blanks_and_a_final_full_stop_make_no_difference() {
    assert!(!is_reached("No <key> here", "no  such KEY here."));
    assert!(!is_reached("No <key> here.", "no such key here"));
}

#[test]
fn cases_with_the_same_conditions_are_alternatives() {
    assert!(is_reached("no <key> here", "no <name> here"));
    assert!(is_reached("Access Denied", "access denied."));
}
