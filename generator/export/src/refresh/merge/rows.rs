//! Rows that come and go.

use super::Merging;
use crate::refresh::text::same;
use crate::refresh::{Conflict, Edit, Kind, NAMES, Place, Side};

impl Merging<'_> {
    /// The deck's rows that the data has not, or no more.
    pub(super) fn old_rows(&mut self) {
        let found = self.found;
        for row in 0..found.deck.rows.len() {
            match found.rows.of_deck[row] {
                None => self.keep_added(found.deck_row_line(row), true),
                Some(known) if found.rows.known[known].data.is_none() => self.old_row(known, row),
                Some(_) => {}
            }
        }
    }

    fn old_row(&mut self, known: usize, row: usize) {
        let found = self.found;
        let line = found.row_line(&found.rows.known[known]);
        let is_gone = self.gone_rows.contains(&row);
        let changed = if is_gone {
            Vec::new()
        } else {
            self.changed_in_row(known, row)
        };
        let taken = self.take.settled(line.id.as_deref(), None);
        match (is_gone, taken) {
            (false, Some(Side::Deck)) => {
                self.forgotten_rows.insert(known);
                self.keep_added(line, true);
            }
            (true, _) => {
                self.forgotten_rows.insert(known);
                let columns = 0..found.deck.columns.len();
                let was = columns.map(|column| found.deck.text(row, column).to_owned());
                self.edits.push(Edit::RemoveRow {
                    row,
                    line,
                    was: was.collect(),
                });
            }
            (false, _) => self.conflicts.push(Conflict::Removed {
                line,
                is_row: true,
                changed,
            }),
        }
    }

    /// The cells of a row of the deck that a hand changed.
    pub(super) fn changed_in_row(
        &self,
        known: usize,
        row: usize,
    ) -> Vec<(Place, Option<String>, String)> {
        let found = self.found;
        let known = &found.rows.known[known];
        let is_heading = found.kind(known) == Kind::Heading;
        let names = found
            .columns
            .place(NAMES)
            .map(|it| &found.columns.known[it]);
        let mut out = Vec::new();
        for column in 0..found.deck.columns.len() {
            let region = found.region(row, column);
            let merged = region.is_some_and(|it| !found.is_of_heading(it));
            let is_gone = self.gone_columns.contains(&column);
            if is_gone || (!merged && found.deck.is_covered(row, column)) {
                continue;
            }
            let is_name = is_heading && found.deck.heading_place(row) == Some(column);
            let here = match (is_heading, is_name) {
                (true, true) => names,
                (true, false) => None,
                (false, _) => found.columns.at(column),
            };
            let base = here.and_then(|it| found.base_of(known, it));
            let deck = found.deck.text(row, column);
            if merged || !same(base.unwrap_or_default(), deck) {
                let base = base.map(str::to_owned);
                out.push((found.place(row, column), base, deck.to_owned()));
            }
        }
        out
    }

    /// The rows of the data that the deck has not.
    pub(super) fn new_rows(&mut self) {
        let found = self.found;
        self.flat_rows = self.flat_rows();
        for known in found.rows.in_data() {
            let it = &found.rows.known[known];
            if it.deck.is_some() {
                continue;
            }
            let line = found.row_line(it);
            let id = line.id.as_deref();
            let taken = match (it.base, found.base) {
                (Some(_), _) => Some(self.take.chosen(id, None).unwrap_or(Side::Deck)),
                (None, Some(_)) => Some(Side::Data),
                (None, None) => self.take.settled(id, None),
            };
            match taken {
                Some(Side::Deck) => self.keep_removed(line, true),
                Some(Side::Data) => self.new_row(known),
                None => {
                    self.forgotten_rows.insert(known);
                    self.conflicts
                        .push(Conflict::Missing { line, is_row: true });
                }
            }
        }
    }

    fn new_row(&mut self, known: usize) {
        let found = self.found;
        let row = &found.rows.known[known];
        let line = found.row_line(row);
        let before = self.row_place(known);
        let Some(like) = self.row_like(known, before) else {
            self.forgotten_rows.insert(known);
            self.conflicts
                .push(Conflict::NoPlace { line, is_row: true });
            return;
        };
        let kind = found.kind(row);
        let text = |column: usize| {
            let is_gone = self.forgotten_columns.contains(&column);
            let data = found.data_of(row, &found.columns.known[column]);
            data.filter(|_| !is_gone && self.is_cell(known, column))
                .unwrap_or_default()
        };
        let mut texts = vec![String::new(); found.deck.columns.len()];
        if kind == Kind::Heading {
            let place = found.deck.heading_place(like).unwrap_or(0);
            if let (Some(it), Some(names)) = (texts.get_mut(place), found.columns.place(NAMES)) {
                text(names).clone_into(it);
            }
        } else {
            for (at, it) in texts.iter_mut().enumerate() {
                if let Some(column) = found.columns.of_deck[at] {
                    text(column).clone_into(it);
                }
            }
        }
        let inserted = self.inserted.iter().map(|it| text(*it).to_owned());
        let inserted = inserted.collect();
        self.edits.push(Edit::InsertRow {
            before,
            like,
            kind,
            line,
            texts,
            inserted,
        });
    }
}
