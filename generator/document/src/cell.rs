//! The cell of a table, from the cell of a dimension.

use model::{CellStatus, Model};
use verdict::Mark;

use crate::{Cell, Notes, Run};

/// The cell of one option; an empty one where the data has none.
pub(crate) fn cell(
    data: Option<&model::Cell>,
    mark: Option<Mark>,
    model: &Model,
    notes: &mut Notes<'_>,
) -> Cell {
    let Some(data) = data else {
        return Cell::default();
    };
    let value = match (&data.value, &data.cost, data.status) {
        (Some(value), _, _) => notes.runs(&value.runs),
        (None, Some(cost), _) => vec![by_workload(model, &cost.id)],
        (None, None, Some(CellStatus::Unknown)) => vec![Run::Text("not known".into())],
        (None, None, Some(CellStatus::NotApplicable)) => vec![Run::Text("does not apply".into())],
        (None, None, None) => Vec::new(),
    };
    Cell {
        mark: mark.map(Mark::word),
        glyphs: mark.map(Mark::glyphs),
        value,
        prose: data
            .prose
            .as_ref()
            .map(|it| notes.blocks(&it.blocks))
            .unwrap_or_default(),
        basis: data.basis.map(model::Basis::word),
        because: data
            .because
            .as_ref()
            .map(|it| notes.runs(&it.runs))
            .unwrap_or_default(),
        sources: notes.cite_all(&data.sources),
        reviewed: Some(notes.reviewed(data.reviewed).to_string()),
    }
}

/// A computed cost has no value of its own: it depends on the workload.
fn by_workload(model: &Model, cost: &model::Id) -> Run {
    let words = vec![Run::Text("by workload".into())];
    match model.costs.get(cost) {
        Some(record) => Run::Link(
            model::Target::Record(model::Kind::Cost, record.id.clone()),
            words,
        ),
        None => Run::Text("by workload".into()),
    }
}
