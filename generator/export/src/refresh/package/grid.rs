//! A table of a slide as texts and merged cells.

use ooxml::Table;
use ooxml::table::{Cell, Row};

use crate::refresh::{DeckCell, DeckColumn, DeckGrid, DeckRow, Span};

/// A table of a slide, as it is merged.
pub(super) fn grid(table: &Table) -> DeckGrid {
    let columns = table.columns.iter().map(|it| DeckColumn { id: it.id });
    DeckGrid {
        columns: columns.collect(),
        rows: table.rows.iter().map(row).collect(),
    }
}

fn row(it: &Row) -> DeckRow {
    DeckRow {
        id: it.id,
        cells: it.cells.iter().map(cell).collect(),
    }
}

fn cell(it: &Cell) -> DeckCell {
    DeckCell {
        text: it.text.clone(),
        span: Span {
            columns: it.merge.columns,
            rows: it.merge.rows,
            from_left: it.merge.from_left,
            from_above: it.merge.from_above,
        },
    }
}
