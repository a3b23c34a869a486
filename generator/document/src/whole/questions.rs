//! Every question with its scale, and every answer at length.

use model::{Dimension, Record, Scale, Word, number_text, with_unit};

use super::known::{Known, section};
use super::titled;
use crate::brief::lines::paragraph;
use crate::cell::shown;
use crate::sentence::Slots;
use crate::{Element, Notes, Run, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let groups = known.model.manifest.groups.iter();
    let dimensions = groups.flat_map(|(id, ..)| known.model.dimensions_of(id));
    let sections = dimensions.map(|it| question(it, known, notes)).collect();
    known.chapter("questions", Vec::new(), sections)
}

fn question(record: &Record<Dimension>, known: &Known<'_>, notes: &mut Notes<'_>) -> Section {
    let question = notes.line(&record.question.runs, &[]);
    let mut elements = vec![paragraph(vec![Run::Emphasis(question)])];
    elements.push(Element::Text {
        blocks: notes.prose(&record.prose.blocks),
    });
    if let Some(scale) = &record.scale {
        let slots = Slots::new().list("steps", steps(scale));
        elements.push(paragraph(known.sentences.fill("print.worth", &slots)));
    }
    for option in known.model.columns() {
        elements.extend(answer(record, &option.id, known, notes));
    }
    let id = format!("dimension:{}", record.id);
    section(id, record.name.text.clone(), elements)
}

/// The answer of an option; nothing where the data has none.
fn answer(
    record: &Record<Dimension>,
    option: &model::Id,
    known: &Known<'_>,
    notes: &mut Notes<'_>,
) -> Vec<Element> {
    let model = known.model;
    let (Some(data), Some(alternative)) = (record.cells.get(option), model.options.get(option))
    else {
        return Vec::new();
    };
    notes.reviewed(data.reviewed);
    let mark = known.scores.mark(&record.id, option);
    let slots = Slots::new()
        .text("option", alternative.name.text.as_str())
        .maybe("mark", mark.map(verdict::Mark::word))
        .maybe("basis", data.basis.map(model::Basis::word));
    let mut line = known.sentences.fill("print.answer", &slots);
    line.push(Run::Text(" ".into()));
    line.extend(shown(data, model, notes));
    let own = data.value.as_ref().map_or(&[][..], |it| &it.runs);
    let mut elements = vec![paragraph(notes.with_cites(line, own, &data.sources))];
    if let Some(prose) = &data.prose {
        let blocks = notes.prose(&prose.blocks);
        elements.push(Element::Text { blocks });
    }
    if let Some(because) = &data.because {
        let runs = notes.line(&because.runs, &[]);
        elements.push(titled(known.say("because"), runs));
    }
    elements
}

/// Each point or level with what it is worth, in hundredths.
fn steps(scale: &Scale) -> Vec<Slots> {
    let step = |answer: String, worth: f64| {
        let worth = format!("{:.0}", (worth * 100.0).round());
        Slots::new().text("answer", answer).text("worth", worth)
    };
    let unit = scale.unit.as_ref().map_or("", |it| it.text.as_str());
    if let Some(points) = &scale.points {
        let pairs = points.iter();
        let pairs = pairs.filter_map(|it| Some((*it.first()?, *it.get(1)?)));
        let amount = |it: f64| with_unit(&number_text(it), unit);
        return pairs.map(|(at, worth)| step(amount(at), worth)).collect();
    }
    let levels: &[Word] = scale.levels.as_ref().map_or(&[], |it| &it.value);
    let last = levels.len().saturating_sub(1).max(1) as f64;
    let worth = |at: usize| match &scale.values {
        Some(values) => values.get(at).copied().unwrap_or_default(),
        None => at as f64 / last,
    };
    let levels = levels.iter().enumerate();
    levels
        .map(|(at, it)| step(it.text.clone(), worth(at)))
        .collect()
}
