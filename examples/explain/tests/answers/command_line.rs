use std::process::{Command, Output, Stdio};

use snapbox::{Data, assert_data_eq, file};

fn explain() -> Command {
    let mut explain = Command::new(snapbox::cmd::cargo_bin!("explain"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        explain.env_remove(variable);
    }
    explain
}

fn run(words: &[&str]) -> Output {
    explain().args(words).output().unwrap()
}

#[track_caller]
fn assert_answered(words: &[&str]) -> String {
    let Output { status, stdout, stderr } = run(words);
    assert_eq!((status.code(), String::from_utf8(stderr).unwrap().as_str()), (Some(0), ""));
    String::from_utf8(stdout).unwrap()
}

#[track_caller]
fn assert_refused(words: &[&str]) -> String {
    let Output { status, stdout, stderr } = run(words);
    assert_eq!((status.code(), String::from_utf8(stdout).unwrap().as_str()), (Some(2), ""));
    String::from_utf8(stderr).unwrap()
}

#[track_caller]
fn assert_file(actual: String, expected: Data) {
    assert_data_eq!(actual, expected.raw());
}

#[test]
fn a_known_status_or_code_goes_to_standard_output() {
    for words in [&["403"][..], &["NoSuchBucket"], &["403", "RequestTimeTooSkewed"], &[], &["--json"], &["--", "403"]] {
        assert_eq!(assert_answered(words), crate::answer(words));
    }
}

#[test]
fn a_status_that_the_table_does_not_have_is_no_failure() {
    for (words, category) in [(&["418"], "4XX Client Error"), (&["599"], "5XX Server Error")] {
        assert!(assert_answered(words).contains(category));
    }
}

#[test]
fn a_number_that_is_no_status_is_a_failure_that_names_what_is_accepted() {
    assert_file(assert_refused(&["999"]), file!["command_line/999.stderr"]);
}

#[test]
fn a_word_that_is_neither_status_nor_code_is_a_failure_that_names_what_is_accepted() {
    let message = assert_refused(&["abc"]);
    assert!(message.starts_with("error: `abc` is neither a status from 100 to 599 nor a known error code"), "{message}");
    assert_eq!(assert_refused(&["abc", "--json"]), message);
}

#[test]
fn an_unknown_option_or_a_third_word_is_a_failure() {
    assert!(assert_refused(&["--jsn"]).contains("'--jsn'"));
    assert!(assert_refused(&["403", "AccessDenied", "more"]).contains("'more'"));
}

#[test]
fn help_tells_what_can_be_asked() {
    assert_file(assert_answered(&["--help"]), file!["command_line/help.stdout"]);
}

#[test]
fn what_is_not_a_terminal_gets_no_escape_sequences() {
    for words in [&["403"][..], &["418"], &["403", "NoSuchBucket"], &[], &["--json"]] {
        assert!(!assert_answered(words).contains('\u{1b}'));
    }
    assert!(!assert_refused(&["999"]).contains('\u{1b}'));
}

#[test]
fn colour_comes_when_it_is_forced_and_no_color_has_the_last_word() {
    let stdout = |command: &mut Command| String::from_utf8(command.arg("403").output().unwrap().stdout).unwrap();
    let coloured = stdout(explain().env("CLICOLOR_FORCE", "1"));
    assert!(coloured.contains("\u{1b}["));
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), assert_answered(&["403"]));
    assert_eq!(stdout(explain().env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")), assert_answered(&["403"]));
}

#[test]
fn a_reader_that_has_gone_is_no_failure() {
    let (reader, writer) = os_pipe::pipe().unwrap();
    drop(reader);
    let output = explain().arg("403").stdout(writer).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
