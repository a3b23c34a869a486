//! The size of the knowledge base in one line.

use serde::Serialize;

use crate::draft::Draft;
use crate::markup::{self, Html};

#[derive(Debug, Serialize)]
pub(super) struct Overview {
    title: String,
    options: usize,
    dimensions: usize,
    use_cases: usize,
    facts: usize,
    sources: usize,
    /// The newest review date of any fact, answer, claim or use case.
    reviewed: Option<Html>,
    revision: String,
}

pub(super) fn of(draft: &mut Draft<'_>) -> Overview {
    let model = &draft.know.model;
    let cells = model.dimensions.iter().flat_map(|it| it.cells.iter());
    let dates = cells
        .map(|(_, cell)| cell.reviewed)
        .chain(model.facts.iter().map(|it| it.reviewed))
        .chain(model.pros.iter().map(|it| it.reviewed))
        .chain(model.cons.iter().map(|it| it.reviewed))
        .chain(model.use_cases.iter().map(|it| it.reviewed));
    Overview {
        title: model.manifest.title.text.clone(),
        options: model.options.len(),
        dimensions: model.dimensions.len(),
        use_cases: model.use_cases.len(),
        facts: model.facts.len(),
        sources: model.sources.len(),
        reviewed: dates.max().map(markup::date),
        revision: model.revision.clone(),
    }
}
