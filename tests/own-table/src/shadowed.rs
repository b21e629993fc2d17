//! A table in a module without a prelude, next to items with names that generated code might use.

#![no_implicit_prelude]
#![allow(dead_code, non_camel_case_types, non_upper_case_globals, reason = "only the names matter")]

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
struct bool;
struct str;
struct u16;
struct u8;
struct usize;

trait AnyErrorCode {}
trait Copy {}
trait From {}
trait Into {}
trait Iterator {}
trait Row {}
trait TryFrom {}

static CODES: () = ();
static NAMES: () = ();

const code: () = ();
const f: () = ();
const key: () = ();
const name: () = ();
const none: () = ();
const number: () = ();
const row: () = ();
const status: () = ();

const fn select() {}

::obs_codes::codes! { toml = r#"extends = "obs""# }
