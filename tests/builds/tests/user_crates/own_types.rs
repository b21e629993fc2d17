//! A user's service with its own table, types under other names, and every lint denied.

use crate::user_crate::UserCrate;

const PROGRAM: &str = r#"
//! What a payment service answers.
#![deny(missing_docs, warnings, clippy::pedantic)]

use clap::ValueEnum as _;

obs_codes::codes! {
    "codes.toml";

    /// The error codes of the payment service.
    #[derive(clap::ValueEnum)]
    pub(crate) enum PaymentError = ErrorCode;
}

fn main() {
    let code = PaymentError::from_str("card-declined", false).expect("clap knows the variant");
    println!("{code} {} {:?} {:?}", code.severity(), code.owner(), code.dashboard());
    println!("{}", PaymentError::value_variants().len());
}
"#;

const LIBRARY: &str = r#"
//! The error codes of a payment service.
#![deny(missing_docs, warnings, clippy::pedantic)]

obs_codes::codes!("codes.toml");
"#;

const TABLE: &str = r#"
[columns.error]
severity = { type = "string", values = ["low", "high"], default = "low", doc = "How loudly to page." }
owner = "string"
dashboard = "integer"

[columns.status]
page = { type = "boolean", default = false }

[columns.cause]
runbook = "string"

[category.4XX]
name = "ClientError"
description = "The request is wrong."

[status.402]
reason = "Payment Required"
description = "The account has no money."
deprecated = "the service answers 403"

[status.402.causes.CardExpired]
description = "The card has expired."
deprecated = "banks no longer say so"

[error.CARD_DECLINED]
status = 402
causes = ["CardExpired"]
aliases = ["DECLINED"]
description = "The bank declined the card."
severity = "high"
owner = "payments"

[error.CHEQUE_BOUNCED]
description = "The cheque bounced."
deprecated = "cheques are no longer accepted"
"#;

/// Uses each type as far as its visibility allows. A test puts a line that goes further in place of `HERE`.
const VISIBILITIES: &str = r#"
mod outer {
    mod inner {
        obs_codes::codes! {
            "codes.toml";
            enum OnlyInner = Category;
            pub(super) enum OnlyOuter = Cause;
            pub(crate) enum PaymentError = ErrorCode;
        }
        pub fn categories() -> usize {
            OnlyInner::ALL.len()
        }
    }
    pub fn causes() -> usize {
        inner::OnlyOuter::ALL.len() + inner::categories()
    }
    pub(crate) use inner::{PaymentError, StatusCode};
    HERE
}

fn main() {
    println!("{} {} {}", outer::causes(), outer::PaymentError::ALL.len(), outer::StatusCode::ALL.len());
}
"#;

/// A crate with a program and a library.
fn payment() -> UserCrate {
    let files = [("src/main.rs", PROGRAM), ("src/lib.rs", LIBRARY), ("codes.toml", TABLE)];
    let user_crate = UserCrate::new("payment", &files);
    let manifest = std::fs::read_to_string(user_crate.path("Cargo.toml")).unwrap();
    let clap = "clap = { version = '4', default-features = false, features = ['derive', 'std'] }";
    user_crate.write("Cargo.toml", manifest.replace("[dependencies]", &format!("[dependencies]\n{clap}")));
    user_crate
}

#[test]
fn a_derive_of_another_crate_and_own_columns_work_in_a_crate_that_denies_all_lints() {
    let payment = payment();
    assert_eq!(payment.cargo_succeeds(&["run", "--quiet"]).stdout, "CARD_DECLINED high Some(\"payments\") None\n2\n");
    payment.cargo_succeeds(&["clippy", "--quiet"]);
    payment.cargo_succeeds(&["doc", "--quiet", "--no-deps"]);
}

#[test]
fn a_type_is_visible_as_far_as_the_caller_says_and_no_further() {
    let user_crate = UserCrate::new("visibilities", &[("src/main.rs", &VISIBILITIES.replace("HERE", "")), ("codes.toml", TABLE)]);
    assert_eq!(user_crate.cargo_succeeds(&["run", "--quiet"]).stdout, "2 2 1\n");
    let too_far = [
        ("pub use inner::OnlyInner;", "E0603"),
        ("pub(crate) use inner::OnlyOuter;", "E0365"),
        ("pub use inner::PaymentError as Public;", "E0365"),
    ];
    for (line, code) in too_far {
        user_crate.write("src/main.rs", VISIBILITIES.replace("HERE", line));
        let found = user_crate.check();
        let codes: Vec<&str> = found.iter().filter_map(|found| Some(found.code.as_ref()?.code.as_str())).collect();
        assert!(codes.contains(&code), "{line}: {codes:?}");
    }
}
