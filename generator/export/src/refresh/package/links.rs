//! Links of cells that are written: one to a source of the old text does not stay behind the new one.

use std::io::{Read, Seek};

use document::Table;
use ooxml::table::Relink;
use ooxml::{Package, Relationship, Result};

use super::Options;
use super::tables::Ours;
use crate::refresh::{Edit, Merge, Place};

/// What becomes of the links in the cells that `merge` writes.
///
/// If all of a cell lead to sources of the data and none to a source of the new text, they lead to the first of those to which
/// the slide has a relationship, or are taken out. A link that somebody made to anything else stays.
///
/// # Errors
/// The relationships of the slide cannot be read.
pub(super) fn relinks(
    package: &mut Package<impl Read + Seek>,
    ours: &Ours,
    merge: &Merge,
    table: &Table,
    options: &Options,
) -> Result<Vec<Relink>> {
    let relationships = package.relationships(&ours.place.part)?;
    let address = |it: &Relationship| it.external.then(|| it.target.clone());
    let mut out = Vec::new();
    for edit in &merge.edits {
        let Edit::SetCell {
            row, column, place, ..
        } = edit
        else {
            continue;
        };
        let cell = ours
            .table
            .rows
            .get(*row)
            .and_then(|it| it.cells.get(*column));
        let links = cell.map(|it| it.links.as_slice()).unwrap_or_default();
        let old: Option<Vec<String>> = links
            .iter()
            .map(|it| relationships.by_id(it).and_then(address))
            .collect();
        let Some(old) = old.filter(|it| !it.is_empty()) else {
            continue;
        };
        let new = addresses(table, place);
        if old
            .iter()
            .all(|it| (options.is_source)(it) && !new.contains(&it.as_str()))
        {
            let mut ids = new.iter().filter_map(|url| {
                let mut all = relationships.of_kind("hyperlink");
                all.find(|it| it.external && it.target == *url)
            });
            out.push(Relink {
                row: *row,
                column: *column,
                to: ids.next().map(|it| it.id.clone()),
            });
        }
    }
    Ok(out)
}

/// The addresses of the sources of a cell of the data.
fn addresses<'t>(table: &'t Table, place: &Place) -> Vec<&'t str> {
    let option = place.column.id.as_deref();
    let column = table
        .columns
        .iter()
        .position(|it| Some(it.id.as_str()) == option);
    // What stands in the table a second time says the same there.
    let id = place.row.id.as_deref().and_then(|it| it.split('#').next());
    let row = table.rows().find(|it| Some(it.id.as_str()) == id);
    let cell = column.and_then(|at| row?.cells.get(at));
    let numbers = cell.map(|it| it.sources.as_slice()).unwrap_or_default();
    let sources = table
        .sources
        .iter()
        .filter(|it| numbers.contains(&it.number));
    sources.filter_map(|it| it.url.as_deref()).collect()
}
