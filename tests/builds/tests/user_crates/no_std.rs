//! The library works without the standard library.

use crate::user_crate::UserCrate;

/// The standard library has a panic handler, and a second one is an error. So this crate compiles only without the standard library.
const LIBRARY: &str = r#"
#![no_std]

obs_codes::codes!("codes.toml");

#[panic_handler]
fn halt(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
"#;

const TABLE: &str = r#"
extends = "obs"

[error.E17]
description = "The sensor does not answer."
"#;

#[test]
fn neither_the_library_nor_the_generated_code_links_the_standard_library() {
    let user_crate = UserCrate::new("no-std", &[("src/lib.rs", LIBRARY), ("codes.toml", TABLE)]);
    user_crate.cargo_succeeds(&["check"]);
    user_crate.write("src/lib.rs", LIBRARY.replace("#![no_std]", "#![no_std]\nextern crate std;"));
    let refused = String::from_utf8(user_crate.cargo(&["check"]).stderr).unwrap();
    assert!(refused.contains("duplicate lang item `panic_impl`"), "{refused}");
}
