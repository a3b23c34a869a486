//! What would change the winner: amounts, weights, and, for the book's own problem, the workload.
//!
//! - the first four tie scores in the order of the result. With a level (of a scale of levels) or with an amount (of points):
//!   `change.score`, and `change.score-inside` if it lies inside the range; what it is now is the level at floor(now), or
//!   the amount. Else by value, in hundredths: `change.value`, `change.value-inside`.
//! - the first three tie weights in the order of the result: `change.weight`, both weights exact.
//! - if there are two needs or more, `change.no-weight` with the needs that have no tie weight at all, in order; left out if
//!   there is none, and if there is no runner-up.
//! - tie quantities, which are not recomputed: those with a change, the nearest by ratio first, six at most.

use decide::{Change, TieQuantity, TieScore};

use super::{Line, Part};
use crate::sentence::Slots;

const MOST_SCORES: usize = 4;
const MOST_WEIGHTS: usize = 3;
const MOST_QUANTITIES: usize = 6;

pub(super) fn lines(part: &Part<'_>) -> Vec<Line> {
    let decision = part.decision;
    let Some(runner) = decision.runner_up.as_deref() else {
        return Vec::new();
    };
    let scores = decision.tie_scores.iter().take(MOST_SCORES);
    let mut lines: Vec<_> = scores.map(|it| score(part, it)).collect();
    let numbers = part.numbers();
    for tie in decision.tie_weights.iter().take(MOST_WEIGHTS) {
        let slots = Slots::new()
            .text("dimension", part.names.dimension(&tie.need))
            .text("t", numbers.exact(tie.at))
            .text("w", numbers.exact(tie.now))
            .text("runner", part.names.option(runner));
        lines.push(part.line("change.weight", &slots).about(&tie.need));
    }
    let ties = |need: &str| decision.tie_weights.iter().any(|it| it.need == need);
    let needs = decision.weights.keys().filter(|it| !ties(it));
    let needs: Vec<_> = needs.map(|it| part.names.dimension(it)).collect();
    if decision.weights.len() > 1 && !needs.is_empty() {
        let slots = Slots::new().list("needs", Part::listed("dimension", needs));
        lines.push(part.line("change.no-weight", &slots));
    }
    lines
}

fn score(part: &Part<'_>, tie: &TieScore) -> Line {
    let slots = Slots::new()
        .text("dimension", part.names.dimension(&tie.dimension))
        .text("option", part.names.option(&tie.option));
    let level_now = tie
        .now
        .and_then(|it| part.level(it.floor(), &tie.dimension));
    let levels = tie.level.clone().zip(level_now.map(str::to_owned));
    let amounts = tie.at.zip(tie.now).and_then(|(at, now)| {
        let text = |it: f64| part.on_scale(it, &tie.dimension);
        text(at).zip(text(now))
    });
    let line = if let Some((amount, now)) = levels.or(amounts) {
        let slots = slots.text("amount", amount).text("now", now);
        match tie.inside_range {
            true => part.line("change.score-inside", &slots),
            false => part.line("change.score", &slots),
        }
    } else {
        let numbers = part.numbers();
        let slots = slots
            .text("value", numbers.hundredths(tie.value_at))
            .text("now", numbers.hundredths(tie.value_now));
        match tie.inside_range {
            true => part.line("change.value-inside", &slots),
            false => part.line("change.value", &slots),
        }
    };
    line.about(&tie.dimension)
}

/// Where the workload changes the winner.
pub(super) fn quantities(part: &Part<'_>) -> Vec<Line> {
    let mut found = Vec::new();
    for tie in &part.decision.tie_quantities {
        let sides = [(&tie.above, true), (&tie.below, false)];
        for (change, above) in sides {
            if let Some(change) = change {
                found.push((ratio(change, tie), quantity(part, tie, change, above)));
            }
        }
    }
    // Stable, so that equal ones stay in the order of ids.
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let lines = found.into_iter().map(|(_, line)| line);
    lines.take(MOST_QUANTITIES).collect()
}

/// How many times as much, or as little.
fn ratio(change: &Change, tie: &TieQuantity) -> f64 {
    let ratio = (change.at / tie.now).abs();
    if ratio < 1.0 { 1.0 / ratio } else { ratio }
}

fn quantity(part: &Part<'_>, tie: &TieQuantity, change: &Change, above: bool) -> Line {
    let slots = Slots::new()
        .text("quantity", part.names.quantity(&tie.quantity))
        .text("amount", part.fitting(change.at, &tie.quantity));
    let slots = slots.maybe(
        "option",
        change.best.as_deref().map(|it| part.names.option(it)),
    );
    let name = match (above, &change.best) {
        (true, Some(_)) => "change.above",
        (false, Some(_)) => "change.below",
        (true, None) => "change.above-none",
        (false, None) => "change.below-none",
    };
    part.line(name, &slots).about(&tie.quantity)
}
