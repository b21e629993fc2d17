use std::time::{Duration, SystemTime};

use httpdate::fmt_http_date;
use humantime::format_rfc3339_millis;
use hyper::{Method, Request, Response};
use quick_xml::escape::escape;

/// The key for `403 RequestTimeTooSkewed`, from a server whose clock is 46 minutes and 30 seconds behind.
pub const CLOCK_AHEAD: &str = "clock-ahead";
/// The key for `403 SignatureDoesNotMatch`.
pub const WRONG_SECRET: &str = "wrong-secret";
/// The key for `404 NoSuchKey`. Any key that is not listed here does the same.
pub const NO_SUCH_KEY: &str = "no-such-key";
/// The key for `503 SlowDown`, with a `Retry-After` of one second.
pub const SLOW_DOWN: &str = "slow-down";
/// The keys above.
pub const KEYS: [&str; 4] = [CLOCK_AHEAD, WRONG_SECRET, NO_SUCH_KEY, SLOW_DOWN];

/// Includes half a minute for a slow request, so that the reported difference is always 46 minutes and some seconds.
const BEHIND: Duration = Duration::from_secs(46 * 60 + 30);
const REQUEST_ID: &str = "0000019B2C4D5E6F708192A3B4C5D6E7";
const HOST_ID: &str = "32AAAQAAEAABAAAQAAEAABAAAQAAEAABC3076C023D6325259145451957704F391";

/// The failure that the last segment of the path selects. A response to `HEAD` has no body; its headers contain the error code instead.
///
/// # Panics
///
/// Never: the names and values of all headers are valid.
pub fn answer<B>(request: &Request<B>) -> Response<String> {
    let (status, code, message) = match key(request) {
        CLOCK_AHEAD => {
            (403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.")
        }
        WRONG_SECRET => (
            403,
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
        ),
        SLOW_DOWN => (503, "SlowDown", "Please reduce your request rate."),
        _ => (404, "NoSuchKey", "The specified key does not exist."),
    };
    let is_behind = key(request) == CLOCK_AHEAD;
    let now = SystemTime::now() - if is_behind { BEHIND } else { Duration::ZERO };
    // As in OBS, the prefix of the headers depends on the kind of signature.
    let prefix = if header(request, "authorization").is_some_and(|value| value.starts_with("AWS")) { "x-amz" } else { "x-obs" };
    let mut response = Response::builder()
        .status(status)
        .header("server", "OBS")
        .header("date", fmt_http_date(now))
        .header(format!("{prefix}-request-id"), REQUEST_ID)
        .header(format!("{prefix}-id-2"), HOST_ID);
    if key(request) == SLOW_DOWN {
        response = response.header("retry-after", "1");
    }
    let response = if request.method() == Method::HEAD {
        let response = response.header(format!("{prefix}-error-code"), code).header(format!("{prefix}-error-message"), message);
        response.body(String::new())
    } else {
        response.header("content-type", "application/xml").body(body(request, code, message, now))
    };
    response.expect("the header names and values are valid")
}

fn body<B>(request: &Request<B>, code: &str, message: &str, now: SystemTime) -> String {
    let path = request.uri().path();
    let date = ["x-amz-date", "x-obs-date", "date"].iter().find_map(|name| header(request, name)).unwrap_or_default();
    let server_time = format_rfc3339_millis(now).to_string();
    let string_to_sign = format!("{}\n\n\n{date}\n{path}", request.method());
    let details = match key(request) {
        CLOCK_AHEAD => {
            vec![("RequestTime", date), ("ServerTime", &server_time), ("MaxAllowedSkewMilliseconds", "900000")]
        }
        WRONG_SECRET => vec![("StringToSign", string_to_sign.as_str())],
        _ => vec![],
    };
    let common = [("Code", code), ("Message", message), ("Resource", path), ("RequestId", REQUEST_ID), ("HostId", HOST_ID)];
    let elements = common.iter().chain(&details);
    let children: Vec<String> = elements.map(|(name, text)| format!("<{name}>{}</{name}>", escape(*text))).collect();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Error>{}</Error>", children.concat())
}

fn key<B>(request: &Request<B>) -> &str {
    request.uri().path().rsplit('/').next().unwrap_or_default()
}

fn header<'a, B>(request: &'a Request<B>, name: &str) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}
