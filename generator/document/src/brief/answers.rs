//! What is known of the first two options on each need, with its sources.

use model::Id;

use super::Decided;
use crate::cell::shown;
use crate::decision::{Part, inputs};
use crate::{Element, Grid, Notes, Run};

/// A row for each need, the heaviest first; a column for the best option and one for the next.
pub(super) fn of(part: &Part<'_>, decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Element> {
    let best = part.decision.best.as_deref();
    let options: Vec<&str> = best
        .into_iter()
        .chain(part.decision.runner_up.as_deref())
        .collect();
    if options.is_empty() {
        return Vec::new();
    }
    let mut headings = vec![(decided.say("print.need"), false)];
    headings.extend(
        options
            .iter()
            .map(|it| (part.names.option(it).to_owned(), false)),
    );
    let mut rows = Vec::new();
    for row in inputs(part) {
        let mut cells = vec![vec![Run::Text(part.names.dimension(&row.need).to_owned())]];
        for option in &options {
            let stated = row.cells.iter().find(|(it, _)| it == option);
            let stated = stated.and_then(|(_, text)| text.clone());
            cells.push(cell(decided, notes, &row.need, option, stated));
        }
        rows.push(cells);
    }
    vec![Element::Grid(Grid { headings, rows })]
}

/// What is stated, or else what the table of the book has; then the sources.
fn cell(
    decided: &Decided<'_>,
    notes: &mut Notes<'_>,
    need: &str,
    option: &str,
    stated: Option<String>,
) -> Vec<Run> {
    let record = decided.model.dimensions.get(need);
    let Some(data) = record.and_then(|it| it.cells.get(&Id::new(option))) else {
        return Vec::new();
    };
    notes.reviewed(data.reviewed);
    let own = data.value.as_ref().map_or(&[][..], |it| &it.runs);
    match stated {
        Some(text) => notes.with_cites(vec![Run::Text(text)], &[], &data.sources),
        None => {
            let shown = shown(data, decided.model, notes);
            notes.with_cites(shown, own, &data.sources)
        }
    }
}
