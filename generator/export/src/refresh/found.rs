//! What is where in a deck: its header, the names of its rows, and which row and column is which.

mod header;
mod recognize;

use std::collections::HashMap;

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
    /// By row and column, the place of the merged cell that takes it up.
    region_of: HashMap<(usize, usize), usize>,
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
        region_of: by_cell(&regions),
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
    // Where no heading is seen at all, texts alone are too little: they may be gone the next time.
    if header.is_some() {
        found.pair_renamed_columns();
    }
    found.is_this_table().then_some(found)
}

/// The first merged cell over each cell.
fn by_cell(regions: &[Region]) -> HashMap<(usize, usize), usize> {
    let mut out = HashMap::new();
    for (at, region) in regions.iter().enumerate() {
        for cell in region.cells() {
            out.entry(cell).or_insert(at);
        }
    }
    out
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
    /// Whether any column of an option and any row is recognized, if there are others: who has replaced all of them has another
    /// table, of which nobody should hear that it is up to date.
    fn is_this_table(&self) -> bool {
        let options = self.columns.known.iter().filter(|it| it.id != NAMES);
        let rows = self.rows.known.iter();
        let rows = rows.filter(|it| it.base.is_some() || self.base.is_none());
        let bodies = rows.filter(|it| self.kind(it) == Kind::Body);
        let has_others = |it: &Lines| it.of_deck.iter().any(Option::is_none);
        (any_found(options) || !has_others(&self.columns))
            && (any_found(bodies) || !has_others(&self.rows))
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

    /// The merged cell that takes up a cell of the deck, if one does.
    pub(super) fn region(&self, row: usize, column: usize) -> Option<&Region> {
        self.region_of
            .get(&(row, column))
            .map(|it| &self.regions[*it])
    }

    /// Whether a merged cell is but the name of a group across its row.
    pub(super) fn is_of_heading(&self, region: &Region) -> bool {
        let row = self.rows.at(region.rows.start);
        region.rows.len() == 1 && row.is_some_and(|it| self.kind(it) == Kind::Heading)
    }

    /// Whether a merged cell takes up the whole width, so that it grows with the table.
    pub(super) fn is_across(&self, region: &Region) -> bool {
        region.columns.len() == self.deck.columns.len() && region.columns.len() > 1
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

/// Whether one of them is in the deck, or there are none.
fn any_found<'a>(known: impl Iterator<Item = &'a Known>) -> bool {
    let mut known = known.peekable();
    known.peek().is_none() || known.any(|it| it.deck.is_some())
}
