//! Reads the columns that a table declares, in `[columns.error]` and the like.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::Reader;
use super::values::wrong_type;
use crate::errors::{Errors, Mistake, Place};
use crate::raw::{Columns, Row};
use crate::spec;
use crate::words::{closest, one_of, shown};

/// The inherited columns and those that the file declares. A declared column replaces an inherited one with the same name.
pub(super) fn read(file: &DeTable<'_>, inherited: &Columns, place: fn(Range<usize>) -> Place, errors: &mut Errors) -> Columns {
    let mut columns = inherited.clone();
    let words = spec::FILE.words();
    let is_meant = |key: &str| key == spec::COLUMNS || closest(key, &words) == Some(spec::COLUMNS);
    let Some((_, sections)) = file.iter().find(|(key, _)| is_meant(key.get_ref())) else { return columns };
    let DeValue::Table(table) = sections.get_ref() else {
        errors.push(wrong_type(spec::COLUMNS, "a table", sections, "; a section begins with `[columns.error]`"));
        return columns;
    };
    for (kind, declared) in table {
        let word: &str = kind.get_ref();
        if !spec::WITH_COLUMNS.contains(&word) {
            let fix = one_of(word, spec::WITH_COLUMNS);
            errors.push(Mistake::new(format!("rows of `{}` cannot have columns; {fix}", shown(word)), kind.span()));
        }
        let meant = closest(word, spec::WITH_COLUMNS);
        let Some(section) = spec::WITH_COLUMNS.iter().copied().find(|section| Some(*section) == meant) else { continue };
        let DeValue::Table(declared) = declared.get_ref() else {
            errors.push(wrong_type(section, "a table", declared, "; a column is declared as `owner = \"string\"`"));
            continue;
        };
        let own = Reader { place, columns: &BTreeMap::new(), errors }.column_rows(declared);
        let columns = columns.entry(section).or_default();
        columns.retain(|column| own.iter().all(|own: &Row| own.key.value != column.key.value));
        columns.extend(own);
    }
    columns
}
