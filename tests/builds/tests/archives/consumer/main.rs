//! Extends the table of the packed crate, on which it depends under another name.

codes::codes!("codes.toml");

fn main() {
    let own = ErrorCode::from_code("TapeOnLoan").expect("the row of this crate");
    assert_eq!(own, ErrorCode::TapeOnLoan);
    assert_eq!(own.retry(), codes::Retry::Backoff);
    assert!(codes::ErrorCode::try_from(own).is_err(), "the shipped table has no such row");

    let shipped = codes::ErrorCode::NoSuchKey;
    let here = ErrorCode::from(shipped);
    assert_eq!(here, ErrorCode::NoSuchKey);
    assert_eq!(codes::ErrorCode::try_from(here), Ok(shipped));

    println!("{own}: {}", own.remedy().unwrap_or_default());
}
