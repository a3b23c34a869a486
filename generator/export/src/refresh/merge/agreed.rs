//! What the lock keeps of a table once it is merged.

use super::Merging;
use crate::refresh::lines::Known;
use crate::refresh::{Edit, Grid, GridColumn, GridRow, HEADER};

impl Merging<'_> {
    /// What deck and data agreed on: in every cell the text of the data, whether it was written, was there, or is known and
    /// not wanted; where there is a conflict, what was written last. Keys are the texts that the deck will show.
    pub(super) fn agreed(&self) -> Grid {
        let found = self.found;
        let columns = remembered(&found.columns.known, |it| {
            !self.forgotten_columns.contains(&it)
        });
        let rows = remembered(&found.rows.known, |it| !self.forgotten_rows.contains(&it));
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

    /// The text by which a row will be known.
    fn row_key(&self, it: &Known) -> String {
        let found = self.found;
        if let Some(row) = it.deck {
            let column = found.key_place(row);
            return self.written(row, column).unwrap_or_else(|| found.key(row));
        }
        let base = it.base.and_then(|at| found.base?.rows.get(at));
        let data = it.data.and_then(|at| found.data.rows.get(at));
        let (first, second) = if self.is_inserted(it, true) {
            (data, base)
        } else {
            (base, data)
        };
        first
            .or(second)
            .map(|it| it.key.clone())
            .unwrap_or_default()
    }

    /// The text by which a column will be known.
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
        let (first, second) = if self.is_inserted(it, false) {
            (data, base)
        } else {
            (base, data)
        };
        first
            .or(second)
            .map(|it| it.header.clone())
            .unwrap_or_default()
    }

    /// The text that is written into a cell of the deck, if one is.
    fn written(&self, row: usize, column: usize) -> Option<String> {
        let region = self.found.regions.iter().find(|it| it.has(row, column));
        let at = region.map_or((row, column), crate::refresh::Region::origin);
        self.edits.iter().find_map(|it| match it {
            Edit::SetCell {
                row, column, text, ..
            } if (*row, *column) == at => Some(text.clone()),
            _ => None,
        })
    }

    fn is_inserted(&self, known: &Known, is_row: bool) -> bool {
        self.edits.iter().any(|it| match it {
            Edit::InsertRow { line, .. } => is_row && line.id.as_ref() == Some(&known.id),
            Edit::InsertColumn { line, .. } => !is_row && line.id.as_ref() == Some(&known.id),
            _ => false,
        })
    }
}

/// The places of those that the lock keeps: of the data in its order, then those that only the lock and the deck have.
fn remembered(known: &[Known], is_kept: impl Fn(usize) -> bool) -> Vec<usize> {
    let here = |it: &usize| known[*it].data.is_some() || known[*it].deck.is_some();
    let all = (0..known.len()).filter(|it| is_kept(*it));
    let mut out: Vec<usize> = all.filter(here).collect();
    out.sort_by_key(|it| (known[*it].data.is_none(), known[*it].data, *it));
    out
}
