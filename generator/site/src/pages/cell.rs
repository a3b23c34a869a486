//! A mark and a cell as pages show them.

use model::{Cell, CellStatus, Id, Kind};
use serde::Serialize;
use verdict::Mark;

use super::symbol::Symbol;
use crate::draft::{Anchor, Draft};
use crate::markup::Html;

/// A mark: four dots and a word.
#[derive(Clone, Debug, Serialize)]
pub(super) struct MarkView {
    /// The word: `strong`, `good`, `mixed`, `weak` or `unknown`.
    word: &'static str,
    /// How many of the four dots are filled.
    dots: usize,
}

impl From<Mark> for MarkView {
    fn from(mark: Mark) -> Self {
        Self {
            word: mark.word(),
            dots: mark.dots(),
        }
    }
}

/// The mark with this word.
pub(super) fn mark(word: &str) -> Option<MarkView> {
    let mark = Mark::ALL.into_iter().find(|it| it.word() == word);
    mark.map(MarkView::from)
}

/// One option's answer to one question, at length.
#[derive(Debug, Serialize)]
pub(super) struct CellView {
    option: Anchor,
    option_id: String,
    symbol: Symbol,
    dimension: Anchor,
    mark: Option<MarkView>,
    value: Html,
    prose: Option<Html>,
    /// How the answer is known: a word of the data.
    basis: Option<&'static str>,
    because: Option<Html>,
    cites: Html,
    reviewed: Html,
}

/// The answer of `option` to `dimension`; nothing where the data has none.
pub(super) fn view(dimension: &Id, option: &Id, draft: &mut Draft<'_>) -> Option<CellView> {
    let know = draft.know;
    let cell = know.model.dimensions.get(dimension)?.cells.get(option)?;
    let symbol = Symbol::of(know.model.options.get(option)?);
    Some(CellView {
        option: draft.anchor(Kind::Alternative, option),
        option_id: option.to_string(),
        symbol,
        dimension: draft.anchor(Kind::Dimension, dimension),
        mark: know.scores.mark(dimension, option).map(MarkView::from),
        value: value(cell, draft),
        prose: cell.prose.as_ref().map(|it| draft.prose(it)),
        basis: cell.basis.map(model::Basis::word),
        because: draft.maybe(cell.because.as_ref()),
        cites: draft.cites(&cell.sources),
        reviewed: draft.reviewed(cell.reviewed),
    })
}

fn value(cell: &Cell, draft: &mut Draft<'_>) -> Html {
    match (&cell.value, &cell.cost, cell.status) {
        (Some(value), _, _) => draft.line(value),
        (None, Some(cost), _) => {
            let to = draft.links.to(Kind::Cost, &cost.id);
            Html::linked(to.as_deref(), "by workload")
        }
        (None, None, Some(CellStatus::Unknown)) => Html::text("not known"),
        (None, None, Some(CellStatus::NotApplicable)) => Html::text("does not apply"),
        (None, None, None) => Html::default(),
    }
}
