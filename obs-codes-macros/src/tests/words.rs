use crate::words::{closest, list};

const KEYS: &[&str] = &["name", "reason", "description", "retry", "causes"];

#[test]
fn a_word_with_one_typing_mistake_is_recognized() {
    for misspelling in ["reasons", "resson", "raeson", "reson", "Reason", "REASON", "rreason"] {
        assert_eq!(closest(misspelling, KEYS), Some("reason"), "{misspelling}");
    }
}

#[test]
fn up_to_a_third_of_the_letters_may_be_wrong() {
    assert_eq!(closest("descrptn", KEYS), None);
    assert_eq!(closest("descripto", KEYS), Some("description"));
    assert_eq!(closest("des_ript_on", KEYS), Some("description"));
    assert_eq!(closest("rxxry", KEYS), None);
}

#[test]
fn the_closest_word_is_suggested_or_the_first_of_equally_close_ones() {
    assert_eq!(closest("4X", &["44XX", "4XX"]), Some("4XX"));
    assert_eq!(closest("40", &["400", "403", "404"]), Some("400"));
}

#[test]
fn digits_in_another_order_are_closer_than_another_digit() {
    assert_eq!(closest("490", &["400", "404", "409"]), Some("409"));
    assert_eq!(closest("304", &["404", "403"]), Some("404"));
}

#[test]
fn a_key_with_another_word_before_or_after_it_is_recognized() {
    assert_eq!(closest("http_status", &["status", "causes"]), Some("status"));
    assert_eq!(closest("reason-phrase", KEYS), Some("reason"));
}

#[test]
fn a_word_that_resembles_no_candidate_gets_no_suggestion() {
    for word in ["", "x", "colour", "理由", &"reason".repeat(1000)] {
        assert_eq!(closest(word, KEYS), None, "{word}");
    }
}

#[test]
fn a_list_reads_as_in_a_sentence() {
    assert_eq!(list(&[]), "");
    assert_eq!(list(&["a"]), "`a`");
    assert_eq!(list(&["a", "b"]), "`a` and `b`");
    assert_eq!(list(&["a", "b", "c"]), "`a`, `b` and `c`");
}
