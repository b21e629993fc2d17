//! The tables that `BENCHMARKS.md` holds.

use comfy_table::Table;
use comfy_table::presets::ASCII_MARKDOWN;

/// What stands in one line: its name, and a cell for each named column that it has.
pub type Row = (String, Vec<(String, String)>);

/// A line for each row, a column for each name in the order in which they come up.
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
