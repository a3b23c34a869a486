//! What is compared: the options, and the products whose prices and limits stand for them.

use model::{Alternative, Kind, Record};

use super::known::{Known, section, text};
use crate::brief::lines::paragraph;
use crate::sentence::Slots;
use crate::{Element, Notes, Run, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let options = known.model.columns();
    let rows = options.iter().map(|it| row(it, known)).collect();
    let grid = known.grid(&["option", "name", "family", "reference"], rows);
    let sections = options.iter().map(|it| summary(it, known, notes));
    let sections = sections.collect();
    known.chapter("options", grid, sections)
}

fn row(record: &Record<Alternative>, known: &Known<'_>) -> Vec<Vec<Run>> {
    let long = record.long.as_ref().unwrap_or(&record.name);
    let families = &known.model.manifest.families;
    let family = families.get(&record.family.id).map(|it| it.text.clone());
    let product = known.model.title_of(Kind::Product, &record.reference.id);
    vec![
        text(record.name.text.as_str()),
        text(long.text.as_str()),
        text(family.unwrap_or_default()),
        text(product.unwrap_or_default()),
    ]
}

fn summary(record: &Record<Alternative>, known: &Known<'_>, notes: &mut Notes<'_>) -> Section {
    let blocks = notes.prose(&record.summary.blocks);
    let mut elements = vec![Element::Text { blocks }];
    if let Some(other) = &record.confused_with {
        let slots = Slots::new().text("name", other.text.as_str());
        elements.push(paragraph(known.sentences.fill("print.confused", &slots)));
    }
    section(
        format!("option:{}", record.id),
        record.name.text.clone(),
        elements,
    )
}
