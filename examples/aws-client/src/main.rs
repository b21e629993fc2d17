//! Gets objects with `aws-sdk-s3` from a server that answers every request with an error, and reports on each failure.

use std::error::Error;

use aws_sdk_s3::config::retry::RetryConfig;
use aws_sdk_s3::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_s3::error::SdkError;
use aws_sdk_s3::{Client, Config};
use aws_smithy_http_client::Builder;
use failing_server::{KEYS, NO_SUCH_KEY, Server};
use obs_codes::{ErrorResponse, Report};

/// The report on an error of the SDK. `None` if there was no response.
fn report<E>(error: &SdkError<E>) -> Option<Report> {
    let response = error.raw_response()?;
    let body = response.body().bytes().unwrap_or_default();
    Some(ErrorResponse::from_parts(response.status().as_u16(), response.headers(), body).report())
}

fn client(endpoint: String) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(endpoint)
        // An endpoint with an IP address has no subdomain for the bucket.
        .force_path_style(true)
        .region(Region::new("cn-north-4"))
        .credentials_provider(Credentials::new("UDSIAMSTUBTEST000003", "secret", None, None, "example"))
        .http_client(Builder::new().build_http())
        // Without retries, so that each failure is reported once.
        .retry_config(RetryConfig::disabled());
    Client::from_conf(config.build())
}

fn print<E>(request: &str, error: &SdkError<E>) {
    println!("== {request}\n\nthe SDK says: {error}\n");
    match report(error) {
        Some(report) => println!("{report}\n"),
        None => println!("There was no response.\n"),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start().await?;
    let client = client(server.url());
    for key in KEYS {
        if let Err(error) = client.get_object().bucket("bucket").key(key).send().await {
            print(&format!("GET {key}"), &error);
        }
    }
    if let Err(error) = client.head_object().bucket("bucket").key(NO_SUCH_KEY).send().await {
        print(&format!("HEAD {NO_SUCH_KEY}"), &error);
    }
    Ok(())
}
