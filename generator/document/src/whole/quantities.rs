//! What a workload is made of, and what is taken where a use case says nothing.

use model::{Kind, Quantity, Record, Unit};

use super::known::{Known, by_name, text};
use crate::sentence::Numbers;
use crate::{Notes, Run, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let ids = by_name(known.model, Kind::Quantity).into_iter();
    let records = ids.filter_map(|id| known.model.quantities.get(id));
    let rows = records.map(|it| row(it, known, notes)).collect();
    let grid = known.grid(&["quantity", "question", "unit", "usual-value"], rows);
    known.chapter("quantities", grid, Vec::new())
}

fn row(record: &Record<Quantity>, known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Vec<Run>> {
    let unit = record.unit.text.as_str();
    let default = record.default.as_ref();
    let usual = default.and_then(|it| known.model.bounds(it, &Unit::new(unit)));
    let usual = usual.map(|it| Numbers::new(known.sentences).range(it.low, it.high, unit));
    vec![
        notes.line(&record.title.runs, &[]),
        notes.line(&record.question.runs, &[]),
        text(unit),
        text(usual.unwrap_or_default()),
    ]
}
