//! Reads and diagnoses the failures of a real server, including those of `HEAD` where it fails in the same way.

use obs_codes::{Cause, Confidence, ErrorCode, ErrorResponse, Retry};
use obs_codes_server_tests::{ACCESS_KEY, Client, SECRET_KEY, Server, VALID};
use reqwest::Method;
use rusty_s3::S3Action;
use rusty_s3::actions::ObjectIdentifier;

/// Asserts what a response says.
#[track_caller]
fn assert_failure(response: &http::Response<Vec<u8>>, status: u16, code: ErrorCode, cause: Cause) {
    let read = ErrorResponse::from(response);
    assert_eq!(read.status(), Some(status), "{read:?}");
    assert_eq!(read.code(), Some(code.as_str()), "{read:?}");
    assert!(read.is_error());
    assert!(read.unread().is_none(), "{read:?}");
    let diagnosis = read.diagnose();
    assert_eq!(diagnosis.error_code(), Some(code));
    let first = diagnosis.causes().next().unwrap();
    assert_eq!(first.cause(), cause, "{diagnosis:#}");
    assert!(first.confidence() > Confidence::Possible, "{diagnosis:#}");
    assert!(diagnosis.remedy().is_some());
}

/// Asserts what the answer to `HEAD` says. It has no body, and this server does not put the code into a header.
#[track_caller]
fn assert_head(response: &http::Response<Vec<u8>>, status: u16, cause: Cause) {
    let read = ErrorResponse::from(response);
    assert_eq!((read.status(), read.code()), (Some(status), None), "{read:?}");
    assert!(response.body().is_empty());
    assert!(read.is_error());
    let diagnosis = read.diagnose();
    assert!(diagnosis.causes().any(|ranked| ranked.cause() == cause), "{diagnosis:#}");
    assert!(diagnosis.causes().all(|ranked| ranked.confidence() == Confidence::Possible), "{diagnosis:#}");
}

async fn with_bucket() -> (Server, Client) {
    let server = Server::start().await;
    let client = Client::of(&server, "logs");
    let created = client.send(client.bucket.create_bucket(&client.credentials)).await;
    assert_eq!(created.status(), 200, "{created:?}");
    (server, client)
}

#[tokio::test]
async fn a_missing_bucket_is_diagnosed() {
    let server = Server::start().await;
    let client = Client::of(&server, "lgos");
    let response = client.send(client.bucket.delete_bucket(&client.credentials)).await;
    assert_failure(&response, 404, ErrorCode::NoSuchBucket, Cause::BucketNotFound);
    assert_eq!(ErrorResponse::from(&response).diagnose().retry(), Retry::Fix);
    let head = client.send(client.bucket.head_bucket(Some(&client.credentials))).await;
    assert_head(&head, 404, Cause::BucketNotFound);
}

#[tokio::test]
async fn a_missing_object_is_diagnosed() {
    let (_server, client) = with_bucket().await;
    let response = client.send(client.bucket.get_object(Some(&client.credentials), "none")).await;
    assert_failure(&response, 404, ErrorCode::NoSuchKey, Cause::ObjectNotFound);
    let head = client.send(client.bucket.head_object(Some(&client.credentials), "none")).await;
    assert_head(&head, 404, Cause::ObjectNotFound);
}

#[tokio::test]
async fn a_wrong_signature_is_diagnosed() {
    let (server, client) = with_bucket().await;
    let client = Client::of(&server, client.bucket.name()).with_keys(ACCESS_KEY, "another secret");
    let response = client.send(client.bucket.get_object(Some(&client.credentials), "a")).await;
    assert_failure(&response, 403, ErrorCode::SignatureDoesNotMatch, Cause::SignatureMismatch);
    let head = client.send(client.bucket.head_object(Some(&client.credentials), "a")).await;
    assert_head(&head, 403, Cause::SignatureMismatch);
}

#[tokio::test]
async fn an_unknown_access_key_is_diagnosed() {
    let (server, client) = with_bucket().await;
    let client = Client::of(&server, client.bucket.name()).with_keys("UDSIAMSTUBTEST000004", SECRET_KEY);
    let response = client.send(client.bucket.get_object(Some(&client.credentials), "a")).await;
    assert_failure(&response, 403, ErrorCode::InvalidAccessKeyId, Cause::InvalidAccessKey);
    let head = client.send(client.bucket.head_bucket(Some(&client.credentials))).await;
    assert_head(&head, 403, Cause::InvalidAccessKey);
}

#[tokio::test]
async fn a_clock_that_is_ahead_is_diagnosed() {
    let (_server, client) = with_bucket().await;
    let tomorrow = jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24);
    let url = client.bucket.get_object(Some(&client.credentials), "a").sign_with_time(VALID, &tomorrow);
    let response = client.send_url(Method::GET, url.as_str(), &[], "").await;
    assert_failure(&response, 403, ErrorCode::RequestTimeTooSkewed, Cause::ClockSkew);
    assert_eq!(ErrorResponse::from(&response).diagnose().retry(), Retry::SignAgain);
    let head = client.send_url(Method::HEAD, url.as_str(), &[], "").await;
    assert_head(&head, 403, Cause::ClockSkew);
}

#[tokio::test]
async fn a_bucket_that_is_not_empty_is_diagnosed() {
    let (_server, client) = with_bucket().await;
    let put = client.send_with(client.bucket.put_object(Some(&client.credentials), "a"), &[], "content").await;
    assert_eq!(put.status(), 200, "{put:?}");
    let response = client.send(client.bucket.delete_bucket(&client.credentials)).await;
    assert_failure(&response, 409, ErrorCode::BucketNotEmpty, Cause::BucketNotEmpty);
}

#[tokio::test]
async fn a_bucket_that_already_exists_is_diagnosed() {
    let (_server, client) = with_bucket().await;
    let response = client.send(client.bucket.create_bucket(&client.credentials)).await;
    assert_failure(&response, 409, ErrorCode::BucketAlreadyExists, Cause::BucketNameConflict);
}

#[tokio::test]
async fn a_wrong_digest_is_diagnosed() {
    let (_server, client) = with_bucket().await;
    // The MD5 of an empty body.
    let headers = [("content-md5", "1B2M2Y8AsgTpgAmY7PhCfg==")];
    let response = client.send_with(client.bucket.put_object(Some(&client.credentials), "a"), &headers, "content").await;
    assert_failure(&response, 400, ErrorCode::BadDigest, Cause::Md5Mismatch);
}

#[tokio::test]
async fn a_missing_upload_is_diagnosed() {
    let (_server, client) = with_bucket().await;
    let upload = "0f8fad5b-d9cb-469f-a165-70867728950e";
    let response = client.send(client.bucket.abort_multipart_upload(Some(&client.credentials), "a", upload)).await;
    assert_failure(&response, 404, ErrorCode::NoSuchUpload, Cause::MultipartUploadNotFound);
}

#[tokio::test]
async fn objects_that_were_not_deleted_are_listed() {
    let (_server, client) = with_bucket().await;
    let objects = ["locked/a", "b", "locked/c"].map(|key| ObjectIdentifier::new(key.to_owned()));
    let delete = client.bucket.delete_objects(Some(&client.credentials), objects.iter());
    let url = delete.sign(VALID);
    let (body, md5) = delete.body_with_md5();
    let response = client.send_url(Method::POST, url.as_str(), &[("content-md5", &md5)], &body).await;
    let read = ErrorResponse::from(&response);
    assert_eq!(read.status(), Some(200), "{read:?}");
    assert!(read.is_error(), "{read:?}");
    let errors: Vec<_> = read.errors().map(|error| error.to_string()).collect();
    assert_eq!(errors, ["locked/a: AccessDenied: Access Denied", "locked/c: AccessDenied: Access Denied"]);
    assert_eq!(read.diagnose().causes().next().unwrap().cause(), Cause::PermissionDenied);
}

#[tokio::test]
async fn a_success_is_not_an_error() {
    let (_server, client) = with_bucket().await;
    let put = client.send_with(client.bucket.put_object(Some(&client.credentials), "a"), &[], "content").await;
    assert!(!ErrorResponse::from(&put).is_error());
    let get = client.send(client.bucket.get_object(Some(&client.credentials), "a")).await;
    assert!(!ErrorResponse::from(&get).is_error());
    assert_eq!(get.body(), b"content");
}
