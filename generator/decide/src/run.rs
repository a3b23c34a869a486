//! One problem's share of a block of draws: its weights, its formulas, its limits, its scores.

use crate::columns::{Columns, Pass};
use crate::evaluate::{greatest, least};
use crate::groups::Groups;
use crate::lanes::{BLOCK, Bits, Lane, Lanes, NO_BITS, count, draws, first_bits};
use crate::plan::Plan;
use crate::result::LimitStatus;
use crate::sources::{Source, Sources, WeightSource};
use crate::tally::Tally;

/// A problem and what has been counted of it so far.
pub(crate) struct Run<'p> {
    pub(crate) plan: Plan<'p>,
    pub(crate) sources: Sources,
    pub(crate) base: Tally,
    pub(crate) stress: Tally,
    pub(crate) groups: Groups,
    /// Of the base run: the values of cells that a formula fills, by option and need; the weights; the formulas.
    pub(crate) cell_sums: Vec<Vec<f64>>,
    pub(crate) weight_sums: Vec<f64>,
    pub(crate) formulas: Vec<Spread>,
    /// By limit: in how many draws of the base run it holds, if it straddles.
    pub(crate) held: Vec<u32>,
    /// Of the stress run: the sum of the weights with which each option is first.
    pub(crate) winning_weights: Vec<Vec<f64>>,
}

/// What a formula came to in the draws so far.
#[derive(Clone, Copy)]
pub(crate) struct Spread {
    pub(crate) sum: f64,
    pub(crate) min: f64,
    pub(crate) max: f64,
}

/// Room for the numbers of one block, used again and again.
#[derive(Default)]
pub(crate) struct Scratch {
    scores: Vec<Lanes>,
}

impl<'p> Run<'p> {
    /// The run of `plan`, before its first draw; what it draws is added to `columns`.
    pub(crate) fn new(plan: Plan<'p>, columns: &mut Columns<'_>) -> Self {
        let sources = Sources::of(&plan, columns);
        let (options, needs) = (plan.options.len(), plan.needs.len());
        let nothing = Spread {
            sum: 0.0,
            min: f64::INFINITY,
            max: f64::NEG_INFINITY,
        };
        Self {
            groups: Groups::of(&plan, &sources),
            base: Tally::new(options, true),
            stress: Tally::new(options, false),
            cell_sums: vec![vec![0.0; needs]; options],
            weight_sums: vec![0.0; needs],
            formulas: vec![nothing; plan.workload.formulas.len()],
            held: vec![0; plan.limits.len()],
            winning_weights: vec![vec![0.0; needs]; options],
            plan,
            sources,
        }
    }

    /// Counts the first `length` draws of the block that `columns` holds.
    pub(crate) fn step(&mut self, columns: &Columns<'_>, scratch: &mut Scratch, length: usize) {
        for pass in [Pass::Base, Pass::Stress] {
            let slots = self.slots(pass, columns, length);
            let holds = self.holds(pass, &slots, length);
            let weights = weights(&self.sources.weights[pass as usize], pass, columns);
            self.score(pass, columns, &slots, &weights, &mut scratch.scores, length);
            let out = self.out(&holds);
            match pass {
                Pass::Base => {
                    self.base.count(&scratch.scores, &out, length);
                    self.groups
                        .count(columns, &holds, &self.base.winners, length);
                    if !matches!(self.sources.weights[0], WeightSource::Fixed(_)) {
                        for (sum, weight) in self.weight_sums.iter_mut().zip(&weights) {
                            *sum = (0..length).fold(*sum, |sum, at| sum + weight.at(at));
                        }
                    }
                    for (held, holds) in self.held.iter_mut().zip(&holds) {
                        *held += holds.as_ref().map_or(0, count);
                    }
                }
                Pass::Stress => {
                    self.stress.count(&scratch.scores, &out, length);
                    self.add_winning_weights(&weights);
                }
            }
        }
    }

    /// The numbers of all names in the draws of the block. A formula that nobody needs, or that cannot be told, is 0.
    fn slots<'c>(&mut self, pass: Pass, columns: &'c Columns<'_>, length: usize) -> Vec<Lane<'c>> {
        let workload = &self.plan.workload;
        let quantities = self.sources.quantities.iter();
        let quantities = quantities.map(|it| lane(it[pass as usize], pass, columns));
        let facts = workload.facts.iter().map(|it| Lane::Same(*it));
        let mut slots: Vec<Lane<'c>> = quantities.chain(facts).collect();
        for (at, step) in workload.formulas.iter().enumerate() {
            let wanted = pass == Pass::Base || self.sources.stressed[at];
            if !wanted || !step.program.unstated.is_empty() {
                slots.push(Lane::default());
                continue;
            }
            let lane = step.program.lanes(&slots);
            if pass == Pass::Base {
                let spread = &mut self.formulas[at];
                for number in (0..length).map(|it| lane.at(it)) {
                    spread.sum += number;
                    spread.min = least(spread.min, number);
                    spread.max = greatest(spread.max, number);
                }
            }
            slots.push(lane);
        }
        slots
    }

    /// By limit that straddles: the draws in which it holds.
    fn holds(&self, pass: Pass, slots: &[Lane<'_>], length: usize) -> Vec<Option<Bits>> {
        let counted = first_bits(length);
        let limits = self.plan.limits.iter();
        let bits = limits.map(|it| {
            let straddles = it.status[pass as usize] == LimitStatus::Straddles;
            straddles.then(|| {
                let holds = it.when.bits(slots);
                std::array::from_fn(|at| holds[at] & counted[at])
            })
        });
        bits.collect()
    }

    /// By option: the draws in which it is out.
    fn out(&self, holds: &[Option<Bits>]) -> Vec<Bits> {
        let ruled_out = self.plan.ruled_out.iter();
        let mut out: Vec<_> = ruled_out
            .map(|it| if *it { [u64::MAX; BLOCK / 64] } else { NO_BITS })
            .collect();
        for (limit, holds) in self.plan.limits.iter().zip(holds) {
            for (out, bits) in out[limit.option].iter_mut().zip(holds.iter().flatten()) {
                *out |= bits;
            }
        }
        out
    }

    /// Adds up the scores of the block, needs in their order.
    fn score(
        &mut self,
        pass: Pass,
        columns: &Columns<'_>,
        slots: &[Lane<'_>],
        weights: &[Lane<'_>],
        scores: &mut Vec<Lanes>,
        length: usize,
    ) {
        scores.resize(self.plan.options.len(), [0.0; BLOCK]);
        for (option, cells) in self.sources.cells.iter().enumerate() {
            scores[option].fill(0.0);
            let ruled_out = self.plan.ruled_out[option];
            for (need, (cell, weight)) in cells.iter().zip(weights).enumerate() {
                let value = match cell[pass as usize] {
                    Source::Formula(slot) => {
                        let value = worth(&slots[slot], &self.plan.needs[need].function);
                        if pass == Pass::Base {
                            let sum = &mut self.cell_sums[option][need];
                            *sum = (0..length).fold(*sum, |sum, at| sum + value.at(at));
                        }
                        value
                    }
                    source => lane(source, pass, columns),
                };
                if !ruled_out {
                    add(&mut scores[option], weight, &value);
                }
            }
        }
    }

    fn add_winning_weights(&mut self, weights: &[Lane<'_>]) {
        for (winners, sums) in self.stress.winners.iter().zip(&mut self.winning_weights) {
            let draws: Vec<usize> = draws(winners).collect();
            for (weight, sum) in weights.iter().zip(sums) {
                *sum = draws.iter().fold(*sum, |sum, at| sum + weight.at(*at));
            }
        }
    }
}

fn lane<'c>(source: Source, pass: Pass, columns: &'c Columns<'_>) -> Lane<'c> {
    match source {
        Source::Drawn(column) => Lane::Drawn(columns.get(column).lanes(pass)),
        Source::Fixed(number) => Lane::Same(number),
        Source::Formula(_) => Lane::default(),
    }
}

/// What the amounts of a formula are worth.
fn worth<'a>(amounts: &Lane<'_>, function: &crate::ValueFunction) -> Lane<'a> {
    match amounts.borrowed().owned() {
        Lane::Computed(mut lanes) => {
            function.fill(&mut *lanes);
            Lane::Computed(lanes)
        }
        same => Lane::Same(function.value(same.at(0))),
    }
}

fn weights<'c>(source: &WeightSource, pass: Pass, columns: &'c Columns<'_>) -> Vec<Lane<'c>> {
    match source {
        WeightSource::Fixed(weights) => weights.iter().map(|it| Lane::Same(*it)).collect(),
        WeightSource::Order { order, positions } => {
            let weights = columns.weights(*order);
            let lanes = positions.iter().map(|it| Lane::Drawn(&weights[*it]));
            lanes.collect()
        }
        WeightSource::Swings(swings) => {
            let swings: Vec<_> = swings.iter().map(|it| lane(*it, pass, columns)).collect();
            let sums: Lanes =
                std::array::from_fn(|at| swings.iter().fold(0.0, |sum, swing| sum + swing.at(at)));
            let share = |swing: &Lane<'_>| -> Box<Lanes> {
                Box::new(std::array::from_fn(|at| swing.at(at) / sums[at]))
            };
            let lanes = swings.iter().map(|it| Lane::Computed(share(it)));
            lanes.collect()
        }
    }
}

/// Adds `weight` times `value` to the scores of the block.
fn add(scores: &mut Lanes, weight: &Lane<'_>, value: &Lane<'_>) {
    match (weight.borrowed(), value.borrowed()) {
        (Lane::Same(weight), Lane::Same(value)) => {
            for score in scores {
                *score += weight * value;
            }
        }
        (Lane::Same(same), Lane::Drawn(drawn)) | (Lane::Drawn(drawn), Lane::Same(same)) => {
            let pairs = scores.iter_mut().zip(drawn);
            pairs.for_each(|(score, it)| *score += same * it);
        }
        (weight, value) => {
            if let (Lane::Drawn(weight), Lane::Drawn(value)) = (weight, value) {
                let pairs = scores.iter_mut().zip(weight.iter().zip(value));
                pairs.for_each(|(score, (weight, value))| *score += weight * value);
            }
        }
    }
}
