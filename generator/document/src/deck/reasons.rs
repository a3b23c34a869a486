//! What a slide says of a decision: of all that the book says, the few lines that carry it.

use super::Lines;
use crate::Run;
use crate::brief::Decided;
use crate::decision::{Bar, Line, Part, bars};
use crate::sentence::Slots;

/// At most so many needs; lines about what is known and about weights; lines about the workload.
const MOST_NEEDS: usize = 3;
const MOST_CHANGES: usize = 2;
const MOST_QUANTITIES: usize = 1;

/// What stands on the left of a slide, and what on the right: why, and what it costs; what would change it.
pub(super) fn lists(part: &Part<'_>, decided: &Decided<'_>) -> (Vec<Lines>, Vec<Lines>) {
    let left = [("why", needs(part)), ("costs", costs(part, decided))];
    let right = [("change", changes(part, decided))];
    (
        filled(left.into_iter(), decided),
        filled(right.into_iter(), decided),
    )
}

/// The best option and the one after it, as far as there are any.
pub(super) fn first_two<'a>(part: &Part<'a>) -> Vec<&'a str> {
    let two = [&part.decision.best, &part.decision.runner_up];
    two.into_iter().filter_map(|it| it.as_deref()).collect()
}

/// Those of `lists` that have lines, with their headings.
fn filled(
    lists: impl Iterator<Item = (&'static str, Vec<Vec<Run>>)>,
    decided: &Decided<'_>,
) -> Vec<Lines> {
    let lists = lists.filter(|(_, lines)| !lines.is_empty());
    let lists = lists.map(|(id, lines)| Lines {
        id,
        heading: decided.say(&format!("heading.{id}")),
        lines,
    });
    lists.collect()
}

/// The needs that add most, each without why it matters: that is said aloud.
fn needs(part: &Part<'_>) -> Vec<Vec<Run>> {
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
    bars.into_iter().take(MOST_NEEDS).map(line).collect()
}

fn changes(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Vec<Run>> {
    let change = decided.lines("change", part.component).iter();
    let quantities = decided.lines("quantities", part.component).iter();
    let change = change.take(MOST_CHANGES);
    let lines = change.chain(quantities.take(MOST_QUANTITIES));
    lines.map(|it| it.runs.clone()).collect()
}

/// What the first two options cost, and where they cost the same.
fn costs(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Vec<Run>> {
    let first_two = first_two(part);
    let formulas = part.formulas().into_iter();
    let formulas = formulas.filter(|(option, _)| first_two.contains(option));
    let formulas: Vec<&str> = formulas.map(|(_, formula)| formula).collect();
    let equal = part.problem.breakevens.iter().filter(|it| {
        let of = [it.a.as_str(), it.b.as_str()];
        of.iter().all(|it| formulas.contains(it))
    });
    let equal: Vec<&str> = equal.map(|it| it.id.as_str()).collect();
    let is_told = |line: &&Line| {
        let about = line.about.as_deref().unwrap_or_default();
        match line.sentence {
            "costs.break-even" | "costs.never" => equal.contains(&about),
            _ => formulas.contains(&about),
        }
    };
    let lines = decided.lines("costs", part.component).iter();
    lines.filter(is_told).map(|it| it.runs.clone()).collect()
}
