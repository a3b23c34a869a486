//! What changed, newest first.

use model::{Change, Record};

use super::known::{Known, section, text};
use crate::brief::lines::paragraph;
use crate::{Element, Notes, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let mut records: Vec<_> = known.model.changes.iter().collect();
    records.sort_by(|a, b| (b.date, &a.id).cmp(&(a.date, &b.id)));
    let sections = records.into_iter().map(|it| change(it, known, notes));
    let sections = sections.collect();
    known.chapter("changes", Vec::new(), sections)
}

fn change(record: &Record<Change>, known: &Known<'_>, notes: &mut Notes<'_>) -> Section {
    let date = paragraph(text(record.date.to_string()));
    let blocks = notes.prose(&record.text.blocks);
    section(
        format!("change:{}", record.id),
        known.model.plain_text(&record.title),
        vec![date, Element::Text { blocks }],
    )
}
