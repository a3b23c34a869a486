//! What is where in a deck: its header, the names of its rows, and which row and column is which.

use std::collections::HashSet;

use super::align::{Marks, Seen, align};
use super::lines::{Known, Lines};
use super::text::normal;
use super::{DeckGrid, Grid, HEADER, Kind, Line, NAMES, Place, Region};

/// The three tables with their rows and columns recognized.
pub(super) struct Found<'a> {
    pub(super) base: Option<&'a Grid>,
    pub(super) deck: &'a DeckGrid,
    pub(super) data: &'a Grid,
    pub(super) rows: Lines,
    pub(super) columns: Lines,
    /// The merged cells of the deck.
    pub(super) regions: Vec<Region>,
    /// By row and column, what the deck shows there, normal; under a merged cell, its text.
    shown: Vec<Vec<String>>,
    /// The deck's column with the names of the rows.
    names: usize,
}

/// Recognizes rows and columns; nothing if the deck has no row or no column that tells which.
pub(super) fn find<'a>(
    base: Option<&'a Grid>,
    deck: &'a DeckGrid,
    data: &'a Grid,
) -> Option<Found<'a>> {
    let row_ids = |it: &'a Grid| it.rows.iter().map(|it| it.id.as_str());
    let column_ids = |it: &'a Grid| it.columns.iter().map(|it| it.id.as_str());
    let of_base = base.into_iter();
    let regions = deck.regions();
    let mut found = Found {
        base,
        deck,
        data,
        rows: Lines::of(
            of_base.clone().flat_map(row_ids),
            row_ids(data),
            deck.rows.len(),
        ),
        columns: Lines::of(
            of_base.flat_map(column_ids),
            column_ids(data),
            deck.columns.len(),
        ),
        shown: shown(deck, &regions),
        regions,
        names: 0,
    };
    let header = found.header();
    if let (Some(deck), Some(known)) = (header, found.rows.place(HEADER)) {
        found.rows.pair(known, deck);
    }
    found.names = found.column_of_names(header)?;
    if let Some(known) = found.columns.place(NAMES) {
        found.columns.pair(known, found.names);
    }
    found.align_rows();
    found.align_columns(header);
    found.pair_renamed_rows();
    found.pair_renamed_columns();
    let lost = |it: &Known| it.id != NAMES && it.deck.is_none();
    let all_lost = found
        .columns
        .known
        .iter()
        .filter(|it| it.id != NAMES)
        .all(lost);
    (header.is_some() || !all_lost).then_some(found)
}

/// What each cell shows, normal.
fn shown(deck: &DeckGrid, regions: &[Region]) -> Vec<Vec<String>> {
    let row = |it: &super::DeckRow| it.cells.iter().map(|it| normal(&it.text)).collect();
    let mut out: Vec<Vec<String>> = deck.rows.iter().map(row).collect();
    for region in regions {
        let (row, column) = region.origin();
        let text = out[row][column].clone();
        for (row, column) in region.cells() {
            if let Some(cell) = out[row].get_mut(column) {
                cell.clone_from(&text);
            }
        }
    }
    out
}

impl Found<'_> {
    /// The deck's row with the most headings of columns; of several, the one with the header's id, then the first.
    fn header(&self) -> Option<usize> {
        let grids = self.base.into_iter().chain([self.data]);
        let headings = grids
            .clone()
            .flat_map(|it| it.columns.iter().map(|it| normal(&it.header)));
        let headings: HashSet<String> = headings.filter(|it| !it.is_empty()).collect();
        let hint = grids
            .filter_map(|it| it.rows.get(it.row(HEADER)?)?.hint)
            .next();
        let score = |row: usize| {
            let texts: HashSet<&String> = self.shown[row].iter().collect();
            let count = texts.iter().filter(|it| headings.contains(**it)).count();
            let same_id = hint.is_some() && self.deck.rows[row].id == hint;
            (count, same_id)
        };
        let best = (0..self.deck.rows.len())
            .rev()
            .max_by_key(|it| score(*it))?;
        let (count, same_id) = score(best);
        // One cell of a body may well say what an option is called.
        (count > 1 || same_id || (count == 1 && best == 0)).then_some(best)
    }

    /// The deck's column with the most names of rows; of several, the one with the heading or the id, then the first.
    fn column_of_names(&self, header: Option<usize>) -> Option<usize> {
        let grids = self.base.into_iter().chain([self.data]);
        let is_body = |it: &&super::GridRow| it.kind == Kind::Body;
        let keys = grids.clone().flat_map(|it| it.rows.iter().filter(is_body));
        let keys: HashSet<String> = keys
            .map(|it| normal(&it.key))
            .filter(|it| !it.is_empty())
            .collect();
        let columns = grids.filter_map(|it| it.columns.get(it.column(NAMES)?));
        let (mut hints, mut headings) = (HashSet::new(), HashSet::new());
        for it in columns {
            hints.extend(it.hint);
            headings.insert(normal(&it.header));
        }
        let score = |column: usize| {
            let rows = (0..self.deck.rows.len()).filter(|row| Some(*row) != header);
            let texts: HashSet<&String> =
                rows.filter_map(|row| self.shown[row].get(column)).collect();
            let count = texts.iter().filter(|it| keys.contains(**it)).count();
            let heading = header.and_then(|row| self.shown[row].get(column));
            let same_heading = heading.is_some_and(|it| !it.is_empty() && headings.contains(it));
            let same_id = self.deck.columns[column]
                .id
                .is_some_and(|it| hints.contains(&it));
            (count, same_heading, same_id)
        };
        let best = (0..self.deck.columns.len())
            .rev()
            .max_by_key(|it| score(*it))?;
        (score(best) > (0, false, false)).then_some(best)
    }

    fn align_rows(&mut self) {
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
        let alike = |known: usize, deck: usize| {
            let here = &self.shown[deck];
            let common = |it: &&String| !it.is_empty() && here.contains(it);
            texts[known].iter().filter(common).count()
        };
        let mut lines = self.rows.clone();
        align(&mut lines, &marks, &seen, alike);
        self.rows = lines;
    }

    fn align_columns(&mut self, header: Option<usize>) {
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
        let (mut same, mut other) = (0, 0);
        for row in &self.rows.known {
            let Some(at) = row.deck.filter(|_| row.id != HEADER) else {
                continue;
            };
            let Some(text) = self
                .last(row, column)
                .map(normal)
                .filter(|it| !it.is_empty())
            else {
                continue;
            };
            *(if self.shown[at].get(deck) == Some(&text) {
                &mut same
            } else {
                &mut other
            }) += 1;
        }
        (same, other)
    }

    /// In how many columns a row of the deck shows what a known one said, and in how many not.
    fn like_row(&self, known: usize, deck: usize) -> (usize, usize) {
        let row = &self.rows.known[known];
        let (mut same, mut other) = (0, 0);
        for column in &self.columns.known {
            let Some(at) = column.deck.filter(|_| column.id != NAMES) else {
                continue;
            };
            let Some(text) = self
                .last(row, column)
                .map(normal)
                .filter(|it| !it.is_empty())
            else {
                continue;
            };
            *(if self.shown[deck].get(at) == Some(&text) {
                &mut same
            } else {
                &mut other
            }) += 1;
        }
        (same, other)
    }

    /// The text of a cell as it was last written or, if it never was, as the data has it.
    fn last(&self, row: &Known, column: &Known) -> Option<&str> {
        self.base_of(row, column)
            .or_else(|| self.data_of(row, column))
    }

    /// Pairs a row that has another name, and no id that tells, but stands where it stood and says in every cell what it said.
    fn pair_renamed_rows(&mut self) {
        for known in 0..self.rows.known.len() {
            let Some(deck) = free_after_previous(&self.rows, known) else {
                continue;
            };
            let is_heading = self.row_marks(&self.rows.known[known]).is_heading;
            let same = match is_heading {
                true => self.deck.is_heading(deck) && is_before_next(&self.rows, known, deck),
                false => matches!(self.like_row(known, deck), (1.., 0)),
            };
            if same {
                self.rows.pair(known, deck);
            }
        }
    }

    /// The same for columns.
    fn pair_renamed_columns(&mut self) {
        for known in 0..self.columns.known.len() {
            let Some(deck) = free_after_previous(&self.columns, known) else {
                continue;
            };
            if matches!(self.like_column(known, deck), (1.., 0)) {
                self.columns.pair(known, deck);
            }
        }
    }

    /// The text by which a row of the deck is known: its name, or that of its group.
    pub(super) fn key(&self, row: usize) -> String {
        let at = self.key_place(row);
        self.shown[row].get(at).cloned().unwrap_or_default()
    }

    /// What a cell of the deck shows, normal; under a merged cell, its text.
    pub(super) fn shown(&self, row: usize, column: usize) -> &str {
        let cell = self.shown.get(row).and_then(|it| it.get(column));
        cell.map_or("", |it| it)
    }

    /// The column of that text.
    pub(super) fn key_place(&self, row: usize) -> usize {
        let heading = self
            .deck
            .is_heading(row)
            .then(|| self.deck.heading_place(row));
        heading.flatten().unwrap_or(self.names)
    }

    /// What was last written into a cell; nothing if that is not known.
    pub(super) fn base_of(&self, row: &Known, column: &Known) -> Option<&str> {
        self.base?.cell(row.base?, column.base?)
    }

    /// What the data says in a cell; nothing if it has no such row or column.
    pub(super) fn data_of(&self, row: &Known, column: &Known) -> Option<&str> {
        let (row, column) = (row.data?, column.data?);
        Some(self.data.cell(row, column).unwrap_or_default())
    }

    /// What a known row is.
    pub(super) fn kind(&self, row: &Known) -> Kind {
        let data = row.data.and_then(|at| self.data.rows.get(at));
        let base = row.base.and_then(|at| self.base?.rows.get(at));
        data.or(base).map_or(Kind::Body, |it| it.kind)
    }

    /// Whether a merged cell is but the name of a group across its row.
    pub(super) fn is_of_heading(&self, region: &Region) -> bool {
        let row = self.rows.at(region.rows.start);
        region.rows.len() == 1 && row.is_some_and(|it| self.kind(it) == Kind::Heading)
    }

    /// A known row, to be named.
    pub(super) fn row_line(&self, it: &Known) -> Line {
        let data = it.data.and_then(|at| self.data.rows.get(at));
        let row = data.or_else(|| self.base?.rows.get(it.base?));
        Line::of(Some(&it.id), row.map_or("", |it| &it.key))
    }

    /// A known column, to be named.
    pub(super) fn column_line(&self, it: &Known) -> Line {
        let data = it.data.and_then(|at| self.data.columns.get(at));
        let column = data.or_else(|| self.base?.columns.get(it.base?));
        Line::of(Some(&it.id), column.map_or("", |it| &it.header))
    }

    /// A row of the deck, to be named.
    pub(super) fn deck_row_line(&self, row: usize) -> Line {
        match self.rows.at(row) {
            Some(it) => self.row_line(it),
            None => {
                let key = self.key(row);
                let first = self.shown[row].iter().find(|it| !it.is_empty());
                let name = Some(&key).filter(|it| !it.is_empty()).or(first);
                Line::of(None, name.map_or("", |it| it))
            }
        }
    }

    /// A column of the deck, to be named.
    pub(super) fn deck_column_line(&self, column: usize) -> Line {
        match self.columns.at(column) {
            Some(it) => self.column_line(it),
            None => {
                let texts = self.shown.iter().filter_map(|it| it.get(column));
                let first = texts.into_iter().find(|it| !it.is_empty());
                Line::of(None, first.map_or("", |it| it))
            }
        }
    }

    /// A cell of the deck, to be named.
    pub(super) fn place(&self, row: usize, column: usize) -> Place {
        Place {
            row: self.deck_row_line(row),
            column: self.deck_column_line(column),
        }
    }
}

impl Line {
    fn of(id: Option<&str>, name: &str) -> Self {
        Self {
            id: id.map(str::to_owned),
            name: normal(name).replace('\n', " "),
        }
    }
}

/// The place in the deck behind that of the one before a known one as it was last written, if nothing is paired with either.
fn free_after_previous(lines: &Lines, known: usize) -> Option<usize> {
    let it = &lines.known[known];
    let (base, None) = (it.base?, it.deck) else {
        return None;
    };
    let previous = base.checked_sub(1)?;
    let previous = lines.known.iter().find(|it| it.base == Some(previous))?;
    let deck = previous.deck? + 1;
    let free = lines.of_deck.get(deck)?.is_none();
    free.then_some(deck)
}

/// Whether behind a place in the deck stands what stood behind a known one, or the end where there was nothing.
fn is_before_next(lines: &Lines, known: usize, deck: usize) -> bool {
    let next = lines.known[known].base.map(|it| it + 1);
    match lines
        .known
        .iter()
        .find(|it| next.is_some() && it.base == next)
    {
        Some(next) => next.deck == Some(deck + 1),
        None => deck + 1 == lines.of_deck.len(),
    }
}
