//! Columns that come and go.

use super::Merging;
use crate::refresh::text::{normal, same};
use crate::refresh::{Conflict, Edit, HEADER, Kind, NAMES, Place, Side};

impl Merging<'_> {
    /// The deck's columns that the data has not, or no more.
    pub(super) fn old_columns(&mut self) {
        let found = self.found;
        for column in 0..found.deck.columns.len() {
            match found.columns.of_deck[column] {
                None => self.keep_added(found.deck_column_line(column), false),
                Some(known) if found.columns.known[known].data.is_none() => {
                    self.old_column(known, column);
                }
                Some(_) => {}
            }
        }
    }

    fn old_column(&mut self, known: usize, column: usize) {
        let found = self.found;
        let line = found.column_line(&found.columns.known[known]);
        let is_gone = self.gone_columns.contains(&column);
        let changed = if is_gone {
            Vec::new()
        } else {
            self.changed_in_column(known, column)
        };
        let taken = self.take.settled(None, line.id.as_deref());
        match (is_gone, taken) {
            (false, Some(Side::Deck)) => {
                self.forgotten_columns.insert(known);
                self.keep_added(line, false);
            }
            (true, _) => {
                self.forgotten_columns.insert(known);
                let rows = 0..found.deck.rows.len();
                let was = rows.map(|row| found.deck.text(row, column).to_owned());
                self.edits.push(Edit::RemoveColumn {
                    column,
                    line,
                    was: was.collect(),
                });
            }
            (false, _) => self.conflicts.push(Conflict::Removed {
                line,
                is_row: false,
                changed,
            }),
        }
    }

    /// The cells of a column of the deck that a hand changed.
    pub(super) fn changed_in_column(
        &self,
        known: usize,
        column: usize,
    ) -> Vec<(Place, Option<String>, String)> {
        let found = self.found;
        let known = &found.columns.known[known];
        let mut out = Vec::new();
        for row in 0..found.deck.rows.len() {
            let region = found.region(row, column);
            let is_gone = self.gone_rows.contains(&row);
            if is_gone || region.is_some_and(|it| found.is_of_heading(it)) {
                continue;
            }
            let base = found.rows.at(row).and_then(|it| match found.kind(it) {
                Kind::Heading => None,
                _ => found.base_of(it, known),
            });
            let deck = found.deck.text(row, column);
            if region.is_some() || !same(base.unwrap_or_default(), deck) {
                let base = base.map(str::to_owned);
                out.push((found.place(row, column), base, deck.to_owned()));
            }
        }
        out
    }

    /// The columns of the data that the deck has not.
    pub(super) fn new_columns(&mut self) {
        let found = self.found;
        for known in found.columns.in_data() {
            let it = &found.columns.known[known];
            if it.deck.is_some() {
                continue;
            }
            let line = found.column_line(it);
            let id = line.id.as_deref();
            let taken = match (it.base, found.base) {
                (Some(_), _) => Some(self.take.chosen(None, id).unwrap_or(Side::Deck)),
                (None, Some(_)) => Some(Side::Data),
                (None, None) => self.take.settled(None, id),
            };
            match taken {
                Some(Side::Deck) => self.keep_removed(line, false),
                Some(Side::Data) => self.new_column(known),
                None => {
                    self.forgotten_columns.insert(known);
                    self.conflicts.push(Conflict::Missing {
                        line,
                        is_row: false,
                    });
                }
            }
        }
    }

    fn new_column(&mut self, known: usize) {
        let found = self.found;
        let column = &found.columns.known[known];
        let line = found.column_line(column);
        let before = self.column_place(known);
        let header = found
            .rows
            .place(HEADER)
            .and_then(|it| found.rows.known[it].deck);
        // Without a heading that is seen nobody would know, and the next merge neither, what stands there.
        let is_hidden = header.is_none_or(|it| self.covers_new_column(it, before));
        let Some(like) = self.column_like(before).filter(|_| !is_hidden) else {
            self.forgotten_columns.insert(known);
            self.conflicts.push(Conflict::NoPlace {
                line,
                is_row: false,
            });
            return;
        };
        let mut texts = vec![String::new(); found.deck.rows.len()];
        for (at, text) in texts.iter_mut().enumerate() {
            let Some(row) = found.rows.of_deck[at] else {
                continue;
            };
            let it = &found.rows.known[row];
            let Some(data) = found
                .data_of(it, column)
                .filter(|_| self.is_cell(row, known))
            else {
                continue;
            };
            if normal(data).is_empty() || !self.covers_new_column(at, before) {
                data.clone_into(text);
                continue;
            }
            self.open.insert((row, known));
            self.conflicts.push(Conflict::Covered {
                place: Place {
                    row: found.row_line(it),
                    column: line.clone(),
                },
                data: data.to_owned(),
            });
        }
        self.inserted.push(known);
        self.edits.push(Edit::InsertColumn {
            before,
            like,
            line,
            texts,
        });
    }

    /// Whether a row has a text of its own in a column: one that names a group has only its name.
    pub(super) fn is_cell(&self, row: usize, column: usize) -> bool {
        let found = self.found;
        let is_heading = found.kind(&found.rows.known[row]) == Kind::Heading;
        !is_heading || found.columns.known[column].id == NAMES
    }
}
