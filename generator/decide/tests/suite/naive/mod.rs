//! A second engine, slow and plain: one draw after the other, every number computed when it is needed.
//!
//! It shares the streams, the value functions, the formulas and the quantiles with the engine, and nothing else: neither
//! blocks nor columns nor intervals, no sharing between problems. Conditions are those of the random problems.

use std::collections::BTreeMap;

use decide::{
    Amount, BaseWeights, Cell, EscapeState, Formula, Need, Problem, Scale, Stream, Triangular,
    ValueFunction, rank_order_centroid,
};

const EPS: f64 = 1.0 / 1_099_511_627_776.0;

/// What one run over all draws counts; options are in id order.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Counts {
    pub(crate) ranks: Vec<Vec<u32>>,
    pub(crate) out: Vec<u32>,
    pub(crate) tied: u32,
    pub(crate) none: u32,
    pub(crate) pairwise: Vec<Vec<u32>>,
    /// Sum of the weights of each option's first places, by need.
    pub(crate) winning: Vec<Vec<f64>>,
    /// Means of values and weights.
    pub(crate) values: Vec<Vec<f64>>,
    pub(crate) weights: Vec<f64>,
}

/// Counts all draws of `problem` in one of its runs.
pub(crate) fn count(problem: &Problem, stress: bool) -> Counts {
    let (options, needs) = (problem.options.len(), problem.needs.len());
    let mut counts = Counts {
        ranks: vec![vec![0; options]; options],
        out: vec![0; options],
        pairwise: vec![vec![0; options]; options],
        winning: vec![vec![0.0; needs]; options],
        values: vec![vec![0.0; needs]; options],
        weights: vec![0.0; needs],
        ..Counts::default()
    };
    let mut streams = Streams::new(problem);
    let always = ruled_out(problem);
    for _ in 0..problem.draws {
        draw(problem, stress, &mut streams, &always, &mut counts);
    }
    let draws = f64::from(problem.draws);
    let sums = counts.values.iter_mut().flatten();
    sums.chain(&mut counts.weights).for_each(|it| *it /= draws);
    counts
}

/// Every stream by its name, begun when it is first drawn from.
struct Streams<'p> {
    seed: &'p str,
    streams: BTreeMap<String, Stream>,
}

impl<'p> Streams<'p> {
    fn new(problem: &'p Problem) -> Self {
        let (seed, streams) = (problem.seed.as_str(), BTreeMap::new());
        Self { seed, streams }
    }

    fn uniform(&mut self, name: &str) -> f64 {
        let stream = self.streams.entry(name.to_owned());
        let stream = stream.or_insert_with(|| Stream::new(self.seed, name));
        stream.uniform()
    }

    /// A number from a range as it is, or as the stress run widens it.
    fn amount(&mut self, name: &str, amount: Amount, stress: bool, swing: bool) -> f64 {
        let Amount {
            mut low,
            mode,
            mut high,
        } = amount;
        if stress {
            let (a, b) = (low, high);
            low = mode - 2.0 * (mode - a);
            if a > 0.0 {
                low = low.max(a / 2.0);
            } else if a >= 0.0 {
                low = 0.0;
            }
            high = mode + 2.0 * (b - mode);
            if swing {
                low = low.min(mode / 2.0);
                high = high.max(1.5 * mode);
            }
        }
        let u = self.uniform(name);
        let range = Triangular::new(low, mode, high).expect("a range");
        range.quantile(u)
    }
}

fn draw(
    problem: &Problem,
    stress: bool,
    streams: &mut Streams<'_>,
    always: &[bool],
    counts: &mut Counts,
) {
    let mut names: BTreeMap<&str, f64> = BTreeMap::new();
    for (id, quantity) in &problem.quantities {
        if let Some(amount) = quantity {
            let name = format!("quantity/{id}");
            names.insert(id, streams.amount(&name, *amount, stress, false));
        }
    }
    names.extend(problem.facts.iter().map(|(id, it)| (id.as_str(), *it)));
    for computed in &problem.formulas {
        let formula = Formula::number(&computed.formula).expect("a formula");
        // What reads a quantity that is not stated has no number.
        if let Ok(number) = formula.compute(|name| names.get(name).copied()) {
            names.insert(&computed.id, number);
        }
    }
    let weights = weights(problem, stress, streams);
    let mut scores: Vec<Option<f64>> = Vec::new();
    let mut options: Vec<_> = problem.options.iter().map(|it| it.id.as_str()).collect();
    options.sort_unstable();
    for (at, option) in options.iter().enumerate() {
        let mut score = 0.0;
        for (need, (id, weight)) in problem.needs.keys().zip(&weights).enumerate() {
            let value = value(problem, option, id, stress, streams, &names);
            counts.values[at][need] += value;
            score += weight * value;
        }
        let own = problem.limits.iter().filter(|it| it.option == *option);
        let mut own = own.filter(|it| !it.unless.iter().any(|it| it.state == EscapeState::Taken));
        let out = always[at] || own.any(|it| holds(&it.when, &names));
        scores.push((!out).then_some(score));
    }
    for (sum, weight) in counts.weights.iter_mut().zip(&weights) {
        *sum += weight;
    }
    rank(&scores, &weights, counts);
}

/// A condition `name > number`; what is not stated does not hold.
fn holds(when: &str, names: &BTreeMap<&str, f64>) -> bool {
    let (name, bound) = when.split_once(" > ").expect("a condition");
    let bound: f64 = bound.parse().expect("a bound");
    names.get(name).is_some_and(|it| *it > bound)
}

/// By option: whether one of its limits holds at all ends of the ranges, which for these conditions is at the low ends.
fn ruled_out(problem: &Problem) -> Vec<bool> {
    let end = |low: bool| {
        let mut names: BTreeMap<&str, f64> = BTreeMap::new();
        let stated = problem
            .quantities
            .iter()
            .filter_map(|(id, it)| Some((id, (*it)?)));
        names.extend(stated.map(|(id, it)| (id.as_str(), if low { it.low } else { it.high })));
        names.extend(problem.facts.iter().map(|(id, it)| (id.as_str(), *it)));
        let gross = Formula::number(&problem.formulas[0].formula).expect("a formula");
        let gross = gross.compute(|name| names.get(name).copied());
        names.extend(gross.map(|it| ("gross", it)));
        names
    };
    let low = end(true);
    let mut options: Vec<_> = problem.options.iter().map(|it| it.id.as_str()).collect();
    options.sort_unstable();
    let out = options.iter().map(|option| {
        let own = problem.limits.iter().filter(|it| it.option == *option);
        let mut own = own.filter(|it| !it.unless.iter().any(|it| it.state == EscapeState::Taken));
        own.any(|it| holds(&it.when, &low))
    });
    out.collect()
}

fn value(
    problem: &Problem,
    option: &str,
    need: &str,
    stress: bool,
    streams: &mut Streams<'_>,
    names: &BTreeMap<&str, f64>,
) -> f64 {
    let function = match &problem.dimensions[need].scale {
        Scale::Points(points) => ValueFunction::from_points(points.clone()),
        Scale::Levels {
            values: Some(values),
            ..
        } => ValueFunction::from_values(values.iter().copied()),
        Scale::Levels { names, .. } => ValueFunction::from_levels(names.len()),
    };
    let function = function.expect("a scale");
    let stream = format!("cell/{option}/{need}");
    match &problem.cells[option][need] {
        Cell::Amount(amount) => function.value(streams.amount(&stream, *amount, stress, false)),
        Cell::Value(value) => *value,
        Cell::Formula(id) if names.contains_key(id.as_str()) => function.value(names[id.as_str()]),
        _ => streams.uniform(&stream),
    }
}

fn weights(problem: &Problem, stress: bool, streams: &mut Streams<'_>) -> Vec<f64> {
    let mut places: Vec<(u32, usize)> = Vec::new();
    let mut swings = Vec::new();
    for (at, (id, need)) in problem.needs.iter().enumerate() {
        match need {
            Need::Rank(rank) => places.push((*rank, at)),
            Need::Swing(swing) => {
                swings.push(streams.amount(&format!("need/{id}"), *swing, stress, true));
            }
            Need::Compared => {}
        }
    }
    if !swings.is_empty() {
        let mut sum = 0.0;
        for swing in &swings {
            sum += swing;
        }
        return swings.iter().map(|it| it / sum).collect();
    }
    places.sort_unstable();
    let count = places.len();
    let order = stress || problem.base_weights == BaseWeights::Order;
    let ranked = if order {
        let mut cuts: Vec<f64> = (1..count).map(|_| streams.uniform("order")).collect();
        cuts.sort_by(f64::total_cmp);
        let mut ranked = vec![0.0; count];
        let mut sum = 0.0;
        for k in (1..=count).rev() {
            let start = if k == 1 { 0.0 } else { cuts[k - 2] };
            let end = if k == count { 1.0 } else { cuts[k - 1] };
            sum += (end - start) / k as f64;
            ranked[k - 1] = sum;
        }
        ranked
    } else {
        rank_order_centroid(count)
    };
    let mut weights = vec![0.0; count];
    let mut from = 0;
    for group in places.chunk_by(|a, b| a.0 == b.0) {
        let own = &ranked[from..from + group.len()];
        from += group.len();
        if order {
            let mut lots: Vec<(f64, usize)> = Vec::new();
            for (_, need) in group {
                let lot = if group.len() == 1 {
                    0.0
                } else {
                    streams.uniform("order")
                };
                lots.push((lot, *need));
            }
            lots.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
            lots.iter()
                .zip(own)
                .for_each(|((_, need), it)| weights[*need] = *it);
        } else {
            let mut sum = 0.0;
            for weight in own {
                sum += weight;
            }
            for (_, need) in group {
                weights[*need] = sum / group.len() as f64;
            }
        }
    }
    weights
}

fn rank(scores: &[Option<f64>], weights: &[f64], counts: &mut Counts) {
    let mut first = None;
    for (option, score) in scores.iter().enumerate() {
        let Some(score) = score else {
            counts.out[option] += 1;
            continue;
        };
        let ahead = scores
            .iter()
            .flatten()
            .filter(|it| *it - score > -EPS)
            .count();
        counts.ranks[option][ahead - 1] += 1;
        if ahead == 1 {
            first = Some(option);
        }
        for (other, its) in scores.iter().enumerate() {
            let beaten = its.is_none_or(|its| score - its >= EPS);
            counts.pairwise[option][other] += u32::from(other != option && beaten);
        }
    }
    match first {
        Some(first) => {
            for (sum, weight) in counts.winning[first].iter_mut().zip(weights) {
                *sum += weight;
            }
        }
        None if scores.iter().any(Option::is_some) => counts.tied += 1,
        None => counts.none += 1,
    }
}
