//! Where a new row or column goes, and which one it looks like.

use super::Merging;
use crate::refresh::lines::{Known, Lines};
use crate::refresh::{Edit, Kind, NAMES, Region};

impl Merging<'_> {
    /// The deck's row before which a new one goes; their number, at the end.
    pub(super) fn row_place(&self, known: usize) -> usize {
        let rows = &self.found.rows;
        let Some(mut next) = behind_previous(rows, known) else {
            return 0;
        };
        while next < rows.of_deck.len() {
            let by_hand = rows.of_deck[next].is_none();
            if !by_hand && !self.split_rows.contains(&next) {
                break;
            }
            next += 1;
        }
        next
    }

    /// The deck's column before which a new one goes; their number, at the end.
    pub(super) fn column_place(&self, known: usize) -> usize {
        let columns = &self.found.columns;
        let Some(mut next) = behind_previous(columns, known) else {
            return 0;
        };
        while next < columns.of_deck.len() {
            let by_hand = columns.of_deck[next].is_none();
            if !by_hand && !self.split_columns.contains(&next) {
                break;
            }
            next += 1;
        }
        next
    }

    /// Whether a merged cell of this row of the deck grows over a column inserted before `next`.
    pub(super) fn covers_new_column(&self, row: usize, next: usize) -> bool {
        let mut regions = self.found.regions.iter();
        regions.any(|it| it.rows.contains(&row) && self.grows(it, next))
    }

    /// Whether a merged cell grows over a column inserted before `next`.
    fn grows(&self, region: &Region, next: usize) -> bool {
        let (first, end) = (region.columns.start, region.columns.end);
        first < next && (next < end || (next == end && self.found.is_across(region)))
    }

    /// By the deck's rows, whether nothing will be merged from left to right once columns came and went.
    pub(super) fn flat_rows(&self) -> Vec<bool> {
        let new = self.edits.iter().filter_map(|it| match it {
            Edit::InsertColumn { before, .. } => Some(*before),
            _ => None,
        });
        let new: Vec<_> = new.collect();
        let mut flat = vec![true; self.found.deck.rows.len()];
        for it in &self.found.regions {
            let stays = |column: &usize| !self.gone_columns.contains(column);
            let n_old = it.columns.clone().filter(stays).count();
            let n_new = new.iter().filter(|at| self.grows(it, **at)).count();
            if n_old + n_new > 1 {
                it.rows.clone().for_each(|row| flat[row] = false);
            }
        }
        flat
    }

    /// The deck's row that a new one looks like: the nearest of its kind, of the same group if there is one.
    pub(super) fn row_like(&self, known: usize, before: usize) -> Option<usize> {
        let found = self.found;
        let kind = found.kind(&found.rows.known[known]);
        let near = before.saturating_sub(1);
        let group = self.group(known);
        let is_flat = |row: usize| self.flat_rows[row];
        let fitness = |row: usize| {
            let it = found.rows.of_deck[row];
            let other = it.map(|it| found.kind(&found.rows.known[it]));
            match (kind, other) {
                (Kind::Heading, Some(Kind::Heading)) => 4,
                (Kind::Heading, None) if found.deck.is_heading(row) && !is_flat(row) => 3,
                _ if !is_flat(row) => 0,
                (Kind::Body, Some(Kind::Body)) if it.is_some_and(|it| self.group(it) == group) => 4,
                (_, Some(Kind::Body)) => 3,
                (_, None) => 2,
                (_, Some(_)) => 1,
            }
        };
        let rows = (0..found.deck.rows.len()).map(|row| (fitness(row), row));
        let usable = rows.filter(|(fitness, _)| *fitness > 0);
        let best = usable.min_by_key(|(fitness, row)| (4 - fitness, row.abs_diff(near), *row));
        best.map(|(_, row)| row)
    }

    /// The group of a row in the data, by the place of its name there; nothing for one above all names.
    fn group(&self, known: usize) -> Option<usize> {
        let at = self.found.rows.known[known].data?;
        let above = self.found.data.rows.get(..=at)?;
        above.iter().rposition(|it| it.kind == Kind::Heading)
    }

    /// The deck's column that a new one looks like: the nearest of an option.
    pub(super) fn column_like(&self, before: usize) -> Option<usize> {
        let found = self.found;
        let near = before.saturating_sub(1);
        let rank = |column: usize| match found.columns.at(column) {
            Some(it) if it.id != NAMES => 0,
            None => 1,
            Some(_) => 2,
        };
        let columns = 0..found.deck.columns.len();
        columns.min_by_key(|it| (rank(*it), it.abs_diff(near), *it))
    }
}

/// The place in the deck behind the nearest row or column that comes before a known one in the data.
fn behind_previous(lines: &Lines, known: usize) -> Option<usize> {
    let at = lines.known[known].data?;
    let earlier = |it: &&Known| it.deck.is_some() && it.data.is_some_and(|it| it < at);
    let previous = lines
        .known
        .iter()
        .filter(earlier)
        .max_by_key(|it| it.data)?;
    previous.deck.map(|it| it + 1)
}
