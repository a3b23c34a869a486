//! What speaks for each option and against it, strongest first, at length.

use model::{Alternative, Claim, Record, Records, Space};

use super::known::{Known, section};
use crate::brief::sides::point;
use crate::sentence::Slots;
use crate::{Block, Element, Notes, Point, Run, Section, Side};

pub(super) fn chapter(known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let model = known.model;
    let mut sections = Vec::new();
    for option in model.columns() {
        let side = Side {
            option: option.name.text.clone(),
            pros: points(option, &model.pros, known, notes),
            cons: points(option, &model.cons, known, notes),
        };
        if side.pros.is_empty() && side.cons.is_empty() {
            continue;
        }
        let sides = Element::Sides { sides: vec![side] };
        let heading = option.name.text.clone();
        let id = format!("claims:{}", option.id);
        sections.push(section(id, heading, vec![sides]));
    }
    known.chapter("claims", Vec::new(), sections)
}

fn points(
    option: &Record<Alternative>,
    claims: &Records<Claim>,
    known: &Known<'_>,
    notes: &mut Notes<'_>,
) -> Vec<Point> {
    let own = claims.iter().filter(|it| it.option.id == option.id);
    let mut own: Vec<_> = own.collect();
    own.sort_by(|a, b| (b.strength, &a.id).cmp(&(a.strength, &b.id)));
    let mut points = Vec::with_capacity(own.len());
    for record in own {
        let mut point = point(record, known.model, notes, true);
        point.prose.extend(answers(record, known, notes));
        points.push(point);
    }
    points
}

/// What answers a claim, each in a paragraph.
fn answers(record: &Record<Claim>, known: &Known<'_>, notes: &mut Notes<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for counter in &record.counters {
        let Space::Record(kind) = counter.claim.space else {
            continue;
        };
        let Some(title) = known.model.title_of(kind, &counter.claim.id) else {
            continue;
        };
        let slots = Slots::new().text("claim", title);
        let mut runs = known.sentences.fill("print.answered", &slots);
        runs.push(Run::Text(" ".into()));
        runs.extend(notes.line(&counter.note.runs, &[]));
        blocks.push(Block::Paragraph(runs));
    }
    blocks
}
