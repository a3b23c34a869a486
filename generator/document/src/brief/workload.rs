//! How much there is of what: what the use case states, and what is taken where it is silent.

use std::collections::BTreeSet;

use decide::{Amount, TieQuantity};
use model::Id;

use super::Decided;
use super::lines::paragraph;
use crate::decision::Part;
use crate::sentence::Slots;
use crate::{Element, Grid, Run};

/// At most so many rows of a use case, and of a component.
const MOST: usize = 6;
const MOST_OF_A_PART: usize = 5;

/// The workload of a decision; of a component, what it states itself.
pub(super) fn of(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Element> {
    let record = decided.record;
    let stated: BTreeSet<&str> = match part.component {
        None => record
            .workload
            .iter()
            .map(|(id, _)| id.id.as_str())
            .collect(),
        Some(component) => own(decided, component),
    };
    let most = match part.component {
        None => MOST,
        Some(_) => MOST_OF_A_PART,
    };
    // What is known of the options has no room beside several components.
    let answers = match part.component {
        None => 0,
        Some(_) => answers(part, decided),
    };
    let mut elements = grid(part, decided, &stated, (most, answers));
    if part.component.is_none() {
        elements.extend(usual(part, decided));
    }
    elements
}

/// The workload that no component of a use case changes.
pub(super) fn shared(decided: &Decided<'_>) -> Vec<Element> {
    let components = decided.record.components.iter();
    let changed: BTreeSet<&str> = components.flat_map(|(id, ..)| own(decided, id)).collect();
    let stated = decided.record.workload.iter().map(|(id, _)| id.id.as_str());
    let stated = stated.filter(|it| !changed.contains(it)).collect();
    let mut elements = Vec::new();
    let mut first = true;
    decided.each(|part| {
        if std::mem::take(&mut first) {
            elements = grid(part, decided, &stated, (MOST_OF_A_PART, 0));
            elements.extend(usual(part, decided));
        }
    });
    elements
}

/// How many lines the book has of what is known of options.
fn answers(part: &Part<'_>, decided: &Decided<'_>) -> usize {
    let lines = decided.lines("inputs", part.component).iter();
    let answers = lines.filter(|it| matches!(it.sentence, "inputs.cell" | "inputs.unknown"));
    answers.count()
}

/// The quantities that a component states itself.
fn own<'a>(decided: &Decided<'a>, component: &str) -> BTreeSet<&'a str> {
    let components = decided.record.components.iter();
    let mut components = components.filter(|(id, ..)| id.as_str() == component);
    let workload = components.next().map(|(_, _, it)| &it.workload);
    let quantities = workload.into_iter().flat_map(model::Keyed::iter);
    quantities.map(|(id, _)| id.id.as_str()).collect()
}

/// Those of the stated quantities that the problem reads, `most` at most, and a count of the others and of whatever else is
/// left out: first those that nobody states, then the ones that can turn the decision,
/// the nearest first, then the uncertain ones, then the others.
fn grid(
    part: &Part<'_>,
    decided: &Decided<'_>,
    stated: &BTreeSet<&str>,
    (most, left_out): (usize, usize),
) -> Vec<Element> {
    let quantities = part.problem.quantities.iter();
    let mut found: Vec<(&String, Option<Amount>)> = quantities
        .filter(|(id, _)| stated.contains(id.as_str()))
        .map(|(id, amount)| (id, *amount))
        .collect();
    // Stable, so that equal ones stay in the order of ids.
    found.sort_by(|a, b| {
        let [(a, ratio), (b, other)] = [a, b].map(|it| place(part, it.0, it.1));
        a.cmp(&b).then(ratio.total_cmp(&other))
    });
    let more = decided.more(found.len().saturating_sub(most) + left_out);
    let rows: Vec<_> = found
        .into_iter()
        .take(most)
        .map(|(id, amount)| row(part, id, amount).map(|it| vec![Run::Text(it)]).to_vec())
        .collect();
    let more = more.map(|it| paragraph(vec![Run::Emphasis(vec![Run::Text(it)])]));
    if rows.is_empty() {
        return more.into_iter().collect();
    }
    let headings = [("quantity", false), ("mode", true), ("range", true)];
    let headings = headings.map(|(it, number)| (decided.say(&format!("print.{it}")), number));
    let grid = Element::Grid(Grid {
        headings: headings.to_vec(),
        rows,
    });
    std::iter::once(grid).chain(more).collect()
}

/// What a quantity is worth telling: not stated, able to turn the decision (with the ratio that does), uncertain, exact.
fn place(part: &Part<'_>, id: &str, amount: Option<Amount>) -> (u8, f64) {
    match (amount, nearest(part, id)) {
        (None, _) => (0, 0.0),
        (_, Some(ratio)) => (1, ratio),
        (Some(it), None) if it.low < it.high => (2, 0.0),
        _ => (3, 0.0),
    }
}

/// How many times as much or as little of a quantity turns the decision; nothing if no amount does.
fn nearest(part: &Part<'_>, id: &str) -> Option<f64> {
    let mut ties = part.decision.tie_quantities.iter();
    let tie: &TieQuantity = ties.find(|it| it.quantity == id)?;
    let changes = tie.above.iter().chain(&tie.below);
    let ratios = changes.map(|it| (it.at / tie.now).abs());
    let ratios = ratios.map(|it| if it < 1.0 { 1.0 / it } else { it });
    ratios.min_by(f64::total_cmp)
}

fn row(part: &Part<'_>, id: &str, amount: Option<Amount>) -> [String; 3] {
    let title = part.names.quantity(id).to_owned();
    let Some(it) = amount else {
        let unstated = part.sentences.text("print.unstated", &Slots::new());
        return [title, unstated, String::new()];
    };
    // The unit stands beside it already.
    let (_, per) = part.names.unit_of(id);
    let range = part.numbers().range(it.low / per, it.high / per, "");
    let range = (it.low < it.high).then_some(range);
    [
        title,
        part.of_quantity(it.mode, id),
        range.unwrap_or_default(),
    ]
}

/// What is taken where the use case says nothing; of those of which there is none, how many they are.
fn usual(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Element> {
    let stated = &decided.record.workload;
    let silent = part.problem.quantities.iter().filter_map(|(id, amount)| {
        let silent = stated.get(&Id::new(id)).is_none();
        amount.filter(|_| silent).map(|it| (id, it))
    });
    let (some, none): (Vec<_>, Vec<_>) =
        silent.partition(|(_, it)| it.low != 0.0 || it.high != 0.0);
    let taken = some.into_iter().map(|(id, it)| {
        let text = part.range_of_quantity(it.low, it.high, id);
        let title = part.names.quantity(id);
        Slots::new().text("title", title).text("amount", text)
    });
    let slots = Slots::new().list("quantities", taken.collect());
    let zeros = part.numbers().count(none.len());
    let slots = slots.maybe("n", (!none.is_empty()).then_some(zeros));
    let runs = decided.sentences.fill("print.usual", &slots);
    if runs.is_empty() {
        return Vec::new();
    }
    vec![paragraph(runs)]
}
