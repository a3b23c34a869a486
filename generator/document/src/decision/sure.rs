//! How sure a verdict is: counts of draws, whom other options would suit, and what other ways of adding up say.

use std::collections::BTreeMap;

use super::{Line, Part};
use crate::sentence::Slots;

/// How often an option has which place.
#[derive(Clone, Debug, PartialEq)]
pub struct CountRow {
    /// The option.
    pub option: String,
    /// How often it is first, second and so on, in percent and in draws.
    pub ranks: Vec<(String, u32)>,
    /// How often a limit keeps it out.
    pub out: (String, u32),
    /// How often it is first under stress.
    pub stress: (String, u32),
}

/// The counts of all options, the most often first one first.
pub fn counts(part: &Part<'_>) -> Vec<CountRow> {
    let decision = part.decision;
    let with = |count: u32| (part.percent(Some(&count)), count);
    let of = |counts: &BTreeMap<String, u32>, id: &str| counts.get(id).copied().unwrap_or_default();
    let row = |option: &String| CountRow {
        option: option.clone(),
        ranks: decision
            .ranks
            .get(option)
            .map_or_else(Vec::new, |it| it.iter().copied().map(with).collect()),
        out: with(of(&decision.out, option)),
        stress: with(of(&decision.stress.first, option)),
    };
    let mut rows: Vec<_> = part.names.order.iter().map(row).collect();
    let first = |row: &CountRow| of(&decision.first, &row.option);
    let best = decision.best.as_deref();
    // Stable, so that equal ones stay in order.
    rows.sort_by_key(|row| {
        let is_best = best == Some(row.option.as_str());
        let gone = row.out.1 >= decision.draws;
        (gone, !is_best, std::cmp::Reverse(first(row)))
    });
    rows
}

/// Losing options have to be first in so many percent of the draws under stress before anybody is told whom they suit.
const LEAST_PERCENT: u64 = 1;
/// So many of the weights that differ most are told,
const MOST_WEIGHTS: usize = 3;
/// and only if they differ by as much as this.
const LEAST_DIFFERENCE: f64 = 0.01;

pub(super) fn lines(part: &Part<'_>) -> Vec<Line> {
    let decision = part.decision;
    let Some(best) = decision.best.as_deref() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for row in counts(part) {
        let places = row.ranks.iter().enumerate().filter(|(_, it)| it.1 > 0);
        let places = places.map(|(at, (percent, _))| {
            Slots::new()
                .text("place", place(part, at + 1))
                .text("p", percent.as_str())
        });
        let places: Vec<_> = places.collect();
        if places.is_empty() {
            continue;
        }
        let out = (row.out.1 > 0).then_some(row.out.0);
        let slots = Slots::new()
            .text("option", part.names.option(&row.option))
            .list("ranks", places)
            .maybe("out", out);
        lines.push(part.line("sure.option", &slots));
    }
    for (name, count) in [("sure.tied", decision.tied), ("sure.none", decision.none)] {
        if count > 0 {
            let slots = Slots::new().text("p", part.percent(Some(&count)));
            lines.push(part.line(name, &slots));
        }
    }
    let others = part.names.order.iter().filter(|it| it.as_str() != best);
    lines.extend(others.filter_map(|it| suits(part, it)));
    if decision.runner_up.is_some() {
        let slots = Slots::new()
            .text("n", part.numbers().count(decision.agreement.agree))
            .text("of", part.numbers().count(decision.agreement.of));
        lines.push(part.line("sure.agree", &slots));
    }
    lines
}

/// How the counts came about, and from which of them on a word holds: the same for all components.
pub(super) fn method(part: &Part<'_>) -> Vec<Line> {
    vec![draws(part), thresholds(part)]
}

fn place(part: &Part<'_>, place: usize) -> String {
    let named = format!("place.{place}");
    let name = match part.sentences.has(&named) {
        true => named.as_str(),
        false => "place.other",
    };
    let slots = Slots::new().text("n", place.to_string());
    part.sentences.text(name, &slots)
}

/// Who would choose an option that loses: the weights of the draws in which it wins, where they differ most.
fn suits(part: &Part<'_>, option: &str) -> Option<Line> {
    let decision = part.decision;
    let first = decision.stress.first.get(option)?;
    if u64::from(*first) * 100 < LEAST_PERCENT * u64::from(decision.draws) {
        return None;
    }
    let central = decision.stress.central_weights.get(option)?.as_ref()?;
    if central.len() < 2 {
        return None;
    }
    let difference = |(need, central): &(&String, &f64)| (*central - part.weight(need)).abs();
    let told = |it: &(&String, &f64)| difference(it) >= LEAST_DIFFERENCE;
    let mut needs: Vec<_> = central.iter().filter(told).collect();
    if needs.is_empty() {
        return None;
    }
    // Stable, so that equal ones stay in the order of ids.
    needs.sort_by(|a, b| difference(b).total_cmp(&difference(a)));
    let numbers = part.numbers();
    let needs = needs.into_iter().take(MOST_WEIGHTS).map(|(need, central)| {
        Slots::new()
            .text("dimension", part.names.dimension(need))
            .text("central", numbers.exact(*central))
            .text("w", numbers.exact(part.weight(need)))
    });
    let slots = Slots::new()
        .text("option", part.names.option(option))
        .list("needs", needs.collect());
    Some(part.line("sure.suits", &slots))
}

fn draws(part: &Part<'_>) -> Line {
    let slots = Slots::new().text("n", part.numbers().count(part.decision.draws));
    part.line("sure.draws", &slots)
}

fn thresholds(part: &Part<'_>) -> Line {
    let it = part.problem.thresholds;
    let percent = |it: u8| part.numbers().percent(u32::from(it), 100);
    let slots = Slots::new()
        .text("clear", percent(it.clear))
        .text("stress", percent(it.stress))
        .text("leaning", percent(it.leaning))
        .text("depends", percent(it.depends));
    part.line("sure.thresholds", &slots)
}
