//! What is known of the tables of a deck before they are merged: the entries of the lock, and which rows are in which piece.

use std::collections::HashMap;

use document::Table;

use super::pieces::rows_of;
use super::tables::Ours;
use crate::refresh::{Grid, Lock, Shape, ShapeName, divide};

/// The lock, and the tables of the deck by name.
pub(super) struct Known<'a> {
    lock: &'a Lock,
    named: HashMap<&'a str, &'a Ours>,
}

impl<'a> Known<'a> {
    pub(super) fn of(lock: &'a Lock, ours: &'a [Ours]) -> Self {
        let mut named = HashMap::new();
        for it in ours {
            named.entry(it.name.as_str()).or_insert(it);
        }
        Self { lock, named }
    }

    /// What was last written into a table.
    pub(super) fn entry(&self, ours: &Ours) -> Option<&'a Shape> {
        self.lock.shape(&ours.name, Some(ours.place.id))
    }

    /// What the data wants in a table: all of it, or what belongs into this piece.
    pub(super) fn wanted(&self, ours: &Ours, name: &ShapeName, table: &Table) -> Grid {
        let whole = Grid::whole(table);
        let Some((number, count)) = name.piece else {
            return whole;
        };
        let pieces: Vec<Grid> = (1..=count.min(MOST_PIECES))
            .map(|it| self.piece(ours, name, (it, count), &whole))
            .collect();
        let pieces: Vec<&Grid> = pieces.iter().collect();
        let wanted = divide(&whole, &pieces).into_iter().nth(number - 1);
        wanted.unwrap_or(whole)
    }

    /// What stood in piece `number` when it was last written or, if that is not known, what stands there. A piece that a hand
    /// deleted keeps its rows, so that they do not come back in another one.
    fn piece(&self, ours: &Ours, name: &ShapeName, piece: (usize, usize), whole: &Grid) -> Grid {
        let sibling = ShapeName {
            table: name.table.clone(),
            piece: Some(piece),
        };
        let is_own = Some(piece) == name.piece;
        let shape = sibling.to_string();
        if let Some(it) = self.lock.shape(&shape, is_own.then_some(ours.place.id)) {
            return it.grid.clone();
        }
        let here = if is_own {
            Some(ours)
        } else {
            self.named.get(shape.as_str()).copied()
        };
        here.map(|it| rows_of(&it.grid, whole)).unwrap_or_default()
    }

    /// Forgets what the deck has no more, and returns it. The entry of a piece stays as long as another piece of its table is
    /// there: it tells which rows were deleted with it.
    pub(super) fn forget_deleted(&self, lock: &mut Lock, ours: &[Ours]) -> Vec<Shape> {
        let mut here: Vec<_> = ours
            .iter()
            .map(|it| (it.name.as_str(), Some(it.place.id)))
            .collect();
        for it in &self.lock.shapes {
            let is_here = here.contains(&(it.name.as_str(), it.slide));
            if !is_here && self.has_sibling(&it.name) {
                here.push((&it.name, it.slide));
            }
        }
        lock.forget_others(&here)
    }

    /// Whether the deck has no piece of this name, but others of the same table.
    fn has_sibling(&self, name: &str) -> bool {
        let Some(ShapeName {
            table,
            piece: Some((_, count)),
        }) = ShapeName::parse(name)
        else {
            return false;
        };
        let mut others = self.named.values().filter_map(|it| it.parsed.as_ref());
        !self.named.contains_key(name)
            && others.any(|it| it.table == table && it.piece.is_some_and(|it| it.1 == count))
    }
}

/// More pieces than any deck has; a name can claim any number.
const MOST_PIECES: usize = 1000;
