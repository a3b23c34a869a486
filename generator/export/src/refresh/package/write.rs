//! Writing what a merge came to into a slide.

use std::io::{Read, Seek};

use document::Table;
use ooxml::{Error, Package, Result, TableEdit, Text};

use super::grid::grid;
use super::report::Growth;
use super::room::Room;
use super::tables::Ours;
use super::widths::make_room;
use super::{Options, mark};
use crate::refresh::{DeckGrid, Edit, Merge, apply, same};

/// What was written.
pub(super) struct Written {
    /// The table as it is now.
    pub(super) grid: DeckGrid,
    /// In how many cells several formats became one.
    pub(super) mixed: usize,
    /// By how much it stands out of its slide, more than before.
    pub(super) growth: Option<Growth>,
    /// The size of its text, if it was made smaller.
    pub(super) shrunk_to_pt: Option<u32>,
}

/// Makes the edits of `merge` in the slide; the inner error says why they cannot be made, and the slide is as it was.
pub(super) fn write(
    package: &mut Package<impl Read + Seek>,
    ours: &Ours,
    merge: &Merge,
    table: &Table,
    options: &Options,
    room: &Room,
) -> Result<std::result::Result<Written, String>> {
    let before = package.text(&ours.place.part)?;
    let mut written = Written {
        grid: ours.grid.clone(),
        mixed: 0,
        growth: None,
        shrunk_to_pt: None,
    };
    let description = ours.table.description.as_deref().unwrap_or_default();
    let marks = merge.conflicts.is_empty()
        && (!merge.edits.is_empty() || mark::find(description).is_none());
    if merge.edits.is_empty() && !marks {
        return Ok(Ok(written));
    }
    let text = match edited(&before, ours, merge, marks.then_some(table), &mut written) {
        Ok(text) => text,
        Err(Error::Io(it)) => return Err(Error::Io(it)),
        Err(why) => return Ok(Err(why.to_string())),
    };
    let text = room.settle(text, ours, options.shrink, &mut written)?;
    written.grid = grid(&table_at(&text, ours)?);
    if !shows(&written.grid, &apply(&ours.grid, merge)) {
        return Ok(Err(
            "its cells are of a form that is not understood: nothing was written into it".into(),
        ));
    }
    package.replace(&ours.place.part, before.encode(&text))?;
    Ok(Ok(written))
}

/// The slide with the edits, and with the mark of `marked` in the description.
fn edited(
    slide: &Text,
    ours: &Ours,
    merge: &Merge,
    marked: Option<&Table>,
    written: &mut Written,
) -> Result<Text> {
    // Another table of the slide may have been written meanwhile, but nothing of this one has changed.
    let table = table_at(slide, ours)?;
    let mut edit = table.edit();
    plan(&merge.edits, &table, &mut edit);
    if let Some(it) = marked {
        let description = table.description.as_deref().unwrap_or_default();
        edit.set_description(&mark::put(description, it));
    }
    let edited = edit.apply(slide)?;
    written.mixed = edited.flattened.len();
    crossings(edited.slide, ours, merge)
}

fn plan(edits: &[Edit], table: &ooxml::Table, edit: &mut TableEdit) {
    let width = make_room(&table.columns, edits, edit);
    let strings = |texts: &[String]| texts.iter().map(String::from).collect::<Vec<_>>();
    for it in edits {
        match it {
            Edit::SetCell {
                row, column, text, ..
            } => edit.set_cell(*row, *column, text),
            Edit::InsertRow {
                before,
                like,
                texts,
                ..
            } => {
                let texts = strings(texts);
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                edit.insert_row(*before, *like, &texts);
            }
            Edit::RemoveRow { row, .. } => edit.remove_row(*row),
            Edit::InsertColumn {
                before,
                like,
                texts,
                ..
            } => {
                let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                edit.insert_column(*before, *like, width, &texts);
            }
            Edit::RemoveColumn { column, .. } => edit.remove_column(*column),
        }
    }
}

/// Fills the cells in which a new row meets a new column: they are empty until they are there.
fn crossings(slide: Text, ours: &Ours, merge: &Merge) -> Result<Text> {
    let has = |of: fn(&Edit) -> bool| merge.edits.iter().any(of);
    if !has(|it| matches!(it, Edit::InsertRow { .. }))
        || !has(|it| matches!(it, Edit::InsertColumn { .. }))
    {
        return Ok(slide);
    }
    let table = table_at(&slide, ours)?;
    let mut edit = table.edit();
    let target = apply(&ours.grid, merge);
    for (at, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let text = target.text(at, column);
            if cell.text.is_empty() && !text.is_empty() && !cell.merge.is_covered() {
                edit.set_cell(at, column, text);
            }
        }
    }
    Ok(edit.apply(&slide)?.slide)
}

/// The table as it stands in `slide`.
pub(super) fn table_at(slide: &Text, ours: &Ours) -> Result<ooxml::Table> {
    let mut all = ooxml::Table::all(slide)?;
    if ours.at >= all.len() {
        return Err(Error::NoShape(ours.name.clone()));
    }
    Ok(all.swap_remove(ours.at))
}

/// Whether two tables show the same.
fn shows(written: &DeckGrid, wanted: &DeckGrid) -> bool {
    let size = |it: &DeckGrid| (it.rows.len(), it.columns.len());
    let cells = |row: usize| (0..wanted.columns.len()).map(move |column| (row, column));
    size(written) == size(wanted)
        && (0..wanted.rows.len()).flat_map(cells).all(|(row, column)| {
            wanted.is_covered(row, column)
                || same(written.text(row, column), wanted.text(row, column))
        })
}
