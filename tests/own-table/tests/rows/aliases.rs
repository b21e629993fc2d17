//! Other spellings of an error code, and deprecated rows.

use obs_codes::table::AnyErrorCode;
use obs_codes_own_table_tests::columns::{Cause, ErrorCode, StatusCode};

const SPELLINGS: [&str; 3] = ["CARD_DECLINED", "CardDeclined", "card declined"];

#[test]
fn every_lookup_finds_a_code_by_each_of_its_spellings() {
    fn find<E: AnyErrorCode>(spelling: &str) -> [Option<E>; 2] {
        [E::from_code(spelling), E::from_bytes(spelling.as_bytes())]
    }
    for spelling in SPELLINGS {
        assert_eq!(ErrorCode::from_code(spelling), Some(ErrorCode::CardDeclined), "{spelling}");
        assert_eq!(ErrorCode::from_bytes(spelling.as_bytes()), Some(ErrorCode::CardDeclined), "{spelling}");
        assert_eq!(spelling.parse(), Ok(ErrorCode::CardDeclined), "{spelling}");
        assert_eq!(ErrorCode::try_from(spelling), Ok(ErrorCode::CardDeclined), "{spelling}");
        assert_eq!(find(spelling), [Some(ErrorCode::CardDeclined); 2], "{spelling}");
    }
    assert_eq!(ErrorCode::from_code("CardDeclined "), None);
    assert_eq!(ErrorCode::from_code("carddeclined"), None);
}

#[test]
fn an_alias_is_found_at_compile_time() {
    const FOUND: Option<ErrorCode> = ErrorCode::from_code("card declined");
    assert_eq!(FOUND, Some(ErrorCode::CardDeclined));
}

#[test]
fn a_code_is_printed_and_serialized_as_the_key_of_its_row() {
    let code = ErrorCode::from_code("card declined").unwrap();
    assert_eq!((code.as_str(), code.to_string()), ("CARD_DECLINED", "CARD_DECLINED".to_owned()));
    assert_eq!(serde_json::to_string(&code).unwrap(), r#""CARD_DECLINED""#);
    assert_eq!(serde_json::from_str::<ErrorCode>(r#""card declined""#).unwrap(), code);
}

#[test]
fn aliases_add_no_values() {
    let codes: Vec<&str> = ErrorCode::ALL.iter().map(ErrorCode::as_str).collect();
    assert_eq!(codes, ["CARD_DECLINED", "CHEQUE_BOUNCED", "NO_SUCH_CARD"]);
}

#[test]
fn deprecated_rows_are_still_found() {
    // The variants are not named here, because the compiler would warn about them.
    let code = ErrorCode::from_code("CHEQUE").unwrap();
    assert_eq!((code.to_string(), format!("{code:?}")), ("CHEQUE_BOUNCED".to_owned(), "ChequeBounced".to_owned()));
    let cause: Cause = "Cheque".parse().unwrap();
    assert_eq!(code.causes(), [cause]);
    assert_eq!(ErrorCode::CardDeclined.causes(), [cause, Cause::CardExpired]);
    assert_eq!(StatusCode::from_u16(410).map(|status| status.to_string()).as_deref(), Some("410 Gone"));
    assert_eq!((ErrorCode::ALL.len(), Cause::ALL.len(), StatusCode::ALL.len()), (3, 3, 3));
}
