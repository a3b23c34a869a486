//! The pros and cons that count for a use case.

use model::{Claim, Id, Model, Record, Records};

use super::Decided;
use super::lines::bullets;
use crate::decision::claims;
use crate::sentence::Slots;
use crate::{Element, Notes, Point, Run, Side};

/// At most so many on each side; fewer beside components, or of more than two options.
const MOST: usize = 2;
const FEWER: usize = 1;

/// The pros and cons that the page of the use case lists, the heaviest of them.
pub(super) fn of(decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Element> {
    let (model, verdict) = (decided.model, decided.verdict);
    let all = claims(&verdict.problem, &verdict.outcome, model);
    let most = if decided.has_parts() || all.len() > 2 {
        FEWER
    } else {
        MOST
    };
    let mut left_out = 0;
    let mut sides = Vec::with_capacity(all.len());
    for it in all {
        let mut points = |ids: &[Id], records: &Records<Claim>| -> Vec<Point> {
            left_out += ids.len().saturating_sub(most);
            let records = ids.iter().take(most).filter_map(|id| records.get(id));
            records.map(|it| point(it, model, notes, false)).collect()
        };
        sides.push(Side {
            option: decided.names.option(&it.option).to_owned(),
            pros: points(&it.pros, &model.pros),
            cons: points(&it.cons, &model.cons),
        });
    }
    let nothing = sides
        .iter()
        .all(|it| it.pros.is_empty() && it.cons.is_empty());
    if nothing {
        return Vec::new();
    }
    let below = missing(&sides, decided);
    let mut elements = vec![Element::Sides { sides }];
    elements.extend(bullets(below, decided.more(left_out)));
    elements
}

/// The lines that say for which option nothing is recorded, on which side.
fn missing(sides: &[Side], decided: &Decided<'_>) -> Vec<Vec<Run>> {
    let mut lines = Vec::new();
    for side in sides {
        let slots = Slots::new().text("option", side.option.as_str());
        for (points, name) in [
            (&side.pros, "pros-cons.none-for"),
            (&side.cons, "pros-cons.none-against"),
        ] {
            if points.is_empty() {
                lines.push(decided.sentences.fill(name, &slots));
            }
        }
    }
    lines
}

/// A pro or con; `prose` says whether at length.
pub(crate) fn point(
    record: &Record<Claim>,
    model: &Model,
    notes: &mut Notes<'_>,
    prose: bool,
) -> Point {
    notes.reviewed(record.reviewed);
    let title = &record.title.runs;
    let holds_when = record.holds_when.as_ref().map_or(&[][..], |it| &it.runs);
    let dimensions = record.dimensions.iter();
    let dimensions = dimensions.filter_map(|it| model.dimensions.get(&it.id));
    Point {
        title: notes.runs(title),
        strength: record.strength.word().to_owned(),
        dimensions: dimensions.map(|it| it.name.text.clone()).collect(),
        holds_when: notes.runs(holds_when),
        prose: match prose {
            true => notes.prose(&record.prose.blocks),
            false => Vec::new(),
        },
        sources: notes.numbers(&[title, holds_when].concat(), &record.sources),
    }
}
