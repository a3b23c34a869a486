//! The single input that decides, if there is one.

use crate::figures::Central;
use crate::groups::{Candidate, Input, Side};
use crate::landscape::Landscape;
use crate::result::{Depends, Group, InputKind};
use crate::run::Run;
use crate::tie_score::{Rivals, tie_amount, tie_value};
use crate::tie_weight;

/// The input whose two groups of draws have different winners, if any has; of several the most decisive.
pub(crate) fn depends(
    run: &Run<'_>,
    central: &Central,
    land: Option<&Landscape<'_>>,
) -> Option<Depends> {
    let candidates = run.groups.candidates.iter();
    let decisive = candidates.filter_map(|it| {
        let [low, high] = it.sides.each_ref().map(|side| winner(run, side));
        let (low, high) = (low?, high?);
        let rivals = Rivals {
            best: low,
            runner_up: high,
        };
        (low != high).then_some((it, rivals))
    });
    let ranked = decisive.map(|(it, rivals)| {
        let (kind, id) = name(run, it.input);
        let [low, high] = &it.sides;
        let sum = share(low, rivals.best) + share(high, rivals.runner_up);
        (kind, id, sum, it, rivals)
    });
    let best = ranked.min_by(|a, b| {
        let limit = |kind: InputKind| kind != InputKind::Limit;
        limit(a.0)
            .cmp(&limit(b.0))
            .then(b.2.total_cmp(&a.2))
            .then(a.0.cmp(&b.0))
            .then_with(|| a.1.cmp(&b.1))
    });
    let (kind, id, _, candidate, rivals) = best?;
    let [low, high] = &candidate.sides;
    Some(Depends {
        kind,
        id,
        low: group(run, low, rivals.best),
        high: group(run, high, rivals.runner_up),
        flip: flip(run, central, land, candidate, rivals),
    })
}

/// The option that wins a group, if the group is large enough and the option first in enough of it.
fn winner(run: &Run<'_>, side: &Side) -> Option<usize> {
    let problem = run.plan.problem;
    let draws = u64::from(side.draws);
    if draws == 0 || draws * 100 < u64::from(problem.draws) {
        return None;
    }
    let options = side.first.iter().enumerate();
    let best = options.fold((0, 0), |best, (option, first)| {
        if *first > best.1 {
            (option, *first)
        } else {
            best
        }
    });
    let enough = u64::from(best.1) * 100 >= u64::from(problem.thresholds.depends) * draws;
    (enough && best.1 > 0).then_some(best.0)
}

fn share(side: &Side, option: usize) -> f64 {
    f64::from(side.first[option]) / f64::from(side.draws)
}

fn group(run: &Run<'_>, side: &Side, option: usize) -> Group {
    Group {
        best: run.plan.options[option].to_owned(),
        first: side.first[option],
        draws: side.draws,
    }
}

fn name(run: &Run<'_>, input: Input) -> (InputKind, String) {
    let plan = &run.plan;
    match input {
        Input::Limit(it) => (InputKind::Limit, plan.limits[it].limit.id.clone()),
        Input::Cell { option, need } => (InputKind::Cell, plan.cell_id(option, need)),
        Input::Need(it) => (InputKind::Need, plan.needs[it].id.to_owned()),
        Input::Quantity(it) => {
            let id = plan.workload.quantities[it].id;
            (InputKind::Quantity, id.to_owned())
        }
    }
}

/// Where the winner changes from the one to the other.
fn flip(
    run: &Run<'_>,
    central: &Central,
    land: Option<&Landscape<'_>>,
    candidate: &Candidate,
    rivals: Rivals,
) -> Option<f64> {
    let plan = &run.plan;
    match candidate.input {
        Input::Limit(_) => None,
        Input::Cell { option, need } => {
            if option != rivals.best && option != rivals.runner_up {
                return None;
            }
            let value = tie_value(plan, central, rivals, option, need)?;
            tie_amount(plan, option, need, value)
        }
        Input::Need(need) => {
            let differences = rivals.differences(central);
            tie_weight::possible(&central.weights, &differences, need)
        }
        Input::Quantity(quantity) => {
            let [range, _] = plan.workload.quantities[quantity].ranges?;
            let way = land?.way(quantity);
            let first = range.low();
            let width = range.high() - first;
            let amounts = (1..=64).map(|it| first + width * (f64::from(it) / 64.0));
            let change = way.first_change((first, way.winner(first).ok()?), amounts);
            change.map(|(at, _)| at)
        }
    }
}
