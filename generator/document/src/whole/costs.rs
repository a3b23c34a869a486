//! The formulas of costs, and what each leaves out.

use model::{Cost, Kind, Record};

use super::known::{Known, by_name};
use crate::brief::lines::paragraph;
use crate::sentence::Slots;
use crate::{Element, Notes, Run, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let ids = by_name(known.model, Kind::Cost).into_iter();
    let records = ids.filter_map(|id| known.model.costs.get(id));
    let elements = records.flat_map(|it| cost(it, known, notes)).collect();
    known.chapter("costs", elements, Vec::new())
}

fn cost(record: &Record<Cost>, known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Element> {
    notes.reviewed(record.reviewed);
    let slots = Slots::new()
        .text("cost", known.model.plain_text(&record.title))
        .text("unit", record.unit.text.as_str());
    let mut line = known.sentences.fill("print.cost", &slots);
    line.push(Run::Text(" ".into()));
    line.push(Run::Code(record.formula.text.clone()));
    let line = notes.with_cites(line, &record.title.runs, &record.sources);
    let mut elements = vec![paragraph(line)];
    if !record.left_out.is_empty() {
        let texts = record.left_out.iter();
        let items = texts.map(|it| Slots::new().text("text", known.model.plain_text(it)));
        let slots = Slots::new().list("items", items.collect());
        elements.push(paragraph(known.sentences.fill("print.leaves-out", &slots)));
    }
    elements
}
