use std::sync::{Arc, Mutex};
use std::time::Instant;

use failing_server::Server;
use http::Response;
use http::header::{AUTHORIZATION, RETRY_AFTER};

use super::{Client, Duration, Failure, send};

/// The result of a request to a server that gives these answers in turn, and the signature of each attempt.
async fn send_to<const N: usize>(answers: [Response<String>; N]) -> (Result<String, Failure>, Vec<String>) {
    let answers = Mutex::new(answers.into_iter());
    let seen = Arc::new(Mutex::new(vec![]));
    let signatures = Arc::clone(&seen);
    let server = Server::start_with(move |request| {
        let signature = request.headers()[AUTHORIZATION].to_str().unwrap().to_owned();
        signatures.lock().unwrap().push(signature);
        answers.lock().unwrap().next().unwrap()
    });
    let server = server.await.unwrap();
    let client = Client::builder().no_proxy().build().unwrap();
    let times = Mutex::new(0..);
    let sign = || client.get(server.url()).header(AUTHORIZATION, format!("signed at {}", times.lock().unwrap().next().unwrap()));
    let result = send(sign).await;
    let seen = seen.lock().unwrap().clone();
    (result, seen)
}

fn content() -> Response<String> {
    Response::new("content".to_owned())
}

fn failure(status: u16, code: &str) -> Response<String> {
    Response::builder().status(status).body(format!("<Error><Code>{code}</Code></Error>")).unwrap()
}

fn busy(retry_after: u32) -> Response<String> {
    let mut response = failure(503, "SlowDown");
    response.headers_mut().insert(RETRY_AFTER, retry_after.into());
    response
}

#[tokio::test]
async fn a_busy_server_is_asked_again() {
    let (result, attempts) = send_to([failure(503, "SlowDown"), content()]).await;
    assert_eq!(result.unwrap(), "content");
    assert_eq!(attempts.len(), 2);
}

#[tokio::test]
async fn a_busy_server_is_left_alone_for_as_long_as_it_asks() {
    let start = Instant::now();
    let (result, _) = send_to([busy(1), content()]).await;
    assert_eq!(result.unwrap(), "content");
    assert!(start.elapsed() >= Duration::from_secs(1), "{:?}", start.elapsed());
}

#[tokio::test]
async fn a_server_that_stays_busy_is_not_asked_for_ever() {
    let (result, attempts) = send_to([busy(0), busy(0), busy(0), busy(0)]).await;
    let report = result.unwrap_err().response.unwrap().report();
    assert_eq!(report.title(), "503 Service Unavailable, SlowDown");
    assert_eq!(attempts.len(), 4);
}

#[tokio::test]
async fn a_server_that_asks_for_a_long_pause_is_not_waited_for() {
    let (result, attempts) = send_to([busy(3600)]).await;
    assert!(result.is_err());
    assert_eq!(attempts.len(), 1);
}

#[tokio::test]
async fn a_late_request_is_signed_again() {
    let (result, attempts) = send_to([failure(403, "RequestTimeTooSkewed"), content()]).await;
    assert_eq!(result.unwrap(), "content");
    assert_eq!(attempts, ["signed at 0", "signed at 1"]);
}

#[tokio::test]
async fn a_request_that_must_change_is_not_repeated() {
    let (result, attempts) = send_to([failure(404, "NoSuchKey")]).await;
    let report = result.unwrap_err().response.unwrap().report();
    assert_eq!(report.title(), "404 Not Found, NoSuchKey");
    assert_eq!(attempts.len(), 1);
}
