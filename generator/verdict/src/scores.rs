//! Scores: the central value of every cell on its dimension's scale, and the mark it earns.

use std::collections::HashMap;

use model::{Id, Model};
use source::Diagnostic;

use crate::Mark;

/// What a cell is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Central value, 0 (worst) to 1 (best).
    pub value: f64,
    /// Whether the data says that nobody knows.
    pub unknown: bool,
}

/// The scores of all cells that have a scale.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    cells: HashMap<(Id, Id), (Score, Mark)>,
}

impl Scores {
    /// The scores of every cell of `model`, and what is wrong with its scales.
    pub fn of(_model: &Model) -> (Self, Vec<Diagnostic>) {
        (Self::default(), Vec::new())
    }

    /// The mark of an option on a dimension; nothing if the row is not scored or the cell depends on the workload.
    pub fn mark(&self, dimension: &Id, option: &Id) -> Option<Mark> {
        self.cells
            .get(&(dimension.clone(), option.clone()))
            .map(|(_, mark)| *mark)
    }

    /// The score of an option on a dimension.
    pub fn score(&self, dimension: &Id, option: &Id) -> Option<Score> {
        self.cells
            .get(&(dimension.clone(), option.clone()))
            .map(|(score, _)| *score)
    }
}
