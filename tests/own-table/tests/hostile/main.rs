//! Texts that would be markup, code or something worse if they were taken for more than text.

mod docs;
mod getters;
