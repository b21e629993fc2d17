//! A body of any size is read up to a limit, with little memory. The benchmarks count the instructions.
//!
//! This file has a single test, because the test counts what the whole program allocates.

use obs_codes::ErrorResponse;
use obs_codes::response::UnreadReason;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const HUGE: usize = 100 * 1024 * 1024;

/// The beginning of each body, and the text that is repeated after it.
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
fn a_hundred_megabytes_need_little_memory() {
    for (begin, repeated) in BODIES {
        let body = [begin.as_bytes(), &repeated.as_bytes().repeat(HUGE / repeated.len())].concat();
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let response = ErrorResponse::from_body(404, &body);
        assert_eq!(response.code(), Some("NoSuchKey"));
        let unread = response.unread().unwrap();
        assert_eq!(unread.reason(), UnreadReason::TooLong);
        assert!(unread.bytes() > HUGE - 70_000);
        let text = format!("{response} {response:#} {response:?}");
        let most = MEMORY.peak_usage() - before;
        assert!(most < 8 * 1024 * 1024, "{repeated}: {most} bytes for {} of text", text.len());
    }
}
