//! A problem, checked and put in id order, ready to be drawn.

use std::collections::BTreeSet;

use crate::breakeven::crossings;
use crate::limit::Knockout;
use crate::problem::{Amount, BreakEven, Cell, Problem, Scale};
use crate::problem_error::{Fault, ProblemError};
use crate::result::{Crossings, LimitStatus, Warning};
use crate::weighing::{Weighing, weighing};
use crate::workload::{Workload, both_runs, check_id};
use crate::{Triangular, ValueFunction};

/// A problem in id order: options and needs are known by their index.
pub(crate) struct Plan<'p> {
    pub(crate) problem: &'p Problem,
    pub(crate) options: Vec<&'p str>,
    pub(crate) needs: Vec<Criterion<'p>>,
    /// By option, then by need.
    pub(crate) cells: Vec<Vec<Known>>,
    pub(crate) workload: Workload<'p>,
    /// In id order.
    pub(crate) limits: Vec<Knockout<'p>>,
    pub(crate) weighing: Weighing,
    /// By option: whether a limit rules it out.
    pub(crate) ruled_out: Vec<bool>,
    pub(crate) crossings: Vec<Crossings>,
    pub(crate) warnings: Vec<Warning>,
}

/// A dimension that the decision needs.
pub(crate) struct Criterion<'p> {
    pub(crate) id: &'p str,
    pub(crate) function: ValueFunction,
    /// The names of its levels, if it has some.
    pub(crate) levels: Option<&'p [String]>,
}

/// What is known of an option on a need.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Known {
    /// A range per run.
    Amount([Triangular; 2]),
    /// Nothing.
    Unknown,
    /// The value itself.
    Value(f64),
    /// What the formula computes; all it reads is stated.
    Formula(usize),
}

impl<'p> Plan<'p> {
    /// The plan of `problem`, its components left aside.
    pub(crate) fn of(problem: &'p Problem) -> Result<Self, ProblemError> {
        let options = options(problem)?;
        check_figures(problem)?;
        let criteria = criteria(problem)?;
        let workload = Workload::of(problem)?;
        let intervals = [workload.intervals(0)?, workload.intervals(1)?];
        let mut warnings = Vec::new();
        let weighing = weighing(problem, &mut warnings)?;
        let cells = cells(problem, &options, &workload, &criteria, &mut warnings)?;
        let mut needs = criteria;
        needs.retain(|it| problem.needs.contains_key(it.id));
        let mut limits = Vec::with_capacity(problem.limits.len());
        for (at, limit) in problem.limits.iter().enumerate() {
            limits.push(Knockout::of(limit, at, &options, &workload, &intervals)?);
        }
        limits.sort_by_key(|it| it.limit.id.as_str());
        let ids = problem.limits.iter().map(|it| it.id.as_str());
        once(ids, |at| format!("limits[{at}].id"))?;
        let mut ruled_out = vec![false; options.len()];
        for limit in limits
            .iter()
            .filter(|it| it.status[0] == LimitStatus::Fires)
        {
            ruled_out[limit.option] = true;
        }
        check_breakevens(&problem.breakevens, &workload)?;
        let mut crossed = Vec::with_capacity(problem.breakevens.len());
        for (at, asked) in problem.breakevens.iter().enumerate() {
            crossed.push(crossings(asked, at, &workload)?);
        }
        crossed.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Self {
            problem,
            options,
            needs,
            cells,
            workload,
            limits,
            weighing,
            ruled_out,
            crossings: crossed,
            warnings,
        })
    }

    /// The options that no limit rules out.
    pub(crate) fn left(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.options.len()).filter(|it| !self.ruled_out[*it])
    }

    /// The id of a cell.
    pub(crate) fn cell_id(&self, option: usize, need: usize) -> String {
        format!("{}/{}", self.options[option], self.needs[need].id)
    }
}

fn options(problem: &Problem) -> Result<Vec<&str>, ProblemError> {
    check_id(&problem.id, "id")?;
    for (at, option) in problem.options.iter().enumerate() {
        check_id(&option.id, &format!("options[{at}].id"))?;
        if let Some(family) = &option.family {
            check_id(family, &format!("options[{at}].family"))?;
        }
    }
    let ids = problem.options.iter().map(|it| it.id.as_str());
    once(ids.clone(), |at| format!("options[{at}].id"))?;
    let mut options: Vec<_> = ids.collect();
    options.sort_unstable();
    if options.len() < 2 {
        return Err(Fault::Missing("a second option").at("options"));
    }
    Ok(options)
}

/// Checks the numbers that are about the run itself.
fn check_figures(problem: &Problem) -> Result<(), ProblemError> {
    if !(1..=1_000_000).contains(&problem.draws) {
        return Err(Fault::Outside("from 1 to 1,000,000").at("draws"));
    }
    let thresholds = problem.thresholds;
    let percents = [
        ("clear", thresholds.clear),
        ("stress", thresholds.stress),
        ("leaning", thresholds.leaning),
        ("depends", thresholds.depends),
    ];
    match percents.iter().find(|(_, percent)| *percent > 100) {
        Some((name, _)) => Err(Fault::Outside("from 0 to 100").at(format!("thresholds.{name}"))),
        None => Ok(()),
    }
}

/// Every dimension, in id order.
fn criteria(problem: &Problem) -> Result<Vec<Criterion<'_>>, ProblemError> {
    let mut criteria = Vec::with_capacity(problem.dimensions.len());
    for (id, dimension) in &problem.dimensions {
        let path = format!("dimensions.{id}");
        check_id(id, &path)?;
        let levels = match &dimension.scale {
            Scale::Levels { names, .. } => Some(names.as_slice()),
            Scale::Points(_) => None,
        };
        criteria.push(Criterion {
            id,
            function: function(&dimension.scale, &path)?,
            levels,
        });
    }
    Ok(criteria)
}

fn function(scale: &Scale, path: &str) -> Result<ValueFunction, ProblemError> {
    let function = match scale {
        Scale::Points(points) => ValueFunction::from_points(points.clone()),
        Scale::Levels { names, values } => {
            let ids = names.iter().map(String::as_str);
            once(ids, |at| format!("{path}.levels[{at}]"))?;
            match values {
                None => ValueFunction::from_levels(names.len()),
                Some(values) if values.len() != names.len() => {
                    let path = format!("{path}.values");
                    return Err(Fault::Missing("the value of a level").at(path));
                }
                Some(values) => ValueFunction::from_values(values.iter().copied()),
            }
        }
    };
    function.map_err(|it| Fault::Scale(it).at(path))
}

/// What is known of every option on every need. Cells of other dimensions are checked and left out.
fn cells(
    problem: &Problem,
    options: &[&str],
    workload: &Workload<'_>,
    criteria: &[Criterion<'_>],
    warnings: &mut Vec<Warning>,
) -> Result<Vec<Vec<Known>>, ProblemError> {
    for (option, row) in &problem.cells {
        if !options.contains(&option.as_str()) {
            return Err(unknown("option", option).at(format!("cells.{option}")));
        }
        let stray = row.keys().find(|it| !problem.dimensions.contains_key(*it));
        if let Some(stray) = stray {
            return Err(unknown("dimension", stray).at(format!("cells.{option}.{stray}")));
        }
    }
    let mut cells = Vec::with_capacity(options.len());
    for option in options {
        let row = problem.cells.get(*option);
        let mut known = Vec::with_capacity(problem.needs.len());
        for criterion in criteria {
            let needed = problem.needs.contains_key(criterion.id);
            let path = format!("cells.{option}.{}", criterion.id);
            match row.and_then(|it| it.get(criterion.id)) {
                Some(cell) => {
                    let cell = read(cell, criterion, workload, &path)?;
                    if needed {
                        let id = || format!("{option}/{}", criterion.id);
                        known.push(stated(cell, workload, id, warnings));
                    }
                }
                None if needed => {
                    return Err(Fault::Missing("what is known of a need").at(path));
                }
                None => {}
            }
        }
        cells.push(known);
    }
    Ok(cells)
}

/// `cell`, but not known if its formula reads a quantity that is not stated, which is a warning.
fn stated(
    cell: Known,
    workload: &Workload<'_>,
    id: impl Fn() -> String,
    warnings: &mut Vec<Warning>,
) -> Known {
    let Known::Formula(formula) = cell else {
        return cell;
    };
    let missing = &workload.formulas[formula].program.unstated;
    if missing.is_empty() {
        return cell;
    }
    let missing = missing.iter().map(|it| workload.quantities[*it].id);
    warnings.push(Warning::NotStated {
        cell: id(),
        quantities: missing.map(str::to_owned).collect(),
    });
    Known::Unknown
}

fn read(
    cell: &Cell,
    criterion: &Criterion<'_>,
    workload: &Workload<'_>,
    path: &str,
) -> Result<Known, ProblemError> {
    let amount = |amount| {
        Ok(Known::Amount(both_runs(
            amount,
            path,
            Triangular::stressed,
        )?))
    };
    match cell {
        Cell::Amount(range) => amount(*range),
        Cell::Level(level) => {
            let mut levels = criterion.levels.unwrap_or_default().iter();
            let index = levels.position(|it| it == level);
            let index = index.ok_or_else(|| unknown("level", level).at(format!("{path}.level")))?;
            amount(Amount::exact(index as f64))
        }
        Cell::Unknown => Ok(Known::Unknown),
        Cell::Value(value) if (0.0..=1.0).contains(value) => Ok(Known::Value(*value)),
        Cell::Value(_) => Err(Fault::Outside("from 0 to 1").at(format!("{path}.value"))),
        Cell::Formula(id) => {
            let formula = workload.find(id);
            let error = || unknown("formula", id).at(format!("{path}.formula"));
            Ok(Known::Formula(formula.ok_or_else(error)?))
        }
    }
}

fn check_breakevens(asked: &[BreakEven], workload: &Workload<'_>) -> Result<(), ProblemError> {
    let ids = asked.iter().map(|it| it.id.as_str());
    once(ids, |at| format!("breakevens[{at}].id"))?;
    for (at, it) in asked.iter().enumerate() {
        let path = |field: &str| format!("breakevens[{at}].{field}");
        check_id(&it.id, &path("id"))?;
        for (field, formula) in [("a", &it.a), ("b", &it.b)] {
            if workload.find(formula).is_none() {
                return Err(unknown("formula", formula).at(path(field)));
            }
        }
        if workload.find_quantity(&it.quantity).is_none() {
            return Err(unknown("quantity", &it.quantity).at(path("quantity")));
        }
        if !(it.from > 0.0 && it.from.is_finite()) {
            return Err(Fault::Outside("above 0").at(path("from")));
        }
        if !(it.to > it.from && it.to.is_finite()) {
            return Err(Fault::Outside("above `from`").at(path("to")));
        }
    }
    Ok(())
}

fn unknown(kind: &'static str, name: &str) -> Fault {
    let name = name.to_owned();
    Fault::Unknown { kind, name }
}

/// Checks that no id stands twice.
pub(crate) fn once<'a>(
    ids: impl Iterator<Item = &'a str>,
    path: impl Fn(usize) -> String,
) -> Result<(), ProblemError> {
    let mut seen = BTreeSet::new();
    for (at, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(Fault::Twice(id.to_owned()).at(path(at)));
        }
    }
    Ok(())
}
