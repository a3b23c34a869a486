//! How the needs of a problem are weighed in each run.

use crate::problem::{BaseWeights, Need, Problem};
use crate::problem_error::{Fault, ProblemError};
use crate::result::Warning;
use crate::weights::{Placing, weights_from_ranks};
use crate::workload::both_runs;
use crate::{INCONSISTENT, Triangular, priorities};

/// The weights of the needs, in their order.
pub(crate) enum Weighing {
    /// Their places; in the base run the weights are the mean of all that respect them, unless they are drawn there too.
    Ranks {
        placing: Placing,
        centroid: Vec<f64>,
        drawn_in_base: bool,
    },
    /// A range of points per need and run.
    Swings(Vec<[Triangular; 2]>),
}

/// So small or large a swing loses its bits on the way.
const SWINGS: std::ops::RangeInclusive<f64> = 1e-100..=1e100;

/// How `problem` weighs its needs. Comparisons that contradict each other are a warning.
pub(crate) fn weighing(
    problem: &Problem,
    warnings: &mut Vec<Warning>,
) -> Result<Weighing, ProblemError> {
    for id in problem.needs.keys() {
        if !problem.dimensions.contains_key(id) {
            let (kind, name) = ("dimension", id.clone());
            return Err(Fault::Unknown { kind, name }.at(format!("needs.{id}")));
        }
    }
    let needs = || problem.needs.values();
    let ranks = needs().filter_map(|it| match it {
        Need::Rank(rank) => Some(*rank),
        _ => None,
    });
    let ranks: Vec<_> = ranks.collect();
    let compared = needs().filter(|it| **it == Need::Compared).count();
    let count = problem.needs.len();
    if count == 0 {
        return Err(Fault::Missing("a need").at("needs"));
    }
    if ranks.is_empty() && problem.base_weights == BaseWeights::Order {
        return Err(Fault::NotRanked.at("base_weights"));
    }
    if compared < count && !problem.pairs.is_empty() {
        return Err(Fault::MixedNeeds.at("pairs"));
    }
    match (ranks.len(), compared) {
        (0, 0) => swings(problem),
        (0, _) if compared == count => pairs(problem, warnings),
        (_, 0) if ranks.len() == count => from_ranks(problem, &ranks),
        _ => Err(Fault::MixedNeeds.at("needs")),
    }
}

fn from_ranks(problem: &Problem, ranks: &[u32]) -> Result<Weighing, ProblemError> {
    for (id, rank) in problem.needs.keys().zip(ranks) {
        if *rank == 0 {
            return Err(Fault::Outside("1 or more").at(format!("needs.{id}.rank")));
        }
    }
    Ok(Weighing::Ranks {
        placing: Placing::of(ranks),
        centroid: weights_from_ranks(ranks),
        drawn_in_base: problem.base_weights == BaseWeights::Order,
    })
}

fn swings(problem: &Problem) -> Result<Weighing, ProblemError> {
    let mut swings = Vec::with_capacity(problem.needs.len());
    for (id, need) in &problem.needs {
        let Need::Swing(swing) = need else {
            continue;
        };
        let path = format!("needs.{id}.swing");
        let ranges = both_runs(*swing, &path, Triangular::stressed_swing)?;
        if swing.low < 0.0 {
            return Err(Fault::Outside("0 or more").at(path));
        }
        if !SWINGS.contains(&swing.mode) || !SWINGS.contains(&swing.high) {
            return Err(Fault::Outside("above 0: leave out a need that does not matter").at(path));
        }
        swings.push(ranges);
    }
    Ok(Weighing::Swings(swings))
}

fn pairs(problem: &Problem, warnings: &mut Vec<Warning>) -> Result<Weighing, ProblemError> {
    let ids: Vec<_> = problem.needs.keys().map(String::as_str).collect();
    let mut matrix = vec![vec![0.0; ids.len()]; ids.len()];
    for (at, pair) in problem.pairs.iter().enumerate() {
        let find = |name: &str, field: usize| {
            let (kind, path) = ("need", format!("pairs[{at}][{field}]"));
            let error = || {
                let name = name.to_owned();
                Fault::Unknown { kind, name }.at(path)
            };
            ids.iter().position(|it| *it == name).ok_or_else(error)
        };
        let (a, b) = (find(&pair.a, 0)?, find(&pair.b, 1)?);
        let path = || format!("pairs[{at}]");
        if !(1e-9..=1e9).contains(&pair.ratio) {
            return Err(Fault::Outside("from 1e-9 to 1e9").at(path() + "[2]"));
        }
        let known: f64 = matrix[a][b];
        let differs = known > 0.0 && (known / pair.ratio - 1.0).abs() > 1e-9;
        if a == b || differs {
            let (a, b) = (pair.a.clone(), pair.b.clone());
            return Err(Fault::Contradiction { a, b }.at(path()));
        }
        if known > 0.0 {
            continue;
        }
        matrix[a][b] = pair.ratio;
        matrix[b][a] = 1.0 / pair.ratio;
    }
    for (a, row) in matrix.iter_mut().enumerate() {
        row[a] = 1.0;
        if let Some(b) = row.iter().position(|it| *it <= 0.0) {
            let [a, b] = [a, b].map(|it| ids[it].to_owned());
            return Err(Fault::NotCompared { a, b }.at("pairs"));
        }
    }
    let found = priorities(&matrix);
    if found.consistency_ratio > INCONSISTENT {
        warnings.push(Warning::Inconsistent(found.consistency_ratio));
    }
    let exact = |it: f64| Triangular::exact(it).and_then(|base| Ok([base, base.stressed_swing()?]));
    let swings: Result<_, _> = found.weights.into_iter().map(exact).collect();
    let swings = swings.map_err(|it| Fault::Range(it).at("pairs"))?;
    Ok(Weighing::Swings(swings))
}
