//! However much comes, the work and the memory are bounded. One test only, since it counts what the whole program allocates.

use std::time::{Duration, Instant};

use obs_codes::ErrorResponse;
use obs_codes::response::UnreadReason;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const HUGE: usize = 100 * 1024 * 1024;

/// How a body begins, and what is repeated in it.
const BODIES: [(&str, &str); 9] = [
    ("<Error><Code>NoSuchKey</Code><Message>", "x"),
    ("<Error><Code>NoSuchKey</Code>", "<a/>"),
    ("<Error><Code>NoSuchKey</Code>", "<a>"),
    ("<Error><Code>NoSuchKey</Code><Message>", "&amp;"),
    ("<Error><Code>NoSuchKey</Code><Message>", "\u{fc}"),
    ("<Error><Code>NoSuchKey</Code></Error>", " "),
    ("{\"code\":\"NoSuchKey\",\"a\":", "["),
    ("{\"code\":\"NoSuchKey\",\"a\":\"", "\\u0000"),
    ("{\"code\":\"NoSuchKey\"", ",\"b\":1"),
];

#[test]
fn a_hundred_megabytes_cost_little_memory_and_little_time() {
    for (begin, repeated) in BODIES {
        let body = [begin.as_bytes(), &repeated.as_bytes().repeat(HUGE / repeated.len())].concat();
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let start = Instant::now();
        let response = ErrorResponse::from_body(404, &body);
        let read = start.elapsed();
        assert_eq!(response.code(), Some("NoSuchKey"));
        let unread = response.unread().unwrap();
        assert_eq!(unread.reason(), UnreadReason::TooLong);
        assert!(unread.bytes() > HUGE - 70_000);
        let text = format!("{response} {response:#} {response:?}");
        let printed = start.elapsed();
        let most = MEMORY.peak_usage() - before;
        // Far more than it takes, so that a busy machine does not fail it, and far less than the whole would take.
        assert!(read < Duration::from_secs(1), "{repeated}: {read:?}");
        assert!(printed < Duration::from_secs(10), "{repeated}: {printed:?}");
        assert!(most < 8 * 1024 * 1024, "{repeated}: {most} bytes for {} of text", text.len());
    }
    secrets_are_hidden_in_bounded_time();
}

/// Each secret is looked for in each other text.
fn secrets_are_hidden_in_bounded_time() {
    for unit in
        ["<Token>abcdefgh</Token>", "<Token>abcdefgh</Token><a>abcdefgi</a>", "<a>Signature=x</a>", "<Message>=&=%%==</Message>"]
    {
        let body = format!("<Error>{}</Error>", unit.repeat(65_000 / unit.len()));
        let response = ErrorResponse::from_body(400, body.as_bytes());
        assert!(response.unread().is_none());
        let start = Instant::now();
        let text = format!("{response} {response:#} {response:?}");
        let took = start.elapsed();
        assert!(!text.contains("abcdefgh") && !text.contains("=x"));
        assert!(took < Duration::from_secs(20), "{unit}: {took:?}");
    }
}
