//! Formulas that no workload can be put into: each is parsed once, where it is written.

use decide::{Fault, FormulaError};
use model::{Formula, Model};
use source::Diagnostic;

use crate::finding::{remedy, within};
use crate::rules::BAD_FORMULA;

/// The first fault of every cost that computes no number and of every limit that states no condition.
pub fn formulas(model: &Model) -> Vec<Diagnostic> {
    let costs = model.costs.iter().map(|it| {
        let parsed = decide::Formula::number(&it.formula.text);
        (&it.formula, parsed)
    });
    let limits = model.limits.iter().map(|it| {
        let parsed = decide::Formula::condition(&it.when.text);
        (&it.when, parsed)
    });
    let faults = costs.chain(limits);
    let found = faults.filter_map(|(formula, parsed)| Some(fault(formula, parsed.err()?)));
    found.collect()
}

fn fault(formula: &Formula, error: FormulaError) -> Diagnostic {
    let (span, title) = (within(formula, &error), error.fault.to_string());
    let help = remedy(&Fault::Formula(error));
    Diagnostic::error(BAD_FORMULA, span, title).help(help)
}
