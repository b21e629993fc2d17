use std::str::FromStr;

/// A point in time, in seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time(pub i64);

impl FromStr for Time {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let iso = || text.parse::<jiff::Timestamp>().ok();
        let http = || jiff::fmt::rfc2822::parse(text).ok().map(|time| time.timestamp());
        let time = text.parse().ok().or_else(|| Some(iso().or_else(http)?.as_second()));
        time.map(Time).ok_or("expected a time such as 2026-01-31T12:00:00Z, Sat, 31 Jan 2026 12:00:00 GMT, or 1769860800")
    }
}
