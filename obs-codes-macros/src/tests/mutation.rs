//! Tables with random edits, and random bytes. The result is always types, or an error with a place in the file.
//!
//! `PROPTEST_CASES=1000000 cargo test --release -p obs-codes-macros mutation` tries more edits than the default run.

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;

use super::promise::types;
use super::{folder, tables};
use crate::args::Args;

/// An edit that a person, an editor or a broken disk can make to a file.
#[derive(Clone, Debug)]
enum Edit {
    Drop(Index),
    Double(Index, Index),
    Swap(Index, Index),
    /// Another value after the `=` of a line.
    Retype(Index, &'static str),
    /// An additional line from another table.
    Graft(Index, Index, Index),
    Truncate(Index),
    Splice(Index, Vec<u8>),
    /// Fewer bytes in the middle.
    Cut(Index, u8),
}

const VALUES: &[&str] = &[
    "\"\"",
    "\" \"",
    "\"a\\nb\"",
    "'''\n'''",
    "404",
    "0",
    "-1",
    "99999999999999999999",
    "0x194",
    "404.0",
    "nan",
    "true",
    "1979-05-27T07:32:00Z",
    "[]",
    "[404, 404]",
    "[\"ClockSkew\", 1]",
    "[[[[]]]]",
    "{}",
    "{ description = \"a\" }",
    "{ a.b.c = { d = [1, {}] } }",
    "\"\\u0000\"",
    "\"Self\"",
    "\"é\u{301}💥\"",
    "\"<a><b>\"",
    "",
];

static TABLES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut paths = [tables("good"), tables("bad")].concat();
    paths.push(folder("shipped.toml"));
    // The packaged crate does not include it.
    paths.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("../codes.toml"));
    paths.iter().filter_map(|path| std::fs::read(path).ok()).collect()
});

thread_local! {
    static ARGS: Args = {
        super::args(&std::fs::read_to_string(folder("shipped.toml")).unwrap())
    };
}

fn edit() -> impl Strategy<Value = Edit> {
    let index = any::<Index>;
    prop_oneof![
        index().prop_map(Edit::Drop),
        (index(), index()).prop_map(|(from, to)| Edit::Double(from, to)),
        (index(), index()).prop_map(|(one, other)| Edit::Swap(one, other)),
        (index(), prop::sample::select(VALUES)).prop_map(|(line, value)| Edit::Retype(line, value)),
        (index(), index(), index()).prop_map(|(line, table, from)| Edit::Graft(line, table, from)),
        index().prop_map(Edit::Truncate),
        (index(), prop::collection::vec(any::<u8>(), 1..8)).prop_map(|(at, bytes)| Edit::Splice(at, bytes)),
        (index(), "[\\PC\n\"'\\[\\]{}=#.,\\\\]{1,8}").prop_map(|(at, text)| Edit::Splice(at, text.into_bytes())),
        (index(), 1..40_u8).prop_map(|(at, length)| Edit::Cut(at, length)),
    ]
}

fn lines(table: &[u8]) -> Vec<Vec<u8>> {
    table.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn apply(table: &mut Vec<u8>, edit: &Edit) {
    let mut lines = lines(table);
    let (of_bytes, of_lines) = (table.len() + 1, lines.len().max(1));
    lines.resize(of_lines, Vec::new());
    match edit {
        Edit::Drop(line) => drop(lines.remove(line.index(of_lines))),
        Edit::Double(from, to) => lines.insert(to.index(of_lines), lines[from.index(of_lines)].clone()),
        Edit::Swap(one, other) => lines.swap(one.index(of_lines), other.index(of_lines)),
        Edit::Retype(line, value) => {
            let line = &mut lines[line.index(of_lines)];
            let key = line.split(|byte| *byte == b'=').next().unwrap_or_default();
            *line = [key, b"= ", value.as_bytes(), b"\n"].concat();
        }
        Edit::Graft(line, other, from) => {
            let other: &Vec<u8> = other.get(TABLES.as_slice());
            let other = self::lines(other);
            let graft = if other.is_empty() { Vec::new() } else { from.get(&other).clone() };
            lines.insert(line.index(of_lines), graft);
        }
        Edit::Truncate(at) => return table.truncate(at.index(of_bytes)),
        Edit::Splice(at, bytes) => {
            let at = at.index(of_bytes);
            return drop(table.splice(at..at, bytes.iter().copied()));
        }
        Edit::Cut(at, length) => {
            let at = at.index(of_bytes);
            let end = table.len().min(at + usize::from(*length));
            return drop(table.drain(at..end));
        }
    }
    *table = lines.concat();
}

proptest! {
    #[test]
    fn a_damaged_table_gives_types_or_an_error_with_a_place(
        table in prop::sample::select(TABLES.as_slice()),
        edits in prop::collection::vec(edit(), 1..6),
    ) {
        let mut table = table;
        for edit in &edits {
            apply(&mut table, edit);
        }
        let tokens = ARGS.with(|args| types(&table, args));
        prop_assert!(syn::parse2::<syn::File>(tokens).is_ok());
    }

    #[test]
    fn any_bytes_give_types_or_an_error_with_a_place(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let tokens = ARGS.with(|args| types(&bytes, args));
        prop_assert!(syn::parse2::<syn::File>(tokens).is_ok());
    }
}

#[test]
fn deep_nesting_does_not_overflow_the_stack() {
    let deep = 100_000;
    let tables = [
        format!("a = {}", "[".repeat(deep)),
        format!("a = {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("a = {}", "{a=".repeat(deep)),
        format!("a = {}1{}", "{a=".repeat(deep), "}".repeat(deep)),
        format!("{}a = 1", "a.".repeat(deep)),
        format!("[{}a]", "a.".repeat(deep)),
        format!("[[{}a]]", "a.".repeat(deep)),
        format!("error.A.cases = [{}]", "{ cases = [".repeat(deep)),
        // Each level is as deep as the parser allows.
        format!("a = {}1{}", format!("{{{}b=[", "a.".repeat(70)).repeat(35), "]}".repeat(35)),
        "[".repeat(deep),
        "[[".repeat(deep),
        "\"".repeat(deep),
        "\n".repeat(deep),
        "a\n".repeat(deep),
        "[a]\n".repeat(deep),
        "=".repeat(deep),
    ];
    for table in tables {
        ARGS.with(|args| types(table.as_bytes(), args));
    }
}
