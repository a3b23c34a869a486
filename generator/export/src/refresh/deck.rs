//! The table that stands in a deck, as texts and merged cells.

use std::collections::HashSet;
use std::ops::Range;

use serde::Serialize;

/// A table of a deck.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DeckGrid {
    /// Its columns.
    pub columns: Vec<DeckColumn>,
    /// Its rows.
    pub rows: Vec<DeckRow>,
}

/// A column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DeckColumn {
    /// The id that some programs give it, and others drop.
    pub id: Option<u32>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DeckRow {
    /// The id that some programs give it, and others drop.
    pub id: Option<u32>,
    /// Its cells: one for each column, those that a merged cell covers too.
    pub cells: Vec<DeckCell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DeckCell {
    /// Its text; a line feed stands for a break, between paragraphs or within one.
    pub text: String,
    /// What it covers, and whether it is covered.
    pub span: Span,
}

/// How a cell is merged with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// How many columns it covers, itself included.
    pub columns: usize,
    /// How many rows it covers, itself included.
    pub rows: usize,
    /// Whether a cell to the left covers it.
    pub from_left: bool,
    /// Whether a cell above covers it.
    pub from_above: bool,
}

impl Default for Span {
    fn default() -> Self {
        Self {
            columns: 1,
            rows: 1,
            from_left: false,
            from_above: false,
        }
    }
}

impl Span {
    /// Whether another cell covers it, so that nobody sees its text.
    pub fn is_covered(self) -> bool {
        self.from_left || self.from_above
    }
}

/// A merged cell: the rows and columns that it takes up, more than one of either. Its text stands in the first of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its rows.
    pub rows: Range<usize>,
    /// Its columns.
    pub columns: Range<usize>,
}

impl Region {
    /// Whether a cell is part of it.
    pub fn has(&self, row: usize, column: usize) -> bool {
        self.rows.contains(&row) && self.columns.contains(&column)
    }

    /// The row and column of its text.
    pub fn origin(&self) -> (usize, usize) {
        (self.rows.start, self.columns.start)
    }

    /// Its cells by row and column.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, usize)> {
        let columns = self.columns.clone();
        let row = move |row| columns.clone().map(move |column| (row, column));
        self.rows.clone().flat_map(row)
    }
}

impl DeckGrid {
    /// The text of a cell; empty if there is none.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).map_or("", |it| &it.text)
    }

    /// The first row that has not one cell for each column, from 0.
    pub fn ragged(&self) -> Option<usize> {
        let width = self.columns.len();
        self.rows.iter().position(|it| it.cells.len() != width)
    }

    /// Its merged cells, in the order of their texts. What a broken deck says beyond the edges is cut, and a merged cell that
    /// begins within another is none, so that they are few and small.
    pub fn regions(&self) -> Vec<Region> {
        let mut out = Vec::new();
        let mut taken = HashSet::new();
        for (row, it) in self.rows.iter().enumerate() {
            for (column, cell) in it.cells.iter().enumerate() {
                let span = cell.span;
                let is_one = span.columns.max(span.rows) < 2 || span.is_covered();
                if is_one || taken.contains(&(row, column)) {
                    continue;
                }
                let end = |from: usize, count: usize, n| from.saturating_add(count.max(1)).min(n);
                let region = Region {
                    rows: row..end(row, span.rows, self.rows.len()),
                    columns: column..end(column, span.columns, it.cells.len()),
                };
                if region.rows.len() * region.columns.len() > 1 {
                    taken.extend(region.cells());
                    out.push(region);
                }
            }
        }
        out
    }

    /// Whether nobody sees what stands in a cell.
    pub fn is_covered(&self, row: usize, column: usize) -> bool {
        self.cell(row, column).is_none_or(|it| it.span.is_covered())
    }

    /// The place of the text of a row that names a group: its first cell that is seen.
    pub(super) fn heading_place(&self, row: usize) -> Option<usize> {
        (0..self.columns.len()).find(|column| !self.is_covered(row, *column))
    }

    /// Whether a row can be one that names a group: a text, and nothing beside it that is seen.
    pub(super) fn is_heading(&self, row: usize) -> bool {
        let Some(place) = self.heading_place(row) else {
            return false;
        };
        let rest = place + 1..self.columns.len();
        let empty = |column: usize| {
            self.is_covered(row, column) || self.text(row, column).trim().is_empty()
        };
        rest.into_iter().all(empty)
    }

    fn cell(&self, row: usize, column: usize) -> Option<&DeckCell> {
        self.rows.get(row)?.cells.get(column)
    }
}
