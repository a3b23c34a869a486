//! What went into a decision, as a table: what is known of every option on every need.

use document::decision::{Part, inputs};
use model::{Id, Kind};
use serde::Serialize;

use super::decision::{Signed, signed};
use crate::draft::{Anchor, Draft};
use crate::markup::Html;

/// What went in: one row for each need, one column for each option.
#[derive(Debug, Serialize)]
pub(super) struct Inputs {
    columns: Vec<Signed>,
    rows: Vec<InputRow>,
}

#[derive(Debug, Serialize)]
struct InputRow {
    need: Anchor,
    cells: Vec<InputCell>,
    /// The oldest review of the row.
    reviewed: Option<Html>,
}

#[derive(Debug, Serialize)]
struct InputCell {
    /// A range, a level; empty if it is computed or not known.
    text: String,
    /// `computed`, `unknown`, `not-applicable`, or how it is known.
    basis: String,
    cites: Html,
}

/// The inputs of a decision; the reviews of its answers count for the page.
pub(super) fn of(part: &Part<'_>, draft: &mut Draft<'_>) -> Inputs {
    let know = draft.know;
    let mut rows = Vec::new();
    for row in inputs(part) {
        let id = Id::new(&row.need);
        let Some(record) = know.model.dimensions.get(&id) else {
            continue;
        };
        let mut oldest = None;
        let mut cells = Vec::new();
        for (option, text) in row.cells {
            let cell = record.cells.get(&option);
            if let Some(cell) = cell {
                let date = draft.reviewed(cell.reviewed);
                let is_older = oldest
                    .as_ref()
                    .is_none_or(|(day, _): &(model::Date, Html)| cell.reviewed < *day);
                if is_older {
                    oldest = Some((cell.reviewed, date));
                }
            }
            let basis = match cell {
                None => "unknown",
                Some(it) if it.cost.is_some() => "computed",
                Some(it) => match it.status {
                    Some(status) => status.word(),
                    None => it.basis.map_or("", model::Basis::word),
                },
            };
            cells.push(InputCell {
                text: text.unwrap_or_default(),
                basis: basis.to_owned(),
                cites: cell.map(|it| draft.cites(&it.sources)).unwrap_or_default(),
            });
        }
        rows.push(InputRow {
            need: draft.anchor(Kind::Dimension, &id),
            cells,
            reviewed: oldest.map(|(_, html)| html),
        });
    }
    let order = part.names.order.iter();
    Inputs {
        columns: order.map(|it| signed(it, draft)).collect(),
        rows,
    }
}
