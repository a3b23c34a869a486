//! The numbers of a problem that formulas read and compute: quantities, facts, and formulas in their order.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::Points;
use crate::interval::{Interval, Intervals};
use crate::lanes::{Bits, Block, Lane};
use crate::problem::{Amount, Problem};
use crate::problem_error::{Fault, ProblemError};
use crate::truth::Truth;
use crate::{Formula, FormulaError, FormulaFault, RangeError, Triangular};

/// What formulas and limits can name. Their values stand in slots: quantities, then facts, then formulas.
pub(crate) struct Workload<'p> {
    pub(crate) quantities: Vec<Quantity<'p>>,
    pub(crate) facts: Vec<f64>,
    pub(crate) formulas: Vec<Step<'p>>,
    slots: BTreeMap<&'p str, usize>,
}

/// A quantity of the workload.
pub(crate) struct Quantity<'p> {
    pub(crate) id: &'p str,
    /// Its range in the base run and in the stress run; nothing if it is not stated.
    pub(crate) ranges: Option<[Triangular; 2]>,
}

/// A formula in its place.
pub(crate) struct Step<'p> {
    pub(crate) id: &'p str,
    pub(crate) program: Program,
}

/// A formula or condition, and where the numbers it reads stand.
pub(crate) struct Program {
    pub(crate) formula: Formula,
    slots: Vec<usize>,
    /// The quantities it reads, also through other formulas, by index.
    pub(crate) reads: BTreeSet<usize>,
    /// Those of them that are not stated.
    pub(crate) unstated: Vec<usize>,
}

impl<'p> Workload<'p> {
    /// The workload of `problem`, every formula read and found to be finite over the ranges of both runs.
    pub(crate) fn of(problem: &'p Problem) -> Result<Self, ProblemError> {
        let mut workload = Self {
            quantities: Vec::new(),
            facts: Vec::new(),
            formulas: Vec::new(),
            slots: BTreeMap::new(),
        };
        for (id, amount) in &problem.quantities {
            let path = format!("quantities.{id}");
            let ranges = match amount {
                Some(amount) => Some(both_runs(*amount, &path, Triangular::stressed)?),
                None => None,
            };
            workload.quantities.push(Quantity { id, ranges });
            workload.name(id, path)?;
        }
        for (id, fact) in &problem.facts {
            let path = format!("facts.{id}");
            if !fact.is_finite() {
                return Err(Fault::NotFinite.at(path));
            }
            workload.facts.push(*fact);
            workload.name(id, path)?;
        }
        for (at, computed) in problem.formulas.iter().enumerate() {
            let path = format!("formulas[{at}].formula");
            let formula = Formula::number(&computed.formula);
            let program = formula.and_then(|it| workload.program(it));
            let program = program.map_err(|it| Fault::Formula(it).at(path))?;
            let id = computed.id.as_str();
            workload.formulas.push(Step { id, program });
            workload.name(id, format!("formulas[{at}].id"))?;
        }
        Ok(workload)
    }

    fn name(&mut self, name: &'p str, path: String) -> Result<(), ProblemError> {
        check_id(name, &path)?;
        let slot = self.slots.len();
        match self.slots.insert(name, slot) {
            Some(_) => Err(Fault::Twice(name.to_owned()).at(path)),
            None => Ok(()),
        }
    }

    /// `formula`, if everything it names stands before it.
    pub(crate) fn program(&self, formula: Formula) -> Result<Program, FormulaError> {
        let mut slots = Vec::with_capacity(formula.names().len());
        let mut reads = BTreeSet::new();
        for name in formula.names() {
            let Some(slot) = self.slots.get(name.text.as_str()) else {
                let fault = FormulaFault::UnknownName(name.text.clone());
                let span = name.span.clone();
                return Err(FormulaError { span, fault });
            };
            slots.push(*slot);
            match self.formula_at(*slot) {
                Some(formula) => reads.extend(&self.formulas[formula].program.reads),
                None if *slot < self.quantities.len() => reads.extend([*slot]),
                None => {}
            }
        }
        let unstated = reads.iter().copied();
        let unstated = unstated.filter(|it| self.quantities[*it].ranges.is_none());
        Ok(Program {
            unstated: unstated.collect(),
            formula,
            slots,
            reads,
        })
    }

    fn formula_at(&self, slot: usize) -> Option<usize> {
        slot.checked_sub(self.quantities.len() + self.facts.len())
    }

    /// The slot of a formula.
    pub(crate) fn slot(&self, formula: usize) -> usize {
        self.quantities.len() + self.facts.len() + formula
    }

    /// The formulas that `program` names, by index.
    pub(crate) fn formulas_of(&self, program: &Program) -> impl Iterator<Item = usize> {
        program.slots.iter().filter_map(|it| self.formula_at(*it))
    }

    /// `formulas` and those they read, also through others, each after all it reads.
    pub(crate) fn behind(&self, formulas: &[usize]) -> Vec<usize> {
        let mut read = vec![false; self.formulas.len()];
        for formula in formulas {
            read[*formula] = true;
        }
        // A formula reads earlier ones only, so going backwards meets every reader before what it reads.
        for at in (0..read.len()).rev() {
            if read[at] {
                for formula in self.formulas_of(&self.formulas[at].program) {
                    read[formula] = true;
                }
            }
        }
        (0..read.len()).filter(|it| read[*it]).collect()
    }

    /// The formula called `id`.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.formulas.iter().position(|it| it.id == id)
    }

    /// The quantity called `id`.
    pub(crate) fn find_quantity(&self, id: &str) -> Option<usize> {
        self.quantities.iter().position(|it| it.id == id)
    }

    /// What every slot can be in run `run` (0 base, 1 stress).
    pub(crate) fn intervals(&self, run: usize) -> Result<Vec<Option<Interval>>, ProblemError> {
        let ranges = self.quantities.iter().map(|it| it.ranges);
        let quantities = ranges.map(|it| {
            it.map(|ranges| Interval {
                low: ranges[run].low(),
                high: ranges[run].high(),
            })
        });
        let facts = self.facts.iter().map(|it| Some(Interval::point(*it)));
        let mut values: Vec<_> = quantities.chain(facts).collect();
        for (at, step) in self.formulas.iter().enumerate() {
            let path = || format!("formulas[{at}].formula");
            let value = step.program.interval(&values);
            values.push(value.map_err(|it| Fault::Formula(it).at(path()))?);
        }
        Ok(values)
    }

    /// The slots of quantities and facts when every stated quantity is what `of` makes of its range in the base run.
    pub(crate) fn given(&self, of: impl Fn(Triangular) -> f64) -> Vec<Option<f64>> {
        let ranges = self.quantities.iter().map(|it| it.ranges);
        let quantities = ranges.map(|it| it.map(|[base, _]| of(base)));
        let facts = self.facts.iter().map(|it| Some(*it));
        quantities.chain(facts).collect()
    }

    /// Adds the slots of the formulas to those of quantities and facts.
    pub(crate) fn computed(
        &self,
        mut given: Vec<Option<f64>>,
    ) -> Result<Vec<Option<f64>>, FormulaError> {
        for step in &self.formulas {
            let value = step.program.number(&given)?;
            given.push(value);
        }
        Ok(given)
    }
}

impl Program {
    pub(crate) fn number(&self, values: &[Option<f64>]) -> Result<Option<f64>, FormulaError> {
        let slots = &self.slots;
        self.formula.number_in(&Points { slots, values })
    }

    pub(crate) fn truth(&self, values: &[Option<f64>]) -> Result<Truth, FormulaError> {
        let slots = &self.slots;
        self.formula.truth_in(&Points { slots, values })
    }

    fn interval(&self, values: &[Option<Interval>]) -> Result<Option<Interval>, FormulaError> {
        let slots = &self.slots;
        self.formula.number_in(&Intervals { slots, values })
    }

    pub(crate) fn truth_throughout(
        &self,
        values: &[Option<Interval>],
    ) -> Result<Truth, FormulaError> {
        let slots = &self.slots;
        self.formula.truth_in(&Intervals { slots, values })
    }

    /// The number in each draw of a block. Cannot fail, since the intervals are sound; 0 if it could.
    pub(crate) fn lanes<'a>(&self, values: &[Lane<'a>]) -> Lane<'a> {
        let slots = &self.slots;
        let lane = self.formula.number_in(&Block { slots, values });
        lane.unwrap_or_default().owned()
    }

    /// The draws of a block in which it holds.
    pub(crate) fn bits(&self, values: &[Lane<'_>]) -> Bits {
        let slots = &self.slots;
        let bits = self.formula.truth_in(&Block { slots, values });
        bits.unwrap_or_default()
    }
}

/// The ranges of `amount` in the base run and in the stress run.
pub(crate) fn both_runs(
    amount: Amount,
    path: &str,
    stressed: fn(Triangular) -> Result<Triangular, RangeError>,
) -> Result<[Triangular; 2], ProblemError> {
    let Amount { low, mode, high } = amount;
    let range = Triangular::new(low, mode, high);
    let range = range.and_then(|base| Ok([base, stressed(base)?]));
    range.map_err(|it| Fault::Range(it).at(path))
}

/// Whether `id` is made of `a-z`, `0-9` and `-`.
pub(crate) fn check_id(id: &str, path: &str) -> Result<(), ProblemError> {
    let letter = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    if !id.is_empty() && id.bytes().all(letter) {
        return Ok(());
    }
    Err(Fault::NoId(id.to_owned()).at(path))
}
