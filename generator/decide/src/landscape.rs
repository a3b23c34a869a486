//! Which option has the highest score when one quantity moves and everything else stays at its mean.

use crate::bisect::bisect;
use crate::figures::Central;
use crate::plan::{Known, Plan};
use crate::problem::EscapeState;
use crate::truth::Truth;
use crate::{FormulaError, Triangular};

/// The scores of all options, with every quantity at its mean.
pub(crate) struct Landscape<'a> {
    plan: &'a Plan<'a>,
    central: &'a Central,
    /// The numbers of all names.
    means: Vec<Option<f64>>,
    scores: Vec<f64>,
    /// By limit: whether it keeps its option out.
    holds: Vec<bool>,
}

/// The way of one quantity through the landscape.
pub(crate) struct Way<'a> {
    land: &'a Landscape<'a>,
    quantity: usize,
    formulas: Vec<usize>,
    limits: Vec<usize>,
    options: Vec<usize>,
}

impl<'a> Landscape<'a> {
    /// The landscape of a plan.
    ///
    /// # Errors
    /// [`FormulaError`] if a formula cannot be computed at the means, which lie in ranges over which all are sound.
    pub(crate) fn of(plan: &'a Plan<'a>, central: &'a Central) -> Result<Self, FormulaError> {
        let workload = &plan.workload;
        let means = workload.computed(workload.given(Triangular::mean))?;
        let mut land = Self {
            plan,
            central,
            means,
            scores: Vec::new(),
            holds: Vec::new(),
        };
        let scores = (0..plan.options.len()).map(|it| land.score(it, &land.means));
        land.scores = scores.collect();
        let limits = 0..plan.limits.len();
        land.holds = limits
            .map(|it| land.holds(it, &land.means))
            .collect::<Result<_, _>>()?;
        Ok(land)
    }

    /// The way of the quantity with this index.
    pub(crate) fn way(&'a self, quantity: usize) -> Way<'a> {
        let formulas = self.plan.workload.formulas.iter().enumerate();
        let formulas = formulas.filter(|(_, it)| it.program.reads.contains(&quantity));
        let formulas: Vec<_> = formulas.map(|(at, _)| at).collect();
        let limits = self.plan.limits.iter().enumerate();
        let limits = limits.filter(|(_, it)| it.when.reads.contains(&quantity));
        let moves = |it: &Known| matches!(it, Known::Formula(it) if formulas.contains(it));
        let options = self.plan.cells.iter().enumerate();
        let options = options.filter(|(_, row)| row.iter().any(moves));
        Way {
            land: self,
            quantity,
            limits: limits.map(|(at, _)| at).collect(),
            options: options.map(|(at, _)| at).collect(),
            formulas,
        }
    }

    /// The option with the highest score at the means; nothing if all are out.
    pub(crate) fn winner(&self) -> Option<usize> {
        self.highest(&self.scores, &self.holds)
    }

    /// The mean of a quantity, if it is stated.
    pub(crate) fn mean(&self, quantity: usize) -> Option<f64> {
        self.means[quantity]
    }

    fn score(&self, option: usize, numbers: &[Option<f64>]) -> f64 {
        let cells = self.plan.cells[option].iter().enumerate();
        let values = cells.map(|(need, cell)| {
            let central = self.central.values[option][need];
            match cell {
                Known::Formula(formula) => {
                    let amount = numbers[self.plan.workload.slot(*formula)];
                    let function = &self.plan.needs[need].function;
                    amount.map_or(central, |it| function.value(it))
                }
                _ => central,
            }
        });
        let terms = self.central.weights.iter().zip(values);
        terms.fold(0.0, |sum, (weight, value)| sum + weight * value)
    }

    fn holds(&self, limit: usize, numbers: &[Option<f64>]) -> Result<bool, FormulaError> {
        let knockout = &self.plan.limits[limit];
        let escapes = &knockout.limit.unless;
        if escapes.iter().any(|it| it.state == EscapeState::Taken) {
            return Ok(false);
        }
        Ok(knockout.when.truth(numbers)? == Truth::True)
    }

    /// The first option with the highest score among those that no limit keeps out.
    fn highest(&self, scores: &[f64], holds: &[bool]) -> Option<usize> {
        let limits = self.plan.limits.iter().zip(holds);
        let out = |option: usize| {
            let mut own = limits.clone().filter(|(limit, _)| limit.option == option);
            own.any(|(_, holds)| *holds)
        };
        let left = scores
            .iter()
            .enumerate()
            .filter(|(option, _)| !out(*option));
        let best = left.fold(None, |best: Option<(usize, &f64)>, it| match best {
            Some(best) if it.1 <= best.1 => Some(best),
            _ => Some(it),
        });
        best.map(|(option, _)| option)
    }
}

impl Way<'_> {
    /// Whether anything changes along it.
    pub(crate) fn matters(&self) -> bool {
        !self.limits.is_empty() || !self.options.is_empty()
    }

    /// The option with the highest score when the quantity is `amount`; nothing if all are out.
    pub(crate) fn winner(&self, amount: f64) -> Result<Option<usize>, FormulaError> {
        let land = self.land;
        let workload = &land.plan.workload;
        let mut numbers = land.means.clone();
        numbers[self.quantity] = Some(amount);
        for formula in &self.formulas {
            let program = &workload.formulas[*formula].program;
            numbers[workload.slot(*formula)] = program.number(&numbers)?;
        }
        let mut holds = land.holds.clone();
        for limit in &self.limits {
            holds[*limit] = land.holds(*limit, &numbers)?;
        }
        let mut scores = land.scores.clone();
        for option in &self.options {
            scores[*option] = land.score(*option, &numbers);
        }
        Ok(land.highest(&scores, &holds))
    }

    /// The first change along the amounts: where it is, and who wins there.
    ///
    /// - `from`: an amount and its winner. An error of arithmetic ends the way.
    pub(crate) fn first_change(
        &self,
        from: (f64, Option<usize>),
        amounts: impl Iterator<Item = f64>,
    ) -> Option<(f64, Option<usize>)> {
        let mut last = from;
        for amount in amounts {
            if !amount.is_finite() {
                return None;
            }
            let winner = self.winner(amount).ok()?;
            if winner != last.1 {
                return bisect(last, (amount, winner), |it| self.winner(it)).ok();
            }
            last = (amount, winner);
        }
        None
    }
}
