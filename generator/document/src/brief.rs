//! The decision of a use case on two pages: what its page in the book says, as much of it as paper has room for.
//!
//! Sections, in this order, each left out where it has nothing to say. Of a use case without components all have level 1 and
//! no part: `verdict`, `shares`, `ruled-out`, `why`, `change`, `costs` for the first page, then `answers`, `pros-cons`,
//! `inputs`, `left-out`, `otherwise`, `cases`, `sure`, `method`.
//!
//! A use case with components has a `verdict`, a `ruled-out` and an `inputs` of what its components share, and then for each
//! component a `verdict` of level 1, whose heading is the component's title, and at level 2 `shares`, `ruled-out`, `why`,
//! `change` and `costs`; then `otherwise` and `sure`, which says what else stands on the page of the use case.
//!
//! Lines are those of [`decision`](crate::decision), word for word. What is left out for want of room is counted.

mod answers;
mod axis;
pub(crate) mod band;
mod cases;
pub(crate) mod change;
pub(crate) mod costs;
mod decided;
pub(crate) mod lines;
mod ruled_out;
mod shares;
pub(crate) mod sides;
pub(crate) mod why;
mod workload;

use model::{Model, Record, UseCase};
use verdict::Verdicts;

use crate::decision::Part;
use crate::sentence::Sentences;
use crate::{Document, Element, Notes, Section, Subject};

pub(crate) use decided::Decided;

/// The decision of `record` as a document; nothing if it could not be decided.
pub fn brief(
    record: &Record<UseCase>,
    model: &Model,
    verdicts: &Verdicts,
    sentences: &Sentences,
) -> Option<Document> {
    let decided = Decided::of(record, model, verdicts, sentences)?;
    let mut notes = Notes::new(model);
    notes.reviewed(record.reviewed);
    let lead = notes.prose(&record.summary.blocks);
    let mut sections = Vec::new();
    if decided.has_parts() {
        sections.push(decided.section("verdict", vec![band::of_whole(&decided)]));
        let shared = ruled_out::shared(&decided, &mut notes);
        sections.push(decided.section("ruled-out", shared));
        sections.push(decided.section("inputs", workload::shared(&decided)));
    }
    decided.each(|part| sections.extend(of_part(part, &decided, &mut notes)));
    sections.extend(of_whole(&decided, &mut notes));
    sections.retain(|it| !it.elements.is_empty());
    Some(Document {
        subject: Subject::UseCase(record.id.to_string()),
        comparison: model.manifest.title.text.clone(),
        title: model.plain_text(&record.title),
        lead,
        sections,
        sources: notes.list(),
        as_of: notes.as_of().map(|date| date.to_string()),
        revision: model.revision.clone(),
    })
}

/// What is said of the use case, or of each of its components.
fn of_part(part: &Part<'_>, decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let mut sections = vec![
        decided.section("verdict", vec![band::of_part(part, decided)]),
        decided.section("shares", shares::of(part).into_iter().collect()),
        decided.section("ruled-out", ruled_out::of(part, decided, notes)),
        decided.section("why", why::of(part).into_iter().collect()),
        decided.section("change", change::of(part, decided)),
        decided.section("costs", costs::of(part, decided)),
    ];
    if part.component.is_none() {
        sections.push(decided.section("answers", answers::of(part, decided, notes)));
        sections.push(decided.section("pros-cons", sides::of(decided, notes)));
        sections.push(decided.section("inputs", workload::of(part, decided)));
    }
    let Some(component) = part.component else {
        return sections;
    };
    let title = part.names.component(component);
    for section in &mut sections {
        section.part = Some(title.to_owned());
        section.level = 2;
        if section.id == "verdict" {
            title.clone_into(&mut section.heading);
            section.level = 1;
        }
    }
    sections
}

/// What is said once.
fn of_whole(decided: &Decided<'_>, notes: &mut Notes<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    // Sources are numbered in the order in which they are read.
    if !decided.has_parts() {
        sections.push(decided.section("left-out", costs::left_out(decided, notes)));
    }
    let otherwise = Element::Text {
        blocks: notes.prose(&decided.record.otherwise.blocks),
    };
    sections.push(decided.section("otherwise", vec![otherwise]));
    let mut sure = lines::sure(decided);
    if decided.has_parts() {
        // Several decisions fill the two pages.
        sure.push(lines::elsewhere(decided));
        sections.push(decided.section("sure", sure));
        return sections;
    }
    sections.push(decided.section("cases", cases::of(decided, notes)));
    sections.push(decided.section("sure", sure));
    sections.push(decided.section("method", lines::list(decided.lines("method", None))));
    sections
}
