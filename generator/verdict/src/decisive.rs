//! Which inputs decide a verdict: those that could change it, and the records that they read.

use std::collections::BTreeSet;

use decide::{Amount, Triangular};
use model::{Formula, Id, Load, Model, Number, Record, UseCase};

use crate::Verdict;

/// The inputs of a verdict of which some possible value changes the winner, each by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisive {
    /// Answers, as option and dimension.
    pub cells: BTreeSet<(String, String)>,
    /// Limits that keep out who would come first, or on which it depends.
    pub limits: BTreeSet<String>,
    /// Quantities of the workload.
    pub quantities: BTreeSet<String>,
    /// Costs behind those answers and limits.
    pub costs: BTreeSet<String>,
    /// Facts that all of these read.
    pub facts: BTreeSet<String>,
}

/// What decides `verdict`.
pub fn decisive(verdict: &Verdict, model: &Model) -> Decisive {
    let mut out = Decisive::default();
    for (part, decision) in verdict.decisions() {
        for tie in &decision.tie_scores {
            let (option, dimension) = (tie.option.clone(), tie.dimension.clone());
            out.cells.insert((option, dimension));
        }
        let fire = decision.ruled_out.iter().filter(|it| it.first_if_lifted);
        out.limits.extend(fire.flat_map(|it| it.limits.clone()));
        for tie in &decision.tie_quantities {
            let amount = stated(verdict, part, &tie.quantity);
            let ends = [&tie.above, &tie.below].into_iter().flatten();
            let mut ends = ends.map(|it| it.at);
            if amount.is_some_and(|amount| ends.any(|at| reaches(amount, at))) {
                out.quantities.insert(tie.quantity.clone());
            }
        }
        let Some(depends) = &decision.depends else {
            continue;
        };
        let id = depends.id.clone();
        match (depends.kind.id(), id.split_once('/')) {
            ("limit", _) => drop(out.limits.insert(id)),
            ("quantity", _) => drop(out.quantities.insert(id)),
            ("cell", Some((option, dimension))) => {
                out.cells.insert((option.to_owned(), dimension.to_owned()));
            }
            _ => {}
        }
    }
    let use_case = model.use_cases.get(verdict.outcome.id());
    read(&mut out, model, use_case);
    out
}

/// The amount of `quantity` in the component `part`, or in the whole.
fn stated(verdict: &Verdict, part: Option<&str>, quantity: &str) -> Option<Amount> {
    let problem = &verdict.problem;
    let component = part.and_then(|part| problem.components.iter().find(|it| it.id == part));
    let own = component.and_then(|it| it.quantities.get(quantity));
    *own.or_else(|| problem.quantities.get(quantity))?
}

/// Whether the range of the stress run reaches `at`.
fn reaches(amount: Amount, at: f64) -> bool {
    let range = Triangular::new(amount.low, amount.mode, amount.high);
    let stressed = range.and_then(Triangular::stressed);
    stressed.is_ok_and(|it| it.low() <= at && at <= it.high())
}

/// Adds the costs and facts that decisive answers, limits and quantities read.
fn read(out: &mut Decisive, model: &Model, use_case: Option<&Record<UseCase>>) {
    let mut formulas: Vec<&Formula> = Vec::new();
    let mut costs: Vec<&Id> = Vec::new();
    for (option, dimension) in &out.cells {
        let dimension = model.dimensions.get(dimension);
        let Some(cell) = dimension.and_then(|it| it.cells.get(option)) else {
            continue;
        };
        let numbers = cell.amount.iter().flat_map(model::Amount::numbers);
        out.facts.extend(facts(numbers));
        costs.extend(cell.cost.as_ref().map(|it| &it.id));
    }
    let limits = out.limits.iter().filter_map(|it| model.limits.get(it));
    formulas.extend(limits.map(|it| &it.when));
    loop {
        if let Some(formula) = formulas.pop() {
            for (id, _) in &formula.names {
                if model.costs.get(id).is_some() {
                    costs.push(id);
                } else if model.facts.get(id).is_some() {
                    out.facts.insert(id.to_string());
                }
            }
        } else if let Some(id) = costs.pop() {
            let new = out.costs.insert(id.to_string());
            let cost = model.costs.get(id).filter(|_| new);
            formulas.extend(cost.map(|it| &it.formula));
        } else {
            break;
        }
    }
    let loads = use_case.iter().flat_map(|it| {
        let parts = it.components.iter().map(|(_, _, part)| &part.workload);
        std::iter::once(&it.workload).chain(parts)
    });
    for (quantity, load) in loads.flat_map(model::Keyed::iter) {
        if let Load::Amount(amount) = load
            && out.quantities.contains(quantity.id.as_str())
        {
            out.facts.extend(facts(amount.numbers()));
        }
    }
}

fn facts<'n>(numbers: impl Iterator<Item = &'n Number>) -> Vec<String> {
    let facts = numbers.filter_map(|it| match it {
        Number::Fact(fact) => Some(fact.id.to_string()),
        Number::Bare(..) => None,
    });
    facts.collect()
}
