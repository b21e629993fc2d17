//! Texts that would be markup, code or something worse if they were not treated as plain text.

mod docs;
mod getters;
