//! The value of one cell at which two options tie, and the amount that is worth it.

use std::cmp::Ordering;

use crate::figures::Central;
use crate::plan::{Criterion, Known, Plan};
use crate::result::TieScore;

/// A pair of options that could tie, by index: the one that leads, and the one that follows.
#[derive(Clone, Copy)]
pub(crate) struct Rivals {
    pub(crate) best: usize,
    pub(crate) runner_up: usize,
}

impl Rivals {
    /// By need: the value of the one less that of the other.
    pub(crate) fn differences(self, central: &Central) -> Vec<f64> {
        let values = &central.values;
        let pairs = values[self.best].iter().zip(&values[self.runner_up]);
        pairs.map(|(best, runner_up)| best - runner_up).collect()
    }
}

/// The value of a cell of one of the rivals at which they tie, if its scale reaches it.
pub(crate) fn tie_value(
    plan: &Plan<'_>,
    central: &Central,
    rivals: Rivals,
    option: usize,
    need: usize,
) -> Option<f64> {
    let lead = crate::additive(&central.weights, &rivals.differences(central));
    let step = lead / central.weights[need];
    let now = central.values[option][need];
    let at = if option == rivals.best {
        now - step
    } else {
        now + step
    };
    let (least, greatest) = plan.needs[need].function.range();
    (least <= at && at <= greatest).then_some(at)
}

/// The amount nearest to the most likely one that is worth `value`; nothing unless the cell states an amount.
pub(crate) fn tie_amount(plan: &Plan<'_>, option: usize, need: usize, value: f64) -> Option<f64> {
    let Known::Amount([range, _]) = plan.cells[option][need] else {
        return None;
    };
    plan.needs[need].function.inverse(value, range.mode())
}

/// All values at which the rivals tie: those within the stated range first, then the nearest.
pub(crate) fn tie_scores(plan: &Plan<'_>, central: &Central, rivals: Rivals) -> Vec<TieScore> {
    let mut found = Vec::new();
    for option in [rivals.best, rivals.runner_up] {
        for (need, criterion) in plan.needs.iter().enumerate() {
            let Some(value_at) = tie_value(plan, central, rivals, option, need) else {
                continue;
            };
            let value_now = central.values[option][need];
            let at = tie_amount(plan, option, need, value_at);
            let range = match plan.cells[option][need] {
                Known::Amount([range, _]) => Some(range),
                _ => None,
            };
            // At the tie already: the leader would have to fall, the other one to rise.
            let rises = match value_at.total_cmp(&value_now) {
                Ordering::Equal => option != rivals.best,
                order => order == Ordering::Greater,
            };
            let inside = |at: f64| range.is_some_and(|it| it.low() <= at && at <= it.high());
            found.push(TieScore {
                option: plan.options[option].to_owned(),
                dimension: criterion.id.to_owned(),
                value_now,
                value_at,
                now: range.map(crate::Triangular::mode),
                at,
                inside_range: at.is_some_and(inside),
                level: at.and_then(|it| level(criterion, it, rises)),
            });
        }
    }
    let id = |it: &TieScore| format!("{}/{}", it.option, it.dimension);
    found.sort_by(|a, b| {
        let distance = |it: &TieScore| (it.value_at - it.value_now).abs();
        b.inside_range
            .cmp(&a.inside_range)
            .then(distance(a).total_cmp(&distance(b)))
            .then_with(|| id(a).cmp(&id(b)))
    });
    found
}

/// The first level at or beyond the amount `at`, on the way to better values (`rises`) or to worse ones.
fn level(criterion: &Criterion<'_>, at: f64, rises: bool) -> Option<String> {
    let levels = criterion.levels?;
    let points = criterion.function.points();
    let better_is_more = points.first()?.1 < points.last()?.1;
    let index = if rises == better_is_more {
        at.ceil()
    } else {
        at.floor()
    };
    let last = levels.len().saturating_sub(1) as f64;
    levels.get(index.clamp(0.0, last) as usize).cloned()
}
