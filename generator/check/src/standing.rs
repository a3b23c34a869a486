//! Where an option stands on a dimension among the others, in whole percents of the scale.

use std::collections::HashMap;

use model::{Cell, CellStatus, Id, Model};
use source::Span;

use crate::Context;

/// The known scores of every dimension, sorted once.
pub(crate) struct Standing<'a> {
    rows: HashMap<&'a Id, Vec<(f64, &'a Id)>>,
}

/// An option beside the others.
pub(crate) struct Place {
    /// Its score, 0 (worst) to 100 (best).
    pub(crate) own: f64,
    /// The least score of the others.
    pub(crate) worst_other: f64,
    /// The greatest score of the others.
    pub(crate) best_other: f64,
}

impl<'a> Standing<'a> {
    /// Sorts the scores of `cx`. What nobody knows stands nowhere.
    pub(crate) fn of(cx: &Context<'a>) -> Self {
        let mut rows = HashMap::new();
        for dimension in &cx.model.dimensions {
            let known = dimension.cells.iter().filter_map(|(option, _)| {
                let score = cx.scores.score(&dimension.id, &option.id)?;
                // Drawn values scatter by less than half a percent: equal answers must stand equal.
                (!score.unknown).then(|| ((score.value * 100.0).round(), &option.id))
            });
            let mut row: Vec<_> = known.collect();
            row.sort_by(|a, b| a.0.total_cmp(&b.0));
            rows.insert(&dimension.id, row);
        }
        Self { rows }
    }

    /// The place of `option` on `dimension`; nothing if its score or that of every other option is not known.
    pub(crate) fn place(&self, dimension: &Id, option: &Id) -> Option<Place> {
        let row = self.rows.get(dimension)?;
        let other = |it: &&(f64, &Id)| it.1 != option;
        Some(Place {
            own: row.iter().find(|it| it.1 == option)?.0,
            worst_other: row.iter().find(other)?.0,
            best_other: row.iter().rev().find(other)?.0,
        })
    }
}

/// Where the answer stands that gives an option its score.
pub(crate) fn answer(model: &Model, dimension: &Id, option: &Id) -> Option<Span> {
    let cell: &Cell = model.dimensions.get(dimension)?.cells.get(option)?;
    let key = match (cell.status, &cell.level) {
        (Some(CellStatus::NotApplicable | CellStatus::Unknown), _) => "status",
        (None, Some(_)) => "level",
        (None, None) => "amount",
    };
    Some(cell.fields.value(key))
}
