//! Reads objects with `opendal` from a server that answers every request with an error, and reports on each failure.

use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

use failing_server::{KEYS, NO_SUCH_KEY, Server};
use obs_codes::{ErrorResponse, Report};
use opendal::services::Obs;
use opendal::{HttpTransporter, OperationContext, Operator};
use opendal_http_transport_reqwest::ReqwestTransport;
use reqwest::Proxy;

/// The report on an error of `opendal` that has just occurred. `None` if there was no response.
///
/// The text of the error contains the status, the headers, the error code and the message. `opendal` drops the rest of the body, including
/// the times that come with `RequestTimeTooSkewed`. Instead, this compares the `Date` header with the current time.
fn report(error: &opendal::Error) -> Option<Report> {
    let response = ErrorResponse::from_text(&error.to_string()).ok()?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Some(Report::new(&response, &response.diagnose().received_at(i64::try_from(now).ok())))
}

/// A bucket whose requests all go to `proxy`, because `opendal` ignores the port of an OBS endpoint.
fn bucket(proxy: &str) -> Result<Operator, Box<dyn Error>> {
    let builder = Obs::default()
        .endpoint("http://obs.cn-north-4.myhuaweicloud.com")
        .bucket("bucket")
        .access_key_id("UDSIAMSTUBTEST000003")
        .secret_access_key("secret");
    let client = reqwest::Client::builder().proxy(Proxy::http(proxy)?).build()?;
    let transport = HttpTransporter::new(ReqwestTransport::new(client));
    Ok(Operator::new(builder)?.with_context(OperationContext::new().with_http_transport(transport)))
}

fn print(request: &str, error: &opendal::Error) {
    println!("== {request}\n\nopendal says: {error}\n");
    match report(error) {
        Some(report) => println!("{report}\n"),
        None => println!("There was no response.\n"),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let bucket = bucket(&server.url())?;
    for key in KEYS {
        if let Err(error) = bucket.read(key).await {
            print(&format!("GET {key}"), &error);
        }
    }
    if let Err(error) = bucket.stat(NO_SUCH_KEY).await {
        print(&format!("HEAD {NO_SUCH_KEY}"), &error);
    }
    Ok(())
}
