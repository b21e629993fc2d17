//! The work of each contestant.

use std::fmt::{Display, Write as _};

use num_enum::TryFromPrimitive as _;
use obs_codes::Category;

use crate::peers::statuses;

/// A function that finds a code in one of the tables of `peers`.
#[macro_export]
macro_rules! find {
    (obs_codes in $table:ident) => {
        |key: &&str| $crate::peers::$table::ErrorCode::from_code(key)
    };
    // One comparison, with the only code that the text can be.
    (limit in $table:ident) => {
        |(text, candidate): &(&str, &str)| text == candidate
    };
    (phf_map in $table:ident) => {
        |key: &&str| $crate::peers::$table::PHF.get(key).copied()
    };
    (phf_ptrhash in $table:ident) => {
        |key: &&str| $crate::peers::$table::PTRHASH.get(key).copied()
    };
    (hashify in $table:ident) => {
        |key: &&str| $crate::peers::$table::hashify(key.as_bytes())
    };
    (hash_map in $table:ident) => {{
        let map: ::std::collections::HashMap<&str, $crate::peers::$table::Peer> =
            $crate::peers::$table::SORTED.into_iter().collect();
        move |key: &&str| map.get(key).copied()
    }};
    (binary_search in $table:ident) => {
        |key: &&str| {
            let found = $crate::peers::$table::SORTED.binary_search_by(|(code, _)| code.cmp(key)).ok()?;
            Some($crate::peers::$table::SORTED[found].1)
        }
    };
    (strum in $table:ident) => {
        |key: &&str| key.parse::<$crate::peers::$table::Peer>().ok()
    };
    (strum_use_phf in $table:ident) => {
        |key: &&str| key.parse::<$crate::peers::$table::StrumPhf>().ok()
    };
    (match_str in $table:ident) => {
        |key: &&str| $crate::peers::$table::match_str(key)
    };
    (match_bytes in $table:ident) => {
        |key: &&str| $crate::peers::$table::match_bytes(key.as_bytes())
    };
}

/// The reason and the category of a status.
#[inline]
pub fn status_of_obs_codes(number: &u16) -> Option<(&'static str, Category)> {
    let status = obs_codes::StatusCode::from_u16(*number)?;
    Some((status.canonical_reason(), status.category()))
}

/// The reason of a status, and whether it is a client error.
#[inline]
pub fn status_of_http(number: &u16) -> Option<(Option<&'static str>, bool)> {
    let status = http::StatusCode::from_u16(*number).ok()?;
    Some((status.canonical_reason(), status.is_client_error()))
}

/// The reason of a status, and whether it is a client error.
#[inline]
pub fn status_of_num_enum(number: &u16) -> Option<(&'static str, bool)> {
    let status = statuses::Status::try_from_primitive(*number).ok()?;
    Some((status.reason(), status.is_client_error()))
}

/// The reason of a status, and whether it is a client error.
#[inline]
pub fn status_of_match(number: &u16) -> Option<(&'static str, bool)> {
    statuses::match_number(*number)
}

/// A function that prints each value into the same buffer.
pub fn written<T: Display>() -> impl FnMut(&T) -> usize {
    let mut text = String::new();
    move |value| {
        text.clear();
        let _ = write!(text, "{value}");
        text.len()
    }
}
