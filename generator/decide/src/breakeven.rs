//! Where two computed numbers cross when one quantity moves and all others are at their most likely.

use crate::bisect::bisect;
use crate::problem::BreakEven;
use crate::problem_error::{Fault, ProblemError};
use crate::result::Crossings;
use crate::workload::Workload;
use crate::{FormulaError, Triangular};

/// The crossings that `asked`, which stands at `at` in the problem, asks for.
///
/// # Errors
/// A formula that cannot be computed on the way.
pub(crate) fn crossings(
    asked: &BreakEven,
    at: usize,
    workload: &Workload<'_>,
) -> Result<Crossings, ProblemError> {
    let found = search(asked, workload);
    let crossings = found.map_err(|it| Fault::Formula(it).at(format!("breakevens[{at}]")))?;
    let id = asked.id.clone();
    Ok(Crossings { id, crossings })
}

fn search(asked: &BreakEven, workload: &Workload<'_>) -> Result<Option<Vec<f64>>, FormulaError> {
    let formulas = (workload.find(&asked.a), workload.find(&asked.b));
    let (Some(a), Some(b)) = formulas else {
        return Ok(None);
    };
    let Some(quantity) = workload.find_quantity(&asked.quantity) else {
        return Ok(None);
    };
    let slots = [a, b].map(|it| workload.slot(it));
    let unstated = [a, b].map(|it| &workload.formulas[it].program.unstated);
    if unstated.into_iter().flatten().any(|it| *it != quantity) {
        return Ok(None);
    }
    let needed = workload.behind(&[a, b]);
    let mut numbers = workload.given(Triangular::mode);
    numbers.resize(workload.slot(workload.formulas.len()), None);
    // Whether the first costs at least as much as the second.
    let mut above = |amount: f64| -> Result<bool, FormulaError> {
        numbers[quantity] = Some(amount);
        for formula in &needed {
            let program = &workload.formulas[*formula].program;
            numbers[workload.slot(*formula)] = program.number(&numbers)?;
        }
        Ok(numbers[slots[0]] >= numbers[slots[1]])
    };
    let mut crossings = Vec::new();
    let mut last = (asked.from, above(asked.from)?);
    while last.0 < asked.to {
        let amount = (last.0 * 2.0).min(asked.to);
        let next = (amount, above(amount)?);
        if next.1 != last.1 {
            crossings.push(bisect(last, next, &mut above)?.0);
        }
        last = next;
    }
    Ok(Some(crossings))
}
