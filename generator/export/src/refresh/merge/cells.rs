//! The cells of rows and columns that deck and data both have.

use super::Merging;
use crate::refresh::lines::Known;
use crate::refresh::text::{normal, same};
use crate::refresh::{Conflict, Edit, Hidden, Kept, Kind, NAMES, Place, Region, Side};

/// One text of the deck and the cells that it stands for.
struct Shown {
    /// The deck's row and column of the text.
    at: (usize, usize),
    place: Place,
    base: Option<String>,
    data: String,
    /// The cells by row and column among the known.
    cells: Vec<(usize, usize)>,
}

impl Merging<'_> {
    /// Merges every text that deck and data both have.
    pub(super) fn cells(&mut self) {
        let found = self.found;
        for row in 0..found.deck.rows.len() {
            let Some(known) = found.rows.of_deck[row] else {
                continue;
            };
            if found.rows.known[known].data.is_none() {
                continue;
            }
            for column in 0..found.deck.columns.len() {
                let region = found.region(row, column);
                if region.is_none_or(|it| found.is_of_heading(it)) {
                    self.one(known, row, column);
                }
            }
        }
        let regions = found.regions.iter();
        for region in regions.filter(|it| !found.is_of_heading(it)) {
            self.merged(region);
        }
    }

    /// The cells of a merged one, by the deck's rows and columns, that the data has too.
    fn members(&self, region: &Region) -> Vec<(usize, usize)> {
        let found = self.found;
        let has = |it: Option<&Known>| it.is_some_and(|it| it.data.is_some());
        let both = |(row, column): &(usize, usize)| {
            has(found.rows.at(*row)) && has(found.columns.at(*column))
        };
        region.cells().filter(both).collect()
    }

    /// A cell that is merged with no other, unless it is the name of a group.
    fn one(&mut self, row: usize, deck_row: usize, deck_column: usize) {
        let found = self.found;
        if found.kind(&found.rows.known[row]) == Kind::Heading {
            return self.of_heading(row, deck_row, deck_column);
        }
        let Some(column) = found.columns.of_deck[deck_column] else {
            return;
        };
        if found.columns.known[column].data.is_some() {
            let shown = self.shown((deck_row, deck_column), row, column);
            self.text(shown);
        }
    }

    /// A cell in a row that names a group: its text is one of the names of rows wherever it stands, all others are empty.
    fn of_heading(&mut self, row: usize, deck_row: usize, deck_column: usize) {
        let found = self.found;
        let names = found.columns.place(NAMES);
        let column = match found.deck.heading_place(deck_row) == Some(deck_column) {
            true => names,
            false => found.columns.of_deck[deck_column].filter(|it| Some(*it) != names),
        };
        let Some(column) = column else {
            return;
        };
        let is_wanted = found.columns.known[column].data.is_some();
        if is_wanted && !found.deck.is_covered(deck_row, deck_column) {
            let shown = self.shown((deck_row, deck_column), row, column);
            self.text(shown);
        }
    }

    fn shown(&self, at: (usize, usize), row: usize, column: usize) -> Shown {
        let found = self.found;
        let (known_row, known_column) = (&found.rows.known[row], &found.columns.known[column]);
        Shown {
            at,
            place: Place {
                row: found.row_line(known_row),
                column: found.column_line(known_column),
            },
            base: found.base_of(known_row, known_column).map(str::to_owned),
            data: found
                .data_of(known_row, known_column)
                .unwrap_or_default()
                .to_owned(),
            cells: vec![(row, column)],
        }
    }

    /// A merged cell: like one if the data has one text for all of it.
    fn merged(&mut self, region: &Region) {
        let found = self.found;
        let mut all = Vec::new();
        for (deck_row, deck_column) in self.members(region) {
            if let (Some(row), Some(column)) = (
                found.rows.of_deck[deck_row],
                found.columns.of_deck[deck_column],
            ) {
                all.push(self.shown(region.origin(), row, column));
            }
        }
        let Some(first) = all.first() else {
            return;
        };
        if all.iter().all(|it| same(&it.data, &first.data)) {
            let base = first.base.clone().map(|it| normal(&it));
            let is_common = all.iter().all(|it| it.base.as_deref().map(normal) == base);
            let shown = Shown {
                at: region.origin(),
                place: first.place.clone(),
                base: base.filter(|_| is_common),
                data: first.data.clone(),
                cells: all.iter().flat_map(|it| it.cells.clone()).collect(),
            };
            return self.text(shown);
        }
        self.mixed(region, all);
    }

    /// A merged cell for which the data has several texts.
    fn mixed(&mut self, region: &Region, all: Vec<Shown>) {
        let place = all.first().map(|it| it.place.clone()).unwrap_or_default();
        let (row, column) = region.origin();
        let deck = self.found.deck.text(row, column).to_owned();
        let unchanged = |it: &Shown| it.base.as_ref().is_some_and(|base| same(base, &it.data));
        let taken = self
            .take
            .settled(place.row.id.as_deref(), place.column.id.as_deref());
        if all.iter().all(unchanged) || taken == Some(Side::Deck) {
            self.kept.push(Kept::Merged { place, deck });
            return;
        }
        let mut hidden = Vec::new();
        for it in all {
            self.open.extend(it.cells);
            hidden.push(Hidden {
                place: it.place,
                base: it.base,
                data: it.data,
            });
        }
        self.conflicts.push(Conflict::Merged {
            place,
            deck,
            hidden,
        });
    }

    /// The rule of three texts.
    fn text(&mut self, it: Shown) {
        let (row, column) = it.at;
        let deck = self.found.deck.text(row, column);
        if same(deck, &it.data) {
            return;
        }
        let is_base = |text: &str| it.base.as_ref().is_some_and(|base| same(base, text));
        let (row_id, column_id) = (it.place.row.id.as_deref(), it.place.column.id.as_deref());
        let taken = match () {
            () if is_base(deck) => Some(Side::Data),
            () if is_base(&it.data) => {
                let chosen = self.take.chosen(row_id, column_id);
                Some(chosen.unwrap_or(Side::Deck))
            }
            () => self.take.settled(row_id, column_id),
        };
        // A broken deck can have a cell that is covered by none; what is written there nobody sees.
        let is_hidden = self.found.deck.is_covered(row, column);
        match taken {
            Some(Side::Deck) => self.kept.push(Kept::Cell {
                place: it.place,
                deck: deck.to_owned(),
                data: it.data,
            }),
            Some(Side::Data) if !is_hidden => self.edits.push(Edit::SetCell {
                row,
                column,
                was: deck.to_owned(),
                text: it.data,
                place: it.place,
            }),
            Some(Side::Data) => {
                self.open.extend(it.cells);
                self.conflicts.push(Conflict::Covered {
                    place: it.place,
                    data: it.data,
                });
            }
            None => {
                self.open.extend(it.cells);
                self.conflicts.push(Conflict::Cell {
                    place: it.place,
                    base: it.base,
                    deck: deck.to_owned(),
                    data: it.data,
                });
            }
        }
    }
}
