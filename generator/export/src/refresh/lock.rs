//! What was last written into a deck, kept in a file beside it: `<deck>.tradeoff.json`.
//!
//! The texts are kept, not hashes of them: whoever compares has to show them. There is no time in it, and keys are sorted, so
//! that two of them can be compared line by line.

mod error;
mod read;
mod write;

use std::collections::HashSet;

use document::Selection;

use super::{Grid, ShapeName};

pub use error::LockError;

/// The version of the form. Whatever changes in the form changes it too: an unknown field is therefore a mistake, and refused
/// rather than lost.
pub const VERSION: u64 = 1;

/// What was last written into a deck.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// Its tables, by name of the shape, then by slide.
    pub shapes: Vec<Shape>,
}

/// What was last written into a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The name of the shape, that of the piece included.
    pub name: String,
    /// The id of its slide when it was last seen: it tells copies of a shape apart.
    pub slide: Option<u32>,
    /// The id of the shape when it was last seen.
    pub shape: Option<u32>,
    /// The id of the table.
    pub table: String,
    /// Which part of the table it shows.
    pub selection: Selection,
    /// The revision of the data that was written.
    pub revision: String,
    /// What was written, as [`Merge::base`](super::Merge::base).
    pub grid: Grid,
}

impl Lock {
    /// What was last written into a shape: of several of its name, that of the slide, or else the first, for a shape that was
    /// copied is a copy of what was written.
    pub fn shape(&self, name: &str, slide: Option<u32>) -> Option<&Shape> {
        let mut named = self.shapes.iter().filter(|it| it.name == name);
        let here = named
            .clone()
            .find(|it| slide.is_some() && it.slide == slide);
        here.or_else(|| named.next())
    }

    /// Remembers what was written into a shape, in the place of what it held of the same name and slide.
    pub fn put(&mut self, shape: Shape) {
        self.shapes.retain(|it| it.place() != shape.place());
        self.shapes.push(shape);
        self.shapes.sort_by(|a, b| a.place().cmp(&b.place()));
    }

    /// Forgets all shapes but those of these names and slides, and returns the others: a hand deleted them from the deck.
    pub fn forget_others(&mut self, here: &[(&str, Option<u32>)]) -> Vec<Shape> {
        let shapes = std::mem::take(&mut self.shapes);
        let (kept, gone) = shapes
            .into_iter()
            .partition(|it| here.contains(&it.place()));
        self.shapes = kept;
        gone
    }

    /// Whether it can be that of a deck with shapes of these names. A table that was divided since then is the same table.
    ///
    /// # Errors
    /// The deck has none of its tables: it is another deck.
    pub fn belongs_to(&self, names: &[&str]) -> Result<(), LockError> {
        let table = |name: &str| ShapeName::parse(name).map(|it| it.table);
        let tables: HashSet<_> = names.iter().filter_map(|it| table(it)).collect();
        let here = |it: &Shape| {
            names.contains(&it.name.as_str())
                || table(&it.name).is_some_and(|it| tables.contains(&it))
        };
        if self.shapes.is_empty() || self.shapes.iter().any(here) {
            return Ok(());
        }
        let mut missing: Vec<_> = self.shapes.iter().map(|it| it.name.clone()).collect();
        missing.dedup();
        Err(LockError::Foreign(missing))
    }
}

impl Shape {
    fn place(&self) -> (&str, Option<u32>) {
        (&self.name, self.slide)
    }
}
