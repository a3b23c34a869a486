//! The look of marks: a cell that gets another mark gets the color that this mark has elsewhere in the table, or none.

use ooxml::table::Merge as Span;
use ooxml::{Result, Text};

use super::tables::Ours;
use crate::refresh::{DeckGrid, Edit, Merge};

/// The slide in which the first line of every cell that was written looks like one that said the same before. In a table of
/// marks, what has none, or one that no cell had, does not keep the color of another.
///
/// # Errors
/// The slide is not XML.
pub(super) fn settle(before: &Text, slide: &Text, ours: &Ours, merge: &Merge) -> Result<Text> {
    let was = &ours.grid;
    let table = ours.table_in(slide)?;
    let (rows, columns) = (
        kept(was.rows.len(), merge, true),
        kept(was.columns.len(), merge, false),
    );
    let old = |row: usize, column: usize| {
        let row = rows.iter().position(|it| *it == Some(row))?;
        let column = columns.iter().position(|it| *it == Some(column))?;
        Some(was.text(row, column))
    };
    let (mut pairs, mut plain) = (Vec::new(), Vec::new());
    let mut cells = was.rows.iter().flat_map(|it| &it.cells);
    let has_marks = cells.any(|it| mark(&it.text).is_some());
    for (at, row) in table.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let (now, before) = (mark(&cell.text), old(at, column));
            if before.is_some_and(|it| mark(it) == now) {
                continue;
            }
            let is_answer = at > 0 && column > 0 && cell.merge == Span::default();
            match now.and_then(|it| place_of(it, was)) {
                Some(from) => pairs.push((from, (at, column))),
                None if has_marks && is_answer => plain.push((at, column)),
                None => {}
            }
        }
    }
    let slide = match pairs.is_empty() {
        true => slide.clone(),
        false => table.with_first_formats(before, slide, &pairs)?,
    };
    match plain.is_empty() {
        true => Ok(slide),
        false => table.with_plain_formats(&slide, &plain),
    }
}

/// The line with the mark, if a text has one: signs come first, and the value stands below.
fn mark(text: &str) -> Option<&str> {
    let line = text.lines().next()?;
    (line.starts_with(['●', '○']) || line.starts_with("– ")).then_some(line)
}

/// A cell with this mark.
fn place_of(mark: &str, grid: &DeckGrid) -> Option<(usize, usize)> {
    let mut cells = grid.rows.iter().enumerate().flat_map(|(row, it)| {
        let cells = it.cells.iter().enumerate();
        cells.map(move |(column, it)| ((row, column), it))
    });
    let found = cells.find(|(_, it)| self::mark(&it.text) == Some(mark));
    found.map(|it| it.0)
}

/// Where each row, or each column, of the deck stands after the edits; nothing for one that is removed.
pub(super) fn kept(count: usize, merge: &Merge, is_row: bool) -> Vec<Option<usize>> {
    let is_gone = |at: usize| {
        merge.edits.iter().any(|it| match it {
            Edit::RemoveRow { row, .. } => is_row && *row == at,
            Edit::RemoveColumn { column, .. } => !is_row && *column == at,
            _ => false,
        })
    };
    let n_new = |at: usize| {
        let is_here = |it: &&Edit| match it {
            Edit::InsertRow { before, .. } => is_row && *before == at,
            Edit::InsertColumn { before, .. } => !is_row && *before == at,
            _ => false,
        };
        merge.edits.iter().filter(is_here).count()
    };
    let mut next = 0;
    let place = |at: usize| {
        next += n_new(at);
        let place = (!is_gone(at)).then_some(next);
        next += usize::from(place.is_some());
        place
    };
    (0..count).map(place).collect()
}
