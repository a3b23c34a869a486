//! What the options cost with this workload, and where two of them cost the same.
//!
//! - for each option in order, for each need in order whose cell is a formula, once for each formula: `costs.option`;
//!   `costs.exact` if least and greatest are equal; `costs.unknown` if the result has no figures, with the quantities that
//!   the formula reads and that are not stated.
//! - for each break-even in the order of the result whose two formulas have such a line, and whose crossings are known:
//!   `costs.break-even`, or `costs.never` if there is no crossing. What is computed besides (`also`) reads the crossing for
//!   its quantity, and the most likely amounts of the others; what cannot be computed is left out.
//!
//! Beside them, for the book's own problem alone, the costs of products that stand for no option: for each that one of those
//! lines is compared with by a break-even, `costs.product`, or `costs.product-exact`, and then that break-even.

use decide::{BreakEven, Figures, Formula};

use super::names::Also;
use super::{Line, Part};
use crate::sentence::Slots;

pub(super) fn lines(part: &Part<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut shown: Vec<(&str, &str)> = Vec::new();
    for (option, formula) in part.formulas() {
        shown.push((option, formula));
        lines.push(cost(part, option, formula).about(formula));
    }
    let option_of = |formula: &str| {
        let found = shown.iter().find(|(_, it)| *it == formula);
        found.map(|(option, _)| part.names.option(option))
    };
    for found in &part.decision.breakevens {
        let of = part.problem.breakevens.iter().find(|it| it.id == found.id);
        let (Some(of), Some(crossings)) = (of, &found.crossings) else {
            continue;
        };
        if let Some((a, b)) = option_of(&of.a).zip(option_of(&of.b)) {
            let slots = Slots::new().text("a", a).text("b", b);
            lines.push(break_even(part, of, crossings, slots));
        }
    }
    lines
}

/// Costs that are no option's, in the order of the break-evens that name them.
pub(super) fn products(part: &Part<'_>) -> Vec<Line> {
    let shown = part.formulas();
    let option_of = |formula: &str| {
        let found = shown.iter().find(|(_, it)| *it == formula);
        found.map(|(option, _)| part.names.option(option).to_owned())
    };
    let mut lines = Vec::new();
    let mut told = Vec::new();
    for of in &part.problem.breakevens {
        let (option, id) = match (option_of(&of.a), option_of(&of.b)) {
            (Some(option), None) => (option, &of.b),
            (None, Some(option)) => (option, &of.a),
            _ => continue,
        };
        let figures = part.decision.formulas.get(id).copied().flatten();
        let (Some(figures), Some(names)) = (figures, part.names.costs.get(id)) else {
            continue;
        };
        if !told.contains(&id) {
            told.push(id);
            let slots = Slots::new().text("cost", names.title.clone());
            lines.push(product(part, figures, &names.unit, slots));
        }
        let mut found = part.decision.breakevens.iter();
        let crossings = found.find(|it| it.id == of.id);
        if let Some(crossings) = crossings.and_then(|it| it.crossings.as_ref()) {
            let slots = Slots::new()
                .text("a", option)
                .text("b", names.title.clone());
            lines.push(break_even(part, of, crossings, slots));
        }
    }
    lines
}

fn product(part: &Part<'_>, figures: Figures, unit: &str, slots: Slots) -> Line {
    let slots = with_figures(part, figures, unit, slots);
    match figures.min < figures.max {
        true => part.line("costs.product", &slots),
        false => part.line("costs.product-exact", &slots),
    }
}

fn with_figures(part: &Part<'_>, figures: Figures, unit: &str, slots: Slots) -> Slots {
    let text = |amount: f64| part.numbers().amount(amount, unit);
    slots
        .text("mean", text(figures.mean))
        .text("mode", text(figures.mode))
        .text("min", text(figures.min))
        .text("max", text(figures.max))
}

fn cost(part: &Part<'_>, option: &str, formula: &str) -> Line {
    let slots = Slots::new().text("option", part.names.option(option));
    let names = part.names.costs.get(formula);
    let figures = part.decision.formulas.get(formula).copied().flatten();
    let Some(figures) = figures else {
        let unstated = names.map_or_else(Vec::new, |it| part.unstated(&it.reads));
        return part.line("costs.unknown", &slots.list("quantities", unstated));
    };
    let unit = names.map_or("", |it| &it.unit);
    let slots = with_figures(part, figures, unit, slots);
    match figures.min < figures.max {
        true => part.line("costs.option", &slots),
        false => part.line("costs.exact", &slots),
    }
}

fn break_even(part: &Part<'_>, of: &BreakEven, crossings: &[f64], slots: Slots) -> Line {
    let text = |amount: f64| part.of_quantity(amount, &of.quantity);
    if crossings.is_empty() {
        let slots = slots.text("from", text(of.from)).text("to", text(of.to));
        return part.line("costs.never", &slots).about(&of.id);
    }
    let also = part.names.also.get(&of.id).map_or(&[][..], Vec::as_slice);
    let crossing = |at: &f64| {
        let texts = also.iter().filter_map(|it| beside(part, it, of, *at));
        let texts: Vec<_> = texts.map(|it| Slots::new().text("amount", it)).collect();
        Slots::new().text("amount", text(*at)).list("also", texts)
    };
    let slots = slots.list("crossings", crossings.iter().map(crossing).collect());
    part.line("costs.break-even", &slots).about(&of.id)
}

fn beside(part: &Part<'_>, also: &Also, of: &BreakEven, at: f64) -> Option<String> {
    let formula = Formula::number(&also.formula).ok()?;
    let number = formula.compute(|name| {
        if name == of.quantity {
            return Some(at);
        }
        let quantity = part.quantity(name).map(|it| it.mode);
        quantity.or_else(|| part.problem.facts.get(name).copied())
    });
    Some(part.numbers().amount(number.ok()?, &also.unit))
}
