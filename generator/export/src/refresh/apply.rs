//! Edits done in memory: what a deck will show.

use std::collections::HashMap;

use super::{DeckCell, DeckColumn, DeckGrid, DeckRow, Edit, Merge, Region, Span};

/// The table that `deck` becomes by the edits of `merge`.
///
/// A merged cell grows over what is inserted within it and, if it takes up the whole width, over a column at the right edge; it
/// shrinks by what is removed. A new row is merged from left to right as the one it looks like. New rows and columns have no
/// ids: the deck's program gives them. What an edit says of rows and columns that are not there is left out.
pub fn apply(deck: &DeckGrid, merge: &Merge) -> DeckGrid {
    if merge.edits.is_empty() {
        return deck.clone();
    }
    let plan = Plan::of(deck, &merge.edits);
    let column = |it: &At| match it {
        At::Kept(at) => deck.columns[*at],
        At::New(_) => DeckColumn::default(),
    };
    let row = |at: usize| DeckRow {
        id: match plan.rows[at] {
            At::Kept(row) => deck.rows[row].id,
            At::New(_) => None,
        },
        cells: (0..plan.columns.len())
            .map(|column| plan.cell(at, column))
            .collect(),
    };
    DeckGrid {
        columns: plan.columns.iter().map(column).collect(),
        rows: (0..plan.rows.len()).map(row).collect(),
    }
}

/// A row or column of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// It was there, in this place.
    Kept(usize),
    /// It is new: the place of its edit.
    New(usize),
}

struct Plan<'a> {
    deck: &'a DeckGrid,
    edits: &'a [Edit],
    rows: Vec<At>,
    columns: Vec<At>,
    texts: HashMap<(usize, usize), &'a str>,
    merged: Vec<Merged>,
    /// By row and column of the result, the place of the merged cell that takes it up.
    merged_at: HashMap<(usize, usize), usize>,
}

/// A merged cell of the result.
struct Merged {
    rows: Vec<usize>,
    columns: Vec<usize>,
    /// Whether it is as large as it was.
    is_same: bool,
}

impl<'a> Plan<'a> {
    fn of(deck: &'a DeckGrid, edits: &'a [Edit]) -> Self {
        let (mut rows, mut columns) = (Sequence::default(), Sequence::default());
        let mut texts = HashMap::new();
        for (at, edit) in edits.iter().enumerate() {
            match edit {
                Edit::SetCell {
                    row, column, text, ..
                } => {
                    texts.insert((*row, *column), text.as_str());
                }
                Edit::InsertRow { before, .. } => rows.new.push((*before, at)),
                Edit::RemoveRow { row, .. } => rows.gone.push(*row),
                Edit::InsertColumn { before, .. } => columns.new.push((*before, at)),
                Edit::RemoveColumn { column, .. } => columns.gone.push(*column),
            }
        }
        let mut plan = Self {
            deck,
            edits,
            rows: rows.result(deck.rows.len()),
            columns: columns.result(deck.columns.len()),
            texts,
            merged: Vec::new(),
            merged_at: HashMap::new(),
        };
        plan.merged = plan.merged_cells();
        for (at, it) in plan.merged.iter().enumerate() {
            for row in &it.rows {
                for column in &it.columns {
                    plan.merged_at.entry((*row, *column)).or_insert(at);
                }
            }
        }
        plan
    }

    fn merged_cells(&self) -> Vec<Merged> {
        let regions = self.deck.regions();
        let mut out = Vec::new();
        for it in &regions {
            let rows: Vec<_> = (0..self.rows.len())
                .filter(|at| self.has_row(it, *at))
                .collect();
            let columns = self.columns_of(it);
            let is_same = rows.len() == it.rows.len() && columns.len() == it.columns.len();
            out.push(Merged {
                rows,
                columns,
                is_same,
            });
        }
        for at in 0..self.rows.len() {
            let At::New(edit) = self.rows[at] else {
                continue;
            };
            let Some(Edit::InsertRow { like, .. }) = self.edits.get(edit) else {
                continue;
            };
            let of_like = regions
                .iter()
                .filter(|it| it.rows.len() == 1 && it.rows.start == *like);
            for it in of_like {
                out.push(Merged {
                    rows: vec![at],
                    columns: self.columns_of(it),
                    is_same: false,
                });
            }
        }
        out
    }

    fn columns_of(&self, region: &Region) -> Vec<usize> {
        let (first, end) = (region.columns.start, region.columns.end);
        let whole = first == 0 && end == self.deck.columns.len() && end > 1;
        let has = |at: &usize| match self.columns[*at] {
            At::Kept(column) => region.columns.contains(&column),
            At::New(_) => self
                .boundary(*at, &self.columns)
                .is_some_and(|it| first < it && (it < end || (whole && it == end))),
        };
        (0..self.columns.len()).filter(has).collect()
    }

    fn has_row(&self, region: &Region, at: usize) -> bool {
        match self.rows[at] {
            At::Kept(row) => region.rows.contains(&row),
            At::New(_) => self
                .boundary(at, &self.rows)
                .is_some_and(|it| region.rows.start < it && it < region.rows.end),
        }
    }

    /// Before which row or column of the deck a new one goes; their number, at the end.
    fn boundary(&self, at: usize, lines: &[At]) -> Option<usize> {
        let At::New(edit) = lines[at] else {
            return None;
        };
        match self.edits.get(edit)? {
            Edit::InsertRow { before, .. } | Edit::InsertColumn { before, .. } => Some(*before),
            _ => None,
        }
    }

    fn cell(&self, row: usize, column: usize) -> DeckCell {
        let merged = self
            .merged_at
            .get(&(row, column))
            .map(|it| &self.merged[*it]);
        let (at_row, at_column) = (self.rows[row], self.columns[column]);
        let was = match (at_row, at_column) {
            (At::Kept(row), At::Kept(column)) => self.deck.rows[row].cells.get(column),
            _ => None,
        };
        let span = match (merged, was) {
            (Some(it), _) if !it.is_same => it.span(row, column),
            (_, Some(was)) => was.span,
            (Some(it), None) => it.span(row, column),
            (None, None) => Span::default(),
        };
        DeckCell {
            text: self.text(at_row, at_column).to_owned(),
            span,
        }
    }

    fn text(&self, row: At, column: At) -> &str {
        match (row, column) {
            (At::Kept(row), At::Kept(column)) => match self.texts.get(&(row, column)) {
                Some(text) => text,
                None => self.deck.text(row, column),
            },
            (At::Kept(row), At::New(edit)) => match &self.edits[edit] {
                Edit::InsertColumn { texts, .. } => texts.get(row).map_or("", |it| it),
                _ => "",
            },
            (At::New(edit), column) => match (&self.edits[edit], column) {
                (Edit::InsertRow { texts, .. }, At::Kept(at)) => texts.get(at).map_or("", |it| it),
                (Edit::InsertRow { inserted, .. }, At::New(it)) => {
                    let is_column = |it: &&Edit| matches!(it, Edit::InsertColumn { .. });
                    let at = self.edits[..it].iter().filter(is_column).count();
                    inserted.get(at).map_or("", |it| it)
                }
                _ => "",
            },
        }
    }
}

impl Merged {
    /// How a cell of it is merged: those in the first row repeat how many rows there are, those in the first column how many
    /// columns.
    fn span(&self, row: usize, column: usize) -> Span {
        let from_above = self.rows.first() != Some(&row);
        let from_left = self.columns.first() != Some(&column);
        Span {
            columns: if from_left { 1 } else { self.columns.len() },
            rows: if from_above { 1 } else { self.rows.len() },
            from_left,
            from_above,
        }
    }
}

/// What happens to the rows, or to the columns.
#[derive(Default)]
struct Sequence {
    /// Before which one of the deck, and the place of the edit.
    new: Vec<(usize, usize)>,
    gone: Vec<usize>,
}

impl Sequence {
    fn result(&self, count: usize) -> Vec<At> {
        let mut out = Vec::new();
        for at in 0..=count {
            let here = self.new.iter().filter(|it| it.0 == at);
            out.extend(here.map(|(_, edit)| At::New(*edit)));
            if at < count && !self.gone.contains(&at) {
                out.push(At::Kept(at));
            }
        }
        out
    }
}
