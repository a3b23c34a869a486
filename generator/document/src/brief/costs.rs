//! What the options cost with the workload, where two of them cost the same, and what is not in the figures.

use std::collections::BTreeSet;

use decide::Cell;
use model::{Cost, Record};

use super::Decided;
use super::axis::marks;
use super::lines::bullets;
use crate::decision::{CostNames, Line, Part};
use crate::sentence::Slots;
use crate::{Element, Notes, RangeRow, Ranges, Run};

/// At most so many lines about equal costs and other products, of a use case and of a component.
const MOST: usize = 2;
const MOST_OF_A_PART: usize = 1;

/// The ranges on one axis for each unit, then the lines of the book. Of a component without the options that are out.
pub(crate) fn of(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Element> {
    let mut groups: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
    let mut rows = part.formulas();
    let all = rows.len();
    if part.component.is_some() {
        rows.retain(|(option, _)| !is_out(part, option));
    }
    let left_out = all - rows.len();
    for (option, formula) in rows {
        let unit = names_of(part, formula).map_or("", |it| it.unit.as_str());
        match groups.iter_mut().find(|(it, _)| *it == unit) {
            Some((_, rows)) => rows.push((option, formula)),
            None => groups.push((unit, vec![(option, formula)])),
        }
    }
    if groups.is_empty() {
        return Vec::new();
    }
    let group = |(unit, rows): &(&str, Vec<(&str, &str)>)| ranges(part, decided, unit, rows);
    let mut elements: Vec<_> = groups.iter().map(group).collect();
    elements.extend(equal(part, decided, left_out));
    elements
}

/// Whether an option is ruled out in every draw.
fn is_out(part: &Part<'_>, option: &str) -> bool {
    let out = part.decision.out.get(option).copied().unwrap_or_default();
    out >= part.decision.draws
}

fn names_of<'n>(part: &Part<'n>, formula: &str) -> Option<&'n CostNames> {
    part.names.costs.get(formula)
}

fn ranges(part: &Part<'_>, decided: &Decided<'_>, unit: &str, found: &[(&str, &str)]) -> Element {
    let rows: Vec<_> = found
        .iter()
        .map(|(option, formula)| row(part, decided, unit, option, formula))
        .collect();
    let amounts = rows.iter().filter_map(|it| it.amounts);
    let marks = marks(amounts.flatten().fold(0.0, f64::max));
    let need = found
        .first()
        .and_then(|(option, formula)| need_of(part, option, formula));
    let slots = Slots::new()
        .text("title", need.map_or("", |it| part.names.dimension(it)))
        .text("unit", unit);
    let text = |amount: f64| part.numbers().amount(amount, short(unit));
    Element::Ranges(Ranges {
        axis: part.sentences.text("print.axis", &slots),
        end: marks.last().copied().unwrap_or(1.0),
        ticks: marks.into_iter().map(|it| (it, text(it))).collect(),
        headings: ["least", "mode", "mean", "greatest"]
            .map(|it| decided.say(&format!("print.{it}"))),
        rows,
    })
}

/// Along an axis the unit is known: money needs its sign only.
fn short(unit: &str) -> &str {
    unit.split_once('/').map_or(unit, |(head, _)| head)
}

/// The need for which an option has this formula.
fn need_of<'a>(part: &Part<'a>, option: &str, formula: &str) -> Option<&'a str> {
    let mut needs = part.decision.weights.keys();
    let reads =
        |need: &str| matches!(part.cell(option, need), Some(Cell::Formula(id)) if id == formula);
    needs.find(|it| reads(it)).map(String::as_str)
}

fn row(
    part: &Part<'_>,
    decided: &Decided<'_>,
    unit: &str,
    option: &str,
    formula: &str,
) -> RangeRow {
    let figures = part.decision.formulas.get(formula).copied().flatten();
    let amounts = figures.map(|it| [it.min, it.mode, it.mean, it.max]);
    // The axis names the unit.
    let text = |it: f64| part.numbers().amount(it, short(unit));
    let own = |it: &&Line| it.about.as_deref() == Some(formula);
    let unknown = || decided.lines("costs", part.component).iter().filter(own);
    RangeRow {
        label: part.names.option(option).to_owned(),
        detail: names_of(part, formula).map_or_else(String::new, |it| it.title.clone()),
        amounts,
        texts: match amounts {
            Some(it) => it.map(text).to_vec(),
            None => unknown().map(|it| crate::plain(&it.runs)).collect(),
        },
    }
}

/// Where costs are equal, those of the first two options first; then where they never are; then other products. Then how
/// much is left out, of costs too.
fn equal(part: &Part<'_>, decided: &Decided<'_>, left_out: usize) -> Vec<Element> {
    let own = decided.lines("costs", part.component).iter();
    let own = own.filter(|it| is_break_even(it));
    let products = decided.lines("products", part.component).iter();
    let mut lines: Vec<(usize, &Line)> = own.map(|it| (order(part, it), it)).collect();
    lines.extend(products.map(|it| (usize::MAX, it)));
    // Stable, so that equal ones stay in the order of the book.
    lines.sort_by_key(|(order, _)| *order);
    let most = match part.component {
        None => MOST,
        Some(_) => MOST_OF_A_PART,
    };
    let more = decided.more(lines.len().saturating_sub(most) + left_out);
    let lines = lines.into_iter().take(most);
    bullets(lines.map(|(_, it)| it.runs.clone()).collect(), more)
}

fn is_break_even(line: &Line) -> bool {
    matches!(line.sentence, "costs.break-even" | "costs.never")
}

/// 0 for a crossing of the costs of the first two options, and more for what decides less.
fn order(part: &Part<'_>, line: &Line) -> usize {
    let id = line.about.as_deref();
    let mut all = part.problem.breakevens.iter();
    let of = all.find(|it| Some(it.id.as_str()) == id);
    let first_two = [&part.decision.best, &part.decision.runner_up];
    let concerned = part.formulas().into_iter().filter(|(option, formula)| {
        let first = first_two.iter().any(|it| it.as_deref() == Some(option));
        first && of.is_some_and(|of| of.a == *formula || of.b == *formula)
    });
    let others = 2_usize.saturating_sub(concerned.count());
    match line.sentence {
        "costs.break-even" => others,
        _ => 3 + others,
    }
}

/// What the formulas of the first two options do not count, each once, with its sources, and how many others there are.
pub(super) fn left_out(decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Element> {
    let (mut first, mut others): (Vec<&Record<Cost>>, Vec<_>) = (Vec::new(), Vec::new());
    decided.each(|part| {
        let first_two = [&part.decision.best, &part.decision.runner_up];
        for (option, formula) in part.formulas() {
            let is_first = first_two.iter().any(|it| it.as_deref() == Some(option));
            let list = if is_first { &mut first } else { &mut others };
            list.extend(decided.model.costs.get(formula));
        }
    });
    let mut told = BTreeSet::new();
    let mut is_new = |it: &&Record<Cost>| !it.left_out.is_empty() && told.insert(it.id.clone());
    first.retain(&mut is_new);
    others.retain(&mut is_new);
    let lines = first.into_iter().map(|it| not_in(it, decided, notes));
    bullets(lines.collect(), decided.more(others.len()))
}

fn not_in(record: &Record<Cost>, decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Run> {
    notes.reviewed(record.reviewed);
    let texts = record.left_out.iter();
    let items = texts.map(|it| Slots::new().text("text", decided.model.plain_text(it)));
    let slots = Slots::new()
        .text("cost", decided.model.plain_text(&record.title))
        .list("items", items.collect());
    let line = decided.sentences.fill("print.not-in", &slots);
    notes.with_cites(line, &[], &record.sources)
}
