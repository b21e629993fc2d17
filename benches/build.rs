//! Writes the code of the peers: the same codes for all, in the form that each peer takes.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::path::Path;
use std::{env, fs};

use toml::de::DeTable;

#[path = "src/names.rs"]
#[allow(unreachable_pub, reason = "the library has this module too")]
mod names;

/// The table that `obs-codes` ships.
const SHIPPED: &str = "../codes.toml";

/// With more codes, `match` and `strum` take minutes to compile.
const MOST_MATCHED: usize = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SHIPPED}");
    println!("cargo::rerun-if-changed=src/names.rs");
    println!("cargo::rustc-check-cfg=cfg(large)");
    let text = fs::read_to_string(SHIPPED)?;
    let table = DeTable::parse(&text)?;
    let errors = rows(table.get_ref(), "error")?;
    let codes: Vec<String> = errors.keys().map(|code| code.get_ref().to_string()).collect();
    write("shipped", &format!("pub use ::obs_codes::ErrorCode;\n{}{}", peers(&codes)?, displays(&codes)?))?;
    write("explained", &explained(errors)?)?;
    let few: Vec<String> = codes.iter().step_by(codes.len() / 20).take(20).cloned().collect();
    write("few", &(own(&few) + &peers(&few)?))?;
    // The large tables take long to compile, so only an optimised build has them.
    if env::var("PROFILE")? == "release" {
        println!("cargo::rustc-cfg=large");
        for (name, count) in [("thousand", 1_000), ("ten_thousand", 10_000)] {
            let codes = names::codes(count);
            write(name, &(own(&codes) + &peers(&codes)?))?;
        }
    }
    write("statuses", &statuses(rows(table.get_ref(), "status")?)?)
}

/// The rows of one kind.
fn rows<'a, 'text>(table: &'a DeTable<'text>, kind: &str) -> Result<&'a DeTable<'text>, Box<dyn Error>> {
    let rows = table.get(kind).and_then(|rows| rows.get_ref().as_table());
    rows.ok_or_else(|| format!("the table has no rows of {kind}").into())
}

fn write(name: &str, text: &str) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join(name).with_extension("rs"), text)?)
}

/// A call of `codes!` with these codes.
fn own(codes: &[String]) -> String {
    format!("::obs_codes::codes! {{ toml = {:?} }}\n", names::table(codes))
}

/// The peers that find a code by its text.
fn peers(codes: &[String]) -> Result<String, fmt::Error> {
    let mut text = String::new();
    let matched = codes.len() <= MOST_MATCHED;
    let derived = if matched { ", ::strum::EnumString, ::strum::IntoStaticStr" } else { "" };
    let attribute = |code| if matched { format!("#[strum(serialize = {code:?})]") } else { String::new() };
    enumeration(&mut text, "Peer", "", derived, codes, attribute)?;
    phf_maps(&mut text, codes)?;
    hashify(&mut text, codes)?;
    sorted(&mut text, codes)?;
    if matched {
        let attribute = |code| format!("#[strum(serialize = {code:?})]");
        enumeration(&mut text, "StrumPhf", "#[strum(use_phf)]", ", ::strum::EnumString", codes, attribute)?;
        matches(&mut text, codes)?;
    }
    Ok(text)
}

/// The peers that print a code.
fn displays(codes: &[String]) -> Result<String, fmt::Error> {
    let mut text = String::new();
    enumeration(&mut text, "Thiserror", "", ", ::thiserror::Error", codes, |code| format!("#[error({code:?})]"))?;
    enumeration(&mut text, "Displaydoc", "", ", ::displaydoc::Display", codes, |code| format!("#[doc = {code:?}]"))?;
    Ok(text)
}

/// The peers that also have the descriptions and the remedies.
fn explained(rows: &DeTable<'_>) -> Result<String, Box<dyn Error>> {
    let mut variants = String::new();
    let (mut described, mut remedied) = (phf_codegen::Map::new(), phf_codegen::Map::new());
    for (number, (code, row)) in rows.iter().enumerate() {
        let code = code.get_ref().as_ref();
        let text = |key| row.get_ref().get(key).and_then(|text| text.get_ref().as_str());
        let description = text("description").ok_or("a code without a description")?;
        let remedy = text("remedy");
        let detailed = remedy.map_or(String::new(), |remedy| format!(", detailed_message = {remedy:?}"));
        write!(variants, "#[strum(serialize = {code:?}, message = {description:?}{detailed})] V{number},")?;
        described.entry(code, format!("{description:?}"));
        remedied.entry(code, format!("({description:?}, {remedy:?})"));
    }
    let derived = "Clone, Copy, ::strum::EnumString, ::strum::IntoStaticStr, ::strum::EnumMessage";
    Ok(format!(
        "#[derive({derived})] pub enum Strum {{ {variants} }}
        pub static DESCRIBED: ::phf::Map<&'static str, &'static str> = {};
        pub static REMEDIED: ::phf::Map<&'static str, (&'static str, Option<&'static str>)> = {};",
        described.build(),
        remedied.build()
    ))
}

/// An enum with a variant for each code, and the list of its variants.
fn enumeration<'a>(
    text: &mut String,
    name: &str,
    attribute: &str,
    derived: &str,
    codes: &'a [String],
    of_variant: impl Fn(&'a String) -> String,
) -> fmt::Result {
    write!(text, "#[derive(Clone, Copy, Debug, PartialEq, Eq{derived})] {attribute} pub enum {name} {{")?;
    for (row, code) in codes.iter().enumerate() {
        write!(text, "{} V{row},", of_variant(code))?;
    }
    write!(text, "}} impl {name} {{ pub const ALL: &'static [Self] = &[")?;
    for row in 0..codes.len() {
        write!(text, "Self::V{row},")?;
    }
    writeln!(text, "]; }}")
}

fn phf_maps(text: &mut String, codes: &[String]) -> fmt::Result {
    let (mut map, mut ptrhash) = (phf_codegen::Map::new(), phf_codegen_ptrhash::Map::new());
    ptrhash.phf_path("::phf_ptrhash");
    for (row, code) in codes.iter().enumerate() {
        map.entry(code.as_str(), format!("Peer::V{row}"));
        ptrhash.entry(code.as_str(), format!("Peer::V{row}"));
    }
    writeln!(text, "pub static PHF: ::phf::Map<&'static str, Peer> = {};", map.build())?;
    writeln!(text, "pub static PTRHASH: ::phf_ptrhash::Map<&'static str, Peer> = {};", ptrhash.build())
}

/// `hashify::map!` expands to code in its caller, so this function is inlined as well.
fn hashify(text: &mut String, codes: &[String]) -> fmt::Result {
    write!(text, "#[inline(always)] pub fn hashify(code: &[u8]) -> Option<Peer> {{ ::hashify::map!(code, Peer,")?;
    for (row, code) in codes.iter().enumerate() {
        write!(text, "{code:?} => Peer::V{row},")?;
    }
    writeln!(text, ").copied() }}")
}

fn sorted(text: &mut String, codes: &[String]) -> fmt::Result {
    let mut rows: Vec<(&String, usize)> = codes.iter().zip(0..).collect();
    rows.sort();
    write!(text, "pub static SORTED: [(&str, Peer); {}] = [", rows.len())?;
    for (code, row) in rows {
        write!(text, "({code:?}, Peer::V{row}),")?;
    }
    writeln!(text, "];")
}

fn matches(text: &mut String, codes: &[String]) -> fmt::Result {
    for (name, key, prefix) in [("match_str", "str", ""), ("match_bytes", "[u8]", "b")] {
        write!(text, "pub fn {name}(code: &{key}) -> Option<Peer> {{ Some(match code {{")?;
        for (row, code) in codes.iter().enumerate() {
            write!(text, "{prefix}{code:?} => Peer::V{row},")?;
        }
        writeln!(text, "_ => return None }}) }}")?;
    }
    Ok(())
}

/// The statuses as an enum for `num_enum`, and as a `match`. Both give the reason and whether it is a client error.
fn statuses(rows: &DeTable<'_>) -> Result<String, Box<dyn Error>> {
    let (mut variants, mut reasons, mut errors, mut arms) = (String::new(), String::new(), String::new(), String::new());
    for (number, row) in rows {
        let number: u16 = number.get_ref().parse()?;
        let reason =
            row.get_ref().get("reason").and_then(|reason| reason.get_ref().as_str()).ok_or("a status without a reason")?;
        let client_error = number / 100 == 4;
        write!(variants, "V{number} = {number},")?;
        write!(reasons, "Self::V{number} => {reason:?},")?;
        write!(errors, "Self::V{number} => {client_error},")?;
        write!(arms, "{number} => ({reason:?}, {client_error}),")?;
    }
    Ok(format!(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, ::num_enum::TryFromPrimitive)] #[repr(u16)] pub enum Status {{ {variants} }}
        impl Status {{
            pub fn reason(self) -> &'static str {{ match self {{ {reasons} }} }}
            pub fn is_client_error(self) -> bool {{ match self {{ {errors} }} }}
        }}
        pub fn match_number(number: u16) -> Option<(&'static str, bool)> {{ Some(match number {{ {arms} _ => return None }}) }}"
    ))
}
