//! The central figures of a problem: mean weights, mean values, and the scores they make.

use crate::Triangular;
use crate::agreement::additive;
use crate::columns::Columns;
use crate::plan::Known;
use crate::result::Figures;
use crate::run::Run;
use crate::sources::{Source, WeightSource};

/// What weights and values are on average over the base run.
///
/// Means of what was drawn, not the most likely amounts: ranges are skewed, and "everything at its most likely" can favor an
/// option that hardly ever comes first.
pub(crate) struct Central {
    pub(crate) weights: Vec<f64>,
    /// By option, then by need.
    pub(crate) values: Vec<Vec<f64>>,
    pub(crate) scores: Vec<f64>,
}

impl Central {
    /// The figures of a run that has seen all its draws.
    pub(crate) fn of(run: &Run<'_>, columns: &Columns<'_>) -> Self {
        let draws = f64::from(run.plan.problem.draws);
        let weights = match &run.sources.weights[0] {
            WeightSource::Fixed(weights) => weights.clone(),
            _ => run.weight_sums.iter().map(|it| it / draws).collect(),
        };
        let value = |option: usize, need: usize| match run.sources.cells[option][need][0] {
            _ if matches!(run.plan.cells[option][need], Known::Unknown) => 0.5,
            Source::Fixed(value) => value,
            Source::Drawn(column) => columns.get(column).sum / draws,
            Source::Formula(_) => run.cell_sums[option][need] / draws,
        };
        let row = |option| (0..weights.len()).map(|need| value(option, need)).collect();
        let values: Vec<Vec<f64>> = (0..run.plan.options.len()).map(row).collect();
        let scores = values.iter().map(|row| additive(&weights, row)).collect();
        Self {
            weights,
            values,
            scores,
        }
    }
}

/// What a formula came to, by formula; nothing for one that reads a quantity that is not stated.
pub(crate) fn figures(run: &Run<'_>) -> Vec<Option<Figures>> {
    let draws = f64::from(run.plan.problem.draws);
    let workload = &run.plan.workload;
    // The modes lie in their ranges, over which every formula is sound.
    let modes = workload.computed(workload.given(Triangular::mode));
    let modes = modes.unwrap_or_default();
    let formulas = run.formulas.iter().enumerate();
    let figures = formulas.map(|(at, spread)| {
        let mode = modes.get(workload.slot(at)).copied().flatten()?;
        Some(Figures {
            mode,
            mean: spread.sum / draws,
            min: spread.min,
            max: spread.max,
        })
    });
    figures.collect()
}
