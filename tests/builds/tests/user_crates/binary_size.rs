//! A program contains only the parts of the table that it uses.

use std::env::consts::EXE_SUFFIX;
use std::fs;

use memchr::memmem;
use obs_codes::{Case, Category, Cause, ErrorCode, StatusCode};

use crate::user_crate::{UserCrate, target_folder};

/// Finds a code and prints it with its status: names and numbers.
const LEAN: &str = r#"
use obs_codes::{ErrorCode, StatusCode};

fn main() {
    let argument = std::env::args().nth(1).unwrap_or_default();
    if let Some(code) = ErrorCode::from_code(&argument) {
        println!("{} {:?}", code.as_str(), code.status().map(|status| status.as_u16()));
    }
}
"#;

/// Prints every description and every remedy.
const TALKATIVE: &str = r#"
use obs_codes::{Case, Category, Cause, ErrorCode, StatusCode};

fn main() {
    for row in ErrorCode::ALL {
        println!("{}\n{:?}", row.description(), row.remedy());
    }
    for row in StatusCode::ALL {
        println!("{}\n{:?}", row.description(), row.remedy());
    }
    for row in Cause::ALL {
        println!("{}\n{:?}", row.description(), row.remedy());
    }
    for row in Category::ALL {
        println!("{}\n{:?}", row.description(), row.remedy());
    }
    for row in Case::ALL {
        println!("{}\n{:?}", row.description(), row.remedy());
    }
}
"#;

/// The program, built for a release.
fn built(name: &str, program: &str) -> Vec<u8> {
    UserCrate::new(name, &[("src/main.rs", program)]).cargo_succeeds(&["build", "--release"]);
    fs::read(target_folder().join("release").join(format!("{name}{EXE_SUFFIX}"))).unwrap()
}

/// Every description and every remedy of the shipped table.
fn texts() -> Vec<&'static str> {
    let mut texts = Vec::new();
    texts.extend(ErrorCode::ALL.iter().flat_map(|row| [Some(row.description()), row.remedy()]));
    texts.extend(StatusCode::ALL.iter().flat_map(|row| [Some(row.description()), row.remedy()]));
    texts.extend(Cause::ALL.iter().flat_map(|row| [Some(row.description()), row.remedy()]));
    texts.extend(Category::ALL.iter().flat_map(|row| [Some(row.description()), row.remedy()]));
    texts.extend(Case::ALL.iter().flat_map(|row| [Some(row.description()), row.remedy()]));
    texts.into_iter().flatten().collect()
}

/// The texts that the program contains.
fn found<'a>(program: &[u8], texts: &[&'a str]) -> Vec<&'a str> {
    texts.iter().copied().filter(|text| memmem::find(program, text.as_bytes()).is_some()).collect()
}

#[test]
fn a_program_that_uses_only_names_and_statuses_contains_no_description_and_no_remedy() {
    let program = built("size-lean", LEAN);
    assert_eq!(found(&program, &texts()), [""; 0]);
    let codes: Vec<&str> = ErrorCode::ALL.iter().map(obs_codes::ErrorCode::as_str).collect();
    assert_eq!(found(&program, &codes), codes);
}

#[test]
fn a_program_that_prints_all_descriptions_and_remedies_contains_them_all() {
    let program = built("size-talkative", TALKATIVE);
    assert_eq!(found(&program, &texts()), texts());
}
