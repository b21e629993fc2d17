//! Measures how many bytes larger the programs in `examples` are than one that does nothing, and fails if `obs-codes` takes more than its
//! texts and the goal allow. `tests/builds/tests/user_crates/binary_size.rs` tests which texts a program contains.

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

/// The most bytes that `obs-codes` may take for a code and a column, beyond the texts.
const GOAL: u64 = 12;

/// The part of the table that a program uses.
struct Used {
    title: &'static str,
    /// The end of the program's name.
    suffix: &'static str,
    /// The bytes of the texts.
    texts: u64,
    /// The sum of the rows of each column.
    cells: u64,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let programs = programs()?;
    let nothing = loaded(programs.get("nothing").ok_or("there is no program `nothing`")?)?;
    let (mut sizes, mut costs): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    let mut complaints = Vec::new();
    for Used { title, suffix, texts, cells } in uses() {
        let mut size = vec![("texts alone".to_owned(), texts.to_string())];
        let mut cost = Vec::new();
        for library in ["obs_codes", "strum", "phf"] {
            // The others have no program that uses everything.
            let Some(program) = programs.get(&format!("{library}_{suffix}")) else { continue };
            let growth = loaded(program)? - nothing;
            // Tenths of a byte, rounded up.
            let tenths = (10 * growth.saturating_sub(texts)).div_ceil(cells);
            let name = library.replace('_', "-");
            size.push((name.clone(), growth.to_string()));
            cost.push((name, format!("{}.{}", tenths / 10, tenths % 10)));
            if library == "obs_codes" && tenths > 10 * GOAL {
                complaints.push(format!("{title}: more than {GOAL} bytes for a code and a column beyond the texts"));
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
    println!("\nBytes beyond the texts, for a code and a column:\n\n{}", table::markdown(&costs));
    if complaints.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("{}", complaints.join("\n"));
    Ok(ExitCode::FAILURE)
}

/// The parts of the table that are measured. Each one includes the one before it.
fn uses() -> [Used; 4] {
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
    // An error code has three texts and a verdict, statuses, causes and cases. A status has three texts and a category.
    let cells = 7 * rows + 4 * StatusCode::ALL.len() as u64 + 2 * Category::ALL.len() as u64;
    let cells = cells + 3 * Cause::ALL.len() as u64 + 2 * Case::ALL.len() as u64;
    [
        Used { title: "codes", suffix: "codes", texts: codes, cells: rows },
        Used { title: "codes, descriptions", suffix: "descriptions", texts: described, cells: 2 * rows },
        Used { title: "codes, descriptions, remedies", suffix: "remedies", texts: remedied, cells: 3 * rows },
        Used { title: "everything", suffix: "everything", texts: everything, cells },
    ]
}

/// The bytes of the texts that `texts` takes from each row.
fn sum<T: Copy, const N: usize>(rows: &[T], texts: fn(T) -> [&'static str; N]) -> u64 {
    rows.iter().flat_map(|row| texts(*row)).map(|text| text.len() as u64).sum()
}

/// The programs in `examples`, built for a release.
fn programs() -> Result<BTreeMap<String, PathBuf>, Box<dyn Error>> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--release", "--examples", "--message-format=json", "--manifest-path"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        // An incremental build inlines otherwise.
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

/// The bytes of the loaded sections of a program, without the gaps between them. This includes relocations, but no symbols.
fn loaded(program: &Path) -> Result<u64, Box<dyn Error>> {
    let content = fs::read(program)?;
    let program = object::File::parse(&*content)?;
    let is_loaded = |section: &object::Section<'_, '_>| matches!(section.flags(), SectionFlags::Elf { sh_flags, .. } if sh_flags & u64::from(elf::SHF_ALLOC) != 0);
    // The size in the file, which leaves out memory that starts as zeros.
    let size = |section: object::Section<'_, '_>| section.file_range().map_or(0, |(_, size)| size);
    Ok(program.sections().filter(is_loaded).map(size).sum())
}
