//! All contestants give the same results.

use benches::keys::{self, Kind, SEQUENCES};
use benches::peers::{few, shipped, statuses};
use num_enum::TryFromPrimitive as _;

macro_rules! check {
    ($table:ident) => {
        let codes: Vec<&str> = $table::ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
        for kind in [Kind::Hit, Kind::NearMiss, Kind::Foreign] {
            for (text, candidate) in keys::texts_and_candidates(SEQUENCES, kind, &codes).iter() {
                let found = $table::ErrorCode::from_code(text).map(|code| code.as_str());
                assert_eq!(found, (kind == Kind::Hit).then_some(*candidate), "{text}");
                let found = $table::PHF.get(text).copied();
                assert_eq!(found.is_some(), kind == Kind::Hit, "{text}");
                assert_eq!($table::PTRHASH.get(text).copied(), found, "{text}");
                assert_eq!($table::hashify(text.as_bytes()), found, "{text}");
                let sorted = $table::SORTED.binary_search_by(|(code, _)| code.cmp(text));
                assert_eq!(sorted.ok().map(|found| $table::SORTED[found].1), found, "{text}");
                assert_eq!(text.parse::<$table::Peer>().ok(), found, "{text}");
                assert_eq!(
                    text.parse::<$table::StrumPhf>().ok().map(|code| code as usize),
                    found.map(|code| code as usize),
                    "{text}"
                );
                assert_eq!($table::match_str(text), found, "{text}");
                assert_eq!($table::match_bytes(text.as_bytes()), found, "{text}");
                assert_eq!(found.map(<&str>::from), (kind == Kind::Hit).then_some(*candidate), "{text}");
            }
        }
    };
}

#[test]
fn every_peer_finds_the_codes_of_a_table_and_no_others() {
    check!(few);
    check!(shipped);
}

#[test]
fn every_peer_prints_the_codes() {
    let mut own: Vec<String> = shipped::ErrorCode::ALL.iter().map(ToString::to_string).collect();
    own.sort();
    assert_eq!(own, shipped::Thiserror::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    assert_eq!(own, shipped::Displaydoc::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
}

#[test]
fn every_peer_knows_the_statuses() {
    for number in 0..=u16::MAX {
        let own = obs_codes::StatusCode::from_u16(number).map(|status| (status.canonical_reason(), status.is_client_error()));
        assert_eq!(statuses::match_number(number), own);
        let status = statuses::Status::try_from_primitive(number).ok();
        assert_eq!(status.map(|status| (status.reason(), status.is_client_error())), own);
        if let (Some((reason, _)), Ok(status)) = (own, http::StatusCode::from_u16(number)) {
            assert_eq!(status.canonical_reason(), Some(reason));
        }
    }
}
