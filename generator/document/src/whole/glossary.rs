//! What words mean here.

use model::{Kind, Record, Term};

use super::known::{Known, by_name};
use crate::{Notes, Run, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let ids = by_name(known.model, Kind::Term).into_iter();
    let records = ids.filter_map(|id| known.model.glossary.get(id));
    let rows = records.map(|it| row(it, notes)).collect();
    let grid = known.grid(&["term", "meaning"], rows);
    known.chapter("glossary", grid, Vec::new())
}

fn row(record: &Record<Term>, notes: &mut Notes<'_>) -> Vec<Vec<Run>> {
    let names = std::iter::once(&record.name).chain(&record.aliases);
    let names: Vec<_> = names.map(|it| it.text.as_str()).collect();
    vec![
        vec![Run::Text(names.join(", "))],
        notes.line(&record.short.runs, &record.sources),
    ]
}
