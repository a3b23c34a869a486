//! The limits that rule options out, option by option, and the ways around them.

use model::{Limit, Record};

use super::known::{Known, text};
use crate::{Notes, Run, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let mut rows = Vec::new();
    for option in known.model.columns() {
        let own = known
            .model
            .limits
            .iter()
            .filter(|it| it.option.id == option.id);
        for limit in own {
            rows.push(row(limit, &option.name.text, notes));
        }
    }
    let grid = known.grid(&["limit", "rules-out", "when", "unless"], rows);
    known.chapter("limits", grid, Vec::new())
}

fn row(record: &Record<Limit>, option: &str, notes: &mut Notes<'_>) -> Vec<Vec<Run>> {
    notes.reviewed(record.reviewed);
    let title = notes.line(&record.title.runs, &record.sources);
    let when = notes.line(&record.holds_when.runs, &[]);
    let mut unless = Vec::new();
    for way in &record.unless {
        if !unless.is_empty() {
            unless.push(Run::Text("; ".into()));
        }
        unless.extend(notes.line(&way.text.runs, &[]));
    }
    vec![title, text(option), when, unless]
}
