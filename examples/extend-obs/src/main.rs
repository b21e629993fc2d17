//! Extends the codes of OBS with two codes of a company, a different remedy, and a column.

obs_codes::codes!("codes.toml");

use obs_codes::Diagnosis;

/// The advice for a user whose request failed.
fn advice(status: u16, code: &str) -> String {
    let diagnosis = Diagnosis::<ErrorCode>::of(status, code);
    let known = diagnosis.error_code();
    let remedy = known.and_then(|code| code.remedy()).unwrap_or("Ask for help and quote the request ID.");
    let team = known.map_or("support", |code| code.team());
    format!("{status} {code}: {remedy} ({}, {team})", diagnosis.retry())
}

/// Whether OBS itself sends the code, rather than the gateway in front of it.
fn is_from_obs(code: ErrorCode) -> bool {
    code.to_obs().is_some()
}

fn main() {
    for (status, code) in [(429, "GatewayQuotaExceeded"), (403, "AccessDenied"), (404, "NoSuchKey")] {
        println!("{}", advice(status, code));
    }
    let own = ErrorCode::ALL.iter().filter(|code| !is_from_obs(**code)).count();
    println!("{own} of {} codes are our own", ErrorCode::ALL.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_our_codes_and_those_of_obs() {
        assert_eq!(
            advice(429, "GatewayQuotaExceeded").split(": ").last(),
            Some("Wait for the next minute, or ask for a larger share. (backoff, gateway)")
        );
        assert!(!is_from_obs(ErrorCode::GatewayTokenMissing));
        assert_eq!(ErrorCode::from(obs_codes::ErrorCode::NoSuchKey), ErrorCode::NoSuchKey);
        assert_eq!(ErrorCode::ALL.len(), obs_codes::ErrorCode::ALL.len() + 2);
    }

    #[test]
    fn our_rows_can_set_shipped_columns() {
        assert_eq!(ErrorCode::GatewayQuotaExceeded.docs(), "https://wiki.example/gateway#quota");
        assert_eq!(ErrorCode::NoSuchKey.docs(), obs_codes::ErrorCode::NoSuchKey.docs());
        assert_eq!(ErrorCode::from_code("GatewayNoToken"), Some(ErrorCode::GatewayTokenMissing));
    }

    #[test]
    fn a_different_remedy_leaves_the_rest_of_the_row_unchanged() {
        let (ours, shipped) = (ErrorCode::AccessDenied, obs_codes::ErrorCode::AccessDenied);
        assert!(ours.remedy().unwrap().contains("storage team"));
        assert_eq!(ours.description(), shipped.description());
        assert_eq!(ours.status().map(|status| status.as_u16()), Some(403));
    }
}
