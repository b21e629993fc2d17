//! Options, help, and where the answer goes.

use std::process::Stdio;

use crate::{answer, program, run};

#[test]
fn help_names_the_service_shows_examples_and_keeps_to_its_width() {
    let help = answer(&["--help"], "");
    for part in ["Huawei Cloud OBS", "obs-explain 403", "| obs-explain -", "Exit codes: 0", "completions", "--signed-at <TIME>"] {
        assert!(help.contains(part), "{part}: {help}");
    }
    assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
    assert!(answer(&["-h"], "").lines().count() < help.lines().count());
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(answer(&["--version"], ""), concat!("obs-explain ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn there_are_completions_for_shells_and_a_manual_page() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(answer(&["completions", shell], "").contains("signed-at"), "{shell}");
    }
    assert!(answer(&["man"], "").contains(".TH obs-explain 1"));
    assert_eq!(run(&["completions", "cmd"], b"").code, 2);
}

#[test]
fn output_to_a_file_or_a_pipe_has_no_colours() {
    for words in [&["403"][..], &[], &["--list"], &["--json"], &["quota"]] {
        assert!(!answer(words, "").contains('\u{1b}'), "{words:?}");
    }
}

#[test]
fn colours_can_be_forced_and_change_no_text() {
    let coloured = answer(&["403", "--color", "always"], "");
    assert!(coloured.contains("\u{1b}["));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), answer(&["403"], ""));
    let forced = program().arg("403").env("CLICOLOR_FORCE", "1").output().expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&forced.stdout), coloured);
    let never = program().args(["403", "--color", "never"]).env("CLICOLOR_FORCE", "1").output().expect("the program runs");
    assert!(!never.stdout.contains(&0x1b));
    assert!(!answer(&["403", "--json", "--color", "always"], "").contains('\u{1b}'));
}

#[test]
fn options_about_a_failure_require_a_failure() {
    for words in [&["--request", "GET"][..], &["--signed-at", "0"], &["--list", "403"], &["404", "--signed-at", "noon"]] {
        let answer = run(words, b"");
        assert_eq!((answer.code, answer.stdout.as_str()), (2, ""), "{words:?}");
    }
}

#[test]
fn a_request_may_be_a_method_a_url_or_both() {
    for request in ["PUT", "PUT https://b.example.com/k?x=1", "https://b.example.com/k"] {
        answer(&["404", "--request", request], "");
    }
    assert!(answer(&["404", "--request", "PUT"], "").contains("request.method is `PUT`"));
    let host = answer(&["InvalidBucketName", "--request", "https://obs.cn-north-4.myhuaweicloud.com:443/k"], "");
    assert!(host.contains("request.host is `"), "{host}");
    let url = answer(&["403", "--request", "GET https://b.example.com/k?Expires=1&Signature=x"], "");
    assert!(url.contains("request.url is `"), "{url}");
    for request in ["", "put", "PUT b.example.com/k", "PUT https://", "PUT https://b.example.com/k HTTP/1.1"] {
        assert_eq!(run(&["404", "--request", request], b"").code, 2, "{request}");
    }
}

#[test]
fn a_closed_pipe_is_not_a_failure() {
    let (reader, writer) = os_pipe::pipe().expect("there are pipes");
    drop(reader);
    let child = program().arg("--list").stdout(writer).stderr(Stdio::piped()).spawn().expect("the program starts");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
