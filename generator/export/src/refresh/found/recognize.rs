//! Which row and which column of a deck is which.

use std::collections::HashSet;

use super::Found;
use crate::refresh::align::{Marks, Seen, align};
use crate::refresh::lines::{Known, Lines};
use crate::refresh::text::normal;
use crate::refresh::{HEADER, Kind, NAMES};

impl Found<'_> {
    pub(super) fn align_rows(&mut self) {
        let marks: Vec<_> = self
            .rows
            .known
            .iter()
            .map(|it| self.row_marks(it))
            .collect();
        let seen = (0..self.deck.rows.len()).map(|row| Seen {
            text: normal(&self.key(row)),
            id: self.deck.rows[row].id,
            is_heading: self.deck.is_heading(row),
        });
        let seen: Vec<_> = seen.collect();
        let texts = self.rows.known.iter().map(|it| self.last_row(it));
        let texts: Vec<Vec<String>> = texts.collect();
        let here = self.shown.iter().map(|row| row.iter().collect());
        let here: Vec<HashSet<&String>> = here.collect();
        let alike = |known: usize, deck: usize| {
            let common = |it: &&String| !it.is_empty() && here[deck].contains(*it);
            texts[known].iter().filter(common).count()
        };
        let mut lines = self.rows.clone();
        align(&mut lines, &marks, &seen, alike);
        self.rows = lines;
    }

    pub(super) fn align_columns(&mut self, header: Option<usize>) {
        let marks: Vec<_> = self
            .columns
            .known
            .iter()
            .map(|it| self.column_marks(it))
            .collect();
        let heading = |column: usize| Some(self.shown[header?].get(column)?.clone());
        let seen = (0..self.deck.columns.len()).map(|column| Seen {
            text: heading(column).unwrap_or_default(),
            id: self.deck.columns[column].id,
            is_heading: false,
        });
        let seen: Vec<_> = seen.collect();
        let alike = |known: usize, deck: usize| self.like_column(known, deck).0;
        let mut lines = self.columns.clone();
        align(&mut lines, &marks, &seen, alike);
        self.columns = lines;
    }

    fn row_marks(&self, it: &Known) -> Marks {
        let base = it.base.and_then(|at| self.base?.rows.get(at));
        let data = it.data.and_then(|at| self.data.rows.get(at));
        Marks {
            key: base.map(|it| normal(&it.key)),
            hint: base.and_then(|it| it.hint),
            name: data.map(|it| normal(&it.key)),
            is_heading: data.or(base).is_some_and(|it| it.kind == Kind::Heading),
        }
    }

    fn column_marks(&self, it: &Known) -> Marks {
        let base = it.base.and_then(|at| self.base?.columns.get(at));
        let data = it.data.and_then(|at| self.data.columns.get(at));
        Marks {
            key: base.map(|it| normal(&it.header)),
            hint: base.and_then(|it| it.hint),
            name: data.map(|it| normal(&it.header)),
            is_heading: false,
        }
    }

    /// The texts of a row beside its name as they were last written or, if they never were, as the data has them; normal.
    fn last_row(&self, it: &Known) -> Vec<String> {
        let base = it.base.and_then(|at| self.base?.rows.get(at));
        let row = base.or_else(|| self.data.rows.get(it.data?));
        let cells = row.into_iter().flat_map(|it| it.cells.iter().skip(1));
        cells
            .map(|it| it.as_deref().map(normal).unwrap_or_default())
            .collect()
    }

    /// In how many rows a column of the deck shows what a known one said, and in how many not.
    fn like_column(&self, known: usize, deck: usize) -> (usize, usize) {
        let column = &self.columns.known[known];
        let rows = self.rows.known.iter().filter(|it| it.id != HEADER);
        self.alike(rows.filter_map(|row| Some((self.last(row, column)?, (row.deck?, deck)))))
    }

    /// In how many columns a row of the deck shows what a known one said, and in how many not.
    fn like_row(&self, known: usize, deck: usize) -> (usize, usize) {
        let row = &self.rows.known[known];
        let columns = self.columns.known.iter().filter(|it| it.id != NAMES);
        self.alike(columns.filter_map(|it| Some((self.last(row, it)?, (deck, it.deck?)))))
    }

    /// Of texts and the cells of the deck in which they could stand, how many do, and how many do not. Empty texts tell nothing.
    fn alike<'t>(&self, cells: impl Iterator<Item = (&'t str, (usize, usize))>) -> (usize, usize) {
        let (mut same, mut other) = (0, 0);
        for (said, (row, column)) in cells {
            let text = normal(said);
            match self.shown[row].get(column) == Some(&text) {
                _ if text.is_empty() => {}
                true => same += 1,
                false => other += 1,
            }
        }
        (same, other)
    }

    /// The text of a cell as it was last written or, if it never was, as the data has it.
    fn last(&self, row: &Known, column: &Known) -> Option<&str> {
        self.base_of(row, column)
            .or_else(|| self.data_of(row, column))
    }

    /// Pairs a row that has another name, and no id that tells, but stands where it stood and says in every cell what it said.
    pub(super) fn pair_renamed_rows(&mut self) {
        let marks: Vec<_> = self
            .rows
            .known
            .iter()
            .map(|it| self.row_marks(it))
            .collect();
        for known in 0..marks.len() {
            let Some(deck) = free_after_previous(&self.rows, &marks, known) else {
                continue;
            };
            let same = match marks[known].is_heading {
                true => {
                    self.deck.is_heading(deck) && is_before_next(&self.rows, &marks, known, deck)
                }
                false => matches!(self.like_row(known, deck), (1.., 0)),
            };
            if same {
                self.rows.pair(known, deck);
            }
        }
    }

    /// The same for columns.
    pub(super) fn pair_renamed_columns(&mut self) {
        let marks = self.columns.known.iter();
        let marks: Vec<_> = marks.map(|it| self.column_marks(it)).collect();
        for known in 0..marks.len() {
            let Some(deck) = free_after_previous(&self.columns, &marks, known) else {
                continue;
            };
            if matches!(self.like_column(known, deck), (1.., 0)) {
                self.columns.pair(known, deck);
            }
        }
    }
}

/// The place in the deck behind that of the one before a known one as it was last written, if nothing is paired with either.
/// Those that were not in the deck then cannot have another name now.
fn free_after_previous(lines: &Lines, marks: &[Marks], known: usize) -> Option<usize> {
    let (base, None) = (lines.known[known].base?, lines.known[known].deck) else {
        return None;
    };
    marks[known].shown()?;
    let earlier = (0..known).rev().filter(|it| marks[*it].shown().is_some());
    let previous = earlier
        .into_iter()
        .find(|it| lines.known[*it].base < Some(base))?;
    let deck = lines.known[previous].deck? + 1;
    let free = lines.of_deck.get(deck)?.is_none();
    free.then_some(deck)
}

/// Whether behind a place in the deck stands what stood behind a known one, or the end where there was nothing.
fn is_before_next(lines: &Lines, marks: &[Marks], known: usize, deck: usize) -> bool {
    let mut later = (known + 1..lines.known.len()).filter(|it| marks[*it].shown().is_some());
    match later.next() {
        Some(next) => lines.known[next].deck == Some(deck + 1),
        None => deck + 1 == lines.of_deck.len(),
    }
}
