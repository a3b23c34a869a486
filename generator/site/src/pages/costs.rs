//! What the options cost with a workload, as a drawing: a range and its mean on an axis of powers of ten.

use std::collections::BTreeSet;

use document::decision::Part;
use document::sentence::Numbers;
use serde::Serialize;

use super::decision::{Signed, signed, tenths};
use crate::draft::Draft;

/// Costs of one unit side by side.
#[derive(Debug, Serialize)]
pub(super) struct CostChart {
    rows: Vec<CostRow>,
    /// The marks of the axis.
    ticks: Vec<Tick>,
}

#[derive(Debug, Serialize)]
struct CostRow {
    option: Signed,
    /// What the formula is called.
    title: String,
    mean: String,
    mode: String,
    /// Nothing if it is one amount.
    range: Option<String>,
    /// Places on the axis in percent.
    low: String,
    at: String,
    width: String,
}

#[derive(Debug, Serialize)]
struct Tick {
    text: String,
    x: String,
}

/// The costs of the options among the needs of `part`, in their order; nothing if fewer than two are known, or if they
/// have no unit in common.
pub(super) fn chart(part: &Part<'_>, draft: &Draft<'_>) -> Option<CostChart> {
    let mut found = Vec::new();
    for (option, id) in part.formulas() {
        if let Some(figures) = part.decision.formulas.get(id).copied().flatten()
            && let Some(names) = part.names.costs.get(id)
        {
            found.push((option, names, figures));
        }
    }
    let (_, first, _) = found.first()?;
    let unit = first.unit.as_str();
    if found.len() < 2 || found.iter().any(|(_, names, _)| names.unit != unit) {
        return None;
    }
    let axis = Axis::of(found.iter().flat_map(|(.., it)| [it.min, it.mean, it.max]));
    let numbers = Numbers::new(part.sentences);
    let text = |amount: f64| numbers.amount(amount, unit);
    let rows = found.iter().map(|(option, names, it)| {
        let (low, high) = (axis.place(it.min), axis.place(it.max));
        CostRow {
            option: signed(option, draft),
            title: names.title.clone(),
            mean: text(it.mean),
            mode: text(it.mode),
            range: (it.min < it.max).then(|| numbers.range(it.min, it.max, unit)),
            low: tenths(low),
            at: tenths(axis.place(it.mean)),
            width: tenths(high - low),
        }
    });
    let ticks = axis.ticks().map(|(amount, x)| Tick {
        text: numbers.amount(amount, short(unit)),
        x: tenths(x),
    });
    Some(CostChart {
        rows: rows.collect(),
        ticks: ticks.collect(),
    })
}

/// Along an axis the unit is known: money needs its sign only.
fn short(unit: &str) -> &str {
    unit.split_once('/').map_or(unit, |(head, _)| head)
}

/// An axis of powers of ten.
struct Axis {
    least: i32,
    most: i32,
}

/// Smaller amounts stand at the left end.
const LEAST: f64 = 0.01;
/// Room at both ends, in percent.
const MARGIN: f64 = 2.0;

impl Axis {
    fn of(amounts: impl Iterator<Item = f64>) -> Self {
        let mut ends = BTreeSet::new();
        for amount in amounts {
            let power = amount.max(LEAST).log10();
            ends.insert(power.floor() as i32);
            ends.insert(power.ceil() as i32);
        }
        let least = ends.first().copied().unwrap_or(0);
        let most = ends.last().copied().unwrap_or(1);
        Self {
            least,
            most: most.max(least + 1),
        }
    }

    fn place(&self, amount: f64) -> f64 {
        let power = amount.max(LEAST).log10();
        let whole = f64::from(self.most - self.least);
        MARGIN + (power - f64::from(self.least)) / whole * (100.0 - 2.0 * MARGIN)
    }

    fn ticks(&self) -> impl Iterator<Item = (f64, f64)> {
        let powers = self.least..=self.most;
        powers.map(|it| {
            let amount = 10_f64.powi(it);
            (amount, self.place(amount))
        })
    }
}
