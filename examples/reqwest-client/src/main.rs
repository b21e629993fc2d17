//! Sends requests with `reqwest` to a server that answers each with an error, retries those that may succeed, and reports on the failures
//! that remain.

use std::error::Error;
use std::time::{Duration, SystemTime};

use backon::{ExponentialBuilder, Retryable};
use failing_server::{KEYS, NO_SUCH_KEY, Server};
use httpdate::fmt_http_date;
use obs_codes::{ErrorResponse, Retry};
use reqwest::header::{AUTHORIZATION, DATE};
use reqwest::{Client, Method, RequestBuilder};

#[cfg(test)]
mod tests;

/// The longest `Retry-After` that is waited for. If the server asks for more, the failure is reported at once.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why a request failed.
#[derive(Debug)]
struct Failure {
    error: reqwest::Error,
    /// The response, if there was one.
    response: Option<Box<ErrorResponse<'static>>>,
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        Self { error, response: None }
    }
}

/// Sends a request once.
async fn send_once(request: RequestBuilder) -> Result<String, Failure> {
    let response = request.send().await?;
    let Err(error) = response.error_for_status_ref() else { return Ok(response.text().await?) };
    let (status, headers, body) = (response.status().as_u16(), response.headers().clone(), response.bytes().await?);
    let response = ErrorResponse::from_parts(status, &headers, &body).into_owned();
    Err(Failure { error, response: Some(response.into()) })
}

/// Sends a request up to four times. `sign` makes the request for each attempt, because its signature contains the time.
async fn send(sign: impl Fn() -> RequestBuilder) -> Result<String, Failure> {
    (|| send_once(sign()))
        .retry(ExponentialBuilder::default().with_min_delay(Duration::from_millis(100)).with_jitter().with_max_times(3))
        .adjust(|failure, pause| {
            // After the last attempt, `pause` is `None`.
            let (response, pause) = (failure.response.as_ref()?, pause?);
            let asked = response.retry_after().map(|after| after.delay(SystemTime::now())).unwrap_or_default();
            match response.diagnose().retry() {
                Retry::Backoff if asked <= PATIENCE => Some(pause.max(asked)),
                Retry::SignAgain => Some(pause),
                _ => None,
            }
        })
        .await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let client = Client::builder().no_proxy().build()?;
    let requests = KEYS.map(|key| (Method::GET, key)).into_iter().chain([(Method::HEAD, NO_SUCH_KEY)]);
    for (method, key) in requests {
        let sign = || {
            let request = client.request(method.clone(), format!("{}/bucket/{key}", server.url()));
            request.header(DATE, fmt_http_date(SystemTime::now())).header(AUTHORIZATION, "OBS UDSIAMSTUBTEST000003:signature")
        };
        let Err(failure) = send(sign).await else { continue };
        println!("== {method} {key}\n\nreqwest says: {}\n", failure.error);
        if let Some(response) = failure.response {
            println!("{}\n", response.report());
        }
    }
    Ok(())
}
