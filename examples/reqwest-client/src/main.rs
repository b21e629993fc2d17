//! Gets an object over HTTP, and repeats the request as the verdict on each failure says.

use std::{error::Error, thread::sleep, time::Duration};

use obs_codes::{Diagnosis, Retry};
use reqwest::blocking::Client;

/// The content of an object. `sign` makes the header that proves who asks; it holds the time, so it is made anew when OBS asks for that.
fn get(client: &Client, url: &str, mut sign: impl FnMut() -> String) -> Result<String, Box<dyn Error>> {
    let mut signature = sign();
    let mut pauses = [20, 40, 80].map(Duration::from_millis).into_iter();
    loop {
        let response = client.get(url).header("authorization", &signature).send()?;
        let (status, body) = (response.status(), response.text()?);
        if status.is_success() {
            return Ok(body);
        }
        let code = body.split_once("<Code>").and_then(|(_, rest)| rest.split_once("</Code>")).map(|(code, _)| code);
        let diagnosis = Diagnosis::new(status.as_u16(), code);
        match (diagnosis.retry(), pauses.next()) {
            (Retry::Backoff, Some(pause)) => sleep(pause),
            (Retry::SignAgain, Some(_)) => signature = sign(),
            _ => return Err(diagnosis.to_string().into()),
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let url = std::env::args().nth(1).ok_or("usage: reqwest-client http://BUCKET.ENDPOINT/KEY")?;
    println!("{}", get(&Client::new(), &url, || "OBS key:signature".to_owned())?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};

    #[test]
    fn a_busy_server_is_asked_again_and_a_late_request_is_signed_again_but_not_for_ever() {
        let busy = ("503 Service Unavailable", "<Error><Code>SlowDown</Code></Error>");
        let late = ("403 Forbidden", "<Error><Code>RequestTimeTooSkewed</Code></Error>");
        let answers = [busy, late, ("200 OK", "content"), busy, busy, busy, busy];
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/key", listener.local_addr().unwrap());
        let answer = move |(status, body): (&str, &str)| {
            let (mut stream, _) = listener.accept().unwrap();
            let head: Vec<_> = BufReader::new(&stream).lines().map(Result::unwrap).take_while(|line| !line.is_empty()).collect();
            write!(stream, "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
            head.into_iter().find(|line| line.starts_with("authorization")).unwrap()
        };
        let server = std::thread::spawn(move || answers.map(answer));
        let client = super::Client::builder().no_proxy().build().unwrap();
        let mut signatures = (0..).map(|time| format!("signed at {time}"));
        let mut get = || super::get(&client, &url, || signatures.next().unwrap()).map_err(|error| error.to_string());
        assert_eq!(get().as_deref(), Ok("content"));
        assert!(get().unwrap_err().starts_with("503 Service Unavailable, SlowDown"));
        assert_eq!(server.join().unwrap(), [0, 0, 1, 2, 2, 2, 2].map(|time| format!("authorization: signed at {time}")));
    }
}
