//! The problem that is left when nobody has said yet what matters: every answer, limit and cost, and no needs.

use decide::Problem;
use model::Model;

use crate::reading::Reading;
use crate::{answers, case};

/// Everything that a case could need, among all columns of the manifest: all dimensions with a scale that can be read,
/// their answers, all limits with open escapes, all costs that answers name, and the usual workload. It has no needs, so it
/// cannot be solved; whoever picks some, and amounts, has the problem of a use case that says the same. Nothing if a
/// record is wrong in a way that is reported elsewhere.
pub fn open_problem(model: &Model) -> Option<Problem> {
    let mut problem = Problem::new("my-case");
    case::settings(&mut problem, model);
    let options = case::options(model);
    let (mut reading, mut findings) = (Reading::new(model), Vec::new());
    for record in model.dimensions.iter().filter(|it| it.scale.is_some()) {
        let read = answers::dimension(record, record.span(), &mut findings)
            .and_then(|it| Some((it, answers::row(record, &options, model)?)));
        let Some((dimension, row)) = read else {
            continue;
        };
        problem.dimensions.insert(record.id.to_string(), dimension);
        for (option, cell) in row {
            let cells = problem.cells.entry(option).or_default();
            cells.insert(record.id.to_string(), cell);
        }
        for (option, cell) in record.cells.iter() {
            if let Some(cost) = cell.cost.as_ref().filter(|_| options.contains(&&option.id)) {
                reading.cost(&cost.id, cost.span);
            }
        }
    }
    case::limits(&mut problem, model, None, &options, &mut reading);
    case::breakevens(&mut problem, &mut reading);
    let mut sound = case::formulas(&mut problem, &mut reading, &mut findings);
    for quantity in reading.quantities.values() {
        let usual = case::usual(quantity, model, &mut sound);
        problem.quantities.insert(quantity.id.to_string(), usual);
    }
    (sound && findings.is_empty()).then_some(problem)
}
