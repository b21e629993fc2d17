//! `--json`: one object a line.

use std::io::{self, Write};
use std::ops::RangeInclusive;

use clap::Parser;
use obs_codes::{Cause, ErrorCode, StatusCode};
use obs_explain::{Args, explain};
use serde_json::{Value, json};

use crate::{answer, failed, run};

fn objects(words: &[&str], input: &str) -> Vec<Value> {
    let lines = answer(&[words, &["--json"]].concat(), input);
    lines.lines().map(|line| serde_json::from_str(line).expect("each line is an object")).collect()
}

fn object(words: &[&str], input: &str) -> Value {
    let objects = objects(words, input);
    assert_eq!(objects.len(), 1);
    objects[0].clone()
}

#[test]
fn an_error_code_has_the_values_of_the_library() {
    let objects = objects(&["--list"], "");
    assert_eq!(objects.len(), ErrorCode::ALL.len());
    for (object, code) in objects.iter().zip(ErrorCode::ALL) {
        assert_eq!(object["error_code"], code.as_str());
        assert_eq!(object["status"], json!(code.status().map(|status| status.as_u16())));
        assert_eq!(object["retry"], code.retry().as_str());
        assert_eq!(object["docs"], code.docs());
        assert_eq!(object["documented"], json!(code.documented()));
        let signalled = code.causes().iter().map(Cause::as_str);
        assert!(signalled.zip(object["causes"].as_array().into_iter().flatten()).all(|(cause, object)| object["name"] == cause));
    }
}

#[test]
fn a_status_has_its_causes_and_the_error_codes_that_come_with_it() {
    let objects = objects(&[], "");
    assert_eq!(objects.len(), StatusCode::ALL.len());
    for (object, status) in objects.iter().zip(StatusCode::ALL) {
        assert_eq!((&object["status"], &object["reason"]), (&json!(status.as_u16()), &json!(status.canonical_reason())));
        assert_eq!(object["causes"].as_array().map(Vec::len), Some(status.causes().len()));
        assert_eq!(object["error_codes"].as_array().map(Vec::len), Some(status.error_codes().len()));
        assert_eq!(object["docs"], status.docs());
    }
}

#[test]
fn a_response_is_an_object_with_its_diagnosis() {
    let object = object(&["-"], &failed("404 Not Found", "<Code>NoSuchKey</Code><Message>Gone.</Message>"));
    assert_eq!((&object["status"], &object["error_code"]), (&json!(404), &json!("NoSuchKey")));
    assert_eq!((&object["message"], &object["request_id"]), (&json!("Gone."), &json!("0A1B")));
    assert_eq!((&object["causes"][0]["name"], &object["causes"][0]["confidence"]), (&json!("ObjectNotFound"), &json!("certain")));
}

#[test]
fn several_responses_are_an_object_each() {
    let input =
        [failed("404 Not Found", "<Code>NoSuchKey</Code>"), failed("409 Conflict", "<Code>BucketNotEmpty</Code>")].join("\n");
    let codes: Vec<_> = objects(&["-"], &input).iter().map(|object| object["error_code"].clone()).collect();
    assert_eq!(codes, ["NoSuchKey", "BucketNotEmpty"]);
}

#[test]
fn causes_categories_and_searches_are_objects_too() {
    assert_eq!(object(&["ClockSkew"], "")["cause"], "ClockSkew");
    assert_eq!(object(&["5XX"], "")["category"], "5XX");
    let found = objects(&["quota"], "");
    assert!(found.iter().any(|object| (&object["kind"], &object["name"]) == (&json!("cause"), &json!("BucketQuotaExceeded"))));
    assert!(found.iter().any(|object| object["kind"] == "error code") && found.iter().any(|object| object["kind"] == "case"));
}

#[test]
fn the_exit_codes_are_those_of_the_pages() {
    for (words, code) in [(&["403"][..], 0), (&["404", "NoSuchBukcet"], 1), (&["NoSuchBukcet"], 1), (&["-"], 2), (&["--jsn"], 2)]
    {
        let [plain, json] = [words, &[words, &["--json"]].concat()].map(|words| run(words, b"hello"));
        assert_eq!((plain.code, json.code), (code, code), "{words:?}");
        assert_eq!(plain.stderr, json.stderr);
    }
}

/// Characters that move the cursor, end a line, change the direction of writing or are invisible.
const UNSAFE: [RangeInclusive<char>; 7] = [
    '\u{1b}'..='\u{1b}',
    '\u{7f}'..='\u{9f}',
    '\u{61c}'..='\u{61c}',
    '\u{200e}'..='\u{200f}',
    '\u{2028}'..='\u{202e}',
    '\u{2066}'..='\u{2069}',
    '\u{feff}'..='\u{feff}',
];

#[test]
fn no_text_of_a_server_moves_the_cursor_or_changes_the_direction_of_writing() {
    let odd: String = UNSAFE.into_iter().flatten().collect();
    let body = json!({ "code": format!("C{odd}"), "message": format!("M{odd}"), "request_id": "0A1B" });
    let input = format!("HTTP/1.1 400 Bad Request\r\nServer: OBS\r\n\r\n{body}");
    for words in [&["-"][..], &["-", "--all"], &["-", "--json"]] {
        let answer = answer(words, &input).replace('\n', "");
        assert!(!answer.contains(|letter: char| letter.is_control() || odd.contains(letter)), "{answer:?}");
    }
    assert_eq!(object(&["-"], &input)["message"], format!("M{odd}"), "a program gets the text as it was sent");
}

/// Counts the bytes that are written, and remembers the largest piece.
#[derive(Default)]
struct Pieces {
    bytes: usize,
    largest: usize,
}

impl Write for Pieces {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.bytes += piece.len();
        self.largest = self.largest.max(piece.len());
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_large_object_is_not_in_memory_as_a_whole() {
    let input = format!("<DeleteResult>{}</DeleteResult>", "<Error><Code>AccessDenied</Code></Error>".repeat(1000));
    let mut pieces = Pieces::default();
    explain(&Args::parse_from(["obs-explain", "--json", "-"]), input.as_bytes(), None, &mut pieces).unwrap();
    assert!(pieces.bytes > 1_000_000 && pieces.largest < 10_000, "{} {}", pieces.bytes, pieces.largest);
}
