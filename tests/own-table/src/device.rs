//! Code without the standard library and without an allocator that reads error codes: its own, and those of OBS.

use core::fmt::{self, Write};

use obs_codes::Retry;

obs_codes::codes!("tables/device.toml");

/// The status of the device until it has started, looked up at compile time.
pub const STARTING: StatusCode = match StatusCode::from_u16(503) {
    Some(status) => status,
    None => panic!("the table has no status 503"),
};

/// The verdict on a code of OBS, looked up at compile time.
pub const THROTTLED: Retry = match obs_codes::ErrorCode::from_code("SlowDown") {
    Some(code) => code.retry(),
    None => Retry::Fix,
};

/// Two lookups in a static, which needs its value at compile time.
pub static CODES: [Option<ErrorCode>; 2] = [ErrorCode::from_bytes(b"E-17"), ErrorCode::from_code("E-18")];

/// Writes what the table says about a failure of the device.
///
/// # Errors
///
/// If the writer fails.
pub fn explain(code: &[u8], out: &mut impl Write) -> fmt::Result {
    let Some(code) = ErrorCode::from_bytes(code) else { return out.write_str("unknown") };
    write!(out, "{code}: {}", code.description())?;
    code.causes().iter().try_for_each(|cause| write!(out, " {cause} {}", cause.remedy().unwrap_or_default()))
}
