//! Scores: the central value of every cell on its dimension's scale, and the mark it earns.

use std::collections::HashMap;

use decide::{RangeError, Stream, Triangular, ValueFunction, central_value};
use model::{Basis, Bounds, Cell, CellStatus, Id, Manifest, Model, Scale, Unit, Word};
use source::Diagnostic;

use crate::rules::HUGE_AMOUNT;
use crate::{Mark, scale};

/// What a cell is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Central value, 0 (worst) to 1 (best).
    pub value: f64,
    /// Whether the data says that nobody knows.
    pub unknown: bool,
}

/// The scores of all cells that have a place on a scale, whatever the workload.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// By dimension, then by option.
    rows: HashMap<Id, HashMap<Id, (Score, Mark)>>,
}

/// The name of the draws of a comparison that does not name them.
const SEED: &str = "tradeoff";

impl Scores {
    /// The scores of every cell of `model`, and what is wrong with its scales, in the order of the dimensions' ids.
    ///
    /// A cell without a score has no scale, depends on the workload, or is wrong in a way that is reported: here, or by
    /// `model::load`.
    pub fn of(model: &Model) -> (Self, Vec<Diagnostic>) {
        let mut rows = HashMap::new();
        let mut diagnostics = Vec::new();
        let seed = model.manifest.seed.as_ref().map_or(SEED, |it| &it.text);
        for dimension in &model.dimensions {
            let Some(scale) = &dimension.scale else {
                continue;
            };
            let function = scale::value_function(scale, &mut diagnostics);
            let mut row = HashMap::new();
            for (option, cell) in dimension.cells.iter() {
                let stream = Stream::new(seed, &format!("cell/{}/{}", option.id, dimension.id));
                match score(cell, scale, function.as_ref(), model, stream) {
                    Ok(Some(score)) => {
                        let mark = mark(score, &model.manifest);
                        row.insert(option.id.clone(), (score, mark));
                    }
                    Ok(None) => {}
                    Err(error) => diagnostics.extend(finding(error, cell)),
                }
            }
            rows.insert(dimension.id.clone(), row);
        }
        (Self { rows }, diagnostics)
    }

    /// The mark of an option on a dimension; nothing if the row is not scored or the cell depends on the workload.
    pub fn mark(&self, dimension: &Id, option: &Id) -> Option<Mark> {
        let (_, mark) = self.rows.get(dimension)?.get(option)?;
        Some(*mark)
    }

    /// The score of an option on a dimension, under the same conditions.
    pub fn score(&self, dimension: &Id, option: &Id) -> Option<Score> {
        let (score, _) = self.rows.get(dimension)?.get(option)?;
        Some(*score)
    }
}

fn score(
    cell: &Cell,
    scale: &Scale,
    function: Option<&ValueFunction>,
    model: &Model,
    stream: Stream,
) -> Result<Option<Score>, RangeError> {
    let known = |value| Score {
        value,
        unknown: false,
    };
    match cell.status {
        // The mean of everything from worst to best.
        Some(CellStatus::Unknown) => Ok(Some(Score {
            value: 0.5,
            unknown: true,
        })),
        Some(CellStatus::NotApplicable) => Ok(scale::not_applicable(scale).map(known)),
        None => {
            let Some((function, bounds)) = function.zip(bounds(cell, scale, model)) else {
                return Ok(None);
            };
            let amount = Triangular::new(bounds.low, bounds.mode, bounds.high)?;
            Ok(Some(known(central_value(function, amount, stream))))
        }
    }
}

/// Where the answer lies on the scale: an amount in the unit of the points, or the index of a level.
pub(crate) fn bounds(cell: &Cell, scale: &Scale, model: &Model) -> Option<Bounds> {
    match (&scale.points, &scale.levels) {
        (Some(_), _) => {
            let unit = Unit::new(&scale.unit.as_ref()?.text);
            model.bounds(cell.amount.as_ref()?, &unit)
        }
        (None, Some(levels)) => level_bounds(cell.level.as_ref()?, cell.basis, levels),
        (None, None) => None,
    }
}

/// What somebody judges or reports may be half a level off; what is measured or documented is that level.
fn level_bounds(level: &Word, basis: Option<Basis>, levels: &[Word]) -> Option<Bounds> {
    let index = levels.iter().position(|it| it.text == level.text)? as f64;
    let last = levels.len().checked_sub(1)? as f64;
    Some(match basis {
        Some(Basis::Judged | Basis::Reported) => Bounds {
            low: (index - 0.5).max(0.0),
            mode: index,
            high: (index + 0.5).min(last),
        },
        _ => Bounds::exact(index),
    })
}

/// Compared in whole percents: drawn values scatter by less than half of one, and equal answers must get equal marks.
fn mark(score: Score, manifest: &Manifest) -> Mark {
    let least = &manifest.marks;
    let percent = (score.value * 100.0).round();
    let reaches = |least: f64| percent >= (least * 100.0).round();
    match () {
        () if score.unknown => Mark::Unknown,
        () if reaches(least.strong) => Mark::Strong,
        () if reaches(least.good) => Mark::Good,
        () if reaches(least.mixed) => Mark::Mixed,
        () => Mark::Weak,
    }
}

/// The finding for an amount that is no range. Bounds that are out of order are reported when the model is loaded.
fn finding(error: RangeError, cell: &Cell) -> Option<Diagnostic> {
    let amount = cell.amount.as_ref()?;
    let title = match error {
        RangeError::NotInOrder => return None,
        RangeError::NotFinite => "this amount overflows in the unit of the scale",
        RangeError::TooWide => "this range is too wide to be computed with",
    };
    let found = Diagnostic::error(HUGE_AMOUNT, amount.span(), title);
    Some(found.help("check the numbers and their units: amounts beyond 1e150 cannot be drawn"))
}
