//! Counts the instructions of each contestant under valgrind. `cargo run -p benches --bin count` runs this benchmark, prints the counts for
//! one call, and compares them with `counts.toml`.

use std::hint::black_box;

use benches::contest::Sequences;
use benches::keys::{self, Kind};
use benches::{peers, responses, work};
use gungraun::prelude::*;

/// A function with the keys to call it with.
type Work = Box<dyn FnMut()>;

/// Calls the function with each key. The compiler knows neither the key nor the result.
fn calls<K: Clone + 'static, T>(sequences: &Sequences<K>, mut function: impl FnMut(&K) -> T + 'static) -> Work {
    let keys: Vec<K> = sequences.iter().cloned().collect();
    let mut work: Work = Box::new(move || {
        for key in &keys {
            black_box(function(black_box(key)));
        }
    });
    // The first calls bring the keys into the caches.
    work();
    work
}

macro_rules! keys_for {
    (limit) => {
        keys::texts_and_candidates
    };
    ($contestant:ident) => {
        keys::texts
    };
}

/// Lookups of codes in a table.
macro_rules! lookups {
    ($(#[$attribute:meta])* $group:ident = $table:ident: $($contestant:ident)*) => {
        $(#[$attribute])*
        mod $table {
            use super::*;

            mod setup {
                use super::*;

                $(pub(super) fn $contestant(kind: Kind) -> Work {
                    let codes: Vec<&str> = peers::$table::ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
                    calls(&keys_for!($contestant)(1, kind, &codes), benches::find!($contestant in $table))
                })*
            }

            $(#[library_benchmark(setup = setup::$contestant)]
            #[bench::hits(Kind::Hit)]
            #[bench::near_misses(Kind::NearMiss)]
            #[bench::foreign_words(Kind::Foreign)]
            fn $contestant(mut work: Work) -> Work {
                work();
                work
            })*

            library_benchmark_group!(name = group, benchmarks = [$($contestant),*]);
        }
        $(#[$attribute])*
        use $table::group as $group;
    };
}

lookups!(in_few = few: obs_codes limit hashify phf_map phf_ptrhash hash_map binary_search strum strum_use_phf match_str match_bytes);
lookups!(in_shipped = shipped: obs_codes limit hashify phf_map phf_ptrhash hash_map binary_search strum strum_use_phf match_str match_bytes);
// Unoptimised builds have no large tables.
lookups!(#[cfg(large)] in_thousand = thousand: obs_codes limit hashify phf_map phf_ptrhash hash_map binary_search strum strum_use_phf match_str match_bytes);
lookups!(#[cfg(large)] in_ten_thousand = ten_thousand: obs_codes limit hashify phf_map phf_ptrhash hash_map binary_search);

/// Other work. Each contestant does it on its own keys or on shared ones.
macro_rules! group {
    ($group:ident = $module:ident: $($contestant:ident = $work:expr;)*) => {
        mod $module {
            use super::*;

            mod setup {
                use super::*;

                $(pub(super) fn $contestant() -> Work {
                    $work
                })*
            }

            $(#[library_benchmark]
            #[bench::all(setup::$contestant())]
            fn $contestant(mut work: Work) -> Work {
                work();
                work
            })*

            library_benchmark_group!(name = group, benchmarks = [$($contestant),*]);
        }
        use $module::group as $group;
    };
}

fn numbers() -> Sequences<u16> {
    let known: Vec<u16> = obs_codes::StatusCode::ALL.iter().map(obs_codes::StatusCode::as_u16).collect();
    keys::choices(1, &known)
}

group! { of_statuses = statuses:
    obs_codes = calls(&numbers(), work::status_of_obs_codes);
    http = calls(&numbers(), work::status_of_http);
    num_enum = calls(&numbers(), work::status_of_num_enum);
    match_number = calls(&numbers(), work::status_of_match);
}

group! { of_as_str = as_str:
    obs_codes = calls(&keys::choices(1, peers::shipped::ErrorCode::ALL), peers::shipped::ErrorCode::as_str);
    strum = calls(&keys::choices(1, peers::shipped::Peer::ALL), |code| <&'static str>::from(code));
}

group! { of_display = display:
    obs_codes = calls(&keys::choices(1, peers::shipped::ErrorCode::ALL), work::written());
    thiserror = calls(&keys::choices(1, peers::shipped::Thiserror::ALL), work::written());
    displaydoc = calls(&keys::choices(1, peers::shipped::Displaydoc::ALL), work::written());
}

group! { of_reading = reading:
    obs_codes = calls(&keys::choices(1, &responses::BODIES), |(status, _, body)| {
        responses::diagnose(*status, body.as_bytes(), usize::MAX)
    });
    quick_xml = calls(&keys::choices(1, &responses::BODIES), |(_, _, body)| responses::walk::<true>(body.as_bytes()));
}

group! { of_printing = printing:
    obs_codes = calls(&Sequences::new([responses::hostile_bodies()]), |body| responses::print(body));
}

group! { of_texts = texts:
    obs_codes = calls(&Sequences::new([responses::hostile_texts()]), |text| responses::count(text));
}

#[cfg(large)]
main!(
    library_benchmark_groups = in_few,
    in_shipped,
    in_thousand,
    in_ten_thousand,
    of_statuses,
    of_as_str,
    of_display,
    of_reading,
    of_printing,
    of_texts
);
#[cfg(not(large))]
main!(library_benchmark_groups = in_few, in_shipped, of_statuses, of_as_str, of_display, of_reading, of_printing, of_texts);
