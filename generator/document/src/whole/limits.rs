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
    let title = notes.runs(&record.title.runs);
    // The facts of the condition are those of the limit: their sources stand once.
    let both = [&record.title.runs[..], &record.holds_when.runs].concat();
    let title = notes.with_cites(title, &both, &record.sources);
    let when = notes.runs(&record.holds_when.runs);
    let mut unless = Vec::new();
    for way in &record.unless {
        if !unless.is_empty() {
            unless.push(Run::Text("; ".into()));
        }
        unless.extend(notes.line(&way.text.runs, &[]));
    }
    vec![title, text(option), when, unless]
}
