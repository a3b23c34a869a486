//! The whole comparison as one document, for paper: chapters of level 1 and sections of level 2, with one numbering of
//! sources from the first page to the last.
//!
//! Chapters, in this order, each left out where it has nothing to say: `options` (what is compared), `glance` (all verdicts),
//! `tables`, `claims`, `questions`, `limits`, `costs`, `quantities`, `use-cases`, `real`, `glossary`, `changes`, `method`.
//! The id of a section names its record as a link does, such as `dimension:cold-start`, so that links can find it; a table is
//! `group:…` and what speaks for and against an option `claims:…`.
//!
//! What a use case says is that of its [`brief`](crate::brief()), in short.

mod cases;
mod changes;
mod claims;
mod costs;
mod glance;
mod glossary;
mod known;
mod limits;
mod options;
mod quantities;
mod questions;
mod tables;
mod use_cases;

use model::Model;
use verdict::{Scores, Verdicts};

use crate::brief::lines::{list, paragraph};
use crate::sentence::{Sentences, Slots};
use crate::{Block, Document, Element, Notes, Run, Section, Subject};

use known::Known;

/// Everything that is compared, and what came out.
pub fn whole(
    model: &Model,
    scores: &Scores,
    verdicts: &Verdicts,
    sentences: &Sentences,
) -> Document {
    let known = Known::of(model, scores, verdicts, sentences);
    let mut notes = Notes::new(model);
    let sections = CHAPTERS.iter().flat_map(|of| of(&known, &mut notes));
    let sections = sections.collect();
    Document {
        subject: Subject::Comparison,
        comparison: model.manifest.title.text.clone(),
        title: known.say("whole"),
        lead: lead(&known),
        sections,
        sources: notes.list(),
        as_of: notes.as_of().map(|date| date.to_string()),
        revision: model.revision.clone(),
    }
}

/// What makes a chapter: its heading and what stands below it, then its sections.
type Chapter = fn(&Known<'_>, &mut Notes<'_>) -> Vec<Section>;

const CHAPTERS: [Chapter; 13] = [
    options::chapter,
    glance::chapter,
    tables::chapter,
    claims::chapter,
    questions::chapter,
    limits::chapter,
    costs::chapter,
    quantities::chapter,
    use_cases::chapter,
    cases::chapter,
    glossary::chapter,
    changes::chapter,
    method,
];

/// How much there is, and what is left to the book.
fn lead(known: &Known<'_>) -> Vec<Block> {
    let model = known.model;
    let counts = [
        ("option", model.options.len()),
        ("question", model.dimensions.len()),
        ("use-case", model.use_cases.len()),
        ("fact", model.facts.len()),
        ("source", model.sources.len()),
    ];
    let slots = counts.iter().fold(Slots::new(), |slots, (name, n)| {
        slots.text(&format!("{name}s"), known.count(name, *n))
    });
    let mut runs = known.sentences.fill("print.size", &slots);
    runs.push(Run::Text(format!(" {}", known.say("elsewhere"))));
    vec![Block::Paragraph(runs)]
}

/// How verdicts are computed: the same for all of them.
fn method(known: &Known<'_>, _: &mut Notes<'_>) -> Vec<Section> {
    let first = known.decided.first();
    let lines = first.map_or(&[][..], |it| it.lines("method", None));
    known.chapter("method", list(lines), Vec::new())
}

/// A text behind a word that says what it is.
fn titled(word: String, mut runs: Vec<Run>) -> Element {
    runs.insert(0, Run::Text(" ".into()));
    runs.insert(0, Run::Strong(vec![Run::Text(word)]));
    paragraph(runs)
}
