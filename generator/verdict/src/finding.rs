//! A problem that cannot be solved, as a finding: the field of the problem, traced back to the record that it came from.

use decide::{Fault, FormulaError, FormulaFault, ProblemError};
use model::{Amount, Dimension, Formula, Keyed, Load, Model, Need, Quantity};
use source::{Diagnostic, Span};

use crate::case::Case;
use crate::rules::{BAD_FORMULA, BAD_SCALE, HUGE_AMOUNT, OUT_OF_RANGE};

/// The finding for `error`, which solving `case` gave.
pub(crate) fn finding(error: &ProblemError, case: &Case<'_>, model: &Model) -> Diagnostic {
    let id = &case.use_case.id;
    let (formula, span) = place(&error.path, case, model);
    let why = match &error.fault {
        // The place within the formula is shown, not counted.
        Fault::Formula(error) => error.fault.to_string(),
        fault => fault.to_string(),
    };
    let title = format!("`{id}` cannot be decided: {why}");
    let found = match (&error.fault, formula) {
        (Fault::Formula(error), Some(formula)) => {
            Diagnostic::error(BAD_FORMULA, within(formula, error), title)
        }
        (fault, _) => Diagnostic::error(rule(fault), span, title),
    };
    let found = match &error.fault {
        // A formula may be right, and the workload not.
        Fault::Formula(FormulaError {
            fault: FormulaFault::DividesByZero | FormulaFault::Overflow,
            ..
        }) => found.also(
            case.use_case.fields.key("workload"),
            "with the amounts stated here",
        ),
        _ => found,
    };
    found.help(remedy(&error.fault))
}

fn rule(fault: &Fault) -> &'static str {
    match fault {
        Fault::Range(_) | Fault::NotFinite => HUGE_AMOUNT,
        Fault::Scale(_) => BAD_SCALE,
        Fault::Formula(_) => BAD_FORMULA,
        _ => OUT_OF_RANGE,
    }
}

pub(crate) fn remedy(fault: &Fault) -> &'static str {
    match fault {
        Fault::Range(_) | Fault::NotFinite => {
            "check the numbers and their units: amounts beyond 1e150 cannot be drawn"
        }
        Fault::Scale(_) => "write a scale whose values only rise or only fall",
        Fault::Formula(error) => match error.fault {
            FormulaFault::DividesByZero => {
                "state a range without 0, or guard the divisor with `max(1, …)`"
            }
            FormulaFault::Overflow => "check the amounts of the workload and their units",
            _ => {
                "a formula has numbers, names, + - * / ( ) , comparisons, and, or, not, min, max, ceil and floor"
            }
        },
        Fault::Missing(_) => "add it: a decision is made between two options or more",
        Fault::Twice(_) => "delete one, or call them differently",
        _ => "correct the field",
    }
}

/// The bytes of the file that an error names within a formula; the whole formula if it is written with escapes.
pub(crate) fn within(formula: &Formula, error: &FormulaError) -> Span {
    const QUOTES: u32 = 2;
    let plain = formula.span.end - formula.span.start == formula.text.len() as u32 + QUOTES;
    if plain && !error.span.is_empty() {
        formula.span.part(1 + error.span.start, error.span.len())
    } else {
        formula.span
    }
}

/// The record behind the field `path` of the problem: its formula, if it is one, and its place.
fn place<'m>(path: &str, case: &Case<'m>, model: &'m Model) -> (Option<&'m Formula>, Span) {
    let (part, path) = match component(path, case) {
        Some((part, path)) => (Some(part), path),
        None => (None, path),
    };
    let mut steps = path.split(['.', '[', ']']).filter(|it| !it.is_empty());
    let mut step = || steps.next().unwrap_or_default();
    let (field, name, last) = (step(), step(), step());
    if let Some(formula) = formula(field, name, last, case, model) {
        return (Some(formula), formula.span);
    }
    let use_case = case.use_case;
    let span = match field {
        "options" => Some(model.manifest.fields.value("columns")),
        "thresholds" => Some(model.manifest.thresholds.fields.value(name)),
        "dimensions" => {
            let dimension = model.dimensions.get(name);
            let scale = dimension.and_then(|it| it.scale.as_ref());
            scale.map(|it| it.fields.table)
        }
        "cells" => answer(last, name, model),
        "facts" => model.facts.get(name).map(|it| it.value.value.span),
        "quantities" => {
            let own = part.and_then(|it| load(&it.workload, name));
            let whole = || load(&use_case.workload, name);
            let quantity = || model.quantities.get(name);
            let default = || quantity()?.default.as_ref().map(Amount::span);
            own.or_else(whole).or_else(default)
        }
        "limits" => {
            let limit = case.problem.limits.get(index(name));
            let limit = limit.and_then(|it| model.limits.get(&it.id));
            limit.map(|it| it.fields.key("unless"))
        }
        "breakevens" => {
            let record = case.breakevens.get(index(name));
            record.map(|it| it.fields.key(last))
        }
        "needs" => {
            let own = part.and_then(|it| need(&it.needs, name));
            own.or_else(|| need(&use_case.needs, name))
        }
        _ => None,
    };
    (None, span.unwrap_or_else(|| use_case.span()))
}

/// The formula of a record that stands at a field of the problem.
fn formula<'m>(
    field: &str,
    name: &str,
    last: &str,
    case: &Case<'m>,
    model: &'m Model,
) -> Option<&'m Formula> {
    match (field, last) {
        ("formulas", _) => {
            let cost = case.problem.formulas.get(index(name))?;
            Some(&model.costs.get(&cost.id)?.formula)
        }
        ("limits", "when") => {
            let limit = case.problem.limits.get(index(name))?;
            Some(&model.limits.get(&limit.id)?.when)
        }
        _ => None,
    }
}

fn index(step: &str) -> usize {
    step.parse().unwrap_or(usize::MAX)
}

/// The answer of `option` on `dimension`: its amount, if it has one.
fn answer(dimension: &str, option: &str, model: &Model) -> Option<Span> {
    let cell = model.dimensions.get(dimension)?.cells.get(option)?;
    let amount = cell.amount.as_ref().map(Amount::span);
    Some(amount.unwrap_or(cell.fields.table))
}

/// The component that `path` leads into, and the path within it.
fn component<'m, 'p>(path: &'p str, case: &Case<'m>) -> Option<(&'m model::Component, &'p str)> {
    let (index, rest) = path.strip_prefix("components[")?.split_once(']')?;
    let component = case.problem.components.get(index.parse::<usize>().ok()?)?;
    let record = case.use_case.components.get(&component.id)?;
    Some((record, rest.strip_prefix('.')?))
}

fn load(loads: &Keyed<Quantity, Load>, id: &str) -> Option<Span> {
    match loads.get(id)? {
        Load::Amount(amount) => Some(amount.span()),
        Load::Unstated => None,
    }
}

fn need(needs: &Keyed<Dimension, Need>, id: &str) -> Option<Span> {
    let need = needs.get(id)?;
    let field = if need.rank.is_some() { "rank" } else { "swing" };
    Some(need.fields.value(field))
}
