//! The tables of `BENCHMARKS.md`.

use comfy_table::Table;
use comfy_table::presets::ASCII_MARKDOWN;

/// The title of a row, and its cells, each with the name of its column.
pub type Row = (String, Vec<(String, String)>);

/// A table with a line for each row, and a column for each name, in the order of their first use.
pub fn markdown(rows: &[Row]) -> Table {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in rows.iter().flat_map(|(_, cells)| cells) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let mut table = Table::new();
    table.load_preset(ASCII_MARKDOWN).set_header([""].into_iter().chain(names.iter().copied()));
    for (title, cells) in rows {
        let cell = |name: &&str| cells.iter().find(|(of, _)| of == name).map_or("", |(_, cell)| cell);
        table.add_row([title.as_str()].into_iter().chain(names.iter().map(cell)));
    }
    table
}
