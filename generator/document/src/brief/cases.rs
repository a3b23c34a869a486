//! Who chose what in practice.

use model::{Case, Record};

use super::Decided;
use super::lines::bullets;
use crate::sentence::Slots;
use crate::{Element, Notes, Run};

/// At most so many.
const MOST: usize = 3;

/// A line for each case that is an example of the use case, as `tradeoff decide` prints it, with its sources.
pub(super) fn of(decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Element> {
    let own = |it: &&Record<Case>| {
        let mut use_cases = it.use_cases.iter();
        use_cases.any(|it| it.id == decided.record.id)
    };
    let cases: Vec<_> = decided.model.cases.iter().filter(own).collect();
    let lines = cases.iter().take(MOST).map(|it| line(it, decided, notes));
    let lines = lines.collect();
    bullets(lines, decided.more(cases.len().saturating_sub(MOST)))
}

fn line(case: &Record<Case>, decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Run> {
    let model = decided.model;
    let options = case.chose.iter().filter_map(|it| model.options.get(&it.id));
    let options = options.map(|it| Slots::new().text("name", it.name.text.as_str()));
    let slots = Slots::new()
        .text("title", model.plain_text(&case.title))
        .text("date", case.date.text.as_str())
        .list("options", options.collect());
    let line = decided.sentences.fill("cases.case", &slots);
    notes.with_cites(line, &case.title.runs, &case.sources)
}
