//! The reasons of a decision in short: what a slide says of what the book says at length.

use crate::Run;
use crate::decision::{Bar, Part, bars};
use crate::sentence::Slots;

/// At most so many reasons on a slide.
pub(super) const MOST: usize = 3;

/// The needs that add most, each without why it matters: that is said aloud.
pub(super) fn main(part: &Part<'_>) -> Vec<Vec<Run>> {
    let Some((bars, _)) = bars(part) else {
        return Vec::new();
    };
    let best = part.decision.best.as_deref().unwrap_or_default();
    let runner = part.decision.runner_up.as_deref();
    let line = |bar: Bar| {
        let option = runner.filter(|_| bar.points < 0).unwrap_or(best);
        let slots = Slots::new()
            .text("points", part.numbers().points(bar.points))
            .text("option", part.names.option(option))
            .text("dimension", part.names.dimension(&bar.need))
            .text("weight", bar.weight)
            .text("best", part.names.option(best))
            .text("value", bar.values.0)
            .maybe("runner", runner.map(|it| part.names.option(it)))
            .maybe("value-runner", bar.values.1);
        let name = match (runner, bar.points) {
            (None, _) => "why.alone",
            (Some(_), 0) => "why.even",
            (Some(_), _) => "why.need",
        };
        part.sentences.fill(name, &slots)
    };
    bars.into_iter().take(MOST).map(line).collect()
}
