//! The rows of users' tables, compared with those of the shipped table.

mod added;
mod aliases;
mod columns;
mod conversions;
mod facts;
mod generic;
mod replaced;
