//! The archives that `cargo publish` would upload, without the rest of this workspace.

mod alone;
mod unpacked;
mod update;
