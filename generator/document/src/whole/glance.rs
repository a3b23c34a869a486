//! All verdicts at a glance: the word, the first two options, and how often they come first.

use super::known::{Known, text};
use crate::brief::Decided;
use crate::decision::Part;
use crate::sentence::Slots;
use crate::{Element, Grid, Notes, Run, Section};

/// A row for each use case, and one for each of its components below it.
pub(super) fn chapter(known: &Known<'_>, _: &mut Notes<'_>) -> Vec<Section> {
    let rows: Vec<_> = known.decided.iter().flat_map(rows).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let headings = [
        (known.say("use-case"), false),
        (
            known.sentences.text("heading.verdict", &Slots::new()),
            false,
        ),
        (known.say("best"), false),
        (known.say("first-in"), true),
        (known.say("second"), false),
        (known.say("first-in"), true),
    ];
    let grid = Element::Grid(Grid {
        headings: headings.to_vec(),
        rows,
    });
    known.chapter("glance", vec![grid], Vec::new())
}

fn rows(decided: &Decided<'_>) -> Vec<Vec<Vec<Run>>> {
    let mut rows = Vec::new();
    if decided.has_parts() {
        let outcome = &decided.verdict.outcome;
        let best = outcome.best().map_or("", |it| decided.names.option(it));
        let mut row = vec![
            text(decided.names.title.as_str()),
            text(decided.word(outcome.word())),
            text(best),
        ];
        row.resize(6, Vec::new());
        rows.push(row);
    }
    decided.each(|part| rows.push(row(part, decided)));
    rows
}

fn row(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Vec<Run>> {
    let decision = part.decision;
    let mut row = vec![
        text(title(part, decided)),
        text(decided.word(decision.word)),
    ];
    for option in [&decision.best, &decision.runner_up] {
        let option = option.as_deref();
        let share = option.map(|it| part.percent(decision.first.get(it)));
        row.push(text(option.map_or("", |it| part.names.option(it))));
        row.push(text(share.unwrap_or_default()));
    }
    row
}

/// The title of the use case, or of the component behind it.
pub(super) fn title(part: &Part<'_>, decided: &Decided<'_>) -> String {
    let title = decided.names.title.as_str();
    let Some(component) = part.component else {
        return title.to_owned();
    };
    let slots = Slots::new()
        .text("component", title)
        .text("heading", part.names.component(component));
    part.sentences.text("heading.part", &slots)
}
