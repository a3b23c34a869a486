//! Draws grouped by a single input: the ground on which a decision is found to depend on it.

use crate::columns::Columns;
use crate::lanes::{Bits, count, first_bits};
use crate::plan::{Known, Plan};
use crate::result::LimitStatus;
use crate::sources::{Source, Sources, WeightSource};

/// The groups of every input that could decide.
pub(crate) struct Groups {
    pub(crate) candidates: Vec<Candidate>,
}

/// An input, and who is first in its two groups of draws.
pub(crate) struct Candidate {
    pub(crate) input: Input,
    /// The column whose words group the draws; a limit groups them by itself.
    column: Option<usize>,
    /// Low (of a limit: holds) and high (does not).
    pub(crate) sides: [Side; 2],
}

/// An input that can decide; every `usize` is an index into the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    Limit(usize),
    Cell { option: usize, need: usize },
    Need(usize),
    Quantity(usize),
}

/// A group of draws.
#[derive(Clone)]
pub(crate) struct Side {
    pub(crate) draws: u32,
    /// By option.
    pub(crate) first: Vec<u32>,
}

impl Groups {
    /// Every limit that straddles, and every input that is uncertain in the base run.
    pub(crate) fn of(plan: &Plan<'_>, sources: &Sources) -> Self {
        let mut inputs = Vec::new();
        let limits = plan.limits.iter().enumerate();
        let straddling = limits.filter(|(_, it)| it.status[0] == LimitStatus::Straddles);
        inputs.extend(straddling.map(|(at, _)| (Input::Limit(at), None)));
        for (option, row) in sources.cells.iter().enumerate() {
            for (need, [base, _]) in row.iter().enumerate() {
                let uncertain = !matches!(plan.cells[option][need], Known::Formula(_));
                if let (Source::Drawn(column), true) = (base, uncertain) {
                    inputs.push((Input::Cell { option, need }, Some(*column)));
                }
            }
        }
        if let WeightSource::Swings(swings) = &sources.weights[0] {
            for (need, source) in swings.iter().enumerate() {
                if let Source::Drawn(column) = source {
                    inputs.push((Input::Need(need), Some(*column)));
                }
            }
        }
        for (quantity, [base, _]) in sources.quantities.iter().enumerate() {
            if let Source::Drawn(column) = base {
                inputs.push((Input::Quantity(quantity), Some(*column)));
            }
        }
        let empty = Side {
            draws: 0,
            first: vec![0; plan.options.len()],
        };
        let candidates = inputs.into_iter().map(|(input, column)| Candidate {
            input,
            column,
            sides: [empty.clone(), empty.clone()],
        });
        Self {
            candidates: candidates.collect(),
        }
    }

    /// Counts the first `length` draws of the block.
    ///
    /// - `holds`: by limit, the draws in which it holds.
    /// - `winners`: by option, the draws in which it is first.
    pub(crate) fn count(
        &mut self,
        columns: &Columns<'_>,
        holds: &[Option<Bits>],
        winners: &[Bits],
        length: usize,
    ) {
        let counted = first_bits(length);
        let winners = winners.iter().enumerate();
        let winners = winners.filter(|(_, it)| count(it) > 0);
        for candidate in &mut self.candidates {
            let groups = match (candidate.column, candidate.input) {
                (Some(column), _) => columns.get(column).thirds,
                (None, Input::Limit(limit)) => {
                    let holds = holds[limit].unwrap_or_default();
                    [holds, std::array::from_fn(|at| counted[at] & !holds[at])]
                }
                (None, _) => continue,
            };
            for (side, group) in candidate.sides.iter_mut().zip(groups) {
                side.draws += count(&group);
                for (option, winner) in winners.clone() {
                    let both: Bits = std::array::from_fn(|at| group[at] & winner[at]);
                    side.first[option] += count(&both);
                }
            }
        }
    }
}
