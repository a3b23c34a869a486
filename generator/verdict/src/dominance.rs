//! Dominance: an option that another one beats or equals on every need, whatever the weights.

use std::collections::BTreeMap;

use decide::{Amount, Cell, Decision, Problem, Scale, ValueFunction};

/// The options that are dominated in `decision`, each with the first one that dominates it. Options that are ruled out
/// neither dominate nor are dominated.
pub fn dominated(problem: &Problem, decision: &Decision) -> BTreeMap<String, String> {
    let out = |id: &String| decision.ruled_out.iter().any(|it| it.option == *id);
    let rows: BTreeMap<&String, Vec<Worth>> = decision
        .values
        .keys()
        .filter(|id| !out(id))
        .filter_map(|id| {
            let needs = decision.weights.keys();
            let row: Option<_> = needs
                .map(|need| worth(problem, decision, id, need))
                .collect();
            Some((id, row?))
        })
        .collect();
    let dominated = rows.iter().filter_map(|(id, row)| {
        let mut others = rows.iter().filter(|(other, _)| other != &id);
        let (by, _) = others.find(|(_, other)| dominates(other, row))?;
        Some(((*id).clone(), (*by).clone()))
    });
    dominated.collect()
}

/// Values of a cell: the worst it can have, the likely one, the best.
type Worth = [f64; 3];

fn dominates(one: &[Worth], other: &[Worth]) -> bool {
    let pairs = || one.iter().flatten().zip(other.iter().flatten());
    pairs().all(|(a, b)| a >= b) && pairs().any(|(a, b)| a > b)
}

fn worth(problem: &Problem, decision: &Decision, option: &str, need: &str) -> Option<Worth> {
    /// What nobody knows can be anything.
    const ANY: Worth = [0.0, 0.5, 1.0];
    let cell = problem.cells.get(option)?.get(need)?;
    let scale = &problem.dimensions.get(need)?.scale;
    let function = function(scale)?;
    let ends = |low: f64, mode: f64, high: f64| {
        let [low, mode, high] = [low, mode, high].map(|it| function.value(it));
        [low.min(high), mode, low.max(high)]
    };
    Some(match cell {
        Cell::Amount(Amount { low, mode, high }) => ends(*low, *mode, *high),
        Cell::Level(level) => {
            let at = index(scale, level)?;
            ends(at, at, at)
        }
        Cell::Unknown => ANY,
        Cell::Value(value) => [*value; 3],
        Cell::Formula(id) => match decision.formulas.get(id)? {
            Some(it) => ends(it.min, it.mode, it.max),
            None => ANY,
        },
    })
}

fn function(scale: &Scale) -> Option<ValueFunction> {
    let function = match scale {
        Scale::Points(points) => ValueFunction::from_points(points.clone()),
        Scale::Levels {
            values: Some(values),
            ..
        } => ValueFunction::from_values(values.iter().copied()),
        Scale::Levels { names, .. } => ValueFunction::from_levels(names.len()),
    };
    function.ok()
}

fn index(scale: &Scale, level: &str) -> Option<f64> {
    match scale {
        Scale::Points(_) => None,
        Scale::Levels { names, .. } => names.iter().position(|it| it == level).map(|it| it as f64),
    }
}
