//! The use cases in short: what came out, why, what would change it, and what it costs.

use super::glance::title;
use super::known::{Known, section};
use crate::brief::lines::{bullets, paragraph};
use crate::brief::{Decided, band, change, costs, why};
use crate::decision::Part;
use crate::{Element, Notes, Run, Section};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let all = known.decided.iter();
    let sections = all.flat_map(|it| use_case(it, notes)).collect();
    known.chapter("use-cases", Vec::new(), sections)
}

/// One section, and one for each component.
fn use_case(decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let record = decided.record;
    notes.reviewed(record.reviewed);
    let blocks = notes.prose(&record.summary.blocks);
    let mut elements = vec![Element::Text { blocks }];
    let mut parts = Vec::new();
    if decided.has_parts() {
        elements.push(band::of_whole(decided));
        decided.each(|part| {
            let id = part.component.unwrap_or_default();
            let id = format!("use-case:{}/{id}", record.id);
            parts.push(section(id, title(part, decided), of_part(part, decided)));
        });
    } else {
        decided.each(|part| elements.extend(of_part(part, decided)));
    }
    elements.extend(otherwise(decided, notes));
    let id = format!("use-case:{}", record.id);
    let mut sections = vec![section(id, decided.names.title.clone(), elements)];
    sections.extend(parts);
    sections
}

fn of_part(part: &Part<'_>, decided: &Decided<'_>) -> Vec<Element> {
    let mut elements = vec![band::of_part(part, decided)];
    let ruled_out = decided.lines("ruled-out", part.component).iter();
    let ruled_out = ruled_out.map(|it| it.runs.clone()).collect();
    let sections = [
        ("ruled-out", bullets(ruled_out, None)),
        ("why", why::of(part).into_iter().collect()),
        ("change", change::of(part, decided)),
        ("costs", costs::of(part, decided)),
    ];
    for (id, found) in sections {
        if !found.is_empty() {
            let heading = decided.say(&format!("heading.{id}"));
            elements.push(paragraph(vec![Run::Strong(vec![Run::Text(heading)])]));
            elements.extend(found);
        }
    }
    elements
}

/// When to choose differently.
fn otherwise(decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Element> {
    let heading = decided.say("print.otherwise");
    vec![
        paragraph(vec![Run::Strong(vec![Run::Text(heading)])]),
        Element::Text {
            blocks: notes.prose(&decided.record.otherwise.blocks),
        },
    ]
}
