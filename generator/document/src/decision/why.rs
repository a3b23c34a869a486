//! Why the best option is ahead: what each need adds.
//!
//! With a runner-up, the needs by the size of their points in the waterfall, largest first, then id: `why.need`, where the
//! points are those of the option that gains, or `why.even` for 0 points. Then `why.sum` or `why.sum-even`. Without a
//! runner-up the needs by their contribution to the best option, largest first, then id: `why.alone`, then
//! `why.sum-alone`. Without a best option there are no lines.

use decide::Points;

use super::{Line, Part};
use crate::sentence::Slots;

/// What a need adds to the distance between best and runner-up; without a runner-up, to the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The need.
    pub need: String,
    /// Its weight in percent.
    pub weight: String,
    /// Why it matters.
    pub why: Option<String>,
    /// Central values in hundredths: of the best option, and of the runner-up.
    pub values: (String, Option<String>),
    /// Thousandths: above 0 for the best option, below for the runner-up.
    pub points: i32,
}

/// What each need adds, in the order of the lines, and the sum.
pub fn bars(part: &Part<'_>) -> Option<(Vec<Bar>, i32)> {
    let best = part.decision.best.as_deref()?;
    let runner = part.decision.runner_up.as_deref();
    let points = points(part)?;
    let value = |option: &str, need: &str| part.numbers().hundredths(part.value(option, need));
    let bar = |need: &str| Bar {
        need: need.to_owned(),
        weight: part.numbers().share(part.weight(need)),
        why: part.why(need).map(str::to_owned),
        values: (value(best, need), runner.map(|it| value(it, need))),
        points: points.points.get(need).copied().unwrap_or_default(),
    };
    let bars = order(points).into_iter().map(bar).collect();
    Some((bars, points.total))
}

/// The need that adds most to the distance between best and runner-up, whoever gains.
pub fn biggest<'a>(part: &Part<'a>) -> Option<&'a str> {
    order(points(part)?).into_iter().next()
}

/// The points that tell why: the waterfall, or what makes up the score of the only option.
fn points<'a>(part: &Part<'a>) -> Option<&'a Points> {
    let decision = part.decision;
    let best = decision.best.as_ref()?;
    let waterfall = decision.waterfall.as_ref();
    waterfall.or_else(|| decision.contributions.get(best))
}

fn order(points: &Points) -> Vec<&str> {
    let mut needs: Vec<_> = points.points.iter().collect();
    // Stable, so that equal ones stay in the order of ids.
    needs.sort_by_key(|(_, points)| std::cmp::Reverse(points.unsigned_abs()));
    needs.into_iter().map(|(need, _)| need.as_str()).collect()
}

pub(super) fn lines(part: &Part<'_>) -> Vec<Line> {
    let Some((bars, total)) = bars(part) else {
        return Vec::new();
    };
    let best = part.decision.best.as_deref().unwrap_or_default();
    let runner = part.decision.runner_up.as_deref();
    let gains = |points: i32| {
        let option = runner.filter(|_| points < 0).unwrap_or(best);
        Slots::new()
            .text("points", part.numbers().points(points))
            .text("option", part.names.option(option))
    };
    let mut lines = Vec::new();
    for bar in bars {
        let slots = gains(bar.points)
            .text("dimension", part.names.dimension(&bar.need))
            .text("weight", bar.weight)
            .maybe("why", bar.why)
            .text("best", part.names.option(best))
            .text("value", bar.values.0)
            .maybe("runner", runner.map(|it| part.names.option(it)))
            .maybe("value-runner", bar.values.1);
        let name = match (runner, bar.points) {
            (None, _) => "why.alone",
            (Some(_), 0) => "why.even",
            (Some(_), _) => "why.need",
        };
        lines.push(part.line(name, &slots).about(&bar.need));
    }
    let name = match (runner, total) {
        (None, _) => "why.sum-alone",
        (Some(_), 0) => "why.sum-even",
        (Some(_), _) => "why.sum",
    };
    lines.push(part.line(name, &gains(total)));
    lines
}
