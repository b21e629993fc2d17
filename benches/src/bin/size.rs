//! Measures by how many bytes the programs of `examples` are larger than one that does nothing, and fails where `obs-codes` takes more
//! than the texts and what the goal allows.

use std::collections::BTreeMap;
use std::env::consts::EXE_SUFFIX;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use benches::table::{self, Row};
use object::{Object as _, ObjectSection as _, SectionFlags, elf};
use obs_codes::ErrorCode;
use serde_json::Value;

/// So many bytes `obs-codes` may need for a code and a column, beyond the texts.
const GOAL: u64 = 12;

/// A column of texts.
type Column = fn(ErrorCode) -> &'static str;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let programs = programs()?;
    let loaded = |name: &str| loaded(programs.get(name).ok_or_else(|| format!("no program `{name}`"))?);
    let nothing = loaded("nothing")?;
    let codes = ErrorCode::ALL;
    let sum = |text: Column| codes.iter().map(|code| text(*code).len() as u64).sum::<u64>();
    let mut texts = 0;
    let (mut sizes, mut costs): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    let mut complaints = Vec::new();
    let levels: [(&str, &str, Column); 3] = [
        ("codes", "codes", |code| code.as_str()),
        ("descriptions", "and descriptions", |code| code.description()),
        ("remedies", "and remedies", |code| code.remedy().unwrap_or_default()),
    ];
    for (columns, (level, title, text)) in (1..).zip(levels) {
        texts += sum(text);
        let mut size = vec![("texts alone".to_owned(), texts.to_string())];
        let mut cost = Vec::new();
        for library in ["obs_codes", "strum", "phf"] {
            let growth = loaded(&format!("{library}_{level}"))? - nothing;
            // Tenths, as whole numbers: nothing is lost on the way.
            let tenths = 10 * growth.saturating_sub(texts) / (codes.len() as u64 * columns);
            let name = library.replace('_', "-");
            size.push((name.clone(), growth.to_string()));
            cost.push((name, format!("{}.{}", tenths / 10, tenths % 10)));
            if library == "obs_codes" && tenths > 10 * GOAL {
                complaints.push(format!("{title}: more than {GOAL} bytes a code and a column beyond the texts"));
            }
        }
        sizes.push((title.to_owned(), size));
        costs.push((title.to_owned(), cost));
    }
    println!("Bytes that a program grows by with the {} codes of the shipped table:\n\n{}", codes.len(), table::markdown(&sizes));
    println!("\nThe same beyond the texts, for a code and a column:\n\n{}", table::markdown(&costs));
    let explanation = loaded("obs_codes_explanation")? - nothing;
    println!("\nWith all that obs-codes knows of a code: {explanation} bytes.");
    if complaints.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("{}", complaints.join("\n"));
    Ok(ExitCode::FAILURE)
}

/// The programs of `examples`, as cargo builds them for a release.
fn programs() -> Result<BTreeMap<String, PathBuf>, Box<dyn Error>> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--release", "--examples", "--message-format=json", "--manifest-path"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
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
