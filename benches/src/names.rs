//! Codes that look like those of a storage service: they are as long, and many begin or end alike.

use std::collections::BTreeSet;

const BEGINNINGS: &str = "
    AccessTo Ambiguous Bad Cross Duplicate Expired Illegal Incomplete Incorrect Invalid Malformed Max Missing NoSuch Not
    Request Restricted TooMany Unexpected Unsupported
";

const SUBJECTS: &str = "
    Access Account Acl Bucket Chunk Class Content Copy Cors Date Digest Domain Encryption Header Host Index Inventory Key
    Lifecycle Location Lock Log Metadata Multipart Name Notification Object Owner Part Payer Policy Quota Range Region
    Replication Request Restore Role Rule Service Signature Storage Tag Time Token Upload User Version Website
";

const ENDS: &str = "
    AlreadyExists Argument Configuration Conflict Denied Error Exceeded Exception Expired Format InUse Limit Mismatch
    NotFound NotSupported State TooLarge
";

/// Different codes in random order, the same in each run.
pub fn codes(count: usize) -> Vec<String> {
    let [beginnings, subjects, ends] = [BEGINNINGS, SUBJECTS, ENDS].map(|words| words.split_whitespace().collect::<Vec<_>>());
    let mut random = fastrand::Rng::with_seed(7);
    let mut seen = BTreeSet::new();
    let mut codes = Vec::new();
    while codes.len() < count {
        let long = [&beginnings, &subjects, &subjects, &ends];
        let parts = if random.u8(..4) == 0 { &long[..2] } else { &long };
        let code: String = parts.iter().filter_map(|words| random.choice(*words).copied()).collect();
        if seen.insert(code.clone()) {
            codes.push(code);
        }
    }
    codes
}

/// A table of these codes. Each row has the same keys as a typical row of the shipped table.
pub fn table(codes: &[String]) -> String {
    let mut text = String::from(
        r#"[category.4XX]
name = "ClientError"
description = "The request is wrong."

[status.404]
reason = "Not Found"
description = "There is no such thing."

[status.404.causes]
Gone = "It was there, and is gone."
"#,
    );
    for (number, code) in codes.iter().enumerate() {
        text.push_str(&row(number, code));
    }
    text
}

fn row(number: usize, code: &str) -> String {
    let causes = if number.is_multiple_of(3) { "causes = [\"Gone\"]\n" } else { "" };
    format!(
        r#"
[error."{code}"]
status = 404
{causes}description = "This describes the code {code}, case {number} of the service, in a sentence of this length."
remedy = "Look up {code} in the console under number {number}, and correct it before the request is repeated."
retry = "fix"
"#
    )
}
