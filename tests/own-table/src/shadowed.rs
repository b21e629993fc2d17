//! A table in a module without a prelude, among items that are called as what the macro writes might call its own.

#![no_implicit_prelude]
#![allow(dead_code, reason = "the names alone matter")]

mod alloc {}
mod core {}
mod obs_codes {}
mod std {}

struct Clock;
struct Confidence;
struct Err;
struct Lists;
struct Lookup;
struct None;
struct Ok;
struct Option;
struct Result;
struct Retry;
struct Some;
struct String;
struct Texts;
struct When;

trait AnyErrorCode {}
trait Copy {}
trait From {}
trait Into {}
trait Iterator {}
trait Row {}
trait TryFrom {}

static CODES: u8 = 0;
static NAMES: u8 = 0;
static ROWS: u8 = 0;

const fn rows() {}
const fn retries() {}

::obs_codes::codes! { toml = r#"extends = "obs""# }
