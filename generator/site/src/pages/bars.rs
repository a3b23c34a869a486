//! Bars that show what each need adds to the distance between the first two options.

use document::decision::{Bar, Part, bars};
use document::sentence::Numbers;
use model::{Id, Kind};
use serde::Serialize;

use super::decision::{Signed, signed, tenths};
use crate::draft::{Anchor, Draft};

/// What each need adds, as bars from a line in the middle.
#[derive(Debug, Serialize)]
pub(super) struct Bars {
    best: Signed,
    runner: Option<Signed>,
    rows: Vec<BarView>,
    sum: BarView,
}

#[derive(Debug, Serialize)]
struct BarView {
    need: Option<Anchor>,
    weight: String,
    why: Option<String>,
    best: String,
    runner: Option<String>,
    /// With its sign.
    points: String,
    /// `best`, `runner` or `none`: who gains.
    side: &'static str,
    /// Where the bar begins, and how wide it is, in percent of the whole.
    x: String,
    width: String,
}

/// So much of one half the longest bar takes, in percent of the whole: beside it there has to be room for its number.
const LONGEST: f64 = 32.0;

/// The bars of a decision; nothing if it has no best option.
pub(super) fn of(part: &Part<'_>, draft: &Draft<'_>) -> Option<Bars> {
    let (bars, total) = bars(part)?;
    let best = part.decision.best.as_deref().unwrap_or_default();
    let runner = part.decision.runner_up.as_deref();
    let sizes = bars.iter().map(|it| it.points).chain([total]);
    let longest = sizes.map(i32::unsigned_abs).max().unwrap_or(1).max(1);
    let numbers = Numbers::new(part.sentences);
    let bar = |points: i32| {
        let width = f64::from(points.unsigned_abs()) / f64::from(longest) * LONGEST;
        // Without another option there is no other side.
        let (middle, width) = match runner {
            Some(_) => (50.0, width),
            None => (0.0, width * 2.0),
        };
        let x = if points < 0 { middle - width } else { middle };
        let side = match points {
            0 => "none",
            1.. => "best",
            _ => "runner",
        };
        (side, tenths(x), tenths(width))
    };
    let view = |points: i32| {
        let (side, x, width) = bar(points);
        BarView {
            need: None,
            weight: String::new(),
            why: None,
            best: String::new(),
            runner: None,
            points: numbers.points(points),
            side,
            x,
            width,
        }
    };
    let row = |it: &Bar| BarView {
        need: Some(draft.anchor(Kind::Dimension, &Id::new(&it.need))),
        weight: it.weight.clone(),
        why: it.why.clone(),
        best: it.values.0.clone(),
        runner: it.values.1.clone(),
        ..view(it.points)
    };
    Some(Bars {
        best: signed(best, draft),
        runner: runner.map(|it| signed(it, draft)),
        rows: bars.iter().map(row).collect(),
        sum: view(total),
    })
}
