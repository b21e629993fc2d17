//! Measures by how many bytes the programs of `examples` are larger than one that does nothing, and fails where `obs-codes` takes more
//! than the texts and what the goal allows. Which texts a program holds, `tests/builds/tests/user_crates/binary_size.rs` tests.

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

/// So many bytes `obs-codes` may need for a code and a column, beyond the texts.
const GOAL: u64 = 12;

/// What a program uses of the table.
struct Used {
    title: &'static str,
    /// What the name of such a program ends with.
    suffix: &'static str,
    /// The bytes of the texts.
    texts: u64,
    /// For each column, how many rows it has.
    cells: u64,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let programs = programs()?;
    let nothing = loaded(programs.get("nothing").ok_or("no program does nothing")?)?;
    let (mut sizes, mut costs): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    let mut complaints = Vec::new();
    for Used { title, suffix, texts, cells } in uses() {
        let mut size = vec![("texts alone".to_owned(), texts.to_string())];
        let mut cost = Vec::new();
        for library in ["obs_codes", "strum", "phf"] {
            // The others know texts alone.
            let Some(program) = programs.get(&format!("{library}_{suffix}")) else { continue };
            let growth = loaded(program)? - nothing;
            // Tenths, rounded up.
            let tenths = (10 * growth.saturating_sub(texts)).div_ceil(cells);
            let name = library.replace('_', "-");
            size.push((name.clone(), growth.to_string()));
            cost.push((name, format!("{}.{}", tenths / 10, tenths % 10)));
            if library == "obs_codes" && tenths > 10 * GOAL {
                complaints.push(format!("{title}: more than {GOAL} bytes a code and a column beyond the texts"));
            }
        }
        if !size.iter().any(|(name, _)| name == "obs-codes") {
            return Err(format!("no program of obs-codes uses {title}").into());
        }
        sizes.push((title.to_owned(), size));
        costs.push((title.to_owned(), cost));
    }
    let count = ErrorCode::ALL.len();
    println!("Bytes that a program grows by with the {count} codes of the shipped table:\n\n{}", table::markdown(&sizes));
    println!("\nThe same beyond the texts, for a code and a column:\n\n{}", table::markdown(&costs));
    if complaints.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("{}", complaints.join("\n"));
    Ok(ExitCode::FAILURE)
}

/// What each row of programs uses: all that the one before does, and more.
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
    // Beside the texts of an error code: its verdict, statuses, causes and cases; of a status, its category.
    let cells = 7 * rows + 4 * StatusCode::ALL.len() as u64 + 2 * Category::ALL.len() as u64;
    let cells = cells + 3 * Cause::ALL.len() as u64 + 2 * Case::ALL.len() as u64;
    [
        Used { title: "codes", suffix: "codes", texts: codes, cells: rows },
        Used { title: "codes, descriptions", suffix: "descriptions", texts: described, cells: 2 * rows },
        Used { title: "codes, descriptions, remedies", suffix: "remedies", texts: remedied, cells: 3 * rows },
        Used { title: "everything", suffix: "everything", texts: everything, cells },
    ]
}

/// The bytes of some texts of all rows.
fn sum<T: Copy, const N: usize>(rows: &[T], texts: fn(T) -> [&'static str; N]) -> u64 {
    rows.iter().flat_map(|row| texts(*row)).map(|text| text.len() as u64).sum()
}

/// The programs of `examples`, as cargo builds them for a release.
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

/// The bytes of what is loaded of a program, without the gaps between its sections. Relocations are among it, symbols are not.
fn loaded(program: &Path) -> Result<u64, Box<dyn Error>> {
    let content = fs::read(program)?;
    let program = object::File::parse(&*content)?;
    let is_loaded = |section: &object::Section<'_, '_>| matches!(section.flags(), SectionFlags::Elf { sh_flags, .. } if sh_flags & u64::from(elf::SHF_ALLOC) != 0);
    // What a section holds in the file: memory that is zero at the beginning is not in it.
    let size = |section: object::Section<'_, '_>| section.file_range().map_or(0, |(_, size)| size);
    Ok(program.sections().filter(is_loaded).map(size).sum())
}
