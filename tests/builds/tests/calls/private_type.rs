mod codes {
    obs_codes::codes! {
        toml = r#"[error.NoSuchKey]
                  description = "There is no such object.""#;
        enum PaymentError = ErrorCode;
    }
}

fn main() {
    println!("{}", codes::PaymentError::NoSuchKey);
}
