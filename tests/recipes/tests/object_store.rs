//! Errors of `object_store`, read by the recipe of README.md.

use async_trait::async_trait;
use failing_server::{CLOCK_AHEAD, NO_SUCH_KEY, SLOW_DOWN, WRONG_SECRET, answer};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::client::{
    ClientOptions, HttpClient, HttpConnector, HttpError, HttpRequest, HttpResponse, HttpResponseBody, HttpService,
};
use object_store::{ObjectStoreExt, RetryConfig};
use obs_codes::{ErrorResponse, Report};

/// As in README.md.
fn report(error: &object_store::Error) -> Option<Report> {
    Some(ErrorResponse::from_text(&error.to_string()).ok()?.report())
}

/// The answers of the server, without the network: the client that `object_store` comes with does not build without TLS.
#[derive(Debug)]
struct Answers;

#[async_trait]
impl HttpService for Answers {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        Ok(answer(&request).map(HttpResponseBody::from))
    }
}

impl HttpConnector for Answers {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(Self))
    }
}

fn bucket() -> AmazonS3 {
    AmazonS3Builder::new()
        .with_endpoint("https://obs.cn-north-4.myhuaweicloud.com")
        .with_bucket_name("bucket")
        .with_access_key_id("UDSIAMSTUBTEST000003")
        .with_secret_access_key("secret")
        .with_http_connector(Answers)
        .with_retry(RetryConfig { max_retries: 0, ..RetryConfig::default() })
        .build()
        .unwrap()
}

#[tokio::test]
async fn the_text_of_each_error_has_the_status_and_the_code() {
    let bucket = bucket();
    for (key, title) in [
        (CLOCK_AHEAD, "403 Forbidden, RequestTimeTooSkewed"),
        (WRONG_SECRET, "403 Forbidden, SignatureDoesNotMatch"),
        (NO_SUCH_KEY, "404 Not Found, NoSuchKey"),
        (SLOW_DOWN, "503 Service Unavailable, SlowDown"),
    ] {
        let error = bucket.get(&key.into()).await.unwrap_err();
        assert_eq!(report(&error).unwrap().title(), title, "{error}");
    }
}

#[tokio::test]
async fn the_report_has_the_difference_of_the_clocks() {
    let error = bucket().get(&CLOCK_AHEAD.into()).await.unwrap_err();
    let evidence = report(&error).unwrap().evidence.unwrap();
    assert!(evidence.starts_with("your clock is 46 min"), "{evidence}");
}
