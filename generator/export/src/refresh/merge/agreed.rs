//! What the lock keeps of a table once it is merged.

use super::Merging;
use crate::refresh::lines::Known;
use crate::refresh::{Edit, Grid, GridColumn, GridRow, HEADER};

impl Merging<'_> {
    /// What deck and data agreed on: in every cell the text of the data, whether it was written, was there, or is known and
    /// not wanted; where there is a conflict, what was written last. Keys are the texts that the deck will show.
    pub(super) fn agreed(&self) -> Grid {
        let found = self.found;
        let (columns, rows) = (self.remembered(false), self.remembered(true));
        let row = |known: usize| {
            let it = &found.rows.known[known];
            let cells = columns
                .iter()
                .map(|column| self.agreed_text(known, *column));
            GridRow {
                id: it.id.clone(),
                kind: found.kind(it),
                key: self.row_key(it),
                hint: it.deck.and_then(|at| found.deck.rows[at].id),
                cells: cells.collect(),
            }
        };
        let column = |known: usize| {
            let it = &found.columns.known[known];
            GridColumn {
                id: it.id.clone(),
                header: self.column_key(it),
                hint: it.deck.and_then(|at| found.deck.columns[at].id),
            }
        };
        Grid {
            columns: columns.iter().map(|it| column(*it)).collect(),
            rows: rows.iter().map(|it| row(*it)).collect(),
        }
    }

    fn agreed_text(&self, row: usize, column: usize) -> Option<String> {
        let found = self.found;
        let (known_row, known_column) = (&found.rows.known[row], &found.columns.known[column]);
        let base = found.base_of(known_row, known_column);
        let data = found.data_of(known_row, known_column);
        let text = match self.open.contains(&(row, column)) {
            true => base,
            false => data.or(base),
        };
        text.map(str::to_owned)
    }

    /// The text by which a row will be known; empty if the deck will not have it.
    fn row_key(&self, it: &Known) -> String {
        let found = self.found;
        if let Some(row) = it.deck {
            let column = found.key_place(row);
            return self.written(row, column).unwrap_or_else(|| found.key(row));
        }
        let data = it.data.and_then(|at| found.data.rows.get(at));
        let data = data.filter(|_| self.inserted_before(it, true).is_some());
        data.map(|it| it.key.clone()).unwrap_or_default()
    }

    /// The text by which a column will be known; empty if the deck will not have it.
    fn column_key(&self, it: &Known) -> String {
        let found = self.found;
        let header = found
            .rows
            .place(HEADER)
            .and_then(|at| found.rows.known[at].deck);
        if let (Some(row), Some(column)) = (header, it.deck) {
            let shown = || found.shown(row, column).to_owned();
            return self.written(row, column).unwrap_or_else(shown);
        }
        let base = it.base.and_then(|at| found.base?.columns.get(at));
        let data = it.data.and_then(|at| found.data.columns.get(at));
        let shown = match it.deck {
            // A column without a heading that is seen keeps the one that it had.
            Some(_) => base.or(data),
            None => data.filter(|_| self.inserted_before(it, false).is_some()),
        };
        shown.map(|it| it.header.clone()).unwrap_or_default()
    }

    /// The text that is written into a cell of the deck, if one is.
    fn written(&self, row: usize, column: usize) -> Option<String> {
        let region = self.found.region(row, column);
        let at = region.map_or((row, column), crate::refresh::Region::origin);
        self.edits.iter().find_map(|it| match it {
            Edit::SetCell {
                row, column, text, ..
            } if (*row, *column) == at => Some(text.clone()),
            _ => None,
        })
    }

    /// The rows or columns that the lock keeps: in the order of the deck as it will be, then those that it has not.
    fn remembered(&self, is_row: bool) -> Vec<usize> {
        let (lines, forgotten) = match is_row {
            true => (&self.found.rows, &self.forgotten_rows),
            false => (&self.found.columns, &self.forgotten_columns),
        };
        let here = |it: &Known| it.deck.is_some() || it.data.is_some();
        let known = (0..lines.known.len()).filter(|it| !forgotten.contains(it));
        let mut out: Vec<_> = known.filter(|it| here(&lines.known[*it])).collect();
        out.sort_by_cached_key(|at| {
            let it = &lines.known[*at];
            let new = self.inserted_before(it, is_row).map(|it| (it, 0));
            let place = it.deck.map(|it| (it, 1)).or(new);
            (place.is_none(), place, it.data)
        });
        out
    }

    /// Before which row or column of the deck a known one is inserted, if it is.
    fn inserted_before(&self, known: &Known, is_row: bool) -> Option<usize> {
        self.edits.iter().find_map(|it| match it {
            Edit::InsertRow { line, before, .. } if is_row => {
                (line.id.as_ref() == Some(&known.id)).then_some(*before)
            }
            Edit::InsertColumn { line, before, .. } if !is_row => {
                (line.id.as_ref() == Some(&known.id)).then_some(*before)
            }
            _ => None,
        })
    }
}
