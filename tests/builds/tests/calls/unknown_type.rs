mod codes {
    obs_codes::codes! {
        toml = r#"[error.NoSuchKey]
                  description = "There is no such object.""#;
        pub enum PaymentError = Error;
    }
}

fn main() {
    println!("{}", codes::ErrorCode::NoSuchKey);
}
