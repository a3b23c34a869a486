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

    /// The text by which a row will be known.
    fn row_key(&self, it: &Known) -> String {
        let found = self.found;
        if let Some(row) = it.deck {
            let column = found.key_place(row);
            return self.written(row, column).unwrap_or_else(|| found.key(row));
        }
        let base = it.base.and_then(|at| found.base?.rows.get(at));
        let data = it.data.and_then(|at| found.data.rows.get(at));
        let (first, second) = if self.inserted_before(it, true).is_some() {
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
        let (first, second) = if self.inserted_before(it, false).is_some() {
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
        let region = self.found.region(row, column);
        let at = region.map_or((row, column), crate::refresh::Region::origin);
        self.edits.iter().find_map(|it| match it {
            Edit::SetCell {
                row, column, text, ..
            } if (*row, *column) == at => Some(text.clone()),
            _ => None,
        })
    }

    /// The rows or columns that the lock keeps, in the order of the deck as it will be. Those that are not there stand behind
    /// the one that they stood behind, so that a line that comes back under another name is recognized by its place.
    fn remembered(&self, is_row: bool) -> Vec<usize> {
        let (lines, forgotten) = match is_row {
            true => (&self.found.rows, &self.forgotten_rows),
            false => (&self.found.columns, &self.forgotten_columns),
        };
        let place = |it: &usize| {
            let new = self.inserted_before(&lines.known[*it], is_row);
            lines.known[*it]
                .deck
                .map(|it| (it, 1))
                .or(new.map(|it| (it, 0)))
        };
        let known = (0..lines.known.len()).filter(|it| !forgotten.contains(it));
        let (mut out, absent): (Vec<_>, Vec<_>) = known.partition(|it| place(it).is_some());
        out.sort_by_cached_key(|it| (place(it), lines.known[*it].data));
        for at in absent {
            let it = &lines.known[at];
            if it.data.is_none() {
                continue;
            }
            let order = |it: &Known| it.base.or(it.data);
            let earlier = |other: &&usize| {
                let other = &lines.known[**other];
                other.base.is_some() == it.base.is_some() && order(other) < order(it)
            };
            let previous = out
                .iter()
                .filter(earlier)
                .max_by_key(|it| order(&lines.known[**it]));
            let behind = previous.and_then(|it| out.iter().position(|other| other == it));
            out.insert(behind.map_or(0, |it| it + 1), at);
        }
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
