//! Measures how many bytes the shipped table adds to a program, by comparing the programs in `examples` with one that does nothing. Fails if
//! `obs-codes` adds more than its texts and [`GOAL`] bytes per code and column. `tests/builds/tests/user_crates/binary_size.rs` tests which
//! texts a program contains.

use std::collections::BTreeMap;
use std::env::consts::EXE_SUFFIX;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use benches::table::{self, Row};
use object::{Object as _, ObjectSection as _, SectionFlags, elf};
use obs_codes::{Case, Category, Cause, ErrorCode, Retry, StatusCode};
use serde_json::Value;

/// The most bytes that `obs-codes` may add per code and column, not counting the texts.
const GOAL: u64 = 12;

/// A part of the table, which one program of each library uses.
struct Part {
    title: &'static str,
    /// The end of the programs' names, after the name of the library.
    suffix: &'static str,
    /// The length of all texts in bytes.
    texts: u64,
    /// The number of values: one for each row of each column.
    cells: u64,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let programs = programs()?;
    let nothing = loaded_size(programs.get("nothing").ok_or("there is no program `nothing`")?)?;
    let (mut sizes, mut costs): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    let mut failures = Vec::new();
    for Part { title, suffix, texts, cells } in parts() {
        let mut size = vec![("texts alone".to_owned(), texts.to_string())];
        let mut cost = Vec::new();
        for library in ["obs_codes", "strum", "phf"] {
            // `strum` and `phf` have no program that uses everything.
            let Some(program) = programs.get(&format!("{library}_{suffix}")) else { continue };
            let growth = loaded_size(program)? - nothing;
            // In tenths of a byte, rounded up.
            let tenths = (10 * growth.saturating_sub(texts)).div_ceil(cells);
            let name = library.replace('_', "-");
            size.push((name.clone(), growth.to_string()));
            cost.push((name, format!("{}.{}", tenths / 10, tenths % 10)));
            if library == "obs_codes" && tenths > 10 * GOAL {
                failures.push(format!("{title}: more than {GOAL} bytes per code and column, not counting the texts"));
            }
        }
        if !size.iter().any(|(name, _)| name == "obs-codes") {
            return Err(format!("no program of obs-codes uses {title}").into());
        }
        sizes.push((title.to_owned(), size));
        costs.push((title.to_owned(), cost));
    }
    let count = ErrorCode::ALL.len();
    println!("Bytes that the {count} codes of the shipped table add to a program:\n\n{}", table::markdown(&sizes));
    println!("\nBytes per code and column, not counting the texts:\n\n{}", table::markdown(&costs));
    if failures.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("{}", failures.join("\n"));
    Ok(ExitCode::FAILURE)
}

/// The parts of the table that are measured. Each one includes the one before it.
fn parts() -> [Part; 4] {
    let rows = ErrorCode::ALL.len() as u64;
    let codes = sum(ErrorCode::ALL, |row| [row.as_str()]);
    let described = codes + sum(ErrorCode::ALL, |row| [row.description()]);
    let remedied = described + sum(ErrorCode::ALL, |row| [row.remedy().unwrap_or_default()]);
    let everything = remedied
        + sum(Retry::ALL, |row| [row.as_str(), row.description()])
        + sum(StatusCode::ALL, |row| [row.as_str(), row.canonical_reason(), row.description()])
        + sum(Category::ALL, |row| [row.as_str(), row.description()])
        + sum(Cause::ALL, |row| [row.as_str(), row.description(), row.remedy().unwrap_or_default()])
        + sum(Case::ALL, |row| [row.description(), row.remedy().unwrap_or_default()]);
    // The programs read three texts of an error code, and its retry verdict, statuses, causes and cases; three texts of a status, and its
    // category; and only texts of the other types.
    let cells = 7 * rows + 4 * StatusCode::ALL.len() as u64 + 2 * Category::ALL.len() as u64;
    let cells = cells + 3 * Cause::ALL.len() as u64 + 2 * Case::ALL.len() as u64;
    [
        Part { title: "codes", suffix: "codes", texts: codes, cells: rows },
        Part { title: "codes, descriptions", suffix: "descriptions", texts: described, cells: 2 * rows },
        Part { title: "codes, descriptions, remedies", suffix: "remedies", texts: remedied, cells: 3 * rows },
        Part { title: "everything", suffix: "everything", texts: everything, cells },
    ]
}

/// The length in bytes of the texts that `texts` returns for each row.
fn sum<T: Copy, const N: usize>(rows: &[T], texts: fn(T) -> [&'static str; N]) -> u64 {
    rows.iter().flat_map(|row| texts(*row)).map(|text| text.len() as u64).sum()
}

/// Builds the programs in `examples` in release mode, and returns their paths by name.
fn programs() -> Result<BTreeMap<String, PathBuf>, Box<dyn Error>> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--release", "--examples", "--message-format=json", "--manifest-path"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        // An incremental build inlines differently, which changes the sizes.
        .env("CARGO_INCREMENTAL", "0")
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err("the programs do not build".into());
    }
    let mut programs = BTreeMap::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let message: Value = serde_json::from_str(line)?;
        if let Some(path) = message["executable"].as_str().map(PathBuf::from) {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            programs.insert(name.trim_end_matches(EXE_SUFFIX).to_owned(), path);
        }
    }
    Ok(programs)
}

/// The total size of the sections of a program that are loaded into memory, in bytes. This includes relocations, but not symbols.
fn loaded_size(program: &Path) -> Result<u64, Box<dyn Error>> {
    let content = fs::read(program)?;
    let program = object::File::parse(&*content)?;
    let is_loaded = |section: &object::Section<'_, '_>| matches!(section.flags(), SectionFlags::Elf { sh_flags, .. } if sh_flags & u64::from(elf::SHF_ALLOC) != 0);
    // The size in the file, which leaves out memory that starts as zeros.
    let size = |section: object::Section<'_, '_>| section.file_range().map_or(0, |(_, size)| size);
    Ok(program.sections().filter(is_loaded).map(size).sum())
}
