//! Writing what a merge came to into a slide.

use std::io::{Read, Seek};

use document::Table;
use ooxml::{Error, Package, Result, TableEdit, Text};

use super::footer::{self, Footer};
use super::grid::grid;
use super::room::Room;
use super::tables::Ours;
use super::widths::make_room;
use super::written::Written;
use super::{Options, bands, links, looks};
use crate::refresh::mark::{Described, Mark};
use crate::refresh::{DeckGrid, Edit, Grid, Merge, apply, same};

/// What the data says.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) table: &'a Table,
    /// What it wants in this place.
    pub(super) wanted: &'a Grid,
}

/// Makes the edits of `merge` in the slide; the inner error says why they cannot be made, and the slide is as it was.
pub(super) fn write(
    package: &mut Package<impl Read + Seek>,
    ours: &Ours,
    merge: &Merge,
    data: Source,
    options: &Options,
    room: &Room,
) -> Result<std::result::Result<Written, String>> {
    let before = package.text(&ours.place.part)?;
    let mut written = Written {
        grid: ours.grid.clone(),
        mixed: 0,
        growth: None,
        shrunk_to_pt: None,
        footer: Footer::Stays,
    };
    let description = ours.table.description.as_deref().unwrap_or_default();
    let marks = merge.conflicts.is_empty()
        && (!merge.edits.is_empty() || Mark::find(description).is_none());
    let is_to_fit = options.is_to_fit() && room.beyond(&ours.table).below_pt > 0;
    if merge.edits.is_empty() && !marks && !is_to_fit {
        return Ok(Ok(written));
    }
    let links = links::relinks(package, ours, merge, data.table, options)?;
    let linked = ours.table_in(&before)?.relinked(&before, &links)?;
    let text = match edited(&linked, ours, merge, marks.then_some(data), &mut written) {
        Ok(text) => text,
        Err(Error::Io(it)) => return Err(Error::Io(it)),
        Err(why) => return Ok(Err(why.to_string())),
    };
    let mut text = looks::settle(&before, &text, ours, merge)?;
    if !merge.edits.is_empty() {
        (text, written.footer) = footer::settle(&text, data.table, options.sentences)?;
    }
    let text = room.lower(text, ours, merge)?;
    let text = room.settle(text, ours, options, &mut written)?;
    written.grid = grid(&ours.table_in(&text)?);
    if !shows(&written.grid, &apply(&ours.grid, merge)) {
        return Ok(Err(
            "its cells are of a form that is not understood: nothing was written into it".into(),
        ));
    }
    package.replace(&ours.place.part, before.encode(&text))?;
    Ok(Ok(written))
}

/// The slide with the edits, and with the mark of `marked` in the description.
///
/// Columns come before rows, so that a new row is a copy of one that has the new columns already.
fn edited(
    slide: &Text,
    ours: &Ours,
    merge: &Merge,
    marked: Option<Source>,
    written: &mut Written,
) -> Result<Text> {
    // Another table of the slide may have been written meanwhile, but nothing of this one has changed.
    let table = ours.table_in(slide)?;
    let mut edit = table.edit();
    columns(&merge.edits, &table, &mut edit);
    if let Some(it) = marked {
        let description = table.description.as_deref().unwrap_or_default();
        let now = apply(&ours.grid, merge);
        let what = Described {
            title: &it.table.title,
            now: &now,
            was: &ours.grid,
        };
        let mark = Mark::of(it.table, &now, it.wanted);
        edit.set_description(&mark.put(description, &what));
    }
    let edited = edit.apply(slide)?;
    written.mixed = edited.flattened.len();
    let is_of_rows = |it: &Edit| matches!(it, Edit::InsertRow { .. } | Edit::RemoveRow { .. });
    if !merge.edits.iter().any(is_of_rows) {
        return Ok(edited.slide);
    }
    let table = ours.table_in(&edited.slide)?;
    let mut edit = table.edit();
    rows(&merge.edits, &table, &apply(&ours.grid, merge), &mut edit);
    Ok(edit.apply(&edited.slide)?.slide)
}

/// Texts of cells, and columns that come and go.
fn columns(edits: &[Edit], table: &ooxml::Table, edit: &mut TableEdit) {
    let width = make_room(&table.columns, edits, edit);
    for it in edits {
        match it {
            Edit::SetCell {
                row, column, text, ..
            } => edit.set_cell(*row, *column, text),
            Edit::InsertColumn {
                before,
                like,
                texts,
                ..
            } => edit.insert_column(*before, *like, width, &borrowed(texts)),
            Edit::RemoveColumn { column, .. } => edit.remove_column(*column),
            Edit::InsertRow { .. } | Edit::RemoveRow { .. } => {}
        }
    }
}

/// Rows that come and go, in a table that has the columns of `target` already.
fn rows(edits: &[Edit], table: &ooxml::Table, target: &DeckGrid, edit: &mut TableEdit) {
    // By row of the result, the row of the table that it looks like.
    let mut looks: Vec<usize> = Vec::new();
    for at in 0..=table.rows.len() {
        for it in edits {
            if let Edit::InsertRow { before, like, .. } = it
                && *before == at
            {
                let row = looks.len();
                let text = |column| match target.is_covered(row, column) {
                    true => "",
                    false => target.text(row, column),
                };
                let texts: Vec<&str> = (0..target.columns.len()).map(text).collect();
                let like = bands::like(&table.rows, &looks, *like);
                edit.insert_row(at, like, &texts);
                looks.push(like);
            }
        }
        let is_gone = |it: &Edit| matches!(it, Edit::RemoveRow { row, .. } if *row == at);
        match edits.iter().any(is_gone) {
            true => edit.remove_row(at),
            false if at < table.rows.len() => looks.push(at),
            false => {}
        }
    }
}

fn borrowed(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
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
