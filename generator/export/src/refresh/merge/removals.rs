//! Which rows and columns of the deck go.

use super::Merging;
use crate::refresh::Side;

impl Merging<'_> {
    /// Finds the rows and columns that the data has no more and that no hand changed, or that `take` gives up.
    ///
    /// What a hand did where a row that goes meets a column that goes keeps neither of them, so one can make way for others.
    pub(super) fn removals(&mut self) {
        loop {
            let rows: Vec<_> = self.rows_to_go();
            self.gone_rows.extend(&rows);
            let columns: Vec<_> = self.columns_to_go();
            self.gone_columns.extend(&columns);
            if rows.is_empty() && columns.is_empty() {
                break;
            }
        }
    }

    fn rows_to_go(&self) -> Vec<usize> {
        let found = self.found;
        let goes = |row: &usize| {
            let Some(known) = found.rows.of_deck[*row] else {
                return false;
            };
            let it = &found.rows.known[known];
            if it.data.is_some() || self.gone_rows.contains(row) || self.begins_in_row(*row) {
                return false;
            }
            let is_given_up = self.take.settled(Some(&it.id), None) == Some(Side::Data);
            is_given_up || self.changed_in_row(known, *row).is_empty()
        };
        (0..found.deck.rows.len()).filter(goes).collect()
    }

    fn columns_to_go(&self) -> Vec<usize> {
        let found = self.found;
        let goes = |column: &usize| {
            let Some(known) = found.columns.of_deck[*column] else {
                return false;
            };
            let it = &found.columns.known[known];
            let is_gone = self.gone_columns.contains(column);
            if it.data.is_some() || is_gone || self.begins_in_column(*column) {
                return false;
            }
            let is_given_up = self.take.settled(None, Some(&it.id)) == Some(Side::Data);
            is_given_up || self.changed_in_column(known, *column).is_empty()
        };
        (0..found.deck.columns.len()).filter(goes).collect()
    }

    /// Whether a merged cell would lose its first row, in which its text stands, and go on below.
    fn begins_in_row(&self, row: usize) -> bool {
        let mut regions = self.found.regions.iter();
        regions.any(|it| {
            let is_here = it.rows.start == row && it.rows.len() > 1;
            is_here && !it.columns.clone().all(|it| self.gone_columns.contains(&it))
        })
    }

    /// Whether a merged cell would lose its first column, and go on to the right.
    fn begins_in_column(&self, column: usize) -> bool {
        let mut regions = self.found.regions.iter();
        regions.any(|it| {
            let is_here = it.columns.start == column && it.columns.len() > 1;
            is_here && !it.rows.clone().all(|it| self.gone_rows.contains(&it))
        })
    }
}
