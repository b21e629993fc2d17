//! Finds a code and prints everything that the table says about it.

use benches::program::{argument, print};
use obs_codes::ErrorCode;

fn main() {
    let Some(code) = ErrorCode::from_code(&argument()) else { return };
    let retry = code.retry();
    print(&[code.as_str(), code.description(), code.remedy().unwrap_or_default()]);
    print(&[retry.as_str(), retry.description()]);
    for status in code.statuses() {
        let category = status.category();
        print(&[status.as_str(), status.canonical_reason(), status.description()]);
        print(&[category.as_str(), category.description()]);
    }
    for cause in code.causes() {
        print(&[cause.as_str(), cause.description(), cause.remedy().unwrap_or_default()]);
    }
    for case in code.cases() {
        print(&[case.description(), case.remedy().unwrap_or_default()]);
    }
}
