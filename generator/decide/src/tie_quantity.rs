//! How far a quantity of the workload can go before another option comes first.

use crate::landscape::Landscape;
use crate::plan::Plan;
use crate::result::{Change, TieQuantity};

/// So many times a quantity is doubled, and halved, in search of a change.
const STEPS: usize = 20;

/// By quantity that is stated and not 0: where another option than `best` comes first. None if `best` has not the highest
/// score with all quantities at their means.
pub(crate) fn tie_quantities(
    plan: &Plan<'_>,
    land: &Landscape<'_>,
    best: usize,
) -> Vec<TieQuantity> {
    if land.winner() != Some(best) {
        return Vec::new();
    }
    let quantities = plan.workload.quantities.iter().enumerate();
    let ties = quantities.filter_map(|(at, quantity)| {
        let now = land.mean(at).filter(|it| it.abs() > 0.0)?;
        let way = land.way(at);
        let change = |factor: f64| {
            let steps = if way.matters() { STEPS } else { 0 };
            let amounts = std::iter::successors(Some(now * factor), |it| Some(it * factor));
            let change = way.first_change((now, Some(best)), amounts.take(steps));
            change.map(|(at, winner)| Change {
                at,
                best: winner.map(|it| plan.options[it].to_owned()),
            })
        };
        Some(TieQuantity {
            quantity: quantity.id.to_owned(),
            now,
            above: change(2.0),
            below: change(0.5),
        })
    });
    ties.collect()
}
