//! The sentence of a verdict.
//!
//! - nothing fits: `verdict.nothing-fits`. The nearest way out is that of the first option that is ruled out by limits of
//!   which each has an open escape: fewest limits first, then highest score, then id. It names the first open escape of
//!   each of its limits. Without such an option the slots are missing.
//! - by elimination: `verdict.elimination`; the weakest needs are those with the lowest central values of the best option,
//!   then id.
//! - clear: `verdict.clear`, or `verdict.clear-swings` if the needs have points instead of ranks.
//! - leaning: `verdict.leaning`; the stress slots only if another option leads there.
//! - depends: on a limit `verdict.depends-limit`, percents of the draws of each group. On a need `verdict.depends-need`, and
//!   without a flip `verdict.depends-need-ends`. On a quantity or cell `verdict.depends-flip`; without a flip, or for a cell
//!   on levels, `verdict.depends-ends` with low and high of its range: of an unknown cell `title.worst` and `title.best`,
//!   on levels the names at floor(low) and ceil(high). What a reader has touched counts as without a flip.
//! - too close: `verdict.too-close`.

use decide::{Cell, Depends, EscapeState, InputKind, RuledOut, Word};

use super::{Line, Part};
use crate::sentence::Slots;

pub(super) fn lines(part: &Part<'_>) -> Vec<Line> {
    let decision = part.decision;
    let Some(best) = decision.best.as_deref() else {
        return vec![nothing_fits(part)];
    };
    if let (Word::Depends, Some(on)) = (decision.word, &decision.depends) {
        return vec![depends(part, on)];
    }
    let first = |id: &str| part.percent(decision.first.get(id));
    let stress = |id: &str| part.percent(decision.stress.first.get(id));
    let slots = Slots::new()
        .text("best", part.names.option(best))
        .text("p", first(best))
        .text("ps", stress(best));
    let runner = decision.runner_up.as_deref();
    let slots = slots
        .maybe("runner", runner.map(|it| part.names.option(it)))
        .maybe("pr", runner.map(first));
    if decision.by_elimination {
        return vec![elimination(part, best)];
    }
    let leader = decision.stress.best.as_deref().filter(|it| *it != best);
    let name = match decision.word {
        Word::Clear if part.has_swings() => "verdict.clear-swings",
        Word::Clear => "verdict.clear",
        Word::Leaning => "verdict.leaning",
        _ => "verdict.too-close",
    };
    let slots = slots
        .maybe("stress-best", leader.map(|it| part.names.option(it)))
        .maybe("pb", leader.map(stress));
    vec![part.line(name, &slots)]
}

fn nothing_fits(part: &Part<'_>) -> Line {
    let mut ways: Vec<(&RuledOut, Vec<&str>)> = Vec::new();
    for ruled_out in &part.decision.ruled_out {
        let limits = ruled_out.limits.iter();
        let escapes: Option<Vec<_>> = limits.map(|it| open_escapes(part, it).next()).collect();
        ways.extend(escapes.map(|it| (ruled_out, it)));
    }
    let score = |it: &RuledOut| {
        let score = part.decision.scores.get(&it.option);
        score.copied().unwrap_or_default()
    };
    ways.sort_by(|(a, _), (b, _)| {
        let fewest = a.limits.len().cmp(&b.limits.len());
        fewest
            .then(score(b).total_cmp(&score(a)))
            .then(a.option.cmp(&b.option))
    });
    let mut slots = Slots::new();
    if let Some((ruled_out, escapes)) = ways.into_iter().next() {
        slots = slots
            .list("escapes", Part::listed("text", escapes))
            .text("option", part.names.option(&ruled_out.option));
    }
    part.line("verdict.nothing-fits", &slots)
}

/// The texts of the escapes of a limit that are open, in the order of the problem.
pub(super) fn open_escapes<'a>(part: &Part<'a>, limit: &str) -> impl Iterator<Item = &'a str> {
    escapes(part, limit, EscapeState::Open)
}

/// The texts of the escapes of a limit that are in this state, in the order of the problem.
pub(super) fn escapes<'a>(
    part: &Part<'a>,
    limit: &str,
    state: EscapeState,
) -> impl Iterator<Item = &'a str> {
    let names = part.names;
    let limit = part.problem.limits.iter().find(|it| it.id == limit);
    let escapes = limit.into_iter().flat_map(move |limit| {
        let escapes = limit.unless.iter().filter(move |it| it.state == state);
        escapes.map(|it| format!("{}/{}", limit.id, it.id))
    });
    escapes.filter_map(|it| names.escapes.get(&it).map(String::as_str))
}

fn elimination(part: &Part<'_>, best: &str) -> Line {
    let mut needs: Vec<&String> = part.decision.weights.keys().collect();
    // Stable, so that equal values stay in the order of ids.
    needs.sort_by(|a, b| part.value(best, a).total_cmp(&part.value(best, b)));
    let mut names = needs.into_iter().map(|it| part.names.dimension(it));
    let score = part.decision.scores.get(best).copied().unwrap_or_default();
    let slots = Slots::new()
        .text("best", part.names.option(best))
        .text("score", part.numbers().hundredths(score))
        .maybe("need1", names.next())
        .maybe("need2", names.next());
    part.line("verdict.elimination", &slots)
}

fn depends(part: &Part<'_>, on: &Depends) -> Line {
    let numbers = part.numbers();
    let slots = Slots::new()
        .text("a", part.names.option(&on.low.best))
        .text("b", part.names.option(&on.high.best))
        .text("pa", numbers.percent(on.low.first, on.low.draws))
        .text("pb", numbers.percent(on.high.first, on.high.draws));
    let flip = on.flip.filter(|_| !part.touched);
    match on.kind {
        InputKind::Limit => {
            let limit = part.names.limits.get(&on.id);
            let slots = slots.maybe("holds-when", limit.map(|it| it.holds_when.as_str()));
            part.line("verdict.depends-limit", &slots).about(&on.id)
        }
        InputKind::Need => {
            let slots = slots
                .text("dimension", part.names.dimension(&on.id))
                .maybe("t", flip.map(|it| numbers.exact(it)));
            match flip {
                Some(_) => part.line("verdict.depends-need", &slots),
                None => part.line("verdict.depends-need-ends", &slots),
            }
        }
        InputKind::Quantity => {
            let amount = part.quantity(&on.id);
            let text = |amount: f64| part.of_quantity(amount, &on.id);
            let slots = slots
                .text("title", part.names.quantity(&on.id))
                .maybe("flip", flip.map(text))
                .maybe("low", amount.map(|it| text(it.low)))
                .maybe("high", amount.map(|it| text(it.high)));
            part.line(ends_or_flip(flip), &slots)
        }
        InputKind::Cell => cell(part, &on.id, flip, slots),
    }
}

fn ends_or_flip(flip: Option<f64>) -> &'static str {
    match flip {
        Some(_) => "verdict.depends-flip",
        None => "verdict.depends-ends",
    }
}

fn cell(part: &Part<'_>, id: &str, flip: Option<f64>, slots: Slots) -> Line {
    let (option, dimension) = id.split_once('/').unwrap_or((id, ""));
    let flip = flip.and_then(|it| part.on_scale(it, dimension));
    let titled = Slots::new()
        .text("dimension", part.names.dimension(dimension))
        .text("option", part.names.option(option));
    let own = |name| part.sentences.text(name, &Slots::new());
    let (low, high) = match part.cell(option, dimension) {
        Some(Cell::Amount(it)) => {
            let text = |amount: f64, index: f64| {
                let level = part.level(index, dimension).map(str::to_owned);
                level.or_else(|| part.on_scale(amount, dimension))
            };
            (text(it.low, it.low.floor()), text(it.high, it.high.ceil()))
        }
        _ => (Some(own("title.worst")), Some(own("title.best"))),
    };
    let name = match flip {
        Some(_) => "verdict.depends-flip",
        None => "verdict.depends-ends",
    };
    let slots = slots
        .text("title", part.sentences.text("title.cell", &titled))
        .maybe("flip", flip)
        .maybe("low", low)
        .maybe("high", high);
    part.line(name, &slots)
}
