//! The rows of tables of one's own, against those of the shipped table that they extend.

mod added;
mod aliases;
mod columns;
mod conversions;
mod facts;
mod generic;
mod replaced;
