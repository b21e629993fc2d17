//! Counts the instructions of the functions in `benches/instructions.rs`, and fails if those of `obs-codes` need more than `counts.toml`
//! allows. Its arguments are passed to gungraun: `'*::obs_codes::*'` counts `obs-codes` alone.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

use benches::keys::KEYS;
use benches::table::{self, Row};
use serde_json::Value;

/// Where the counts of `obs-codes` are stored. Those of the others change with their versions, so they are not checked.
const STORED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/counts.toml");

/// The most that a count may be, as a multiple of the stored one.
const TOLERANCE: f64 = 1.1;

/// The contestant whose counts are checked.
const OWN: &str = "obs_codes";

/// The groups of `benches/instructions.rs`, each with its subject, its work and its number of calls.
const GROUPS: [(&str, &str, &str, usize); 10] = [
    ("in_few", LOOKUP, "20 codes", KEYS),
    ("in_shipped", LOOKUP, "shipped table", KEYS),
    ("in_thousand", LOOKUP, "1000 codes", KEYS),
    ("in_ten_thousand", LOOKUP, "10000 codes", KEYS),
    ("of_statuses", "Reason and category from the number of a status", "statuses of the table", KEYS),
    ("of_as_str", "Text from error code", "as `&'static str`", KEYS),
    ("of_display", "Text from error code", "written by `Display`", KEYS),
    ("of_reading", "Error response", "read, with all causes of the diagnosis", KEYS),
    ("of_printing", "Error response", "6 bodies of 64 KiB that are all secrets, printed in 3 forms", 1),
    ("of_texts", "Error response", "12 texts of 256 KiB in which something may begin everywhere, read", 1),
];

const LOOKUP: &str = "Error code from text";

/// The contestants whose names differ from those of their functions.
const CONTESTANTS: [(&str, &str); 10] = [
    (OWN, "obs-codes"),
    ("phf_map", "phf"),
    ("phf_ptrhash", "phf ptrhash"),
    ("hash_map", "HashMap"),
    ("binary_search", "binary search"),
    ("strum_use_phf", "strum use_phf"),
    ("match_str", "match str"),
    ("match_bytes", "match bytes"),
    ("match_number", "match"),
    ("quick_xml", "quick-xml, the walk alone"),
];

/// The instructions that a contestant needs for one call.
struct Counted {
    subject: &'static str,
    work: String,
    contestant: String,
    instructions: f64,
}

/// The instructions that `obs-codes` needs, by the work.
type Counts = BTreeMap<String, f64>;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let counted = counted()?;
    for counted in counted.chunk_by(|one, next| one.subject == next.subject) {
        println!("{}, instructions for one call:\n", counted[0].subject);
        println!("{}\n", table::markdown(&rows(counted)));
    }
    let own = || counted.iter().filter(|counted| counted.contestant == OWN);
    if env::var_os("BLESS").is_some() {
        fs::write(STORED, stored_form(own())?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let complaints = complaints(own(), &toml::from_str(&fs::read_to_string(STORED)?)?);
    if complaints.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    let hint = "if this is intended, store the new counts: `BLESS=1 cargo run --release -p benches --bin count`";
    eprintln!(
        "{}\ncounted with {}; {STORED} names the compiler of the stored counts\n{hint}",
        complaints.join("\n"),
        compiler()?
    );
    Ok(ExitCode::FAILURE)
}

/// Runs the benchmarks under valgrind.
fn counted() -> Result<Vec<Counted>, Box<dyn Error>> {
    let output = Command::new(env!("CARGO"))
        .args(["bench", "--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
        .args(["--features", "response", "--bench", "instructions", "--"])
        .args(["--output-format=json", "--parallel=auto"])
        .args(env::args_os().skip(1))
        // An incremental build inlines differently.
        .env("CARGO_INCREMENTAL", "0")
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(
            "the benchmarks did not run; install valgrind, and gungraun-runner in the version of benches/Cargo.toml".into()
        );
    }
    let mut counted = String::from_utf8(output.stdout)?.lines().map(of_summary).collect::<Result<Vec<_>, _>>()?;
    // The benchmarks finish in any order.
    counted.sort_by_key(|counted| counted.0);
    Ok(counted.into_iter().map(|(_, counted)| counted).collect())
}

/// The position of the work in the tables, and the count.
fn of_summary(line: &str) -> Result<(usize, Counted), Box<dyn Error>> {
    let summary: Value = serde_json::from_str(line)?;
    let text = |key| summary[key].as_str().ok_or_else(|| format!("a summary without `{key}`: {line}"));
    let count = &summary["profiles"][0]["summaries"]["total"]["summary"]["Callgrind"]["Ir"]["metrics"];
    // `Left` is this run alone, `Both` is this run and the last one.
    let count = count["Left"]["Int"].as_u64().or_else(|| count["Both"][0]["Int"].as_u64());
    let count = count.ok_or_else(|| format!("a summary without a count of instructions: {line}"))?;
    let (module, id) = (text("module_path")?, text("id")?);
    let group = GROUPS.iter().position(|(group, ..)| module.split("::").nth(1) == Some(group));
    let group = group.ok_or_else(|| format!("a group without a name: {module}"))?;
    let (_, subject, work, calls) = GROUPS[group];
    let calls = f64::from(u32::try_from(calls)?);
    let work = if id == "all" { work.to_owned() } else { format!("{work}, {}", id.replace("near_", "near-").replace('_', " ")) };
    let contestant = text("function_name")?.to_owned();
    let kind = ["hits", "near_misses", "foreign_words"].iter().position(|kind| *kind == id).unwrap_or_default();
    let instructions = as_float(count) / calls;
    Ok((4 * group + kind, Counted { subject, work, contestant, instructions }))
}

#[expect(clippy::cast_precision_loss, reason = "the counts are far below 2^53")]
fn as_float(count: u64) -> f64 {
    count as f64
}

/// A line for each work, with a cell for each contestant.
fn rows(counted: &[Counted]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for counted in counted {
        let contestant = CONTESTANTS.iter().find(|(function, _)| *function == counted.contestant);
        let contestant = contestant.map_or(&*counted.contestant, |(_, name)| name);
        let cell = (contestant.to_owned(), format!("{:.1}", counted.instructions));
        match rows.last_mut() {
            Some((work, cells)) if *work == counted.work => cells.push(cell),
            _ => rows.push((counted.work.clone(), vec![cell])),
        }
    }
    rows
}

fn compiler() -> Result<String, Box<dyn Error>> {
    let output = Command::new("rustc").arg("--version").output()?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// The text of `counts.toml`.
fn stored_form<'a>(own: impl Iterator<Item = &'a Counted>) -> Result<String, Box<dyn Error>> {
    let mut text = String::from(
        "# Instructions that obs-codes needs for one call. Written by `BLESS=1 cargo run --release -p benches --bin count`, on\n",
    );
    writeln!(text, "# {} with {}.", env::consts::ARCH, compiler()?)?;
    for Counted { work, instructions, .. } in own {
        writeln!(text, "{work:?} = {instructions:.1}")?;
    }
    Ok(text)
}

/// The counts that exceed the stored ones, and the work that was only counted or only stored.
fn complaints<'a>(own: impl Iterator<Item = &'a Counted>, stored: &Counts) -> Vec<String> {
    let mut left = stored.clone();
    let mut complaints = Vec::new();
    for Counted { work, instructions, .. } in own {
        match left.remove(work) {
            None => complaints.push(format!("{work}: counted, but no count is stored")),
            Some(limit) if *instructions > limit * TOLERANCE => {
                complaints.push(format!("{work}: {instructions:.1} instructions, but {limit:.1} are stored"));
            }
            Some(_) => {}
        }
    }
    complaints.extend(left.keys().map(|work| format!("{work}: stored, but nothing was counted")));
    complaints
}
