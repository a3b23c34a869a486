//! What went into a decision: the ranges of what is known of the options, and of the workload.

use decide::{Amount, Cell};

use super::{Line, Part};
use crate::sentence::Slots;

/// What is known of all options on a need.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountRow {
    /// The need.
    pub need: String,
    /// By option in order: a range, a level, or nothing where the amount is computed or counted as a value.
    pub cells: Vec<(String, Option<String>)>,
}

/// What is known on each need, the heaviest first, then in the order of ids.
pub fn inputs(part: &Part<'_>) -> Vec<AmountRow> {
    let row = |need: &String| AmountRow {
        need: need.clone(),
        cells: part
            .names
            .order
            .iter()
            .map(|option| {
                let text = stated(part, option, need).map(|(text, _)| text);
                (option.clone(), text)
            })
            .collect(),
    };
    heaviest_first(part).into_iter().map(row).collect()
}

fn heaviest_first<'a>(part: &Part<'a>) -> Vec<&'a String> {
    let mut needs: Vec<_> = part.decision.weights.iter().collect();
    needs.sort_by(|a, b| b.1.total_cmp(a.1));
    needs.into_iter().map(|(need, _)| need).collect()
}

pub(super) fn lines(part: &Part<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for need in heaviest_first(part) {
        for option in &part.names.order {
            let slots = Slots::new()
                .text("dimension", part.names.dimension(need))
                .text("option", part.names.option(option));
            if let Some(Cell::Unknown) = part.cell(option, need) {
                lines.push(part.line("inputs.unknown", &slots));
            } else if let Some((amount, mode)) = stated(part, option, need) {
                let slots = slots.text("amount", amount).maybe("mode", mode);
                lines.push(part.line("inputs.cell", &slots));
            }
        }
    }
    for (id, amount) in &part.problem.quantities {
        let slots = Slots::new().text("quantity", part.names.quantity(id));
        let line = match amount {
            None => part.line("inputs.unstated", &slots),
            Some(it) => {
                let text = part.range_of_quantity(it.low, it.high, id);
                let mode = (it.low < it.high).then(|| part.of_quantity(it.mode, id));
                let slots = slots.text("amount", text).maybe("mode", mode);
                part.line("inputs.quantity", &slots)
            }
        };
        lines.push(line);
    }
    lines
}

/// The amount of a cell, and the most likely one if it is a range.
fn stated(part: &Part<'_>, option: &str, need: &str) -> Option<(String, Option<String>)> {
    match part.cell(option, need)? {
        Cell::Level(name) => Some((name.clone(), None)),
        Cell::Amount(amount) => match part.level(amount.mode, need) {
            Some(level) => Some((level.to_owned(), None)),
            None => range(part, *amount, need),
        },
        Cell::Unknown | Cell::Value(_) | Cell::Formula(_) => None,
    }
}

fn range(part: &Part<'_>, amount: Amount, need: &str) -> Option<(String, Option<String>)> {
    let unit = part.problem.dimensions.get(need)?.unit.as_deref();
    let unit = unit.unwrap_or("");
    let text = part.numbers().range(amount.low, amount.high, unit);
    let mode = (amount.low < amount.high).then(|| part.numbers().amount(amount.mode, unit));
    Some((text, mode))
}
