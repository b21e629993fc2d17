//! Tests of the answers of `obs-explain`.

mod command_line;
mod input;
mod json;
mod layout;
mod pages;
mod search;
mod words;

use std::io::Write;
use std::process::{Command, Stdio};

/// What the program printed, and its exit code.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    code: i32,
    stdout: String,
    stderr: String,
}

/// The program, without the caller's settings for colours and the width of the terminal.
fn program() -> Command {
    let mut program = Command::new(snapbox::cmd::cargo_bin!("obs-explain"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        program.env_remove(variable);
    }
    program.current_dir(env!("CARGO_MANIFEST_DIR"));
    program
}

/// Runs the program with bytes on its standard input.
fn run(words: &[&str], input: &[u8]) -> Answer {
    let mut child = program()
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    std::thread::scope(|scope| {
        // A program that does not ask for its input ends without reading it.
        scope.spawn(move || stdin.write_all(input).ok());
        let output = child.wait_with_output().expect("the program ends");
        Answer {
            code: output.status.code().expect("the program is not killed"),
            stdout: String::from_utf8(output.stdout).expect("the answer is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("the message is UTF-8"),
        }
    })
}

/// What the program prints. Fails if the program reports an error.
#[track_caller]
fn answer(words: &[&str], input: impl AsRef<[u8]>) -> String {
    let Answer { code, stdout, stderr } = run(words, input.as_ref());
    assert_eq!((code, stderr.as_str()), (0, ""), "{words:?}");
    stdout
}

/// A failed response with an XML body, as `curl -i` prints it.
fn failed(status: &str, elements: &str) -> String {
    format!("HTTP/1.1 {status}\r\nServer: OBS\r\nx-obs-request-id: 0A1B\r\n\r\n<Error>{elements}</Error>")
}
