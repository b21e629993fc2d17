use std::time::Duration;

use reqwest::Method;
use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};

use crate::{ACCESS_KEY, SECRET_KEY, Server};

/// A client of one bucket. It signs URLs with V4 signatures and sends them with `reqwest`.
#[derive(Debug)]
pub struct Client {
    /// The bucket, which need not exist.
    pub bucket: Bucket,
    /// The keys that requests are signed with.
    pub credentials: Credentials,
    http: reqwest::Client,
}

/// How long a signed URL is valid.
pub const VALID: Duration = Duration::from_mins(1);

impl Client {
    /// A client with the keys that the server knows.
    ///
    /// # Panics
    ///
    /// If the bucket's name cannot be part of a URL.
    pub fn of(server: &Server, bucket: &str) -> Self {
        let endpoint = format!("http://{}", server.address()).parse().expect("an address makes a URL");
        Self {
            bucket: Bucket::new(endpoint, UrlStyle::Path, bucket.to_owned(), "us-east-1").expect("a name makes a URL"),
            credentials: Credentials::new(ACCESS_KEY, SECRET_KEY),
            http: reqwest::Client::builder().no_proxy().build().expect("a client without TLS needs nothing"),
        }
    }

    /// Replaces the keys.
    #[must_use]
    pub fn with_keys(mut self, access_key: &str, secret_key: &str) -> Self {
        self.credentials = Credentials::new(access_key, secret_key);
        self
    }

    /// Signs and sends an action without a body.
    pub async fn send<'a, A: S3Action<'a>>(&self, action: A) -> http::Response<Vec<u8>> {
        self.send_with(action, &[], "").await
    }

    /// Signs and sends an action with further headers and a body.
    pub async fn send_with<'a, A: S3Action<'a>>(
        &self,
        action: A,
        headers: &[(&str, &str)],
        body: &str,
    ) -> http::Response<Vec<u8>> {
        self.send_url(method(A::METHOD), action.sign(VALID).as_str(), headers, body).await
    }

    /// Sends a URL as it is.
    ///
    /// # Panics
    ///
    /// If the server does not answer.
    pub async fn send_url(&self, method: Method, url: &str, headers: &[(&str, &str)], body: &str) -> http::Response<Vec<u8>> {
        let request = headers.iter().fold(self.http.request(method, url), |request, (name, value)| request.header(*name, *value));
        let response = request.body(body.to_owned()).send().await.expect("the server answers");
        let mut parts = http::Response::builder().status(response.status());
        for (name, value) in response.headers() {
            parts = parts.header(name, value);
        }
        let body = response.bytes().await.expect("the body arrives").to_vec();
        parts.body(body).expect("the parts are those of a response")
    }
}

fn method(method: rusty_s3::Method) -> Method {
    method.to_str().parse().expect("the name of a method is valid")
}
